import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { KeptItem } from './kept-item.ts';
import { cut, mostLines, mostWithSummaries, reportLines } from './report-lines.ts';
import { wordReport } from './word-report.ts';

const itemsOf = (count: number): KeptItem[] =>
  Array.from({ length: count }, (_, index) => ({
    address: `/practices/sakura-u/${index}/`,
    title: `受入れの前に行う確認 <${index}>`,
    label: '事例',
    owner: 'さくら大学',
    when: index === 0 ? '' : '2023年1月27日（令和5年）',
    summary: '内諾の前に、部局の担当者と確認します。',
    sources: [{ title: '規程集', date: '平成28年3月', url: 'https://sakura-u.example/rules' }],
    files: [],
  }));

const absolute = (address: string) => `https://portal.example${address}`;

const partsOf = async (count: number) => {
  const items = itemsOf(count);
  const day = '2026年11月23日';
  const blob = await wordReport({ title: '報告', items, site: 'ポータル', day, absolute });
  const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return {
    document: strFromU8(parts['word/document.xml'] as Uint8Array),
    links: strFromU8(parts['word/_rels/document.xml.rels'] as Uint8Array),
    core: strFromU8(parts['docProps/core.xml'] as Uint8Array),
  };
};

const words = (xml: string) =>
  xml
    .replace(/<[^>]+>/g, '\n')
    .split('\n')
    .filter(Boolean);

test('each line says what, whose, of when, and where it comes from', async () => {
  const { document, links, core } = await partsOf(2);
  const told = words(document);
  expect(told).toContain('受入れの前に行う確認 &lt;1&gt;');
  expect(told).toContain('さくら大学');
  expect(told).toContain('2023年1月27日（令和5年）');
  expect(told).toContain('年不明');
  expect(told).toContain('規程集（平成28年3月）');
  expect(told).toContain('掲載なしは未実施を意味しません。');
  expect(links).toContain('https://portal.example/practices/sakura-u/1/');
  expect(links).toContain('https://sakura-u.example/rules');
  // Whoever made it is nobody's business.
  expect(core).not.toMatch(/creator|lastModifiedBy/);
});

/** Twentieths of a point that a page has between its margins, less a reserve for fonts that stand higher. */
const pageHeight = 16838 - 2 * 1020;
const around = 460 + 60 + 220 + 120 + 2 * 320 + 80 + 220 + 80 + 220 + 190 + 300;

test.each([1, mostWithSummaries, mostWithSummaries + 1, mostLines, mostLines + 30])(
  'a report of %i items has at most two pages',
  async (count) => {
    const { document } = await partsOf(count);
    const heights = [...document.matchAll(/<w:trHeight w:val="(\d+)" w:hRule="exact"\/>/g)];
    expect(heights).toHaveLength(Math.min(count, mostLines));
    const total = heights.reduce((sum, [, height]) => sum + Number(height), around);
    const highest = Math.max(...heights.map(([, height]) => Number(height)));
    // The first page may lose nearly a whole row, which goes over to the second.
    expect(total + highest).toBeLessThanOrEqual(2 * pageHeight);
    expect(document.includes('ほか')).toBe(count > mostLines);
  },
);

test('a text is cut at a width, not at a number of letters', () => {
  expect(cut('安全保障輸出管理', 8)).toBe('安全保障輸出管理');
  expect(cut('安全保障輸出管理', 7)).toBe('安全保障輸出管…');
  expect(cut('security export control', 8)).toBe('security expor…');
});

test('an item without a source, or from a list, is told as far as it is known', () => {
  const [first] = itemsOf(1);
  const items = [
    { ...(first as KeptItem), sources: [] },
    { ...(first as KeptItem), sources: null },
  ];
  expect(reportLines(items, absolute).lines.map(({ source }) => source)).toEqual(['', '']);
});

test('an edition that is not in force on the day says so, and one that is does not', () => {
  const [first] = itemsOf(1);
  const item: KeptItem = {
    ...(first as KeptItem),
    title: 'もみじ指針',
    edition: '2016 2027-04-01',
  };
  const titleOn = (day: string) => reportLines([item], absolute, day).lines[0]?.title;
  expect(titleOn('2027-03-31')).toBe('もみじ指針');
  expect(titleOn('2027-04-01')).toBe('【旧版】もみじ指針');
});
