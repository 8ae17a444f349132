import { expect, test } from 'vitest';
import { addressOf, stateOf, toggled, withKnownValues } from './list-state.ts';

const read = (query: string) => stateOf(new URLSearchParams(query));

test.each(['', '?kind=private', '?scene=a&scene=b&kind=private&page=3'])(
  'the address %s is read and written back',
  (query) => {
    expect(addressOf('/practices/', read(query))).toBe(`/practices/${query}`);
  },
);

test('what is no state of a list is read as nothing special', () => {
  expect(read('?page=-2&colour=red&kind=private&kind=private')).toEqual({
    chosen: { kind: ['private'] },
    page: 1,
  });
});

test('a value that is chosen again is taken back', () => {
  const chosen = toggled({}, 'kind', 'private');
  expect(chosen).toEqual({ kind: ['private'] });
  expect(toggled(chosen, 'kind', 'private')).toEqual({ kind: [] });
});

test('an address puts no words of its own on the page', () => {
  const labels = { kind: { private: '私立大学' } };
  const asked = { kind: ['private', '当選しました', 'toString'], year: ['2023'] };
  expect(withKnownValues(asked, labels)).toEqual({ kind: ['private'] });
});
