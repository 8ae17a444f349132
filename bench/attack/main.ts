import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report } from '../gateway/report.ts';
import { attackPortal, makeAttacks } from './attack-portal.ts';
import { type Fault, sufferFaults } from './faults.ts';
import { siegeFigures } from './figures.ts';
import { fuzzReport, runFuzz } from './fuzz.ts';
import { type Options, type Part, readOptions, usage } from './options.ts';
import { raceOnLinkedEntries } from './races.ts';

const note = (line: string) => console.error(`  ${line}`);
const mostListed = 20;

const listed = (title: string, lines: readonly string[]): string =>
  lines.length === 0
    ? ''
    : `${title}:\n${lines
        .slice(0, mostListed)
        .map((line) => `- ${line}`)
        .join('\n')}\n`;

const portal = async (folder: string, { seed, attacks }: Options): Promise<string> => {
  const siege = await attackPortal(folder, makeAttacks(seed, attacks), note);
  return [
    report('The portal, attacked', siegeFigures(siege), ['at rest', 'attacked']),
    listed('Slowest pages', siege.slowest),
    listed(
      'Saves not taken',
      siege.attacked.saves.flatMap(({ status, told }) => (told ? `${status} ${told}` : [])),
    ),
    listed('Afterwards', siege.aftermath.trouble ? [siege.aftermath.trouble] : []),
    listed('No answer', siege.broken),
    listed('Wrong answers', siege.wrong),
    listed('Moved by what was refused', siege.movedByRefused),
    listed('git fsck', siege.gitFaults),
  ].join('\n');
};

/** Texts of a grammar, of which the check and the page have to say the same. */
const fuzz = async (_folder: string, { seed, texts }: Options): Promise<string> =>
  `## Check and page\n${fuzzReport(runFuzz({ seed, count: texts }))}\n`;

/** Pairs of changes that meet on linked entries. */
const races = async (_folder: string, { seed, pairs }: Options): Promise<string> => {
  const { broken, answers } = await raceOnLinkedEntries({ seed, pairs });
  const counts = Object.entries(answers).map(([answer, count]) => `${answer} ${count}`);
  return [
    `## ${pairs} pairs of changes at once`,
    `broken: ${broken.length} (aim 0); answers: ${counts.join(', ')}`,
    listed('Broken', broken),
  ].join('\n');
};

const storyOf = ({ contradictions, isPublished }: Fault): string => {
  if (contradictions === null) return 'could not be tried here';
  const told = contradictions.join('; ') || 'one story';
  return `${told}, ${isPublished ? '' : 'not '}published`;
};

/** Kills and disks that fail, in the middle of a publication. */
const faults = async (_folder: string, { seed, kills }: Options): Promise<string> => {
  const suffered = await sufferFaults({
    seed,
    kills,
    tell: (fault) => note(`${fault.name}: ${storyOf(fault)}`),
  });
  const contradicted = suffered.filter(({ contradictions }) => contradictions?.length);
  const untried = suffered.filter(({ contradictions }) => contradictions === null);
  return [
    `## ${suffered.length} faults in the middle of a publication`,
    `two stories: ${contradicted.length} (aim 0); could not be tried here: ${untried.length}`,
    listed(
      'Two stories',
      contradicted.map((fault) => `${fault.name}: ${storyOf(fault)}`),
    ),
  ].join('\n');
};

const run: Readonly<Record<Part, (folder: string, options: Options) => Promise<string>>> = {
  portal,
  fuzz,
  races,
  faults,
};

if (process.platform !== 'linux') {
  console.error('The bench reads /proc and runs on Linux only.');
  process.exit(1);
}
// The portal is in a group of its own, which an interruption does not reach: it ends with this process.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
try {
  const options = readOptions(process.argv.slice(2), () => randomInt(1, 1_000_000));
  console.log(`seed ${options.seed}`);
  for (const part of options.parts) {
    const folder = mkdtempSync(join(tmpdir(), `bench-attack-${part}-`));
    try {
      console.log(`\n${await run[part](folder, options)}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 1;
}
