import { expect, test } from 'vitest';
import { directionIds } from '../schema/taxonomy.ts';
import { sampleEntry } from './fixtures/sample-entries.ts';
import { sampleInstitution } from './fixtures/sample-institutions.ts';
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

test('each filled cell of scenes and kinds of institution is a page, and no other', () => {
  const from = catalogOf([
    sampleInstitution('sakura-u', 'さくら大学'),
    sampleEntry('case-studies', 'sakura-u/briefing', { scenes: ['training', 'hiring'] }),
  ]);
  const folders = listPages(from)
    .filter(({ chosen }) => chosen.scene && chosen.kind)
    .map(({ folder, total }) => `${folder} ${total}`);
  expect(folders).toEqual(['by/scene/training/private/ 1', 'by/scene/hiring/private/ 1']);
});
