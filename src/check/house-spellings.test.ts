import { expect, test } from 'vitest';
import { houseSpellings, inHouseSpelling, otherSpellings } from './house-spellings.ts';

test('a word of the list is found in own words, each form once', () => {
  expect(otherSpellings('手続きと寄付金の取り組みは、手続きのe-learningで学びます。')).toEqual([
    { found: '手続き', instead: '手続' },
    { found: '寄付', instead: '寄附' },
    { found: '取り組み', instead: '取組' },
    { found: 'e-learning', instead: 'eラーニング' },
  ]);
});

test('verbs, quotations, addresses and the portal’s own spelling are let be', () => {
  for (const line of [
    '手続に取り組みます。引き継ぎ、申し込みます。持ち出したとき。',
    '「寄付金取扱規程」と[案内](../e-learning/index.mdx)',
    'https://example.jp/e-learning/ を見る',
    '<Download file="雛形.docx" />',
    'eラーニングの問い合わせ',
  ]) {
    expect(otherSpellings(line), line).toEqual([]);
  }
});

test('what is spelt in the portal’s way stays as it is, and has no other form any more', () => {
  const forms = houseSpellings.flatMap(({ forms }) => forms.split('、'));
  for (const form of forms) {
    const spelt = inHouseSpelling(`${form}の例`);
    expect(otherSpellings(`${form}の例`), form).toHaveLength(1);
    expect(otherSpellings(spelt), form).toEqual([]);
    expect(inHouseSpelling(spelt)).toBe(spelt);
  }
});
