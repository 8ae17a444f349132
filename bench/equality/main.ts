import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../src/project-root.ts';
import type { Edition } from '../../src/settings.ts';
import { seededRandom } from '../seeded-random.ts';
import { type Published, publishByChance } from './equality.ts';

/**
 * Publishes by chance and compares, after each, what a site process made of the difference with a site that was made from nothing:
 * `npm run bench:equality -- --seed 7 --count 300 --build-every 25`. Ends with 1 where a byte differs.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    count: { type: 'string', default: '30' },
    /** After so many publications the reference is a build by the command; after the others, a process that makes all anew. */
    'build-every': { type: 'string', default: '25' },
    editions: { type: 'string', default: 'public,network' },
    /** A content folder, whose copy is published into. */
    world: { type: 'string', default: join(projectRoot, 'src/e2e/fixtures/portal/content') },
  },
});
const seed = Number(values.seed);
const count = Number(values.count);
const buildEvery = Number(values['build-every']);
let failed = 0;

for (const edition of values.editions.split(',') as Edition[]) {
  console.log(`Edition ${edition}, seed ${seed}, ${count} publications.`);
  const results = await publishByChance(values.world, {
    edition,
    chance: seededRandom(seed),
    count,
    referenceAfter: (number) => (number % buildEvery === 0 ? 'build' : 'whole'),
    told: ({ kinds, made, differing, cpu }, number) => {
      const found = differing?.length
        ? `DIFFERS in ${differing.length}: ${differing.slice(0, 5).join(', ')}`
        : 'same';
      const whole = made.made === 'whole' ? ` whole (${made.because})` : '';
      console.log(
        `${number}. ${kinds.join(' + ')}: ${made.changed} files, ${cpu.toFixed(2)} s, ${Math.round(made.memory / 1e6)} MB${whole}: ${found}`,
      );
    },
  });
  const differing = results.filter((one) => one.differing?.length);
  const whole = results.filter(({ made }) => made.made === 'whole');
  failed += differing.length;
  console.log(
    `${edition}: ${differing.length} of ${results.length} differ, ${whole.length} were made as a whole, median CPU ${medianOf(results).toFixed(2)} s.`,
  );
}
process.exitCode = failed > 0 ? 1 : 0;

function medianOf(results: readonly Published[]): number {
  const sorted = results.map(({ cpu }) => cpu).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
