import { expect, test } from 'vitest';
import { comparisonRows } from './rows.ts';

const practice = (cells: Record<string, string>) => ({
  isPractice: true,
  cells: new Map(Object.entries(cells)),
});

test('rows stand in the order of the headings, whatever the order of the pages', () => {
  const { rows } = comparisonRows([
    practice({ 出典: 'い', 手順: 'ろ', '対象・基準': 'は' }),
    practice({ 窓口: 'に', 課題: 'ほ', 時点: 'へ' }),
  ]);
  expect(rows).toEqual([
    { label: '課題', cells: [undefined, 'ほ'] },
    { label: '対象・基準', cells: ['は', undefined] },
    { label: '手順', cells: ['ろ', undefined] },
    { label: '窓口', cells: [undefined, 'に'] },
    { label: '時点', cells: [undefined, 'へ'] },
    { label: '出典', cells: ['い', undefined] },
  ]);
});

test('what none has is named once, but for headings that nobody misses', () => {
  const { absent } = comparisonRows([practice({ 体制: 'い' }), practice({ 手順: 'ろ' })]);
  expect(absent).toEqual(['課題', '様式', 'つまずき', '工数・費用', '窓口', '時点', '出典']);
});

test('other texts bring headings of their own, and are missed nothing', () => {
  const text = (cells: Record<string, string>) => ({ ...practice(cells), isPractice: false });
  const { rows, absent } = comparisonRows([
    text({ 改正の要点: 'い', 施行日: 'ろ' }),
    text({ 背景: 'は', 改正の要点: 'に', 区分: 'ほ' }),
  ]);
  expect(rows.map(({ label }) => label)).toEqual(['改正の要点', '背景', '区分', '施行日']);
  expect(absent).toEqual([]);
});
