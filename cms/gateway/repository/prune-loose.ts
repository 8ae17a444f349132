import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Git, wholeRepositoryLimit } from './run-git.ts';

/** What a save is just writing is younger than this, on whichever gateway. */
const graceMilliseconds = 14 * 24 * 60 * 60 * 1000;

/**
 * Takes objects out of the repository of drafts to which no draft refers any more. Not by `git prune` or `git gc`: both
 * also take away what lies in a pack that is only borrowed, which its owner may let go of.
 * @param folder of that repository; @param git runs there
 */
export const pruneLoose = async ({
  git,
  folder,
  now,
}: {
  git: Git;
  folder: string;
  now: Date;
}): Promise<void> => {
  const args = ['rev-list', '--objects', '--no-object-names', '--ignore-missing', '--all'];
  const needed = new Set((await git(args, [], wholeRepositoryLimit)).toString().split('\n'));
  const objects = join(folder, 'objects');
  for (const first of await readdir(objects)) {
    if (!/^[0-9a-f]{2}$/.test(first)) continue;
    for (const rest of await readdir(join(objects, first))) {
      const file = join(objects, first, rest);
      if (needed.has(first + rest)) continue;
      const found = await stat(file).catch(() => null);
      if (found && now.getTime() - found.mtimeMs > graceMilliseconds)
        await rm(file, { force: true });
    }
  }
};
