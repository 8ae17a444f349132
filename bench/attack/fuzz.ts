import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { seededRandom } from '../seeded-random.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { type HostileWorld, hostileWorlds } from './hostile-world.ts';

/** What the environment may set for a run: which texts, and how many. */
export const fuzzEnvironment = z.object({
  FUZZ_SEED: z.coerce.number().int().nonnegative().optional(),
  FUZZ_COUNT: z.coerce.number().int().positive().optional(),
});

/** As many characters as may come of a piece that follows itself, so that texts reach what may be. */
const mostRepeats = 1_000_000;
/** The bars: how long one text may take, and how much memory, from the check to the page. */
const mostMilliseconds = 300;
const mostMegabytes = 100;
/** Code that has not run yet is slow; a bar holds from here on. */
const warmUp = 50;

/** One hostile text on which something is wrong. */
export type FuzzFault = { index: number; fault: string; text: string };
/** What came of a run. */
export type FuzzReport = {
  seed: number;
  count: number;
  rendered: number;
  /** How many had each code. */
  codes: ReadonlyMap<string, number>;
  faults: readonly FuzzFault[];
  slowest: { milliseconds: number; index: number };
  largest: { megabytes: number; index: number };
};

/**
 * Holds check and page of many hostile texts against each other, and both against the bars of time and memory.
 * @param seed the same gives the same texts
 */
export const runFuzz = ({ seed, count }: { seed: number; count: number }): FuzzReport => {
  const next = hostileWorlds(seededRandom(seed), mostRepeats);
  const faults: FuzzFault[] = [];
  const codes = new Map<string, number>();
  let rendered = 0;
  let slowest = { milliseconds: 0, index: 0 };
  let largest = { megabytes: 0, index: 0 };
  for (let index = 0; index < count; index += 1) {
    const world = next();
    const { agreement, milliseconds, megabytes } = measured(world);
    const tell = (fault: string) => faults.push({ index, fault, text: world.text });
    if (agreement.fault !== null) tell(agreement.fault);
    if (agreement.isRendered) rendered += 1;
    for (const code of new Set(agreement.codes)) codes.set(code, (codes.get(code) ?? 0) + 1);
    if (index < warmUp) continue;
    if (milliseconds > slowest.milliseconds) slowest = { milliseconds, index };
    if (megabytes > largest.megabytes) largest = { megabytes, index };
    if (milliseconds > mostMilliseconds) tell(`${Math.round(milliseconds)} ms`);
    if (megabytes > mostMegabytes) tell(`${Math.round(megabytes)} MB`);
  }
  return { seed, count, rendered, codes, faults, slowest, largest };
};

/** Of the processor, not of the clock; memory by how much more the process holds, now and at most. */
const measured = (
  world: HostileWorld,
): { agreement: Agreement; milliseconds: number; megabytes: number } => {
  const usage = process.cpuUsage();
  const before = held();
  const agreement = agreementOf(world);
  const after = held();
  const { user, system } = process.cpuUsage(usage);
  return {
    agreement,
    milliseconds: (user + system) / 1000,
    megabytes: Math.max(...after.map((bytes, index) => bytes - (before[index] ?? 0))) / 1e6,
  };
};

/** Bytes of the process, of what lives in it, and of what it held at most. */
const held = (): number[] => {
  const { rss, heapUsed, external } = process.memoryUsage();
  return [rss, heapUsed + external, process.resourceUsage().maxRSS * 1024];
};

/** The run in words, the faults first. */
export const fuzzReport = ({
  seed,
  count,
  rendered,
  codes,
  faults,
  slowest,
  largest,
}: FuzzReport): string => {
  const shown = faults
    .slice(0, 20)
    .map(
      ({ index, fault, text }) => `${index}: ${fault}\n    ${JSON.stringify(text.slice(0, 400))}`,
    );
  const often = [...codes].sort(([, a], [, b]) => b - a).map(([code, times]) => `${code} ${times}`);
  return [
    ...shown,
    `FUZZ_SEED=${seed} FUZZ_COUNT=${count}: ${faults.length} faults, ${rendered} rendered`,
    `slowest ${Math.round(slowest.milliseconds)} ms (${slowest.index}), largest ${Math.round(largest.megabytes)} MB (${largest.index})`,
    often.join(', '),
  ].join('\n');
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { FUZZ_SEED, FUZZ_COUNT } = fuzzEnvironment.parse(process.env);
  const report = runFuzz({
    seed: FUZZ_SEED ?? Date.now() % 1_000_000,
    count: FUZZ_COUNT ?? 5000,
  });
  console.log(fuzzReport(report));
  process.exitCode = report.faults.length > 0 ? 1 : 0;
}
