import { expect, test } from 'vitest';
import { institution } from '../schema/institution.ts';
import { practice } from '../schema/practice.ts';
import { dataSet } from './data-sets.ts';
import { ownerOf } from './entry-owner.ts';
import { institutionMap } from './institution-map.ts';
import { institutionProfiles } from './institution-profile.ts';
import { listItem } from './lists.ts';
import { catalogOf, type Shown } from './shown-content.ts';

const days = { published: '2026-01-10', updated: '2026-01-10' };
const shown = (collection: string, id: string, data: unknown) =>
  ({
    collection,
    id,
    contentPath: `${collection}/${id}`,
    address: `/${collection}/${id}/`,
    data,
    html: '',
    headings: [],
    files: [],
  }) as unknown as Shown;
const practiceOf = (institution: string, more: object) =>
  shown(
    'case-studies',
    `${institution}/report`,
    practice.parse({
      title: '題名',
      summary: '要約です。',
      institution,
      directions: ['system'],
      reviewBasis: 'event',
      ...days,
      ...more,
    }),
  );

const sakura = institution.parse({ name: 'さくら大学', kind: 'national', ...days });
const catalog = catalogOf([
  shown('institutions', 'sakura-u', sakura),
  practiceOf('sakura-u', {
    origin: 'on-behalf',
    approval: { on: '2026-01-08', office: '研究推進課' },
  }),
  practiceOf('henshubu', { origin: 'in-confidence', institutionKind: 'public' }),
]);
const [own, told] = ['sakura-u', 'henshubu'].map((id) =>
  catalog.practices.find(({ data }) => data.institution === id),
);
if (!own || !told) throw new Error('The catalogue lacks an entry of the fixture.');

test('an entry is its institution’s; of what was told in confidence nobody learns more than the kind', () => {
  expect(ownerOf(own, catalog)).toMatchObject({
    name: 'さくら大学',
    kind: 'national',
    institution: { id: 'sakura-u' },
  });
  expect(ownerOf(told, catalog)).toEqual({
    name: '編集部預かり',
    kind: 'public',
    institution: undefined,
  });
});

test('lists find it by its kind', () => {
  expect(listItem(told, catalog)).toMatchObject({
    institution: '編集部預かり',
    kind: '公立大学',
    facets: { kind: ['public'], model: [] },
  });
});

test('data say that no institution of the registry stands behind it, and who approved what', () => {
  const { records } = dataSet('practices', catalog, undefined);
  expect(records).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        institution: null,
        institutionName: '編集部預かり',
        institutionKind: '公立大学',
        approvedOn: null,
      }),
      expect.objectContaining({
        institution: 'sakura-u',
        approvedOn: '2026-01-08',
        approvedBy: '研究推進課',
      }),
    ]),
  );
});

test('the registry and the map of institutions count it nowhere', () => {
  expect(institutionProfiles(catalog).map(({ count }) => count)).toEqual([1]);
  expect(institutionMap(catalog).flatMap(({ rows }) => rows)).toMatchObject([
    { name: 'さくら大学', total: 1 },
  ]);
});
