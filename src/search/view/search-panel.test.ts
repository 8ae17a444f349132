import { expect, test } from 'vitest';
import { panelGroups } from './search-panel.ts';

test('the panel keeps what is chosen, though no result has it, so that it can be taken back', () => {
  const groups = panelGroups(
    { kind: { 取組: 3 } },
    { kind: ['場面'] },
    { kind: '種類', year: '年' },
  );
  const [kinds, years] = groups;
  expect(kinds?.values).toContainEqual({ value: '場面', label: '場面', count: 0 });
  expect(kinds?.values).toContainEqual({ value: '取組', label: '取組', count: 3 });
  expect(years?.values).toEqual([]);
});
