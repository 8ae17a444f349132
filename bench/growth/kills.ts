import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wishesAddress } from '../../cms/gateway/wishes/addresses.ts';
import { portalFolder } from '../build/folders.ts';
import { measure } from '../build/measure.ts';
import { processesRunning } from '../build/process-tree.ts';
import { seededRandom } from '../seeded-random.ts';
import { type Change, prepare } from './changes.ts';
import { differingFiles } from './differing-files.ts';
import type { Options } from './options.ts';
import { openPortal, type Portal, publish, removeBuildCache, siteProcess } from './publish.ts';
import { makeGrowthWorld } from './world.ts';

/** What readers saw of a site whose makers were killed. */
export type KillFigures = {
  readonly kills: number;
  readonly seed: number;
  /** Answers that were no whole page while the gateway was up. */
  readonly broken: number;
  readonly answers: number;
  /** Seconds from a kill until the site is as the branch has it. */
  readonly longest: number;
  /** Files that the site has otherwise than a whole build of the same content, after all. */
  readonly differing: readonly string[];
};

const victims = ['site process', 'gateway'] as const;
const patienceMs = 600_000;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Publishes again and again, each time killing the process that makes the site or the gateway itself at some moment of it,
 * and looks at what readers get meanwhile and how long it takes until that is what is published.
 */
export async function killAndLook(
  entries: number,
  folder: string,
  { kills, seed }: Pick<Options, 'kills' | 'seed'>,
  note: (line: string) => void,
): Promise<KillFigures> {
  const random = seededRandom(seed);
  const checkout = join(folder, 'checkout');
  const siteDir = join(folder, 'site');
  const world = makeGrowthWorld(entries, checkout, 0);
  let portal: Portal = await openPortal(world, siteDir);
  let isOver = false;
  let answers = 0;
  let broken = 0;
  const read = async (): Promise<void> => {
    const pages = ['/', '/practices/', '/glossary/', '/search/'];
    for (let turn = 0; !isOver; turn += 1) {
      const page = await portal.reader.fetch((pages[turn % pages.length] ?? '').slice(1)).then(
        (file) => file?.content.toString() ?? '',
        // Nobody answers while there is no gateway.
        () => null,
      );
      if (page !== null) answers += 1;
      if (page !== null && !page.trimEnd().endsWith('</html>')) broken += 1;
      await pause(20);
    }
  };
  const published = () =>
    execFileSync('git', ['rev-parse', 'main'], { cwd: checkout, encoding: 'utf8' }).trim();
  const shown = (): unknown => {
    try {
      return JSON.parse(readFileSync(`${siteDir}.published.json`, 'utf8')).commit;
    } catch {
      return null;
    }
  };
  let number = 0;
  const next = (): Promise<Change> =>
    prepare(number % 3 === 2 ? 'scenes' : 'sentence', world, portal.offices, ++number);

  const reading = read();
  try {
    await publish(portal, await next());
    const usual = (await publish(portal, await next())).live;
    note(`${entries} entries, a publication takes ${usual.toFixed(2)} s; seed ${seed}`);
    let longest = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const victim = victims[kill % victims.length] ?? 'gateway';
      const change = await next();
      const moment = random.below(Math.ceil(usual * 1200));
      const asked = change.publish().catch(() => {});
      await pause(moment);
      const killed = performance.now();
      if (victim === 'gateway') {
        await portal.server.kill();
        await asked;
        portal = await openPortal(world, siteDir);
      } else {
        for (const pid of processesRunning(portal.server.pid, siteProcess)) {
          process.kill(pid, 'SIGKILL');
        }
        await asked;
      }
      while (shown() !== published()) {
        if (performance.now() - killed > patienceMs) throw new Error('The site does not follow.');
        await pause(20);
      }
      const seconds = (performance.now() - killed) / 1000;
      longest = Math.max(longest, seconds);
      note(`${victim} killed after ${moment} ms: as published ${seconds.toFixed(1)} s later`);
    }
    const whole = join(folder, 'whole');
    await measure({
      args: ['src/commands/build.ts'],
      cwd: portalFolder,
      env: {
        EDITION: 'public',
        CONTENT_DIR: world.contentDir,
        OUT_DIR: whole,
        SITE_URL: '',
        BASE_PATH: '',
        // As the gateway has its own builds lead to itself.
        CONTRIBUTE_URL: '/admin/',
        WISH_URL: wishesAddress,
      },
    });
    return { kills, seed, broken, answers, longest, differing: differingFiles(siteDir, whole) };
  } finally {
    isOver = true;
    await reading;
    await portal.server.kill();
    removeBuildCache(world.contentDir);
  }
}
