import { expect, test } from 'vitest';
import type { Shown } from '../catalog/catalog.ts';
import { scene } from '../schema/scene.ts';
import { sceneSearchData } from './search-data.ts';

const wordsOf = (english?: string): string[] => {
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
  return sceneSearchData({ collection: 'scenes', data } as Shown<'scenes'>).words ?? [];
};

test('a scene is found by its English name, and by the words that the editors gave it', () => {
  expect(wordsOf('Overseas business trips')).toEqual(['Overseas business trips', '渡航']);
  expect(wordsOf()).toEqual(['渡航']);
});
