import type { Settings } from '../../../src/settings.ts';
import type { LiveSite } from '../live-site/live-site.ts';
import type { CommitId, Repository } from '../repository/repository.ts';
import { type Gone, goneTogether, keyOf } from './gone.ts';
import { createStanding, type Standing } from './standing.ts';
import { whatIsGone } from './what-is-gone.ts';

/** Keeps from readers what the served site still shows and the published content does not, whatever its build does. */
export type Takedown = {
  /** What is to be kept back now; null where nothing is, and the site is served as it lies there. */
  now(): Promise<Standing | null>;
};

/** How long it is relied on that nothing was published, in milliseconds. */
const reliedOnFor = 300;

/** While it is looked at anew, a reader is answered by what was known so long ago at most: what is taken down is gone then. */
const goodEnoughFor = 1000;

/**
 * Makes the takedown of a live site. It keeps nothing but what it last worked out: from the commit that the site was built
 * from and the one that is published, every other process and every later start works out the same.
 * @param elapsed a clock in milliseconds that never goes back
 * @param onTrouble hears why it cannot be worked out; until it can, what was known last is kept back
 */
export const createTakedown = ({
  repository,
  liveSite,
  settings,
  elapsed = () => performance.now(),
  onTrouble,
}: {
  repository: Pick<Repository, 'published' | 'list' | 'read'>;
  liveSite: Pick<LiveSite, 'folder' | 'bases' | 'refresh' | 'isBuilding'>;
  settings: Pick<Settings, 'edition' | 'contentDir' | 'basePath' | 'siteUrl'>;
  elapsed?: () => number;
  onTrouble(error: unknown): void;
}): Takedown => {
  let known: { readonly of: string; readonly standing: Standing | null } = {
    of: '',
    standing: null,
  };
  let seenAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | null = null;
  let told = '';
  let askedFor: CommitId | null = null;

  const goneSince = async (tip: CommitId, bases: Awaited<ReturnType<LiveSite['bases']>>) => {
    const parts: (Gone | null)[] = [];
    for (const base of bases) parts.push(await whatIsGone({ repository, settings }, base, tip));
    return goneTogether(parts.filter((gone) => gone !== null));
  };

  const look = async (): Promise<void> => {
    try {
      const [tip, bases] = await Promise.all([repository.published(), liveSite.bases()]);
      const of = JSON.stringify([tip, bases.map(({ commit, unlike }) => [commit, unlike])]);
      if (of !== known.of) {
        const gone = await goneSince(tip, bases);
        const isAsBefore = gone !== null && keyOf(gone) === known.standing?.key;
        const standing = isAsBefore
          ? known.standing
          : gone && createStanding(gone, liveSite.folder, settings);
        known = { of, standing };
      } else if (known.standing && askedFor !== tip && !liveSite.isBuilding()) {
        // Whoever published it through the portal has asked for a build meanwhile; with git, nobody has.
        askedFor = tip;
        liveSite.refresh();
      }
      told = '';
    } catch (error) {
      if (told !== String(error)) onTrouble(error);
      told = String(error);
    }
    seenAt = elapsed();
  };

  return {
    async now() {
      if (elapsed() - seenAt < reliedOnFor) return known.standing;
      looking ??= look().finally(() => {
        looking = null;
      });
      if (elapsed() - seenAt >= goodEnoughFor) await looking;
      return known.standing;
    },
  };
};
