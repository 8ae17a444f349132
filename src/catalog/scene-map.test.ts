import { expect, test } from 'vitest';
import { sampleEntry } from './fixtures/sample-entries.ts';
import { sampleInstitution } from './fixtures/sample-institutions.ts';
import { sceneMap } from './scene-map.ts';
import { catalogOf } from './shown-content.ts';

const from = catalogOf([
  sampleEntry('scenes', 'training', { title: '研修', order: 2 }),
  sampleEntry('scenes', 'hiring', { title: '採用', order: 1 }),
  sampleInstitution('sakura-u', 'さくら大学'),
  sampleInstitution('momiji-u', 'もみじ大学', { kind: 'national' }),
  sampleEntry('case-studies', 'sakura-u/briefing', { scenes: ['training'] }),
  sampleEntry('best-practices', 'momiji-u/lecture', { scenes: ['training'] }),
  sampleEntry('best-practices', 'momiji-u/film', { scenes: ['training'], with: ['sakura-u'] }),
]);

test('each practice counts once for each of its scenes, with the institution that it belongs to', () => {
  const filled = sceneMap(from).map(({ id, cells }) => ({
    id,
    counts: cells.filter(({ count }) => count > 0).map(({ kind, count }) => `${kind} ${count}`),
  }));
  expect(filled).toEqual([
    { id: 'hiring', counts: [] },
    { id: 'training', counts: ['national 2', 'private 1'] },
  ]);
});

test('every scene has a cell for every kind, so that what is missing is seen', () => {
  for (const { cells } of sceneMap(from)) expect(cells).toHaveLength(8);
});
