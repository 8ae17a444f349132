import { describe, expect, test } from 'vitest';
import type { PlaceId } from '../schema/place.ts';
import { agreed, countAlike, nearFirst, nearness } from './near-first.ts';

const item = (name: string, ...profile: PlaceId[]) => ({ name, profile });
const names = (items: readonly { name: string }[]) => items.map(({ name }) => name);

const items = [
  item('a', 'national', 'medical'),
  item('b', 'private', 'medical'),
  item('c', 'private'),
  item('d'),
  item('e', 'private', 'no-medical'),
  item('f', 'national', 'no-medical'),
  item('g', 'private', 'no-medical', 'small'),
];

describe('what comes from a place like the reader’s stands first', () => {
  test('the kind has to agree; what is unknown is held neither for nor against', () => {
    expect(names(nearFirst(items, ['private', 'no-medical']))).toEqual([
      ...['c', 'e', 'g'],
      'b',
      ...['a', 'd', 'f'],
    ]);
    expect(countAlike(items, ['private', 'no-medical'])).toBe(3);
  });

  test('without a kind, the first thing that was said has to agree', () => {
    expect(names(nearFirst(items, ['no-medical', 'small']))).toEqual([
      ...['e', 'f', 'g'],
      ...['a', 'b', 'c', 'd'],
    ]);
  });

  test('the order in which it was said changes nothing', () => {
    expect(nearFirst(items, ['small', 'private'])).toEqual(nearFirst(items, ['private', 'small']));
  });

  test('whoever says nothing gets the list as it is, in a list of its own', () => {
    expect(nearFirst(items, [])).toEqual(items);
    expect(nearFirst(items, [])).not.toBe(items);
  });

  test('nothing is added or lost, whatever is said', () => {
    const places: PlaceId[][] = [['kosen'], ['large'], ['private', 'medical', 'small', 'sciences']];
    for (const place of places) {
      expect(new Set(nearFirst(items, place))).toEqual(new Set(items));
      expect(nearFirst(items, place)).toHaveLength(items.length);
    }
  });

  test('what was put in order once stays so', () => {
    const once = nearFirst(items, ['private', 'no-medical']);
    expect(nearFirst(once, ['private', 'no-medical'])).toEqual(once);
  });
});

test('a size that is not known says nothing of an institution', () => {
  expect(nearness(['private'], ['private', 'small'])).toBe('alike');
  expect(nearness(['private', 'large'], ['private', 'small'])).toBe('partly');
  expect(nearness(['national'], ['private', 'small'])).toBe('other');
});

test('what agrees is named in one order, and nothing that is not known', () => {
  expect(agreed(['no-medical', 'private'], ['small', 'no-medical', 'private'])).toEqual([
    'private',
    'no-medical',
  ]);
});
