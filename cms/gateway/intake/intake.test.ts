import { afterAll, beforeAll, expect, it } from 'vitest';
import { save } from '../fixtures/decap-requests.ts';
import { attachmentField, caseText, pdfBytes } from '../fixtures/entry-texts.ts';
import { type StartedGateway, startGateway } from '../fixtures/start-gateway.ts';
import { people } from '../permissions/fixtures/people.ts';

let gateway: StartedGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

it('takes no second file whose name some systems take for the first, whichever comes first', async () => {
  const sakura = await gateway.signIn(people.sakura);
  const text = caseText({ fields: attachmentField('flow.pdf') });
  const first = await save(sakura, { text, files: { 'flow.pdf': pdfBytes } });
  expect(first.status).toBe(200);
  const { versions } = first.body as { versions: Record<string, string> };
  const second = await save(sakura, { text, files: { 'Flow.pdf': pdfBytes }, basedOn: versions });
  expect(second).toMatchObject({ status: 422, body: { problems: [{ code: 'name-collides' }] } });
});

it('says what is wrong in the words of the form', async () => {
  const sakura = await gateway.signIn(people.sakura);
  const text = caseText().replace('published: 2026-11-24', 'published: 2026年11月24日');
  const answer = await save(sakura, { text, slug: 'sakura-u/dated/index' });
  expect(answer.status).toBe(200);
  const { problems } = answer.body as { problems: { message: string; field: string }[] };
  const { message } = problems.find(({ field }) => field === 'published') ?? { message: '' };
  expect(message).toContain('「掲載日」');
  expect(message).not.toContain('published');
});
