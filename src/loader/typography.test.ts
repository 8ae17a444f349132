import { expect, test } from 'vitest';
import { screenData, screenText } from './typography.ts';

test.each([
  ['体制(相談窓口)を整備', '体制（相談窓口）を整備'],
  ['受入れ(留学生(研究生を含む)など)の手順', '受入れ（留学生（研究生を含む）など）の手順'],
  ['Web 申告で 2 回', 'Web申告で2回'],
  ['CISTEC (STC)は', 'CISTEC（STC）は'],
  ['Export Control (EAR) office', 'Export Control (EAR) office'],
  ['利益相反(COI)', '利益相反（COI）'],
  ['モデル事業 事業概要', 'モデル事業 事業概要'],
  ['片方だけ(の括弧', '片方だけ(の括弧'],
])('%s', (typed, shown) => {
  expect(screenText(typed)).toBe(shown);
});

test('leaves addresses and file names alone', () => {
  const data = {
    title: '規程(案)',
    sources: [{ url: 'https://example.jp/規程(案)', title: '原本(写し)' }],
  };
  expect(screenData(data)).toEqual({
    title: '規程（案）',
    sources: [{ url: 'https://example.jp/規程(案)', title: '原本（写し）' }],
  });
});
