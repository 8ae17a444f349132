import { expect, test } from 'vitest';
import { institution } from './institution.ts';
import { isPlaceId, placeAspectIds, placeIdsOf, placeLabel, placeOf } from './place.ts';

const source = { title: 'さくら大学の概要' };
const days = { published: '2026-01-10', updated: '2026-01-10' };
const known = (facts: object) => {
  const data = institution.parse({ name: 'さくら大学', kind: 'private', ...days, ...facts });
  return placeOf(data.kind, data);
};
const students = (count: number) => ({ of: 'students', count, year: '2025年5月1日現在', source });

test('no identifier stands for two things', () => {
  const ids = placeAspectIds.flatMap(placeIdsOf);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(placeLabel(id)).not.toBe(id);
});

test('what is not registered is not known', () => {
  expect(known({})).toEqual(['private']);
  expect(placeOf('private', undefined)).toEqual(['private']);
  expect(placeOf(undefined, undefined)).toEqual([]);
});

test('the number of students says which size it is, that of the staff does not', () => {
  expect(known({ size: students(3999) })).toEqual(['private', 'small']);
  expect(known({ size: students(4000) })).toEqual(['private', 'medium']);
  expect(known({ size: students(8000) })).toEqual(['private', 'large']);
  expect(known({ size: { ...students(300), of: 'staff' } })).toEqual(['private']);
});

test('official groups, medical schools and studies are taken as they are registered', () => {
  const sizeGroup = { value: 'G', year: '2019', source };
  expect(known({ sizeGroup })).toEqual(['private', 'group-g']);
  expect(known({ sizeGroup: { ...sizeGroup, value: '?' } })).toEqual(['private']);
  expect(known({ medicalSchool: { value: false, source } })).toEqual(['private', 'no-medical']);
  expect(known({ study: { value: 'humanities', source } })).toEqual(['private', 'humanities']);
});

test.each(['', 'PRIVATE', 'constructor', '__proto__', '私立大学'])(
  '%j is no identifier',
  (text) => {
    expect(isPlaceId(text)).toBe(false);
  },
);
