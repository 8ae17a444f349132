import { expect, test } from 'vitest';
import { pagePlaces } from './page-places.ts';

test('pages that follow each other are one place', () => {
  expect(pagePlaces([3, 4, 5, 9, 11, 12])).toEqual(['3〜5ページ', '9ページ', '11〜12ページ']);
  expect(pagePlaces([2, 2, 3])).toEqual(['2〜3ページ']);
  expect(pagePlaces([])).toEqual([]);
});
