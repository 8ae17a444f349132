import { expect, test } from 'vitest';
import { addressOf, stateOf, withValueToggled } from './search-address.ts';

const facets = ['kind', 'theme'];

test.each([
  '?q=COI',
  '?q=%E5%85%BC%E6%A5%AD+%E7%94%B3%E5%91%8A&kind=a&kind=b&theme=c&sort=date&synonyms=off&page=3',
  '?',
])('%s is read and written back', (address) => {
  expect(addressOf(stateOf(address, facets))).toBe(address);
});

test.each(['?page=-1&sort=x&synonyms=x&kind=&unknown=1', '?page=NaN&q=+'])(
  '%s is read as nothing special',
  (address) => {
    expect(addressOf(stateOf(address, facets))).toBe('?');
  },
);

test('choosing a value starts from the first page, choosing it again takes it back', () => {
  const state = stateOf('?q=COI&page=3', facets);
  const chosen = withValueToggled(state, 'kind', '取組');
  expect(chosen).toMatchObject({ page: 1, filters: { kind: ['取組'] } });
  expect(withValueToggled(chosen, 'kind', '取組').filters).toEqual({});
});
