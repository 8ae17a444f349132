import { expect, test } from 'vitest';
import { inflections } from './inflections.ts';

test.each([
  ['送る', '送って'],
  ['渡す', '渡した'],
  ['教える', '教えます'],
  ['立ち上げる', '立ち上げたい'],
  ['持って行く', '持って行きます'],
  ['頼む', '頼んだ'],
])('%s is met in %s', (verb, said) => {
  expect(inflections(verb).some((begun) => said.startsWith(begun))).toBe(true);
});

test('what is no verb with a kanji and okurigana has no other forms', () => {
  for (const word of ['試料', 'つくる', 'サンプル', 'laptop', 'る', '']) {
    expect(inflections(word)).toEqual([]);
  }
});
