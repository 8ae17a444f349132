import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { seededRandom } from '../seeded-random.ts';
import { publishByChance } from './equality.ts';

test('a site process serves, after publications of any kind, what a build would', async () => {
  const world = join(projectRoot, 'src/e2e/fixtures/two-audiences/content');
  const published = await publishByChance(world, {
    edition: 'network',
    chance: seededRandom(18),
    count: 6,
    referenceAfter: (number) => (number % 3 === 0 ? 'build' : null),
  });
  expect(published.flatMap(({ differing }) => differing ?? [])).toEqual([]);
  expect(published.map(({ made }) => made.made)).toEqual(Array(6).fill('difference'));
});
