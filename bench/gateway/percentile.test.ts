import { expect, test } from 'vitest';
import { percentile } from '../percentile.ts';

test('half of the values are below the median, one in twenty above the 95th', () => {
  const values = Array.from({ length: 20 }, (_, index) => 20 - index);
  expect(percentile(values, 0.5)).toBe(11);
  expect(percentile(values, 0.95)).toBe(20);
});

test('there may be one value or none', () => {
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile([], 0.5)).toBe(0);
});
