import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { chartFigure, chartRows } from './chart.ts';

const about = { title: '職員の置き方', denominator: '回答 124件', unit: '%', csvAddress: '/a.csv' };
const drawn = (csv: string) => toHtml(chartFigure({ ...about, ...chartRows(csv) }));
const count = (html: string, part: RegExp) => html.match(part)?.length ?? 0;

test('one finding is one drawing, with its table folded under it', () => {
  const html = drawn('項目,値\n兼任,90\n専任,3\n');
  expect(html).toMatch(/<\/svg><details><summary>数値を表で見る<\/summary><table>/);
  expect(count(html, /<svg/g)).toBe(1);
  expect(html).toContain('<th scope="row">兼任</th><td class="number">90</td>');
  expect(html).toContain('90%');
});

test('answers of several groups stand side by side in one drawing and one table, and what nobody stated is no zero', () => {
  const html = drawn('区分,兼任,専任\n全体,90,3\n公立大学,89,\n');
  expect(html).toContain('全体　兼任');
  expect(html).toContain('公立大学　兼任');
  expect(html).not.toContain('公立大学　専任');
  expect(html).toContain('<td class="number">89</td><td>確認した範囲に記載なし</td>');
  expect(count(html, /<svg/g)).toBe(1);
  expect(count(html, /<rect/g)).toBe(3);
});

test('a column that holds anything but numbers, and whatever follows it, is for those who take the file', () => {
  expect(chartRows('項目,値,注,年\n兼任,90,約,2013\n')).toEqual({
    columns: ['項目', '値'],
    rows: [{ item: '兼任', values: [90] }],
  });
  const wide = ['項目', ...Array.from({ length: 40 }, (_, index) => `答え${index}`)].join();
  const row = ['全体', ...Array.from({ length: 40 }, () => '1')].join();
  expect(chartRows(`${wide}\n${row}\n`).rows[0]?.values).toHaveLength(6);
});

test('two items of one name are two bars', () => {
  expect(count(drawn('項目,値\nその他,1\nその他,2\n'), /<rect/g)).toBe(2);
});
