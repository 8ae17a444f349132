import { expect, test } from 'vitest';
import { latestKept } from './latest-kept.ts';

test('what was asked for last stays, up to so much weight', () => {
  const kept = latestKept<string>(10);
  kept.set('a', 'A', 4);
  kept.set('b', 'B', 4);
  expect(kept.get('a')).toBe('A');
  kept.set('c', 'C', 4);
  expect(['a', 'b', 'c'].map((key) => kept.get(key))).toEqual(['A', undefined, 'C']);
  kept.set('heavy', 'H', 40);
  expect(['a', 'c', 'heavy'].map((key) => kept.get(key))).toEqual([undefined, undefined, 'H']);
  kept.set('heavy', 'H', 1);
  kept.set('a', 'A', 9);
  expect(['a', 'heavy'].map((key) => kept.get(key))).toEqual(['A', 'H']);
});
