import { afterEach, beforeEach, expect, it } from 'vitest';
import { deskKey, save, signInAll } from '../fixtures/decap-requests.ts';
import { caseText } from '../fixtures/entry-texts.ts';
import { type StartedGateway, startGateway, type Visitor } from '../fixtures/start-gateway.ts';
import { sentences } from '../requests/sentences.ts';

let gateway: StartedGateway;
let sakura: Visitor;
let editor: Visitor;
beforeEach(async () => {
  gateway = await startGateway();
  ({ sakura, editor } = await signInAll(gateway));
});
afterEach(() => gateway.close());

const begin = (visitor: Visitor, slug: string, title: string) =>
  save(visitor, { slug, text: caseText({ title }) });

it('takes nobody’s address, and is told whose it is', async () => {
  const taken = await begin(sakura, 'sakura-u/pledge/index', '別の誓約書');
  expect(taken).toMatchObject({
    status: 422,
    body: { error: sentences.addressTaken('pledge', '入学時の誓約書') },
  });
  expect((await begin(sakura, deskKey.slug, '相談窓口')).status).toBe(200);
  const drafted = await begin(editor, deskKey.slug, '代わりに書いた窓口');
  expect(drafted).toMatchObject({
    status: 422,
    body: { error: sentences.addressTakenByDraft('desk', 'さくら大学 研究推進課') },
  });
});

it('that its own office sends again meets what is stored, to be held against it', async () => {
  expect((await begin(sakura, deskKey.slug, '相談窓口')).status).toBe(200);
  expect((await begin(sakura, deskKey.slug, '相談窓口')).status).toBe(200);
  const changed = await begin(sakura, deskKey.slug, '書き足した窓口');
  expect(changed.body.conflicts).toHaveLength(1);
});
