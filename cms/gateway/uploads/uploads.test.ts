import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsIn } from '../../../src/attachments/fixtures/words-in.ts';
import {
  addressedDocx,
  addressInDocx,
  lockedPdf,
  macroDocx,
  soundDocx,
  trackedDocx,
} from '../../../src/check/fixtures/small-attachments.ts';
import { keptUpload } from '../../wire/upload.ts';
import { deskKey, deskText, saveParams, signInAll } from '../fixtures/decap-requests.ts';
import { attachmentField, caseText, pdfBytes } from '../fixtures/entry-texts.ts';
import { type StartedGateway, startGateway, type Visitor } from '../fixtures/start-gateway.ts';
import { people } from '../permissions/fixtures/people.ts';

let gateway: StartedGateway;
let sakura: Visitor;
let momiji: Visitor;
let editor: Visitor;
let now: number;
beforeEach(async () => {
  now = Date.parse('2026-11-24T09:00:00+09:00');
  gateway = await startGateway({
    settings: { maxFileBytes: 100_000, maxShelfBytes: 250_000 },
    clock: () => new Date(now),
  });
  ({ sakura, momiji, editor } = await signInAll(gateway));
});
afterEach(async () => {
  expect(gateway.troubles).toEqual([]);
  await gateway.close();
});

const upload = (visitor: Visitor, name: string, bytes: Uint8Array, headers = {}) =>
  visitor.ask(`/admin/uploads/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      origin: gateway.origin,
      ...headers,
    },
    body: new Uint8Array(bytes),
  });
const shelf = () => readdirSync(join(gateway.world.folder, '.git/portal-uploads'));
const folder = 'content/case-studies/sakura-u/desk';
const saveWith = (visitor: Visitor, upload: unknown, name = '申請書.pdf', more = {}) =>
  visitor.act('persistEntry', {
    ...saveParams({ text: caseText({ fields: attachmentField(name) }), more }),
    assets: [{ path: `${folder}/${name}`, upload }],
  });
const oneSentence = /^[^。\n]*[ぁ-ん][^。\n]*。$/;

describe('a file that is chosen', () => {
  it('goes up once, is kept outside of git, and stands in the draft after the save', async () => {
    const refs = gateway.world.git('for-each-ref');
    const objects = gateway.world.git('count-objects');
    const sent = await upload(sakura, '申請書.pdf', pdfBytes);
    expect(sent.status).toBe(200);
    expect(keptUpload.parse(sent.body)).toMatchObject({ size: pdfBytes.length, problems: [] });
    expect(gateway.world.git('for-each-ref')).toBe(refs);
    expect(gateway.world.git('count-objects')).toBe(objects);
    expect(shelf()).toHaveLength(2);

    const saved = await saveWith(sakura, sent.body.upload);
    expect(saved).toMatchObject({ status: 200, body: { problems: [] } });
    const media = await sakura.act('unpublishedEntryMediaFile', {
      ...deskKey,
      path: `${folder}/申請書.pdf`,
    });
    expect(Buffer.from(media.body.content, 'base64')).toEqual(pdfBytes);
  });

  it('is kept and stored without what nobody who reads it needs; its office can look at it, and say no', async () => {
    const isIn = (bytes: Uint8Array) => wordsIn(bytes).includes(addressInDocx);
    expect(isIn(addressedDocx)).toBe(true);
    const sent = await upload(sakura, '様式.docx', addressedDocx);
    const { upload: id, size, taken } = keptUpload.parse(sent.body);
    expect(taken).toMatchObject([
      {
        what: '画面に出ない記録',
        places: ['文書のプロパティ（ユーザー設定）'],
        mend: { code: 'document-records', severity: 'warning' },
      },
    ]);
    const place = join(gateway.world.folder, '.git/portal-uploads');
    for (const name of shelf()) expect(isIn(readFileSync(join(place, name)))).toBe(false);
    const seen = await fetch(`${gateway.origin}/admin/uploads/${id}`, {
      headers: { cookie: sakura.cookie },
    });
    const bytes = new Uint8Array(await seen.arrayBuffer());
    expect([bytes.length, isIn(bytes)]).toEqual([size, false]);

    expect((await saveWith(sakura, id, '様式.docx')).status).toBe(200);
    const path = `${folder}/様式.docx`;
    const media = await sakura.act('unpublishedEntryMediaFile', { ...deskKey, path });
    expect(Buffer.from(media.body.content, 'base64')).toEqual(Buffer.from(bytes));

    const again = await upload(sakura, '別の様式.docx', addressedDocx);
    const drop = (visitor: Visitor, given: string, origin = gateway.origin) =>
      visitor.ask(`/admin/uploads/${given}`, { method: 'DELETE', headers: { origin } });
    const isKept = () => shelf().includes(`${again.body.upload}.bytes`);
    const stray = await drop(sakura, again.body.upload, 'https://evil.example');
    expect(stray.status).toBe(403);
    expect((await drop(momiji, again.body.upload)).body).toEqual({ isGone: true });
    expect(isKept()).toBe(true);
    expect((await drop(sakura, again.body.upload)).body).toEqual({ isGone: true });
    expect(isKept()).toBe(false);
    expect((await drop(sakura, 'no-id')).body).toEqual({ isGone: true });
    expect((await drop(gateway.nobody, id)).status).toBe(401);
  });

  it('is judged at once, and not kept where it is refused', async () => {
    for (const [name, bytes] of [
      ['変更.docx', trackedDocx],
      ['マクロ.docx', macroDocx],
      ['鍵.pdf', lockedPdf],
      ['偽物.pdf', Buffer.from('<!doctype html>')],
      ['絵.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ] as const) {
      const { status, body } = await upload(sakura, name, bytes);
      expect(status).toBe(422);
      expect(body.error).toMatch(oneSentence);
      expect(body.problems).toMatchObject([{ severity: 'error' }]);
      expect(JSON.stringify(body)).not.toMatch(/case-studies\/sakura-u\/desk|node_modules|\.ts:/);
    }
    expect(shelf()).toEqual([]);
  });

  it('tells what a person should know, and is kept all the same', async () => {
    const empty = await upload(sakura, '空.pdf', new Uint8Array());
    expect(empty.body.problems).toMatchObject([{ code: 'file-empty' }]);
    expect((await upload(sakura, '様式.docx', soundDocx)).status).toBe(200);
  });

  it.each([
    'a.exe',
    'a',
    '.pdf',
    '../a.pdf',
    'b/a.pdf',
    'a\\b.pdf',
    'con.pdf',
    'か\u3099.pdf',
    'index.mdx',
    `${'あ'.repeat(90)}.pdf`,
    '%',
    'a\0.pdf',
  ])('has a name that a file may have, and not %j', async (name) => {
    const { status, body } = await upload(sakura, name, pdfBytes);
    expect(status).toBe(422);
    expect(body.error).toMatch(oneSentence);
    expect(shelf()).toEqual([]);
  });

  it('may have its ending in capitals, as cameras write it', async () => {
    const sent = await upload(sakura, '申請書.PDF', pdfBytes);
    expect(sent).toMatchObject({ status: 200, body: { problems: [] } });
    const saved = await saveWith(sakura, sent.body.upload, '申請書.PDF');
    expect(saved).toMatchObject({ status: 200, body: { problems: [] } });
  });

  it('is refused by its name with how to save it anew, where it is in another form', async () => {
    const { status, body } = await upload(sakura, '様式.DOC', pdfBytes);
    expect(status).toBe(422);
    expect(body.error).toMatch(/Word で開き.*（\.docx）.*添え直してください。$/);
    expect(shelf()).toEqual([]);
  });

  it('is never the text of an entry', async () => {
    const { status, body } = await upload(sakura, 'index.mdx', Buffer.from(caseText()));
    expect(status).toBe(422);
    expect(body.error).toMatch(oneSentence);
    expect(shelf()).toEqual([]);
  });

  it('is no larger than a file may be, and comes as what it is', async () => {
    const large = await upload(sakura, 'a.pdf', Buffer.concat([pdfBytes, randomBytes(100_000)]));
    expect(large.status).toBe(413);
    expect(large.body.error).toMatch(oneSentence);
    const other = await upload(sakura, 'a.pdf', pdfBytes, { 'content-type': 'text/plain' });
    expect(other.status).toBe(415);
    const stray = await upload(sakura, 'a.pdf', pdfBytes, { origin: 'https://evil.example' });
    expect(stray.status).toBe(403);
    expect((await upload(gateway.nobody, 'a.pdf', pdfBytes)).status).toBe(401);
    expect(shelf()).toEqual([]);
  });
});

it('a disk that takes nothing is told to the operator, and the person may try again', async () => {
  const place = join(gateway.world.folder, '.git/portal-uploads');
  rmSync(place, { recursive: true });
  expect((await upload(sakura, 'a.pdf', pdfBytes)).status).toBe(200);
  rmSync(place, { recursive: true });
  writeFileSync(place, '');
  const { status, headers, body } = await upload(sakura, 'a.pdf', pdfBytes);
  expect(status).toBe(503);
  expect(headers.get('retry-after')).toBe('30');
  expect(body.error).toMatch(oneSentence);
  expect(gateway.troubles.splice(0)).toHaveLength(1);
});

describe('what is kept', () => {
  it('is its office’s alone; to others it is as if it were gone', async () => {
    const { body } = await upload(sakura, '申請書.pdf', pdfBytes);
    const other = await gateway.signIn({ ...people.sakura, office: '国際課' });
    const never = await saveWith(other, '0'.repeat(32));
    for (const visitor of [other, editor]) {
      const told = await saveWith(visitor, body.upload);
      expect({ status: told.status, body: told.body }).toEqual({
        status: never.status,
        body: never.body,
      });
    }
    expect((await saveWith(momiji, body.upload)).status).toBe(403);
    expect((await saveWith(sakura, body.upload)).status).toBe(200);
  });

  it('is gone after a day: that is told of the file, and the text can still be saved', async () => {
    const { body } = await upload(sakura, '申請書.pdf', pdfBytes);
    now += 24 * 60 * 60 * 1000 - 1;
    const again = await gateway.signIn(people.sakura);
    now += 1;
    const told = await saveWith(again, body.upload);
    expect(told.status).toBe(422);
    expect(told.body).toEqual({
      error: expect.stringMatching(/24時間.*。$/),
      gone: [`${folder}/申請書.pdf`],
    });
    const text = caseText({ fields: attachmentField('申請書.pdf') });
    const saved = await again.act('persistEntry', saveParams({ text }));
    expect(saved.status).toBe(200);
  });

  it('is there after a restart, for whoever signs in again', async () => {
    const { body } = await upload(sakura, '申請書.pdf', pdfBytes);
    gateway = await gateway.restart();
    const again = await gateway.signIn(people.sakura);
    expect((await saveWith(again, body.upload)).status).toBe(200);
  });

  it('can be saved again by whoever did not hear that it was', async () => {
    const { body } = await upload(sakura, '申請書.pdf', pdfBytes);
    const first = await saveWith(sakura, body.upload);
    const basedOn = { [deskText]: first.body.versions[deskText] };
    const second = await saveWith(sakura, body.upload, '写し.pdf', { basedOn });
    expect(second.status).toBe(200);
  });

  it('is bounded for an institution, in a sentence, and nothing else is lost by it', async () => {
    const table = () => Buffer.from(`${randomBytes(45_000).toString('hex')}\n`);
    const kept = [await upload(sakura, 'a.csv', table()), await upload(sakura, 'b.csv', table())];
    expect(kept.map(({ status }) => status)).toEqual([200, 200]);
    const full = await upload(sakura, 'c.csv', table());
    expect(full.status).toBe(413);
    expect(full.body.error).toMatch(oneSentence);
    expect((await upload(momiji, 'c.csv', table())).status).toBe(200);
    expect((await saveWith(sakura, kept[0]?.body.upload, 'a.csv')).status).toBe(200);
  });

  it('may be a drawing, which is kept without what its program noted', async () => {
    const head = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"';
    const plain = `${head}><rect width="5" height="5"/></svg>`;
    const noted = plain.replace(
      head,
      `${head} xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="D:\\図\\控え.png"`,
    );
    for (const drawing of [plain, noted]) {
      const { status, body } = await upload(sakura, '流れ.svg', Buffer.from(drawing));
      expect(status).toBe(200);
      const kept = await sakura.ask(`/admin/uploads/${body.upload}`);
      expect(kept.body).toContain('<rect');
      expect(kept.body).not.toContain('控え');
    }
  });

  it('is judged once more where it is to lie', async () => {
    const { body } = await upload(sakura, 'A.pdf', pdfBytes);
    const other = await upload(sakura, 'a.pdf', Buffer.concat([pdfBytes, Buffer.from('\n')]));
    const told = await sakura.act('persistEntry', {
      ...saveParams({ text: caseText() }),
      assets: [
        { path: `${folder}/A.pdf`, upload: body.upload },
        { path: `${folder}/a.pdf`, upload: other.body.upload },
      ],
    });
    expect(told.status).toBe(422);
    expect(told.body.problems).toMatchObject([{ code: 'name-collides' }]);
  });

  it.each(['x', '../../config', 'F'.repeat(32), 7, null, { toString: 1 }])(
    'has no name like %j',
    async (id) => {
      expect((await saveWith(sakura, id)).status).toBe(422);
    },
  );
});
