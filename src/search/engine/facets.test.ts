import { expect, test } from 'vitest';
import type { PageTable } from '../index-files.ts';
import { facetCounts, filtered } from './facets.ts';

const table: PageTable = {
  titleLengths: [],
  profiles: [],
  days: [],
  facets: {
    kind: { values: ['取組', '用語'], pages: [[0], [0], [1], []] },
    theme: { values: ['利益相反', '技術流出'], pages: [[0], [0, 1], [1], [1]] },
  },
};
const all = [0, 1, 2, 3];

test('every filter must have one of its values', () => {
  expect(filtered(table, all, { kind: ['取組', '用語'], theme: ['技術流出'] })).toEqual([1, 2]);
  expect(filtered(table, all, { kind: [] })).toEqual(all);
  expect(filtered(table, all, { unknown: ['x'] })).toEqual([]);
  expect(filtered(table, all, { __proto__: ['x'], kind: ['なし'] } as never)).toEqual([]);
});

test('a count leaves out what is chosen in its own facet', () => {
  expect(facetCounts(table, all, { kind: ['取組'] })).toEqual({
    kind: { 取組: 2, 用語: 1 },
    theme: { 利益相反: 2, 技術流出: 1 },
  });
});
