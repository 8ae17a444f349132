import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Git, wholeRepositoryLimit } from '../repository/run-git.ts';

/** The objects that lie in a repository itself, and not in one that it borrows from. */
export type StoredObjects = {
  /** The ids of those that are in no pack. */
  loose(): Promise<string[]>;
  /** The packs, by name without ending, with the ids that each holds; none that somebody has marked to be kept. */
  packs(): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Writes objects into a pack of their own, and has it on the disk. @returns its ids; none where there was nothing */
  pack(named: readonly string[]): Promise<ReadonlySet<string>>;
  removeLoose(ids: Iterable<string>): Promise<void>;
  removePack(name: string): Promise<void>;
};

/** What git is told where it packs: it may take long, but neither the memory nor both processors. */
const gently = [
  ...['-c', 'pack.windowMemory=64m', '-c', 'pack.threads=1'],
  // A file beyond that is neither held against others nor read whole.
  ...['-c', 'core.bigFileThreshold=1m'],
];

/**
 * Looks into the objects of a repository.
 * @param objects the folder; @param git runs there
 */
export const storedObjects = ({ git, objects }: { git: Git; objects: string }): StoredObjects => {
  const inPacks = join(objects, 'pack');

  const idsOf = async (name: string): Promise<string[]> => {
    const listed = await git(['show-index'], [await readFile(join(inPacks, `${name}.idx`))]);
    return listed
      .toString()
      .split('\n')
      .flatMap((line) => line.split(' ')[1] ?? []);
  };

  return {
    async loose() {
      const folders = (await readdir(objects)).filter((name) => /^[0-9a-f]{2}$/.test(name));
      const ids = await Promise.all(
        folders.map(async (first) =>
          (await readdir(join(objects, first)).catch(() => []))
            .filter((rest) => /^[0-9a-f]{38,62}$/.test(rest))
            .map((rest) => first + rest),
        ),
      );
      return ids.flat();
    },

    async packs() {
      const files = new Set(await readdir(inPacks).catch(() => []));
      const names = [...files]
        .filter((file) => /^pack-[0-9a-f]+\.idx$/.test(file))
        .map((file) => file.slice(0, -'.idx'.length))
        .filter((name) => files.has(`${name}.pack`) && !files.has(`${name}.keep`));
      const packs = new Map<string, readonly string[]>();
      for (const name of names) packs.set(name, await idsOf(name));
      return packs;
    },

    async pack(named) {
      if (named.length === 0) return new Set();
      const args = [...gently, 'pack-objects', '--quiet', join(inPacks, 'pack')];
      const said = await git(args, [`${named.join('\n')}\n`], wholeRepositoryLimit);
      return new Set(await idsOf(`pack-${said.toString().trim()}`));
    },

    async removeLoose(ids) {
      for (const id of ids) {
        await rm(join(objects, id.slice(0, 2), id.slice(2)), { force: true });
      }
    },

    async removePack(name) {
      // The index first, so that nobody begins to read what goes.
      for (const ending of ['idx', 'pack', 'rev', 'bitmap']) {
        await rm(join(inPacks, `${name}.${ending}`), { force: true });
      }
    },
  };
};

/**
 * Everything that somebody could still reach in a repository, by id, with its path for git to find what is alike.
 * @param from where they begin, as `--all`
 */
export const reachableFrom = async (
  git: Git,
  from: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const args = ['rev-list', '--objects', '--ignore-missing', ...from];
  const lines = (await git(args, [], wholeRepositoryLimit)).toString().split('\n').filter(Boolean);
  return new Map(lines.map((line) => [line.split(' ', 1)[0] ?? '', line]));
};
