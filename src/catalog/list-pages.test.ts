import { expect, test } from 'vitest';
import { directionIds } from '../schema/taxonomy.ts';
import { sampleEntry } from './fixtures/sample-entries.ts';
import { listPages } from './list-pages.ts';
import { catalogOf } from './shown-content.ts';

test('a tag on an event leads somewhere, though no practice has it yet', () => {
  const event = sampleEntry('symposia', 'sakura-u/forum', { directions: ['people'] });
  const pages = listPages(catalogOf([event]));
  const folders = pages
    .filter(({ list, total }) => list.name === 'practices' && total === 0)
    .map(({ folder }) => folder);
  for (const direction of directionIds) expect(folders).toContain(`by/direction/${direction}/`);
  expect(folders).toContain('by/subtheme/trade-secrets/');
});

test('each page is written once', () => {
  const pages = listPages(catalogOf([]));
  const addresses = pages.map(({ list, folder, current }) => `${list.name}/${folder}${current}`);
  expect(new Set(addresses).size).toBe(addresses.length);
});
