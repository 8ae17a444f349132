import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { endOf, type Git, type GitPlace, gitIn, startGit } from '../repository/run-git.ts';
import { reachableFrom, type StoredObjects } from './stored-objects.ts';

/**
 * Makes one pack of those in the repository of drafts, without what no draft refers to any more. That becomes loose
 * with the time of now, and is let go of like everything loose (prune-loose.ts): a save that begins at this moment may
 * just be about to refer to it.
 * @returns how many objects went out of the packs
 */
export const repackDrafts = async ({
  git,
  place,
  stored,
}: {
  git: Git;
  place: GitPlace;
  stored: StoredObjects;
}): Promise<number> => {
  const objects = join(place.folder, 'objects');
  // A table over all packs, which somebody may have had git write, would name what is gone.
  if (await stat(join(objects, 'pack', 'multi-pack-index')).catch(() => null)) return 0;
  const before = await stored.packs();
  const packed = [...new Set([...before.values()].flat())];
  const reachable = await reachableFrom(git, ['--all']);
  const useless = packed.filter((id) => !reachable.has(id));
  if (useless.length === 0 && before.size < mostPacks) return 0;

  await makeLoose(place, objects, useless);
  const kept = await stored.pack(packed.flatMap((id) => reachable.get(id) ?? []));
  const loose = new Set(await stored.loose());
  for (const [name, ids] of before) {
    const isElsewhere = ids.every((id) => kept.has(id) || loose.has(id));
    // The same objects make a pack of the same name.
    const isKept = ids.length === kept.size && ids.every((id) => kept.has(id));
    if (isElsewhere && !isKept) await stored.removePack(name);
  }
  return useless.length;
};

/** So many packs are made one, even where all that they hold is needed. */
const mostPacks = 10;

/** Writes objects beside their packs: git itself does not write what it can read already, so in a folder of its own first. */
const makeLoose = async (
  place: GitPlace,
  objects: string,
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return;
  const beside = join(place.folder, `portal-unpacking-${process.pid}`);
  await rm(beside, { recursive: true, force: true });
  try {
    const format = (await gitIn(place)(['rev-parse', '--show-object-format'])).toString().trim();
    await mkdir(beside, { mode: 0o700 });
    const init = ['init', '--quiet', '--bare', '--template=', `--object-format=${format}`, '.'];
    await gitIn({ folder: beside })(init);
    const pack = ['pack-objects', '--quiet', '--stdout'];
    const unpack = ['unpack-objects', '-q'];
    const giver = startGit(place, pack);
    const taker = startGit({ folder: beside, gitFolder: beside }, unpack);
    giver.stdout.pipe(taker.stdin);
    for (const { stdin } of [giver, taker]) stdin.on('error', () => {});
    giver.stdin.end(`${ids.join('\n')}\n`);
    taker.stdout.resume();
    await Promise.all([endOf(giver, pack), endOf(taker, unpack)]);
    for (const first of await readdir(join(beside, 'objects'))) {
      if (!/^[0-9a-f]{2}$/.test(first)) continue;
      await mkdir(join(objects, first), { recursive: true });
      for (const rest of await readdir(join(beside, 'objects', first))) {
        await rename(join(beside, 'objects', first, rest), join(objects, first, rest));
      }
    }
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
};
