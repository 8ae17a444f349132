import { expect, test } from 'vitest';
import {
  type Chosen,
  countWithin,
  type FacetName,
  facetNames,
  type ListItem,
  matches,
  narrowedTitle,
  usualKind,
} from './facets.ts';

const item = (facets: Chosen, badge = '事例'): ListItem => ({
  address: '/practices/sakura-u/pledge/',
  title: '誓約',
  summary: '',
  badge,
  selected: false,
  institution: 'さくら大学',
  kind: '国立大学',
  profile: ['national'],
  asOf: null,
  facets: Object.fromEntries(facetNames.map((name) => [name, facets[name] ?? []])) as Record<
    FacetName,
    string[]
  >,
});

test('a value counts what it would leave beside what is chosen of other facets', () => {
  const items = [
    item({ direction: ['system'], scene: ['hiring'] }),
    item({ direction: ['people'], scene: ['hiring'] }),
    item({ direction: ['people'], scene: ['training'], subtheme: ['export-control'] }),
  ];
  const cell: Chosen = { direction: ['people'], subtheme: ['export-control'] };
  expect(countWithin(items, {}, 'scene', 'hiring')).toBe(2);
  expect(countWithin(items, { direction: ['people'] }, 'scene', 'hiring')).toBe(1);
  expect(countWithin(items, cell, 'scene', 'hiring')).toBe(0);
  // Within a facet a second value widens the list, so the first does not count.
  expect(countWithin(items, { direction: ['people'] }, 'direction', 'system')).toBe(1);
});

test('what is counted is what the value leads to', () => {
  const items = [item({ scene: ['hiring'], kind: ['private'] }), item({ kind: ['national'] })];
  for (const value of ['private', 'national']) {
    const chosen: Chosen = { scene: ['hiring'], kind: [value] };
    const found = items.filter((one) => matches(one, chosen)).length;
    expect(countWithin(items, { scene: ['hiring'] }, 'kind', value)).toBe(found);
  }
});

test('a narrowed list is called after all that is chosen', () => {
  const label = (facet: FacetName, value: string) =>
    facet === 'model' ? 'モデル機関の取組' : value;
  const titleOf = (chosen: Chosen) => narrowedTitle('取組', chosen, label);
  expect(titleOf({})).toBe('取組');
  expect(titleOf({ kind: [] })).toBe('取組');
  expect(titleOf({ model: ['yes'] })).toBe('モデル機関の取組');
  expect(titleOf({ kind: ['国立大学', '私立大学'], scene: ['海外出張'] })).toBe(
    '海外出張 × 国立大学または私立大学の取組',
  );
});

test('the kind of most entries goes without saying', () => {
  const [one, other] = [item({}, '事例'), item({}, '取組')];
  expect(usualKind([])).toBe('');
  expect(usualKind([one, one])).toBe('事例');
  expect(usualKind([one, other, other])).toBe('取組');
  expect(usualKind([one, other])).toBe('');
});
