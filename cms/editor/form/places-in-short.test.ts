import { expect, it } from 'vitest';
import { placesInShort } from './places-in-short.ts';

const places = (count: number) => Array.from({ length: count }, (_, place) => `${place + 1}ページ`);

it.each([
  [0, '', true],
  [1, '1ページ', true],
  [6, '1ページ、2ページ、3ページ、4ページ、5ページ、6ページ', true],
  [7, '1ページ、2ページ、3ページ、4ページ、5ページ、ほか2件', false],
] as const)('of %i places a sentence names: %s', (count, text, isWhole) => {
  expect(placesInShort(places(count), 0)).toEqual({ text, isWhole });
});

it('those that are not told are counted', () => {
  expect(placesInShort(places(6), 3).text).toMatch(/、5ページ、ほか4件$/);
});
