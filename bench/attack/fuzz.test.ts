import { expect, test } from 'vitest';
import { seededRandom } from '../seeded-random.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { fuzzEnvironment } from './fuzz.ts';
import { hostileWorlds } from './hostile-world.ts';

const { FUZZ_SEED = 11, FUZZ_COUNT = 300 } = fuzzEnvironment.parse(process.env);
/** Characters of what follows itself: the bench takes as many as a text may have. */
const mostRepeats = 20_000;
/** Counted work for each character of a text, and what a page may have beside: twenty charts of a hundred lines. */
const stepsForCharacter = 40;
const stepsForPage = 400_000;

test(`check and page agree on hostile texts (FUZZ_SEED=${FUZZ_SEED} FUZZ_COUNT=${FUZZ_COUNT})`, () => {
  const next = hostileWorlds(seededRandom(FUZZ_SEED), mostRepeats);
  const all: (Agreement & { text: string })[] = [];
  for (let index = 0; index < FUZZ_COUNT; index += 1) {
    const world = next();
    all.push({ ...agreementOf(world), text: world.text });
  }
  const faults = all.flatMap(({ fault, text }, index) =>
    fault === null ? [] : [`${index}: ${fault}\n${JSON.stringify(text.slice(0, 500))}`],
  );
  expect(faults).toEqual([]);
  const dear = all.filter(
    ({ steps, text }) => steps > stepsForCharacter * text.length + stepsForPage,
  );
  expect(dear.map(({ text }) => text.slice(0, 200))).toEqual([]);
  // A generator of nothing but slips, or of nothing hostile, would show nothing.
  expect(all.filter(({ isRendered }) => isRendered).length).toBeGreaterThan(FUZZ_COUNT / 10);
  expect(all.filter(({ codes }) => codes.length > 0).length).toBeGreaterThan(FUZZ_COUNT / 10);
});
