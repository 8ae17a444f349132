import { afterAll, beforeAll, expect, it } from 'vitest';
import { soundDocx } from '../../../src/check/fixtures/small-attachments.ts';
import { save, signInAll } from '../fixtures/decap-requests.ts';
import { attachmentField, caseText, pdfBytes } from '../fixtures/entry-texts.ts';
import { type StartedGateway, startGateway, type Visitor } from '../fixtures/start-gateway.ts';
import { people } from '../permissions/fixtures/people.ts';

let gateway: StartedGateway;
let sakura: Visitor;
let momiji: Visitor;
let editor: Visitor;
beforeAll(async () => {
  gateway = await startGateway({});
  ({ sakura, momiji, editor } = await signInAll(gateway));
  const files = { '申請書.pdf': pdfBytes, '説明.docx': soundDocx };
  await save(sakura, { text: caseText({ fields: attachmentField('申請書.pdf') }), files });
});
afterAll(async () => {
  expect(gateway.troubles).toEqual([]);
  await gateway.close();
});

const address = (name: string) =>
  `/admin/attachment-text/case-studies/sakura-u/desk/${encodeURIComponent(name)}`;

it.each(['申請書.pdf', '説明.docx'])(
  'of %s is read for those who work on its draft',
  async (name) => {
    for (const visitor of [sakura, editor]) {
      const { status, body } = await visitor.ask(address(name));
      expect(status).toBe(200);
      expect(body.pages[0].text.length).toBeGreaterThan(0);
    }
    expect((await momiji.ask(address(name))).status).toBe(404);
    expect((await gateway.nobody.ask(address(name))).status).toBe(401);
  },
);

it('of a file that is not there, or that has no text, is none', async () => {
  for (const name of ['ない.pdf', 'index.mdx', '..%2Findex.mdx']) {
    const { status, body } = await sakura.ask(address(name));
    expect([404, 422]).toContain(status);
    expect(body.error).toMatch(/。$/);
  }
});

it('a file that was sent and not saved yet is seen by its office alone', async () => {
  const sent = await sakura.ask(`/admin/uploads/${encodeURIComponent('新しい様式.pdf')}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream', origin: gateway.origin },
    body: pdfBytes,
  });
  expect(sent.status).toBe(200);
  const file = `/admin/uploads/${sent.body.upload}`;
  const { status, headers } = await sakura.ask(file);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await sakura.ask(`${file}/text`)).body.unit).toBe('page');

  const otherOffice = await gateway.signIn({ ...people.sakura, office: '国際課' });
  for (const visitor of [otherOffice, momiji, editor]) {
    expect((await visitor.ask(file)).status).toBe(404);
    expect((await visitor.ask(`${file}/text`)).status).toBe(404);
  }
  expect((await gateway.nobody.ask(file)).status).toBe(401);
  expect((await sakura.ask('/admin/uploads/nonsense')).status).toBe(404);
});
