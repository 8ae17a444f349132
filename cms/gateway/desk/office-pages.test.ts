import { afterEach, beforeEach, expect, it } from 'vitest';
import { caseText } from '../fixtures/entry-texts.ts';
import { editor, sakura, type TestDesk, testDesk } from './fixtures/test-desk.ts';
import { officeWords } from './words.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk();
  desk.who = editor;
});
afterEach(() => desk.close());

const page = '/admin/desk/office/';
const ask = (query: Record<string, string>) => desk.page(`${page}?${new URLSearchParams(query)}`);
const writeAt = (html: string) =>
  [...html.matchAll(/href="(\/admin\/#\/collections\/[^"]+)"/g)].map(([, to = '']) =>
    decodeURIComponent(to.replaceAll('&amp;', '&').replaceAll('+', ' ')),
  );

it('leads editors, and nobody else, to the forms of what belongs to the portal', async () => {
  expect((await desk.page('/admin/desk/')).links[officeWords.link]).toBe(page);
  const { html, text } = await desk.page(page);
  expect(writeAt(html)).toEqual([
    '/admin/#/collections/glossary/new',
    '/admin/#/collections/scenes/new',
    '/admin/#/collections/institutions/new',
  ]);
  expect(text).toContain('国立大学');
  desk.who = sakura;
  expect(await desk.page(page)).toMatchObject({ status: 403, alert: officeWords.editorsOnly });
  expect((await desk.page('/admin/desk/')).links[officeWords.link]).toBeUndefined();
});

it('says of a new term in which entries it stands, and of one that is there that it is', async () => {
  const added = await ask({ term: '誓約書' });
  expect(added.text).toContain('関わる記事 1件 入学時の誓約書');
  expect(writeAt(added.html)).toContain('/admin/#/collections/glossary/new?term=誓約書');
  const there = await ask({ term: 'みなし輸出' });
  expect(there.text).toContain(officeWords.termTaken('みなし輸出'));
  expect(writeAt(there.html).join()).not.toContain('glossary');
});

it('looks for a new institution among those of the registry, by former names too', async () => {
  desk.world.commit(
    'content/institutions/kaede-u.yaml',
    'name: 楓大学\nkind: private\nformerNames:\n  - name: 楓工業大学\n    relation: rename\npublished: 2026-01-10\nupdated: 2026-01-10\n',
  );
  expect((await ask({ name: '楓工業' })).text).toContain('似た名前で登録されている機関 楓大学');
  const { html, text } = await ask({ name: 'けやき大学' });
  expect(text).toContain(officeWords.institutionNone);
  expect(writeAt(html)).toContain('/admin/#/collections/institutions/new?name=けやき大学');
});

it('lists what follows the old edition of a guideline, before the new one is written', async () => {
  desk.world.commit(
    'content/guidelines/sakura-u/rules/index.mdx',
    caseText({
      title: '輸出管理規程',
      fields: 'level: institution\nissuer: さくら大学\nedition: 第二版\n',
    }),
  );
  desk.world.commit(
    'content/case-studies/sakura-u/follows/index.mdx',
    caseText({
      title: '規程に沿った手順',
      fields: 'cites:\n  - guideline: guidelines/sakura-u/rules\n',
    }),
  );
  const old = 'guidelines/sakura-u/rules';
  const { html, text, options } = await ask({ supersedes: old });
  expect(options).toEqual(['輸出管理規程（第二版）']);
  expect(text).toContain('前の版を参照している記事 1件 規程に沿った手順');
  expect(writeAt(html)).toContain(
    `/admin/#/collections/guidelines/new?title=輸出管理規程&institution=sakura-u&supersedes=${old}`,
  );
});

it('shows what was typed as text, and asks nothing of what there is not', async () => {
  const { html } = await ask({
    term: '<script>alert(1)</script>',
    name: '"><i>',
    supersedes: '../x',
  });
  expect(html).not.toMatch(/<script|<i>/);
});
