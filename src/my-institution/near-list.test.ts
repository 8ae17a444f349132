import { expect, test } from 'vitest';
import type { PlaceId } from '../schema/place.ts';
import { labelOfPlace, unknownLines } from './near-list.ts';

const of = (...profile: PlaceId[]) => ({ profile });
const items = [of('private', 'no-medical'), of('private'), of('national', 'medical', 'group-g')];

test('a place is named in the words of the screen', () => {
  expect(labelOfPlace(['private', 'no-medical'])).toBe('私立大学・医学部なし');
});

test('of what few are known to be, it is said how many are known; of the kind it need not be', () => {
  expect(unknownLines(items, ['private'])).toEqual([]);
  expect(unknownLines(items, ['private', 'no-medical', 'small'])).toEqual([
    '医学部が分かるのは3件のうち2件です。ほかは掲載なし（未調査）で、判断に使いません。',
    '規模が分かるのは3件のうち1件です。ほかは掲載なし（未調査）で、判断に使いません。',
  ]);
});
