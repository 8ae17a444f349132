import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readSettings } from '../../src/settings.ts';
import { portalFolder } from '../build/folders.ts';
import { highestMemory, processesRunning, treeMemory } from '../build/process-tree.ts';
import { type GatewayServer, startGatewayServer } from '../gateway/gateway-server.ts';
import { percentile } from '../percentile.ts';
import { type Change, type ChangeKind, prepare } from './changes.ts';
import { bytesOfUpdate, takeCopy } from './copy-update.ts';
import { type Offices, openOffices } from './offices.ts';
import type { Options } from './options.ts';
import { createReader, type Reader } from './reader.ts';
import { type GrowthWorld, makeGrowthWorld } from './world.ts';

/** What one publication took, in seconds from the editor's decision. */
export type Took = {
  /** Until the editor is told that readers see it as it is now. */
  live: number;
  /** Until a search has it, or has it no more. */
  found: number;
  /** Until the page was there, or gone. */
  seen: number;
  /** Processor time of the gateway and all that it started. */
  cpu: number;
};

/** What publications cost in a world of one size. */
export type PublishFigures = {
  /** Medians; the first of all, for which the process had to start, is told by itself. */
  kinds: ReadonlyMap<ChangeKind, Took>;
  first: Took;
  afterIdling: Took;
  /** Bytes. */
  gatewayPeak: number;
  siteProcessPeak: number;
  idle: number;
  copyUpdate: number;
  /** Seconds from the start until the portal answers: it builds its site then. */
  start: number;
};

const askEveryMs = 50;
const patienceSeconds = 600;
/** The process that stays is ended after so long, which is the least that can be set. */
const idleMinutes = 1;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Seconds until something is so. @throws Error where it is not for ten minutes */
async function until(what: string, since: number, isSo: () => Promise<boolean>): Promise<number> {
  const patience = since + patienceSeconds * 1000;
  while (performance.now() < patience) {
    if (await isSo()) return (performance.now() - since) / 1000;
    await pause(askEveryMs);
  }
  throw new Error(`${what} is not so after ${patienceSeconds} s.`);
}

/** A portal at work with those who publish and read. */
export type Portal = {
  readonly server: GatewayServer;
  readonly offices: Offices;
  readonly reader: Reader;
};

/** Starts the portal of a world. @returns it, and the seconds until it answers */
export async function openPortal(
  world: Pick<GrowthWorld, 'contentDir'>,
  siteDir: string,
): Promise<Portal & { seconds: number }> {
  const began = performance.now();
  const server = await startGatewayServer({
    kind: 'portal',
    contentDir: world.contentDir,
    siteDir,
    set: { SITE_PROCESS_IDLE_MINUTES: String(idleMinutes) },
  });
  const seconds = (performance.now() - began) / 1000;
  const offices = await openOffices(server);
  const reader = await createReader(`http://127.0.0.1:${server.port}`, `${siteDir}-reader`);
  return { server, offices, reader, seconds };
}

/** Where builds keep what they rendered of a content: in the portal's own folder, under a name for each. */
export function removeBuildCache(contentDir: string): void {
  const { cacheDir } = readSettings({ CONTENT_DIR: contentDir });
  rmSync(join(portalFolder, '.cache', basename(cacheDir)), { recursive: true, force: true });
}

/** Publishes a change and waits until everybody has it. */
export async function publish({ server, offices, reader }: Portal, change: Change): Promise<Took> {
  const { entry, query, scene, isFound } = change;
  const cpuBefore = server.cpuSeconds();
  const since = performance.now();
  await change.publish();
  const address = `/practices/${entry.contentPath.replace(/^[^/]+\//, '')}/`;
  const wanted = isFound ? 'live' : 'not-shown';
  const isLive = async () => {
    const { state, message } = await offices.publicationOf(entry);
    if (state === 'failed')
      throw new Error(`${entry.contentPath} failed: ${message}\n${server.printed()}`);
    return state === wanted;
  };
  const isSeen = async () => (await reader.sees(address)) === isFound;
  // Who is kept from readers is asked for at once, who comes to them when that is said.
  const [live, seen] = isFound
    ? await until('live', since, isLive).then(async (at) => [
        at,
        await until('seen', since, isSeen),
      ])
    : await Promise.all([until('live', since, isLive), until('gone', since, isSeen)]);
  const isAnswered = async () => (await reader.finds(address, query, scene)) === isFound;
  const found = await until('found', since, isAnswered);
  return { live: live ?? 0, seen: seen ?? 0, found, cpu: server.cpuSeconds() - cpuBefore };
}

const medianOf = (all: readonly Took[]): Took => {
  const of = (name: keyof Took) =>
    percentile(
      all.map((took) => took[name]),
      0.5,
    );
  return { live: of('live'), found: of('found'), seen: of('seen'), cpu: of('cpu') };
};

/** What the process that stays is started by. */
export const siteProcess = 'commands/site-process.ts';
/** What a portal ends that is left alone: the site process, and five minutes later those that judge texts. */
const endsAtRest = [siteProcess, 'judge-process'];

/**
 * Publishes changes of all kinds in a world of a number of entries, each by an office and an editor as they do it.
 * @param folder for the world and its site
 * @param note told of each kind that is done
 */
export async function measurePublications(
  entries: number,
  folder: string,
  { kinds, runs }: Pick<Options, 'kinds' | 'runs'>,
  note: (line: string) => void,
): Promise<PublishFigures> {
  const world = makeGrowthWorld(entries, join(folder, 'checkout'), 2 * runs);
  const portal = await openPortal(world, join(folder, 'site'));
  const { server, offices, reader, seconds: start } = portal;
  note(`${entries} entries are served after ${start.toFixed(1)} s`);
  let number = 0;
  const next = (kind: ChangeKind) => prepare(kind, world, offices, ++number);
  let siteProcessPeak = 0;
  const look = () => {
    for (const pid of processesRunning(server.pid, siteProcess)) {
      siteProcessPeak = Math.max(siteProcessPeak, highestMemory(pid));
    }
  };
  try {
    const first = await publish(portal, await next('sentence'));
    note(`first: live ${first.live.toFixed(2)} s, found ${first.found.toFixed(2)} s`);
    const measured = new Map<ChangeKind, Took>();
    for (const kind of kinds) {
      const all: Took[] = [];
      for (let run = 0; run < runs; run += 1) {
        all.push(await publish(portal, await next(kind)));
        look();
      }
      const took = medianOf(all);
      measured.set(kind, took);
      note(`${kind}: live ${took.live.toFixed(2)} s, found ${took.found.toFixed(2)} s`);
    }
    const copy = await takeCopy(reader);
    await publish(portal, await next('sentence'));
    const copyUpdate = await bytesOfUpdate(reader, copy);
    note(`a copy's update takes ${copyUpdate} bytes`);
    look();
    const gatewayPeak = server.highestBytes();
    await until('idle', performance.now(), async () => {
      await pause(1000);
      return endsAtRest.every((name) => processesRunning(server.pid, name).length === 0);
    });
    const idle = treeMemory(server.pid).resident;
    const afterIdling = await publish(portal, await next('sentence'));
    return {
      kinds: measured,
      first,
      afterIdling,
      gatewayPeak,
      siteProcessPeak,
      idle,
      copyUpdate,
      start,
    };
  } finally {
    await server.kill();
    removeBuildCache(world.contentDir);
  }
}
