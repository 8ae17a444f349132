import { expect, test } from 'vitest';
import { sampleEntry } from '../catalog/fixtures/sample-entries.ts';
import { catalogOf } from '../catalog/shown-content.ts';
import { sceneSearchData } from './search-data.ts';

const wordsOf = (english?: string): string[] => {
  const scene = sampleEntry('scenes', 'travel', {
    ...(english ? { english } : {}),
    searchWords: ['渡航'],
  });
  const [shown] = catalogOf([scene]).all('scenes');
  return shown ? (sceneSearchData(shown).words ?? []) : [];
};

test('a scene is found by its English name, and by the words that the editors gave it', () => {
  expect(wordsOf('Overseas business trips')).toEqual(['Overseas business trips', '渡航']);
  expect(wordsOf()).toEqual(['渡航']);
});
