import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { halfWrittenPrefix } from '../../../src/source/content-files.ts';

/** How files get into a working tree: each whole or not at all. */
export type CheckoutFiles = {
  /** What lies at a path of the tree, links not followed. */
  kindOf(path: string): Promise<'file' | 'nothing' | 'behind-link' | 'no-file'>;
  /** Puts a whole file in the place of another, so that nobody ever reads half of it. */
  replace(path: string, bytes: Buffer): Promise<void>;
  /** Takes a file away, and the folder of its entry when nothing is left in it. */
  remove(path: string): Promise<void>;
  /** Takes away what was being written beside some files when a process was killed. */
  clear(paths: readonly string[]): Promise<void>;
};

/** What writes a file: the file system, or a stand-in for one that refuses. */
export type FileWriting = Pick<typeof import('node:fs/promises'), 'open' | 'rename'>;

/** Nothing is half written for as long as this. */
const abandonedAfter = 60_000;

/**
 * Makes what writes into a working tree.
 * @param root of the tree
 * @param gitFolder where half-written files lie, so that nobody who reads the tree ever meets one. Where the content is a
 *   disk of its own (EXDEV) they lie beside their targets, under a name that no reading of the content takes for its own.
 */
export const createCheckoutFiles = ({
  root,
  gitFolder,
  writing = { open, rename },
}: {
  root: string;
  gitFolder: string;
  writing?: FileWriting;
}): CheckoutFiles => ({
  async kindOf(path) {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const found = await lstat(join(root, ...parts.slice(0, depth))).catch(() => null);
      if (!found) return 'nothing';
      if (!found.isDirectory()) return 'behind-link';
    }
    const found = await lstat(join(root, path)).catch(() => null);
    if (!found) return 'nothing';
    return found.isFile() ? 'file' : 'no-file';
  },

  async replace(path, bytes) {
    const target = join(root, path);
    await mkdir(dirname(target), { recursive: true });
    const name = `${halfWrittenPrefix}${randomUUID()}`;
    try {
      await writeThenRename(writing, join(gitFolder, name), target, bytes);
    } catch (error) {
      if (!isOtherDisk(error)) throw error;
      await writeThenRename(writing, join(dirname(target), name), target, bytes);
    }
  },

  async remove(path) {
    await rm(join(root, path));
    await rmdir(join(root, dirname(path))).catch(() => {});
  },

  async clear(paths) {
    const folders = new Set([gitFolder, ...paths.map((path) => dirname(join(root, path)))]);
    await Promise.all([...folders].map(clearFolder));
  },
});

const writeThenRename = async (
  { open, rename }: FileWriting,
  whole: string,
  target: string,
  bytes: Buffer,
): Promise<void> => {
  try {
    const file = await open(whole, 'wx', 0o644);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(whole, target);
  } finally {
    await rm(whole, { force: true });
  }
};

const isOtherDisk = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EXDEV';

const clearFolder = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch(() => [] as string[]);
  const halfWritten = names.filter((name) => name.startsWith(halfWrittenPrefix));
  await Promise.all(
    halfWritten.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => null);
      if (found && Date.now() - found.mtimeMs > abandonedAfter) {
        await rm(join(folder, name), { force: true });
      }
    }),
  );
};
