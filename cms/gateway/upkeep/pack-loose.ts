import type { Git } from '../repository/run-git.ts';
import { reachableFrom, type StoredObjects } from './stored-objects.ts';

/**
 * Has the loose objects of a repository that something refers to lie in one pack. Not by `git repack -d` or `git gc`: in a
 * repository that borrows, both take away what lies in a pack of the lender, who may let go of it any day. What nothing
 * refers to stays loose, and so does what a save is just writing.
 * @param from what refers to objects there, as `--all`
 * @param least fewer are left as they are
 * @returns how many went into the pack
 */
export const packLoose = async ({
  git,
  stored,
  from,
  least,
}: {
  git: Git;
  stored: StoredObjects;
  from: readonly string[];
  least: number;
}): Promise<number> => {
  const loose = await stored.loose();
  if (loose.length < least) return 0;
  const reachable = await reachableFrom(git, from);
  const named = loose.flatMap((id) => reachable.get(id) ?? []);
  if (named.length < least) return 0;
  const packed = await stored.pack(named);
  // From here on each of them is there twice.
  await stored.removeLoose(loose.filter((id) => packed.has(id)));
  return packed.size;
};
