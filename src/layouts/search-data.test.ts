import { expect, test } from 'vitest';
import type { Shown } from '../catalog/catalog.ts';
import { scene } from '../schema/scene.ts';
import { pageRecord } from '../search/indexing/page-record.ts';
import { sceneSearchData } from './search-data.ts';

const saidOf = (english?: string) => {
  const data = scene.parse({
    title: '海外出張',
    summary: '出張の前に確かめることです。',
    order: 1,
    question: '何が要る？',
    published: '2026-11-30',
    updated: '2026-11-30',
    searchWords: ['渡航'],
    ...(english ? { english } : {}),
  });
  const page = { url: '/scenes/travel/', title: data.title, sections: [] };
  return pageRecord(page, sceneSearchData({ collection: 'scenes', data } as Shown<'scenes'>));
};

test('a scene is found by its English name, and by the words that the editors gave it', () => {
  const { words, english } = saidOf('Overseas business trips');
  expect(words.toSorted()).toEqual(['Overseas business trips', '渡航']);
  expect(english).toBe('Overseas business trips');
  expect(saidOf().words).toEqual(['渡航']);
});
