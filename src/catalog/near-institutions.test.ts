import { expect, test } from 'vitest';
import { nearInstitutionFinder } from './near-institutions.ts';
import type { Catalog, ShownEntry, ShownPractice } from './shown-content.ts';

/** A practice of a world of letters: `a` to `z` are institutions, the first three of them national. */
const practice = (
  institution: string,
  scenes: string[],
  subthemes: string[] = [],
  directions: string[] = [],
) =>
  ({
    id: `${institution}/${scenes.join('-')}`,
    data: { institution, scenes, subthemes, directions },
  }) as unknown as ShownPractice;

const catalogOf = (practices: ShownPractice[]) =>
  ({
    practices,
    institution: (id: string) => ({
      data: { kind: 'abc'.includes(id) ? 'national' : 'private', medicalSchool: undefined },
    }),
  }) as unknown as Catalog;

const near = (entry: ShownPractice, practices: ShownPractice[], most?: number) =>
  nearInstitutionFinder(
    catalogOf([entry, ...practices]),
    most,
  )(entry as ShownEntry).map(({ id }) => id);

const own = practice('a', ['training', 'hiring'], ['export-control'], ['system']);

test('the same kind of institution comes before another with as much in common', () => {
  expect(near(own, [practice('x', ['training']), practice('b', ['training'])])).toEqual([
    'b/training',
    'x/training',
  ]);
});

test('a shared scene weighs more than a shared subtheme, and both more than a direction', () => {
  expect(
    near(own, [
      practice('x', ['other'], ['export-control'], ['system']),
      practice('y', ['training', 'hiring']),
      practice('z', ['other'], [], ['system']),
    ]),
  ).toEqual(['y/training-hiring', 'x/other']);
});

test('of each institution the closest one, of its own institution none, and no more than asked for', () => {
  const others = [
    practice('a', ['training']),
    practice('b', ['training']),
    practice('b', ['training', 'hiring']),
    practice('x', ['hiring']),
    practice('y', ['hiring']),
  ];
  expect(near(own, others, 2)).toEqual(['b/training-hiring', 'x/hiring']);
});

test('what was told in confidence is near by the kind that it tells', () => {
  const told = {
    id: 'henshubu/training',
    data: { ...practice('henshubu', ['training']).data, institutionKind: 'national' },
  } as unknown as ShownPractice;
  expect(near(own, [practice('x', ['training']), told])).toEqual([
    'henshubu/training',
    'x/training',
  ]);
  expect(near(told, [practice('x', ['training']), practice('b', ['training'])])).toEqual([
    'b/training',
    'x/training',
  ]);
});

test('what was counted for one entry does not count for the next', () => {
  const find = nearInstitutionFinder(catalogOf([own, practice('b', ['training'])]));
  expect(find(own as ShownEntry)).toHaveLength(1);
  expect(find(practice('x', ['donations']) as ShownEntry)).toEqual([]);
});
