import type { Settings } from '../../../src/settings.ts';
import { sweep } from '../../../src/sweep.ts';
import type { Publication } from '../../wire/publication.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { CommitId, Repository } from '../repository/repository.ts';
import type { BuildTrouble } from './build-trouble.ts';
import { keptAnswers } from './kept-answers.ts';
import { addressOnSite, type Progress, publicationOf } from './publication.ts';
import { createQuietTime, untilWhole } from './quiet-time.ts';
import { createHidingAt } from './shown.ts';
import { createSiteMaker, type MakerCommands, type Way } from './site-maker.ts';
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

/** How long nobody has to publish or review until what makes the site lets go of its memory, in milliseconds. */
const usualIdle = 10 * 60_000;

/**
 * Makes the keeper of the site. What is published comes into the site by what differs (site-maker.ts); it is built whole at
 * the start, and now and then when nobody publishes, which gives way to whoever does.
 * @param before what each attempt waits for
 * @param commands in place of the portal's own
 * @param idle milliseconds without a publication or a review after which the process that stays is ended
 * @param onTrouble hears of faults that no person who publishes can mend
 * @param onBuilt hears of the end of each attempt
 */
export const createLiveSite = ({
  settings,
  projectRoot,
  repository,
  clock,
  before = async () => {},
  idle = usualIdle,
  onTrouble,
  onBuilt = () => {},
  ...commands
}: MakerCommands & {
  settings: Settings;
  projectRoot: string;
  repository: Pick<Repository, 'published' | 'list' | 'read' | 'pendingFiles'>;
  clock: () => Date;
  before?: () => Promise<void>;
  idle?: number;
  onTrouble(error: unknown): void;
  onBuilt?: (isBuilt: boolean, milliseconds: number) => void;
}): LiveSite => {
  const { edition, contentDir, outDir } = settings;
  const maker = createSiteMaker({ settings, projectRoot, onTrouble, ...commands });
  const hidingAt = keptAnswers(
    createHidingAt(repository, edition),
    (at, entry) => `${at} ${entry.path}`,
  );
  let latest: Attempt | null = null;
  /** What the site may show where its stamp doesn't say: the last that was known, and all that was tried since. */
  let mayShow: readonly SiteBase[] = [];
  let way: Way = 'whole';
  let differences = 0;
  let tookAway = false;
  let wholeTriedAt = 0;
  let isAskedFor = false;
  let isClosed = false;
  let underWay: Promise<void> | null = null;
  /** Gives up the whole build that nobody waits for. */
  let atLeisure: AbortController | null = null;

  const makeOnce = async (signal?: AbortSignal): Promise<void> => {
    await before();
    if (isClosed || signal?.aborted) return;
    // Noted before anything is read: what is published meanwhile is at worst not counted as shown yet.
    const commit = await repository.published();
    // Git takes a file that waits to be written for what the index has of it.
    const waiting = repository.pendingFiles().filter(({ why }) => why !== 'index-locked');
    const unlike = [
      ...(await filesUnlike(contentDir, commit)),
      ...waiting.map(({ address }) => address.path),
    ];
    const known = await readStamp(settings).then((stamp) => (stamp ? [stamp] : mayShow));
    mayShow = known.length === 0 ? [] : [...known, { commit, unlike }];
    const began = performance.now();
    const made = await maker.make(signal ? 'whole' : way, signal);
    if (isClosed || (signal?.aborted && !made.built)) return;
    onBuilt(made.built, performance.now() - began);
    if (made.way === 'whole') wholeTriedAt = clock().getTime();
    if (made.built) {
      way = 'difference';
      tookAway = made.way === 'difference' && (tookAway || made.tookAway);
      if (made.way === 'whole') differences = 0;
      else if (made.hasChanged) differences += 1;
      const builtAt = clock().toISOString();
      await writeStamp(settings, { commit, unlike, builtAt, code: made.code });
      mayShow = [{ commit, unlike }];
    }
    latest = { commit, trouble: made.trouble ?? null };
  };

  const makeWhileAskedFor = async (): Promise<void> => {
    while (isAskedFor && !isClosed) {
      isAskedFor = false;
      await makeOnce().catch(onTrouble);
    }
    underWay = null;
    quiet.stir();
  };

  const untilNextWhole = () =>
    untilWhole({ differences, tookAway }, wholeTriedAt, clock().getTime());
  const makeAtLeisure = async (): Promise<void> => {
    await maker.rest();
    sweep();
    if (untilNextWhole() === 0) {
      atLeisure = new AbortController();
      await makeOnce(atLeisure.signal).catch(onTrouble);
      atLeisure = null;
    }
    if (isAskedFor) return makeWhileAskedFor();
    underWay = null;
    if (untilNextWhole() !== null) quiet.stir();
  };
  const quiet = createQuietTime(idle, () => {
    underWay ??= makeAtLeisure();
  });

  const settled = async (): Promise<void> => {
    while (underWay) await underWay;
  };

  const refresh = (): void => {
    isAskedFor = true;
    atLeisure?.abort();
    underWay ??= makeWhileAskedFor();
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
    const latestBefore = latest;
    const stamp = await readStamp(settings);
    const isInBuild = stamp !== null && (await isSameAt(stamp.commit, tip, entry));
    const isKeptBack = stamp?.unlike.some((path) => isFileOf(entry, path)) ?? false;
    if (isInBuild && !isKeptBack) return 'built';
    // What was looked at is older than an attempt that has ended meanwhile.
    if (latest !== latestBefore) return progressOf(tip, entry);
    // A commit that somebody made with git is published too, and nobody has asked for its build.
    if (!underWay && latest?.commit !== tip && !isKnownFrom(stamp, tip)) refresh();
    if (underWay) return 'under-way';
    return isInBuild ? 'kept-back' : 'failed';
  };

  return {
    folder: outDir,
    refresh,
    warmUp() {
      atLeisure?.abort();
      void settled()
        .then(() => (isClosed ? undefined : maker.warmUp()))
        .catch(onTrouble);
      quiet.stir();
    },
    async bases() {
      const stamp = await readStamp(settings);
      if (!stamp) return mayShow;
      if (mayShow.length === 0) mayShow = [stamp];
      return [stamp];
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
    settled,
    async close() {
      isClosed = true;
      quiet.close();
      await maker.stop();
      await underWay;
    },
  };
};

/** After a restart the stamp knows the latest build. */
const isKnownFrom = (stamp: SiteStamp | null, tip: CommitId): boolean => stamp?.commit === tip;

const isFileOf = ({ path, text }: EntryAddress, file: string): boolean =>
  file === text || file.startsWith(`${path}/`);
