import { expect, test } from 'vitest';
import { pageRecord } from './page-record.ts';
import { pageRows } from './page-table.ts';
import { outlineOf } from './readings.ts';

const row = (url: string, data: Parameters<typeof pageRecord>[1]) =>
  outlineOf(pageRecord({ url, title: url, sections: [] }, data));

test('an entry has the profile of its institution’s page; told in confidence, its kind alone', () => {
  const kind = { institutionKind: ['私立大学'] };
  const rows = pageRows([
    row('/practices/sakura-u/a/', { institution: 'さくら大学', facets: kind }),
    row('/practices/henshubu/b/', { institution: '編集部預かり', facets: kind }),
    row('/glossary/c/', {}),
    row('/institutions/sakura-u/', {
      institution: 'さくら大学',
      facets: kind,
      profile: ['private', 'no-medical'],
    }),
  ]);
  expect(rows.map(({ profile }) => profile)).toEqual([
    ['private', 'no-medical'],
    ['private'],
    [],
    ['private', 'no-medical'],
  ]);
});
