import { expect, test } from 'vitest';
import { fold, foldedText, units } from './letters.ts';

test.each([
  ['ＣＯＩ', 'coi'],
  ['ｶﾞｲﾄﾞﾗｲﾝ', 'がいどらいん'],
  ['か\u3099', 'が'],
  ['サーバー', 'さーばー'],
  ['3ヶ月と3ヵ月と3カ月', '3か月と3か月と3か月'],
  ['HTML フォーム', 'htmlふぉーむ'],
  ['HTML　フォーム', 'htmlふぉーむ'],
  ['ISO 27001', 'iso27001'],
  ['open  science', 'open science'],
  ['co-creation', 'co creation'],
  ['利益 相反', '利益\n相反'],
  ['利益・相反（COI）', '利益\n相反\ncoi'],
  ['Café', 'cafe'],
  ['㈱①', '株\n1'],
  ['葛\u{e0100}城', '葛城'],
  ['利\u200b益', '利益'],
  ['\ud800あ\udc00', 'あ'],
  ['', ''],
])('%s is folded', (text, folded) => {
  expect(foldedText(text)).toBe(folded);
});

test('each folded letter knows its place in the text as written', () => {
  const text = 'ｶﾞ と㈱Ａ';
  const { text: folded, starts, ends } = fold(text);
  const written = [...folded].map((_, index) => text.slice(starts[index], ends[index]));
  expect(folded).toBe('が\nと\n株\na');
  expect(written.filter((_, index) => folded[index] !== '\n')).toEqual(['ｶﾞ', 'と', '㈱', 'Ａ']);
});

test('runs of Latin letters and of digits are units of their own', () => {
  expect(units('H27年度').map(({ text }) => text)).toEqual(['h', '27', '年', '度']);
});
