import { performance } from 'node:perf_hooks';
import { percentile } from '../percentile.ts';
import { seededRandom } from '../seeded-random.ts';
import type { Contender } from './contender.ts';
import { type Answer, entriesIn, expectDone } from './decap-protocol.ts';
import type { World } from './world.ts';

const requestKinds = ['list', 'entry', 'save'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What one kind of request takes of a server. */
export type Speed = {
  medianMs: number;
  p95Ms: number;
  /** The first request after the start of the server, which is not counted with the others. */
  firstMs: number;
  /** Processor time of the server for one request. */
  cpuMs: number;
};
export type Speeds = Record<RequestKind, Speed>;

/** Requests before the ones that count: a server that has just started compiles and reads what it keeps. */
const warmUps = 3;
const seed = 20160330;

/**
 * Times lists, single entries and saves of new drafts, one request at a time. They alternate between the servers, so
 * that a machine that slows down meanwhile slows both; the one that is not asked is idle, so that its processor time
 * stands still.
 * @throws Error where a server does not do what it is asked, or its list is not whole
 */
export async function measureSpeed(
  contenders: readonly Contender[],
  world: World,
  runs: number,
): Promise<Speeds[]> {
  const speeds = contenders.map((): Partial<Speeds> => ({}));
  for (const kind of requestKinds) {
    const first = await inTurns(contenders, warmUps, requestsOf(kind, world, warmUps));
    const cpuBefore = contenders.map((contender) => contender.cpuSeconds());
    const times = await inTurns(contenders, runs, requestsOf(kind, world, runs));
    for (const [index, contender] of contenders.entries()) {
      const milliseconds = times[index] ?? [];
      const cpuSeconds = contender.cpuSeconds() - (cpuBefore[index] ?? 0);
      (speeds[index] as Partial<Speeds>)[kind] = {
        medianMs: percentile(milliseconds, 0.5),
        p95Ms: percentile(milliseconds, 0.95),
        firstMs: first[index]?.[0] ?? 0,
        cpuMs: (cpuSeconds * 1000) / runs,
      };
    }
  }
  return speeds as Speeds[];
}

/** One request of a series, the same for each server. */
type Request = (contender: Contender, run: number) => Promise<Answer>;

function requestsOf(kind: RequestKind, world: World, runs: number): Request {
  if (kind === 'entry') {
    const asked = seededRandom(seed).some(world.published, runs);
    return (contender, run) => contender.entry(asked[run % asked.length] ?? { contentPath: '' });
  }
  if (kind === 'save') {
    const drafts = world.newEntries(runs);
    return (contender, run) => contender.save(drafts[run] as (typeof drafts)[number], null);
  }
  return (contender) => contender.list();
}

/** @returns the milliseconds of each server's requests */
async function inTurns(
  contenders: readonly Contender[],
  runs: number,
  request: Request,
): Promise<number[][]> {
  const times = contenders.map((): number[] => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [index, contender] of contenders.entries()) {
      const started = performance.now();
      await expectDone(request(contender, run));
      times[index]?.push(performance.now() - started);
    }
  }
  return times;
}

/** @throws Error where a server's list is not the published entries */
export async function expectWholeLists(
  contenders: readonly Contender[],
  world: World,
): Promise<void> {
  for (const contender of contenders) {
    const listed = entriesIn(await expectDone(contender.list()));
    if (listed === world.published.length) continue;
    throw new Error(`${contender.name} lists ${listed} of ${world.published.length} entries.`);
  }
}
