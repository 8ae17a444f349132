import { afterEach, beforeEach, expect, it } from 'vitest';
import { caseText } from '../fixtures/entry-texts.ts';
import { entry, file } from '../repository/fixtures/temporary-repository.ts';
import { sakura, type TestDesk, testDesk } from './fixtures/test-desk.ts';
import { pageOfList, rowsOfPage } from './page-of-list.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk();
});
afterEach(() => desk.close());

const count = rowsOfPage + 5;
const saveMany = async () => {
  for (let index = 0; index < count; index += 1) {
    const at = entry(`case-studies/sakura-u/n${index}`);
    const outcome = await desk.proposals.save(sakura, at, [
      {
        address: file(at.text),
        bytes: Buffer.from(caseText({ title: `題${index}番` })),
        basedOn: null,
      },
      { address: file(`${at.path}/表.csv`), bytes: Buffer.from('あ,い\n1,2\n'), basedOn: null },
    ]);
    if (outcome.kind !== 'done') throw new Error(outcome.reason);
  }
};

it('are read a page at a time, without a file', async () => {
  await saveMany();
  desk.who = sakura;
  desk.readPaths.length = 0;
  const first = await desk.page('/admin/desk/');
  expect(desk.readPaths.length).toBeLessThanOrEqual(2 * rowsOfPage);
  expect(desk.readPaths.filter((path) => path.endsWith('.csv'))).toEqual([]);
  expect(first.text).toContain(`下書き ${count}件`);
  expect(first.text.match(/題\d+番/g)?.length).toBeGreaterThanOrEqual(rowsOfPage);
  const next = await desk.page(first.links['次のページ'] ?? '');
  const titles = (text: string) => new Set(text.match(/題\d+番/g));
  expect(titles(first.text).union(titles(next.text)).size).toBe(count);
  expect(titles(first.text).intersection(titles(next.text)).size).toBe(0);
  expect(next.links['前のページ']).toBe('/admin/desk/?page=1');
});

it('say of a proposal that is not judged yet that it is looked at', async () => {
  await desk.saveNew();
  desk.isJudged = false;
  const { text, status } = await desk.page('/admin/desk/');
  expect(status).toBe(200);
  expect(text).toContain('直すところは確認中です');
  expect(text).not.toContain('直すところはありません');
});

it('say how long what was deleted stays', async () => {
  expect((await desk.page('/admin/desk/deleted/')).text).toContain('消してから90日までは');
});

it('are cut at any number that an address may have', () => {
  const items = Array.from({ length: count }, (_, index) => index);
  for (const [asked, page] of [
    [undefined, 1],
    ['0', 1],
    ['-1', 1],
    ['1e9', 1],
    ['2', 2],
    ['999999', 2],
    ['9999999999', 1],
    ['２', 1],
  ] as const) {
    expect({ asked, page: pageOfList(items, asked).page }).toEqual({ asked, page });
  }
  expect(pageOfList([], '3')).toEqual({ items: [], page: 1, pages: 1 });
});
