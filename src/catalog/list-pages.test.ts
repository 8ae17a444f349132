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

test('a cell of the map leads back to each of its two lists', () => {
  const practice = sampleEntry('best-practices', 'sakura-u/pledge', {
    directions: ['people'],
    subthemes: ['export-control'],
  });
  const pages = listPages(catalogOf([practice]));
  const cell = pages.find(({ folder }) => folder === 'by/direction/people/export-control/');
  expect(cell?.conditions).toEqual([
    { label: 'サブテーマ：安全保障輸出管理（貿易管理）', without: 'by/direction/people/' },
    { label: '方向性：人材の確保・育成', without: 'by/subtheme/export-control/' },
  ]);
  expect(cell?.heading).toBe('安全保障輸出管理（貿易管理） × 人材の確保・育成の取組');
  // Nothing common is listed, so there is no page of it to go back to.
  const common = pages.find(({ folder }) => folder === 'by/direction/people/common/');
  expect(common?.conditions.map(({ without }) => without)).toEqual(['by/direction/people/', '']);
});
