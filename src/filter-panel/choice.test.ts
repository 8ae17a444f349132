import { expect, test } from 'vitest';
import { type FilterGroup, isChosen, roster, toggled } from './choice.ts';

const group = (...values: string[]): FilterGroup => ({
  name: 'kind',
  label: '種類',
  values: values.map((value) => ({ value, label: value, count: 1 })),
});

test('a value is chosen, and taken back with the last of its filter', () => {
  const one = toggled({}, 'kind', '取組');
  const two = toggled(one, 'kind', '場面');
  expect(isChosen(two, 'kind', '場面')).toBe(true);
  expect(toggled(two, 'kind', '場面')).toEqual(one);
  expect(toggled(one, 'kind', '取組')).toEqual({});
});

test('a panel lists what there is without a choice first, and then what only the choice brings', () => {
  const [listed] = roster([group('場面', '取組')], [group('取組', '消えた種類')]);
  expect(listed?.values.map(({ value }) => value)).toEqual(['場面', '取組', '消えた種類']);
});
