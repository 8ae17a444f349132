import type { Settings } from '../../../src/settings.ts';
import type { Publication } from '../../wire/publication.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { CommitId, Repository } from '../repository/repository.ts';
import { type BuildTrouble, type Command, createBuildProcess } from './build-process.ts';
import { keptAnswers } from './kept-answers.ts';
import { addressOnSite, type Progress, publicationOf } from './publication.ts';
import { createHidingAt } from './shown.ts';
import { readStamp, type SiteStamp, writeStamp } from './site-stamp.ts';
import { filesUnlike } from './unlike-files.ts';

/** What a site was built from. */
export type SiteBase = Pick<SiteStamp, 'commit' | 'unlike'>;

/** The built site, which follows what is published. */
export interface LiveSite {
  /** Where it lies. A new build takes its place at once and whole. */
  readonly folder: string;
  /** Asks for a new build. Those asked for while one runs are made as one after it. */
  refresh(): void;
  /** Somebody may publish soon: has the next build begin sooner. */
  warmUp(): void;
  /** What the served site was built from: more than one where it cannot be told which, none where nobody knows. */
  bases(): Promise<readonly SiteBase[]>;
  /** Whether readers see an entry as it is published. */
  stateOf(entry: EntryAddress): Promise<Publication>;
  /** Why the site is not the latest; null where nothing went wrong. */
  trouble(): BuildTrouble | null;
  /** When the site was built; null where nobody knows. */
  builtAt(): Promise<Date | null>;
  isBuilding(): boolean;
  /** Resolves when no build is under way and none is asked for. */
  settled(): Promise<void>;
  /** Ends the build that is under way and starts no other. */
  close(): Promise<void>;
}

/** The end of the latest build, and what was published when it began. */
type Attempt = { readonly commit: CommitId; readonly trouble: BuildTrouble | null };

/**
 * Makes the keeper of the site.
 * @param before what each build waits for
 * @param build the command in place of the portal's own; see build-process.ts
 * @param onTrouble hears of faults that no person who publishes can mend
 * @param onBuilt hears of the end of each build
 */
export const createLiveSite = ({
  settings,
  projectRoot,
  repository,
  clock,
  before = async () => {},
  build,
  onTrouble,
  onBuilt = () => {},
}: {
  settings: Settings;
  projectRoot: string;
  repository: Pick<Repository, 'published' | 'list' | 'read' | 'pendingFiles'>;
  clock: () => Date;
  before?: () => Promise<void>;
  build?: Command;
  onTrouble(error: unknown): void;
  onBuilt?: (isBuilt: boolean, milliseconds: number) => void;
}): LiveSite => {
  const { edition, contentDir, outDir } = settings;
  const builder = createBuildProcess({
    settings,
    projectRoot,
    onTrouble,
    ...(build ? { build } : {}),
  });
  const hidingAt = keptAnswers(
    createHidingAt(repository, edition),
    (at, entry) => `${at} ${entry.path}`,
  );
  let latest: Attempt | null = null;
  let base: SiteBase | null = null;
  let building: CommitId | null = null;
  let isAskedFor = false;
  let isClosed = false;
  let underWay: Promise<void> | null = null;

  const buildOnce = async (): Promise<void> => {
    await before();
    if (isClosed) return;
    // Noted before the build reads anything: what is published meanwhile is at worst not counted as shown yet.
    const commit = await repository.published();
    // Git takes a file that waits to be written for what the index has of it.
    const waiting = repository.pendingFiles().filter(({ why }) => why !== 'index-locked');
    const unlike = [
      ...(await filesUnlike(contentDir, commit)),
      ...waiting.map(({ address }) => address.path),
    ];
    building = commit;
    const began = performance.now();
    const result = await builder.run();
    if (isClosed) return;
    onBuilt(result.built, performance.now() - began);
    if (result.built) {
      await writeStamp(settings, { commit, unlike, builtAt: clock().toISOString() });
    }
    building = null;
    latest = { commit, trouble: result.trouble ?? null };
  };

  const buildWhileAskedFor = async (): Promise<void> => {
    while (isAskedFor && !isClosed) {
      isAskedFor = false;
      await buildOnce().catch(onTrouble);
    }
    underWay = null;
  };

  const refresh = (): void => {
    isAskedFor = true;
    underWay ??= buildWhileAskedFor();
  };

  /** Whether two commits have the same files of an entry. */
  const compare = async (one: CommitId, other: CommitId, entry: EntryAddress) => {
    const [ofOne, ofOther] = await Promise.all(
      [one, other].map(async (at) => {
        const files = await repository.list(at, entry);
        return files.map(({ address, version }) => `${address.path} ${version}`).join('\n');
      }),
    );
    return ofOne === ofOther;
  };
  const compared = keptAnswers(compare, (one, other, { path }) => `${one} ${other} ${path}`);
  const isSameAt = async (one: CommitId, other: CommitId, entry: EntryAddress) =>
    one === other || compared(one, other, entry);

  const progressOf = async (tip: CommitId, entry: EntryAddress): Promise<Progress> => {
    const stamp = await readStamp(settings);
    const isInBuild = stamp !== null && (await isSameAt(stamp.commit, tip, entry));
    const isKeptBack = stamp?.unlike.some((path) => isFileOf(entry, path)) ?? false;
    if (isInBuild && !isKeptBack) return 'built';
    // A commit that somebody made with git is published too, and nobody has asked for its build.
    if (!underWay && latest?.commit !== tip && !isKnownFrom(stamp, tip)) refresh();
    if (underWay) return 'under-way';
    return isInBuild ? 'kept-back' : 'failed';
  };

  return {
    folder: outDir,
    refresh,
    warmUp: builder.warmUp,
    async bases() {
      const stamp = await readStamp(settings);
      if (stamp) {
        base = stamp;
        return [stamp];
      }
      // A site that has just taken its place has no stamp for a moment: it is one of the two.
      return [...(base ? [base] : []), ...(building ? [{ commit: building, unlike: [] }] : [])];
    },
    async stateOf(entry) {
      const tip = await repository.published();
      const [progress, hiding] = await Promise.all([progressOf(tip, entry), hidingAt(tip, entry)]);
      return publicationOf(addressOnSite(settings, entry), progress, hiding);
    },
    trouble: () => latest?.trouble ?? null,
    async builtAt() {
      const stamp = await readStamp(settings);
      return stamp && new Date(stamp.builtAt);
    },
    isBuilding: () => underWay !== null,
    async settled() {
      while (underWay) await underWay;
    },
    async close() {
      isClosed = true;
      await builder.stop();
      await underWay;
    },
  };
};

/** After a restart the stamp knows the latest build. */
const isKnownFrom = (stamp: SiteStamp | null, tip: CommitId): boolean => stamp?.commit === tip;

const isFileOf = ({ path, text }: EntryAddress, file: string): boolean =>
  file === text || file.startsWith(`${path}/`);
