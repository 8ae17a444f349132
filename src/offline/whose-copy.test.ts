import { expect, test } from 'vitest';
import { endOfCopy, isOver } from './whose-copy.ts';

const at = (moment: string) => new Date(moment);
const taken = at('2026-11-30T09:00:00Z');
const copy = { updated: taken.toISOString(), ...endOfCopy(14, taken) };

test('a copy of members may be shown for so many days, and one of everybody for ever', () => {
  expect(copy).toEqual({
    updated: '2026-11-30T09:00:00.000Z',
    until: '2026-12-14T09:00:00.000Z',
  });
  expect(isOver(copy, taken)).toBe(false);
  expect(isOver(copy, at('2026-12-14T08:59:59Z'))).toBe(false);
  expect(isOver(copy, at('2026-12-14T09:00:00Z'))).toBe(true);
  expect(endOfCopy(undefined, taken)).toEqual({});
  expect(isOver({ updated: copy.updated }, at('2046-01-01T00:00:00Z'))).toBe(false);
});

test('a clock that was turned back prolongs nothing', () => {
  expect(isOver(copy, at('2026-11-29T10:00:00Z'))).toBe(false);
  expect(isOver(copy, at('2026-11-29T08:00:00Z'))).toBe(true);
});

test('an end that cannot be read has come', () => {
  expect(isOver({ updated: copy.updated, until: 'some day' }, taken)).toBe(true);
});
