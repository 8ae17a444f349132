import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileAt } from './content-address.ts';
import type { CommitId, LeftFile } from './repository.ts';
import type { Git } from './run-git.ts';

/** The working tree in which the repository is checked out. */
export type Checkout = {
  /**
   * Brings the files of a publication into the working tree where nobody has touched them there.
   * Doing it again changes nothing, so that a publication cut off by a crash can be finished.
   * @param commit the publication, a commit on one parent that is the tip of the checked-out branch or below it
   * @returns the files that were left as they are
   */
  bring(commit: CommitId): Promise<LeftFile[]>;
};

/** A file that a publication changed, from one blob to another; null where there is none. */
type ChangedFile = {
  readonly path: string;
  readonly from: string | null;
  readonly to: string | null;
};

/**
 * Makes the keeper of a working tree.
 * @param root of the working tree; @param gitFolder where its half-written files may lie; @param contentFolder below root
 */
export const createCheckout = ({
  git,
  root,
  gitFolder,
  contentFolder,
}: {
  git: Git;
  root: string;
  gitFolder: string;
  contentFolder: string;
}): Checkout => ({
  async bring(commit) {
    const changes = await changedFiles(git, commit);
    // The index first: were it left on the old version, the next plain `git commit` of anyone who works in this checkout
    // would take the publication back without a word.
    const staged = await bringIntoIndex(git, changes);
    const left: LeftFile[] = [];
    for (const change of changes) {
      const why = staged.has(change.path)
        ? ('staged-there' as const)
        : await bringFile({ git, root, gitFolder }, change);
      const file = fileAt(change.path.slice(contentFolder.length + 1));
      if (why && file.ok) left.push({ address: file.address, why });
    }
    return left;
  },
});

const changedFiles = async (git: Git, commit: CommitId): Promise<ChangedFile[]> => {
  const args = ['diff-tree', '-r', '-z', '--no-renames', '--raw', `${commit}^`, commit];
  const parts = (await git(args)).toString().split('\0');
  const changes: ChangedFile[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [, , from = '', to = ''] = parts[at]?.split(' ') ?? [];
    changes.push({ path: parts[at + 1] ?? '', from: orNull(from), to: orNull(to) });
  }
  return changes;
};

const orNull = (id: string): string | null => (/^0+$/.test(id) ? null : id);

/**
 * Moves the index on for files that stood there in the old version.
 * @returns the files for which somebody has staged something else
 */
const bringIntoIndex = async (
  git: Git,
  changes: readonly ChangedFile[],
): Promise<ReadonlySet<string>> => {
  if (changes.length === 0) return new Set();
  const args = ['ls-files', '--stage', '-z', '--', ...changes.map(({ path }) => path)];
  const indexed = new Map<string, string>();
  for (const line of (await git(args)).toString().split('\0').filter(Boolean)) {
    const tab = line.indexOf('\t');
    const [, id = '', stage = ''] = line.slice(0, tab).split(' ');
    // A file in the middle of a merge has several lines, none of which is the old version.
    indexed.set(line.slice(tab + 1), stage === '0' ? id : 'unmerged');
  }
  const stagedThere = new Set<string>();
  const lines: string[] = [];
  for (const { path, from, to } of changes) {
    const id = indexed.get(path) ?? null;
    if (id === from) lines.push(to ? `100644 ${to}\t${path}\0` : `0 ${from}\t${path}\0`);
    else if (id !== to) stagedThere.add(path);
  }
  if (lines.length > 0) await git(['update-index', '-z', '--index-info'], lines);
  return stagedThere;
};

/** Brings one file, and tells why not where it was left. */
const bringFile = async (
  { git, root, gitFolder }: { git: Git; root: string; gitFolder: string },
  { path, from, to }: ChangedFile,
): Promise<LeftFile['why'] | null> => {
  if (await leadsThroughLink(root, path)) return 'behind-link';
  const there = await versionThere(git, root, path);
  if (there === to) return null;
  if (there !== from) return 'changed-there';
  try {
    if (to === null) await removeFile(root, path);
    else await replaceFile(await asCheckedOut(git, path, to), join(root, path), gitFolder);
    return null;
  } catch (error) {
    // The commit stands; that a disk is full or a file is held by another program must not hide this.
    if (error instanceof Error && 'code' in error) return 'not-writable';
    throw error;
  }
};

const leadsThroughLink = async (root: string, path: string): Promise<boolean> => {
  const parts = path.split('/');
  for (let depth = 1; depth < parts.length; depth += 1) {
    const found = await lstat(join(root, ...parts.slice(0, depth))).catch(() => null);
    if (!found) return false;
    if (!found.isDirectory()) return true;
  }
  return false;
};

/** What git would store for the file as it lies there, line ends converted as this checkout does; null for none. */
const versionThere = async (git: Git, root: string, path: string): Promise<string | null> => {
  const found = await lstat(join(root, path)).catch(() => null);
  if (!found) return null;
  if (!found.isFile()) return 'no-file';
  return (await git(['hash-object', '--', path])).toString().trim();
};

const asCheckedOut = (git: Git, path: string, id: string): Promise<Buffer> =>
  git(['cat-file', '--filters', `--path=${path}`, id]);

/** Puts a whole file in the place of another, so that nobody ever reads half of it. */
const replaceFile = async (bytes: Buffer, target: string, gitFolder: string): Promise<void> => {
  const whole = join(gitFolder, `portal-publishing-${randomUUID()}`);
  try {
    const file = await open(whole, 'wx', 0o644);
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    await mkdir(dirname(target), { recursive: true });
    await rename(whole, target);
  } finally {
    await rm(whole, { force: true });
  }
};

/** Takes a file away, and the folder of its entry when nothing is left in it. */
const removeFile = async (root: string, path: string): Promise<void> => {
  await rm(join(root, path));
  await rmdir(join(root, dirname(path))).catch(() => {});
};
