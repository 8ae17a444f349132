import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readCommit } from './git-object.ts';
import type { ObjectReader } from './object-reader.ts';
import { idsInIndex } from './pack-index.ts';
import { type Git, wholeRepositoryLimit } from './run-git.ts';

/**
 * Keeps what drafts need in their own repository.
 *
 * Git does not write an object that it can read already, and the drafts can read all of the published repository's:
 * also what nothing there refers to (a file that was staged and given up, the remains of a deleted branch), which
 * `git gc` may take away any day. What the published branch refers to is safe to borrow as long as its history goes on;
 * when somebody rewrites that (`reset`, `push --force`), what was lent before has to be copied.
 *
 * So each new commit of a draft is followed at once by a copy of whatever it brought that does not lie here, and all
 * drafts are gone through at a start and when the tip of the branch no longer descends from the one before. That leaves
 * git's own period of grace (two weeks, and thirty days where the branch has a reflog) for a rewriting while no portal runs.
 */
export type KeptObjects = {
  /** Has what a new commit brought, beyond its first parent, lie here. */
  keep(commit: string, parent: string): Promise<void>;
  /** Has everything lie here that some commits refer to and some others do not. */
  keepAll(commits: readonly string[], besides: readonly string[]): Promise<void>;
};

/** Makes the keeper. @param folder of the repository of drafts; @param git runs there; @param reader reads there */
export const createKeptObjects = ({
  git,
  reader,
  folder,
}: {
  git: Git;
  reader: ObjectReader;
  folder: string;
}): KeptObjects => {
  const objects = join(folder, 'objects');

  const copy = async (ids: readonly string[]): Promise<void> => {
    const unknown = await withoutLoose(objects, ids);
    if (unknown.length === 0) return;
    const packed = await idsInPacks(join(objects, 'pack'), unknown);
    const missing = unknown.filter((id) => !packed.has(id));
    if (missing.length === 0) return;
    const pack = ['pack-objects', '--quiet', join(objects, 'pack', 'pack')];
    await git(pack, [`${missing.join('\n')}\n`], wholeRepositoryLimit);
  };

  const keepAll = async (commits: readonly string[], besides: readonly string[]): Promise<void> => {
    if (commits.length > 0) await copy(await objectsOf(git, commits, besides));
  };
  return {
    keepAll,
    async keep(commit, parent) {
      const object = await reader.read(commit);
      if (!object) throw new Error(`The repository of drafts lacks ${commit}.`);
      // Only the folders that differ are read: how much content there is besides makes no save slower.
      const args = ['diff-tree', '-r', '-t', '-z', '--no-renames', '--no-abbrev', '--raw'];
      const lines = (await git([...args, parent, commit])).toString().split('\0');
      const changed = lines.flatMap((line) =>
        line.startsWith(':') ? [line.split(' ')[3] ?? ''] : [],
      );
      const made = changed.filter((id) => !/^0*$/.test(id));
      await copy([...new Set([commit, readCommit(object.bytes).tree, ...made])]);
    },
  };
};

/** The ids of all objects that some commits refer to and some others do not. */
export const objectsOf = async (
  git: Git,
  commits: readonly string[],
  besides: readonly string[],
): Promise<string[]> => {
  const revisions = [...commits, ...besides.map((commit) => `^${commit}`)];
  const args = ['rev-list', '--objects', '--no-object-names', '--ignore-missing', '--stdin'];
  const output = await git(args, [`${revisions.join('\n')}\n`], wholeRepositoryLimit);
  return output.toString().split('\n').filter(Boolean);
};

/** Where git keeps an object that is in no pack, below a folder of objects. */
export const looseFile = (objects: string, id: string): string =>
  join(objects, id.slice(0, 2), id.slice(2));

const withoutLoose = async (objects: string, ids: readonly string[]): Promise<string[]> => {
  const there = await Promise.all(
    ids.map((id) => stat(looseFile(objects, id)).then(Boolean, () => false)),
  );
  return ids.filter((_, at) => !there[at]);
};

/**
 * Which objects lie in the packs of a folder, and not only in those that it borrows. Where a pack goes meanwhile, because
 * its objects were put into another (upkeep/), all are looked at again.
 */
const idsInPacks = async (folder: string, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const names = await readdir(folder).catch(() => [] as string[]);
  const found = new Set<string>();
  for (const name of names.filter((name) => name.endsWith('.idx'))) {
    try {
      for (const id of await idsInIndex(join(folder, name), ids)) found.add(id);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return idsInPacks(folder, ids);
    }
  }
  return found;
};
