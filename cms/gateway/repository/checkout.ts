import type { CheckoutFiles } from './checkout-files.ts';
import {
  type CheckoutIndex,
  type IndexLine,
  isIndexLocked,
  type NewLine,
} from './checkout-index.ts';
import { type FileAddress, fileAt } from './content-address.ts';
import type { CommitId, FileVersion, LeftFile } from './repository.ts';
import { troubleIn } from './repository-trouble.ts';
import { type Git, GitFailure } from './run-git.ts';

/** The working tree in which the repository is checked out. */
export type Checkout = {
  /**
   * Brings the files of publications into the working tree and its index, as the tip of the branch has them, where
   * nobody has touched them there. Doing it again changes nothing, so that what was cut off can be finished.
   * @param publications commits of the checked-out branch, each on one parent
   */
  bring(publications: readonly CommitId[], tip: CommitId): Promise<Brought>;
  /**
   * What a later commit took back file by file to what was there before a publication. Where that publication never got
   * into the index, the commit was made from an index that did not know of it. A commit that names the publication, as
   * `git revert` does, takes nothing back unawares.
   */
  takenBack(publication: CommitId, tip: CommitId): Promise<readonly TakenBack[]>;
};

/** What became of the files. */
export type Brought = {
  /** Those that were left as they are. */
  readonly left: readonly LeftFile[];
  /** The publications that have files among them. */
  readonly unfinished: readonly CommitId[];
  /** Whether the index knows of all publications, but for the files in which somebody has staged something else. */
  readonly isIndexed: boolean;
  /** How many files of the tree were changed. */
  readonly changed: number;
  /** What went wrong, for the operator. */
  readonly causes: readonly unknown[];
};

export type TakenBack = {
  readonly address: FileAddress;
  /** What the publication had made of it; null where it had taken it away. */
  readonly version: FileVersion | null;
};

/** The steps in which files are brought, after each of which it may be cut off. */
export type CheckoutStep = 'index-brought' | 'file-brought' | 'files-unguarded';

/** A file that publications changed. A version is a blob, or null where there is no file. */
type ChangedFile = {
  readonly path: string;
  /** Each version that it had before one of the publications or after it: somebody who has one of them has not touched it. */
  readonly known: ReadonlySet<string | null>;
  readonly at: string | null;
  readonly publications: readonly CommitId[];
};

/** How a file lies in the tree: as published, as it was before, or for what reason it cannot be brought. */
type Standing = 'brought' | 'lagging' | Exclude<LeftFile['why'], 'staged-there' | 'index-locked'>;

/** Makes the keeper of a working tree. @param contentFolder from its root */
export const createCheckout = ({
  git,
  asCheckedOut,
  files,
  index,
  contentFolder,
  onStep,
}: {
  git: Git;
  /** Runs git in the root, under the settings that the checkout was made with. */
  asCheckedOut: Git;
  files: CheckoutFiles;
  index: CheckoutIndex;
  contentFolder: string;
  onStep(step: CheckoutStep): void | Promise<void>;
}): Checkout => {
  const standingOf = async ({ path, known, at }: ChangedFile): Promise<Standing> => {
    const kind = await files.kindOf(path);
    if (kind === 'behind-link') return kind;
    if (kind === 'no-file') return 'changed-there';
    // What git would store for the file as it lies there, line ends converted as this checkout does.
    const there =
      kind === 'nothing'
        ? null
        : (await asCheckedOut(['hash-object', '--', path])).toString().trim();
    if (there === at) return 'brought';
    return known.has(there) ? 'lagging' : 'changed-there';
  };

  const bringFile = async ({ path, at }: ChangedFile): Promise<void> => {
    if (at === null) return files.remove(path);
    const bytes = await asCheckedOut(['cat-file', '--filters', `--path=${path}`, at]);
    return files.replace(path, bytes);
  };

  const addressesOf = (reasons: readonly Reason[]): LeftFile[] =>
    reasons.flatMap(({ file, why }) => {
      const found = fileAt(file.path.slice(contentFolder.length + 1));
      return found.ok ? [{ address: found.address, why }] : [];
    });

  const unfinishedOf = (publications: readonly CommitId[], reasons: readonly Reason[]) =>
    publications.filter((commit) => reasons.some(({ file }) => file.publications.includes(commit)));

  const bringAll = async (
    publications: readonly CommitId[],
    changed: readonly ChangedFile[],
  ): Promise<Brought> => {
    const causes: unknown[] = [];
    const paths = changed.map(({ path }) => path);
    await files.clear(paths);
    const lines = await index.linesOf(paths);
    const standings = new Map<string, Standing>();
    for (const file of changed) standings.set(file.path, await standingOf(file));

    const stagedThere = new Set(changed.filter(isStagedOtherwise(lines)).map(({ path }) => path));
    const free = changed.filter(({ path }) => !stagedThere.has(path));
    // The index first, and with a guard until the file is there as well.
    const newLines = free.flatMap((file) =>
      newLineOf(file, lines.get(file.path), standings.get(file.path) as Standing),
    );
    let hindrance = await tried(() => index.write(newLines), causes);
    const guarded = new Set(newLines.flatMap((line) => (isGuarded(line) ? [line.path] : [])));
    await onStep('index-brought');

    let written = 0;
    // Where the index is locked the files are brought all the same: what readers see must not wait for it.
    for (const file of free.filter(({ path }) => standings.get(path) === 'lagging')) {
      try {
        await bringFile(file);
        standings.set(file.path, 'brought');
        written += 1;
      } catch (error) {
        causes.push(error);
        standings.set(file.path, reasonIn(error));
      }
      await onStep('file-brought');
    }

    const unguarded = free.filter(({ path, at }) => {
      const standing = standings.get(path);
      const isSettled = standing === 'brought' || standing === 'changed-there';
      return at !== null && isSettled && (guarded.has(path) || lines.get(path)?.isGuarded);
    });
    hindrance ??= await tried(() => index.unguard(unguarded.map(({ path }) => path)), causes);
    await onStep('files-unguarded');

    const reasons = changed.flatMap((file) => {
      const standing = standings.get(file.path) as Standing;
      const why = stagedThere.has(file.path)
        ? ('staged-there' as const)
        : standing !== 'brought' && standing !== 'lagging'
          ? standing
          : hindrance;
      return why ? [{ file, why }] : [];
    });
    return {
      left: addressesOf(reasons),
      unfinished: unfinishedOf(publications, reasons),
      isIndexed: hindrance === null,
      changed: written,
      causes,
    };
  };

  return {
    async bring(publications, tip) {
      const changed = await changedFiles(git, publications, tip);
      try {
        return await bringAll(publications, changed);
      } catch (error) {
        // An index that nobody can read, a filter that fails: as if each file could not be written.
        const reasons = changed.map((file) => ({ file, why: 'not-writable' as const }));
        return {
          left: addressesOf(reasons),
          unfinished: publications,
          isIndexed: false,
          changed: 0,
          causes: [error],
        };
      }
    },

    async takenBack(publication, tip) {
      if (publication === tip || (await isNamedSince(git, publication, tip))) return [];
      const changes = await changesIn(git, publication);
      const now = await versionsAt(
        git,
        tip,
        changes.map(({ path }) => path),
      );
      return changes
        .filter(({ path, from, to }) => (now.get(path) ?? null) === from && from !== to)
        .flatMap(({ path, to }) => {
          const found = fileAt(path.slice(contentFolder.length + 1));
          return found.ok ? [{ address: found.address, version: to as FileVersion | null }] : [];
        });
    },
  };
};

type Reason = { readonly file: ChangedFile; readonly why: LeftFile['why'] };

/** Whether a later commit says that it is about this one, as `git revert` does: then nobody took it back unawares. */
const isNamedSince = async (git: Git, commit: CommitId, tip: CommitId): Promise<boolean> => {
  const args = ['rev-list', '--fixed-strings', `--grep=${commit}`, '-1', tip, `^${commit}`];
  return (await git(args)).length > 0;
};

type Change = { readonly path: string; readonly from: string | null; readonly to: string | null };

const changesIn = async (git: Git, commit: CommitId): Promise<Change[]> => {
  const args = ['diff-tree', '-r', '-z', '--no-renames', '--no-abbrev', '--raw'];
  const parts = (await git([...args, `${commit}^`, commit])).toString().split('\0');
  const changes: Change[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [, , from = '', to = ''] = parts[at]?.split(' ') ?? [];
    changes.push({ path: parts[at + 1] ?? '', from: orNull(from), to: orNull(to) });
  }
  return changes;
};

const orNull = (id: string): string | null => (/^0+$/.test(id) ? null : id);

const versionsAt = async (
  git: Git,
  commit: CommitId,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const versions = new Map<string, string>();
  if (paths.length === 0) return versions;
  const output = await git(['ls-tree', '-r', '-z', '--full-tree', commit, '--', ...paths]);
  for (const line of output.toString().split('\0').filter(Boolean)) {
    const tab = line.indexOf('\t');
    versions.set(line.slice(tab + 1), line.slice(0, tab).split(' ')[2] ?? '');
  }
  return versions;
};

/** The files that some publications changed, as the tip has them. */
const changedFiles = async (
  git: Git,
  publications: readonly CommitId[],
  tip: CommitId,
): Promise<ChangedFile[]> => {
  const changes = new Map<string, { known: Set<string | null>; publications: CommitId[] }>();
  for (const commit of publications) {
    for (const { path, from, to } of await changesIn(git, commit)) {
      const file = changes.get(path) ?? { known: new Set(), publications: [] };
      file.known.add(from).add(to);
      file.publications.push(commit);
      changes.set(path, file);
    }
  }
  const versions = await versionsAt(git, tip, [...changes.keys()]);
  return [...changes].map(([path, file]) => ({ ...file, path, at: versions.get(path) ?? null }));
};

/** Whether somebody has put something else into the index than one of the versions that a publication knows. */
const isStagedOtherwise =
  (lines: ReadonlyMap<string, IndexLine>) =>
  ({ path, known, at }: ChangedFile): boolean => {
    const version = lines.get(path)?.version ?? null;
    return version !== at && !known.has(version);
  };

/** What the index is to say of a file; nothing where it says so already. It is guarded until the file is there. */
const newLineOf = (
  { path, at }: ChangedFile,
  line: IndexLine | undefined,
  standing: Standing,
): NewLine[] => {
  if (at === null) return line ? [{ path, version: null, former: line.version }] : [];
  const guarded = standing !== 'brought' && standing !== 'changed-there';
  const isRight = line?.version === at && (line.isGuarded || !guarded);
  return isRight ? [] : [{ path, version: at, guarded }];
};

const isGuarded = (line: NewLine): boolean => line.version !== null && line.guarded;

/** Does something on the index, and gives the reason why it did not come through; null where it did. */
const tried = async (
  work: () => Promise<void>,
  causes: unknown[],
): Promise<'index-locked' | 'disk-full' | 'not-writable' | null> => {
  try {
    await work();
    return null;
  } catch (error) {
    causes.push(error);
    return isIndexLocked(error) ? 'index-locked' : reasonIn(error);
  }
};

/** Why a file could not be written: the commit stands, and that must not be hidden by it. */
const reasonIn = (error: unknown): 'disk-full' | 'not-writable' => {
  const isOfSystem = error instanceof Error && ('code' in error || error instanceof GitFailure);
  if (!isOfSystem) throw error;
  return troubleIn(error) === 'disk-full' ? 'disk-full' : 'not-writable';
};
