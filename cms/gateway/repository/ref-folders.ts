import { open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Git holds the lock of a ref for milliseconds, and those of whole tables for seconds in a very large repository. */
const staleAfter = 30_000;

/**
 * Takes away what a `kill -9` of a git process left: a lock file older than any git command could hold it. Git itself
 * never does, so that one killed save would keep an entry from ever being saved again.
 * @param gitFolder of the checkout; @param sharedFolder of the repository, another one in a linked working tree
 */
export const freeStaleLocks = async (
  { gitFolder, sharedFolder }: { gitFolder: string; sharedFolder: string },
  refs: readonly string[],
): Promise<void> => {
  const locks = [
    join(gitFolder, 'HEAD.lock'),
    join(sharedFolder, 'packed-refs.lock'),
    join(sharedFolder, 'objects/info/commit-graph.lock'),
    ...refs.map((ref) => join(sharedFolder, `${ref}.lock`)),
  ];
  await Promise.all(
    locks.map(async (lock) => {
      const found = await stat(lock).catch(() => null);
      if (found && Date.now() - found.mtimeMs > staleAfter) await rm(lock, { force: true });
    }),
  );
};

/** Takes away every such lock among the refs of a repository, also of refs that are not there yet. @param folder the git folder */
export const freeAllStaleLocks = async (folder: string): Promise<void> => {
  const below = await readdir(join(folder, 'refs'), { recursive: true }).catch(() => []);
  const refs = below
    .filter((name) => name.endsWith('.lock'))
    .map((name) => join('refs', name.slice(0, -'.lock'.length)));
  await freeStaleLocks({ gitFolder: folder, sharedFolder: folder }, refs);
};

/** No command of ours holds a lock for as long as this where nobody else works. */
const ownStaleAfter = 3_000;

/**
 * Takes away every lock that a killed portal left in the repository of the drafts, in which nobody else works. A lock
 * that is younger than any command of ours would hold it is waited for: another portal may have begun just now.
 * @param folder the git folder
 */
export const freeLocksOfKilled = async (folder: string): Promise<void> => {
  const below = await readdir(join(folder, 'refs'), { recursive: true }).catch(() => []);
  const locks = ['HEAD.lock', 'packed-refs.lock', ...below.map((name) => join('refs', name))]
    .filter((name) => name.endsWith('.lock'))
    .map((name) => join(folder, name));
  for (const lock of locks) {
    for (;;) {
      const found = await stat(lock).catch(() => null);
      if (!found) break;
      const age = Date.now() - found.mtimeMs;
      if (age > ownStaleAfter) await rm(lock, { force: true });
      else await pause(Math.min(ownStaleAfter, ownStaleAfter - age + 50));
    }
  }
};

/**
 * Has the disk keep the folders of refs: git syncs a ref's bytes but not its name, which a power failure could take back
 * after the person was told that all is saved.
 */
export const syncFoldersOf = async (
  { sharedFolder }: { sharedFolder: string },
  refs: readonly string[],
): Promise<void> => {
  const folders = new Set(refs.map((ref) => dirname(join(sharedFolder, ref))));
  await Promise.all([...folders].map(syncFolder));
};

const syncFolder = async (folder: string): Promise<void> => {
  // A deleted ref can take its folder along, packed refs need none, and Windows opens no folders.
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
};
