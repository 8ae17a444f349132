import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The files that were sent and not saved yet, in the git folder of a portal. */
export const shelfFolderIn = (gitFolder: string): string => join(gitFolder, 'portal-uploads');

/** Where they lie in a backup: only as they were at the last one, since they live for a day. */
export const shelfCopyIn = (folder: string): string => join(folder, 'uploads');

/** What the shelf calls its files, once they are whole: the bytes, and the note that says whose they are. */
const kept = /^[0-9a-f]{32}\.(?:bytes|json)$/;

/**
 * Has one folder of sent files hold what another does. A file's bytes never change under their name; its note does.
 * The notes go last, since a file without one is none.
 * @returns how many files there are
 */
export const copyShelf = async (from: string, to: string): Promise<number> => {
  const [there, before] = await Promise.all([keptIn(from), keptIn(to)]);
  await mkdir(to, { recursive: true, mode: 0o700 });
  const bytesFirst = [...there].sort(
    (one, other) => Number(one.endsWith('.json')) - Number(other.endsWith('.json')),
  );
  const arrived = new Set<string>();
  for (const name of bytesFirst) {
    if (name.endsWith('.json') || !(await isSame(join(from, name), join(to, name)))) {
      if (!(await copied(join(from, name), join(to, name)))) continue;
    }
    arrived.add(name);
  }
  await Promise.all(
    [...before]
      .filter((name) => !arrived.has(name))
      .map((name) => rm(join(to, name), { force: true })),
  );
  return [...arrived].filter((name) => name.endsWith('.bytes')).length;
};

const keptIn = async (folder: string): Promise<ReadonlySet<string>> => {
  const names = await readdir(folder).catch(() => [] as string[]);
  return new Set(names.filter((name) => kept.test(name)));
};

const isSame = async (one: string, other: string): Promise<boolean> => {
  const [a, b] = await Promise.all([one, other].map((file) => stat(file).catch(() => null)));
  return a != null && b != null && a.size === b.size;
};

/** @returns false where the file went meanwhile, because its day was over or it was saved */
const copied = async (from: string, to: string): Promise<boolean> => {
  try {
    await copyFile(from, `${to}.coming`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  await rename(`${to}.coming`, to);
  return true;
};
