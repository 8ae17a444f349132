import type { Settings } from '../../../src/settings.ts';
import { type BuildResult, createBuildProcess } from './build-process.ts';
import { leftOutTrouble } from './build-trouble.ts';
import { clearLeftovers } from './leftovers.ts';
import { siteCode } from './site-code.ts';
import { createSiteProcess, siteProcessCommand } from './site-process.ts';
import type { Command } from './site-program.ts';
import { readStamp, type SiteStamp, siteOf } from './site-stamp.ts';

/** How the site is brought to the content: by what differs from it, or by building all of it. */
export type Way = 'difference' | 'whole';

/** The end of an attempt. */
export type Made = BuildResult & {
  /** How it was made: a difference that cannot be made is made as a whole. */
  readonly way: Way;
  /** False where the site is as it was. */
  readonly hasChanged: boolean;
  /** Whether it has pages no more that it had, whose words the index of the search still has places of. */
  readonly tookAway: boolean;
  /** The code that it was made by (site-code.ts). */
  readonly code: string;
};

/** What makes the site of one edition, one attempt at a time. */
export type SiteMaker = {
  /**
   * Brings the site to the content; does not throw for an attempt that fails.
   * @param signal gives a whole build up
   */
  make(way: Way, signal?: AbortSignal): Promise<Made>;
  /** Somebody may publish soon. Nothing may be under way. */
  warmUp(): Promise<void>;
  /** Lets go of the memory that the next attempt would be quicker by. Nothing may be under way. */
  rest(): Promise<void>;
  /** Ends what is under way, and starts nothing more. */
  stop(): Promise<void>;
};

/** The commands in place of the portal's own. */
export type MakerCommands = {
  /** Builds the site whole (build-process.ts). */
  readonly build?: Command;
  /** Stays and follows (site-process.ts); null where each attempt is a whole build. */
  readonly follow?: Command | null;
};

/**
 * Makes the maker of a site. What differs is made by a process that stays, as long as it is known what the served site was
 * made from and by which code; all else, and whatever that process cannot do, by a build, which knows nothing from before.
 * @param onTrouble hears of faults that no person who publishes can mend, and which attachments were left out
 */
export const createSiteMaker = ({
  settings,
  projectRoot,
  build,
  follow = build ? null : siteProcessCommand,
  onTrouble,
}: MakerCommands & {
  settings: Settings;
  projectRoot: string;
  onTrouble(error: unknown): void;
}): SiteMaker => {
  const builder = createBuildProcess({
    settings,
    projectRoot,
    onTrouble,
    ...(build ? { build } : {}),
  });
  const follower =
    follow && createSiteProcess({ settings, projectRoot, command: follow, onWords: onTrouble });
  /** The site that the process that stays knows, by name (site-stamp.ts). */
  let knownSite: string | null = null;
  let isCleared = false;
  let isStopped = false;

  /** Whether the process that stays can go on from the served site; it is started where it can and does not run. */
  const canFollow = (stamp: SiteStamp | null): stamp is SiteStamp & { code: string } => {
    if (!follower || isStopped || !stamp?.code) return false;
    if (follower.isRunning()) return knownSite === stamp.site;
    if (stamp.code !== siteCode(projectRoot)) return false;
    knownSite = stamp.site;
    follower.warmUp();
    return true;
  };

  /** @returns why there is no difference, as a sentence where that is a fault; or the site that was made */
  const makeDifference = async (): Promise<Made | string | null> => {
    const stamp = await readStamp(settings);
    if (!follower || !canFollow(stamp)) return null;
    const difference = await follower.makeDifference();
    if ('failed' in difference) return difference.failed;
    knownSite = await siteOf(settings);
    const { made: way, changed, gone, leftOut } = difference.made;
    const trouble = leftOutTrouble(leftOut);
    const told = trouble ? { trouble } : {};
    const [hasChanged, tookAway] = [changed > 0, way === 'difference' && gone > 0];
    return { built: true, ...told, way, hasChanged, tookAway, code: stamp.code };
  };

  const makeWhole = async (signal: AbortSignal | undefined): Promise<Made> => {
    // It would hold its memory beside the build's, and what it knows is void after it.
    await follower?.end();
    if (!isCleared) await clearLeftovers(settings.outDir);
    isCleared = true;
    const code = siteCode(projectRoot);
    const result = await builder.run(signal);
    if (!result.built) await clearLeftovers(settings.outDir);
    return { ...result, way: 'whole', hasChanged: result.built, tookAway: false, code };
  };

  return {
    async make(way, signal) {
      const difference = way === 'difference' ? await makeDifference() : null;
      if (difference !== null && typeof difference !== 'string') return difference;
      if (difference !== null) isCleared = false;
      const whole = await makeWhole(signal);
      // Where a build fails as well, it tells why.
      if (difference !== null && whole.built) {
        onTrouble(new Error(`The site process could not follow the content.\n${difference}`));
      }
      return whole;
    },
    async warmUp() {
      canFollow(await readStamp(settings));
    },
    async rest() {
      await follower?.end();
      await clearLeftovers(settings.outDir);
    },
    async stop() {
      isStopped = true;
      await Promise.all([builder.stop(), follower?.end()]);
      await clearLeftovers(settings.outDir);
    },
  };
};
