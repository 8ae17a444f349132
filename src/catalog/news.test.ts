import { expect, test } from 'vitest';
import { sampleEntry } from './fixtures/sample-entries.ts';
import { latestChanged, newestPublished } from './news.ts';
import type { ShownEntry } from './shown-content.ts';

const entry = (
  collection: 'case-studies' | 'guidelines' | 'surveys',
  title: string,
  fields: object,
) =>
  sampleEntry(collection, `sakura-u/${title}`, {
    title,
    ...(collection === 'guidelines' ? { level: 'institution', issuer: 'さくら大学' } : {}),
    ...fields,
  }) as ShownEntry;
const titles = (entries: readonly ShownEntry[]) => entries.map(({ data }) => data.title);
const old = { published: '2026-11-22', updated: '2026-11-22' };

test('what is new is told by the day on which the portal published it, whatever its sources are dated', () => {
  const entries = [
    entry('case-studies', 'い', { ...old, asOf: '2026-10-01', updated: '2026-11-30' }),
    entry('case-studies', 'ろ', { published: '2026-11-25', updated: '2026-11-25', asOf: '2008' }),
  ];
  expect(titles(newestPublished(entries, 5))).toEqual(['ろ', 'い']);
  expect(titles(newestPublished(entries, 1))).toEqual(['ろ']);
  expect(titles(latestChanged(entries, 5))).toEqual(['い', 'ろ']);
});

test('of one day the kinds take turns, in the order of titles, however they come and whatever their sources are dated', () => {
  const entries = [
    entry('case-studies', 'う', { ...old, asOf: '2026' }),
    entry('surveys', 'お', old),
    entry('case-studies', 'あ', { ...old, asOf: '2001' }),
    entry('guidelines', 'え', { ...old, asOf: '2025' }),
  ];
  const inTurns = ['あ', 'え', 'お', 'う'];
  expect(titles(newestPublished(entries, 5))).toEqual(inTurns);
  expect(titles(newestPublished(entries.toReversed(), 5))).toEqual(inTurns);
  expect(titles(latestChanged(entries.toReversed(), 5))).toEqual(['あ', 'う', 'え', 'お']);
});
