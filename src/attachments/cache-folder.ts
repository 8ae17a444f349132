import { randomUUID } from 'node:crypto';
import {
  chmod,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * A folder of what can be made again, for its owner alone and of bounded size: what was not used for longest goes first.
 * Nothing here rejects: a folder that cannot be written or read only keeps nothing. Several processes may share it.
 */
export type CacheFolder = {
  /** The text of a file below the folder; null where there is none. */
  read(name: string): Promise<string | null>;
  /** Puts a file in place whole, or not at all. */
  write(name: string, text: string): Promise<void>;
};

/** What a reader keeps on disk where nobody says otherwise: readings of some ten thousand documents. */
export const usualCacheBytes = 500 * 2 ** 20;

/** Once it is full, so much room is made that the next files need not look again. */
const partKeptWhenFull = 0.8;

/** What a process that was ended in the middle of writing has left. */
const isLeftover = /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const leftoverMilliseconds = 60 * 60_000;

/** @param mostBytes of all files together */
export const cacheFolder = (folder: string, mostBytes: number = usualCacheBytes): CacheFolder => {
  /** About how much there is, as far as this process knows; null before it has looked. */
  let bytes: number | null = null;

  const makeRoom = async (): Promise<void> => {
    const files = await filesBelow(folder);
    bytes = files.reduce((sum, { size }) => sum + size, 0);
    if (bytes <= mostBytes) return;
    for (const { path, size } of files.sort((one, other) => one.usedAt - other.usedAt)) {
      if (bytes <= mostBytes * partKeptWhenFull) return;
      await rm(path, { force: true });
      bytes -= size;
    }
  };

  return {
    async read(name) {
      const path = join(folder, name);
      try {
        const text = await readFile(path, 'utf8');
        const now = new Date();
        await utimes(path, now, now).catch(() => {});
        return text;
      } catch {
        return null;
      }
    },
    async write(name, text) {
      const path = join(folder, name);
      const beside = `${path}.${randomUUID()}`;
      const size = Buffer.byteLength(text);
      if (size > mostBytes) return;
      try {
        if (bytes === null) {
          await makePrivate(folder);
          await makeRoom();
        }
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await writeFile(beside, text, { mode: 0o600 });
        await rename(beside, path);
        bytes = (bytes ?? 0) + size;
        if (bytes > mostBytes) await makeRoom();
      } catch {
        await rm(beside, { force: true }).catch(() => {});
      }
    },
  };
};

/**
 * Makes a folder for its owner alone. Files that others may read were kept by a version of the portal that also kept
 * what it had refused: they go.
 */
const makePrivate = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Windows has other rights, which are those of the folder around.
  if (process.platform === 'win32') return;
  await chmod(folder, 0o700);
  for (const found of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(found.parentPath, found.name);
    const now = await lstat(path).catch(() => null);
    if (!now || (now.mode & 0o077) === 0) continue;
    if (now.isDirectory()) await chmod(path, 0o700).catch(() => {});
    else await rm(path, { force: true });
  }
};

/** The files below a folder, without what was left half written, which is taken away when it is old. */
const filesBelow = async (
  folder: string,
): Promise<{ path: string; size: number; usedAt: number }[]> => {
  const files: { path: string; size: number; usedAt: number }[] = [];
  for (const found of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!found.isFile()) continue;
    const path = join(found.parentPath, found.name);
    // Another process may have taken it away meanwhile.
    const now = await stat(path).catch(() => null);
    if (!now) continue;
    if (isLeftover.test(found.name) && Date.now() - now.mtimeMs > leftoverMilliseconds) {
      await rm(path, { force: true });
      continue;
    }
    files.push({ path, size: now.size, usedAt: now.mtimeMs });
  }
  return files;
};
