import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildOnce } from '../../cms/e2e/build-once.ts';
import {
  type GoneJourney,
  goJourney,
  startPortalFor,
} from '../../cms/e2e/random-journeys/go-journeys.ts';
import { readMoves, writtenMoves } from '../../cms/e2e/random-journeys/move.ts';
import { endBuilding } from '../../cms/editor/build-editor.ts';
import { launchBrowser } from '../../src/browser/launch-browser.ts';
import { projectRoot } from '../../src/project-root.ts';
import { seededRandom } from '../seeded-random.ts';
import { type Options, readOptions, usage } from './options.ts';

/** How many journeys share a portal: what one leaves behind is no longer there for all the others. */
const perPortal = 20;
/** Where the moves of a journey are written that went wrong. */
const failedFolder = join(projectRoot, '.cache/random-journeys');

const tell = (seed: number, { number, moves, faults }: GoneJourney): void => {
  if (faults.length === 0) return;
  mkdirSync(failedFolder, { recursive: true });
  const file = join(failedFolder, `${seed}-${number}.txt`);
  writeFileSync(file, `${writtenMoves(moves)}\n`);
  console.log(`\njourney ${number}: --replay ${file}`);
  for (const fault of faults) console.log(`- ${fault}`);
};

const goAll = async ({ seed, sequences, from, replay, moves }: Options): Promise<void> => {
  const replayed = replay === null ? undefined : readMoves(readFileSync(replay, 'utf8'));
  const numbers = Array.from({ length: replayed ? 1 : sequences }, (_, place) => from + place);
  const { built, remove } = await buildOnce();
  await endBuilding();
  const browser = await launchBrowser();
  const gone: GoneJourney[] = [];
  try {
    for (let first = 0; first < numbers.length; first += perPortal) {
      const some = numbers.slice(first, first + perPortal);
      const portal = await startPortalFor(some, built);
      try {
        for (const number of some) {
          const random = seededRandom(seed * 100_003 + number);
          const journey = await goJourney(
            { browser, portal, number, random, ...(moves ? { tell: console.log } : {}) },
            replayed,
          );
          tell(seed, journey);
          gone.push(journey);
          process.stderr.write(journey.faults.length === 0 ? '.' : 'x');
        }
        for (const trouble of portal.troubles) console.log('- trouble of the portal:', trouble);
      } finally {
        await portal.close();
      }
    }
  } finally {
    await browser.close();
    await remove();
  }
  const faults = gone.flatMap((journey) => journey.faults);
  const count = (kind: string) => faults.filter((fault) => fault.startsWith(kind)).length;
  const marks = gone.reduce((sum, journey) => sum + journey.marks, 0);
  console.log(
    `\n${gone.length} journeys of seed ${seed}, ${marks} marks: lost ${count('lost')} (aim 0), given away ${count('given away')} (aim 0), stuck ${count('stuck')} (aim 0), errors in the page ${count('error')} (aim 0).`,
  );
  if (faults.length > 0) process.exitCode = 1;
};

try {
  const options = readOptions(process.argv.slice(2), () => randomInt(1, 1_000_000));
  console.log(`seed ${options.seed}`);
  await goAll(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 1;
}
