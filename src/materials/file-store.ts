import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file of a site, by what is in it. */
export type StoredFile = { checksum: string; bytes: number };

/**
 * The files of all sites of a checkout, each once: sites link to them. They are no links to the content itself, because
 * who writes there in place would write into a site that nobody has checked; and since each link changes the time by which
 * git, and we, tell that a file is as it was, all of them would be read again with every build.
 */
export type FileStore = {
  /**
   * Puts a file into a site, in place of what lies there. Where the site is on another disk it is copied.
   * @param source where it lies in the content: read where the store does not have it yet
   * @throws where the source is not the file that was listed
   */
  place(file: StoredFile, source: string, target: string): Promise<void>;
  /** Lets go of what no site has had for an hour. */
  prune(now: Date): Promise<void>;
};

const hour = 60 * 60_000;

/** Opens a store. @param folder it is made when the first file comes */
export const openFileStore = (folder: string): FileStore => {
  const pathOf = ({ checksum }: StoredFile) => join(folder, checksum.slice(0, 2), checksum);

  const place = async (file: StoredFile, source: string, target: string, isLast = false) => {
    const stored = pathOf(file);
    if (!(await isUntouched(stored, file))) await fill(file, source, stored);
    await rm(target, { force: true });
    try {
      await link(stored, target);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      // Another build has just let go of it.
      if (code === 'ENOENT' && !isLast) return place(file, source, target, true);
      if (!noLinks.has(code)) throw error;
      await copyFile(stored, target, constants.COPYFILE_FICLONE);
    }
  };

  return {
    place,
    async prune(now) {
      for (const found of await readdir(folder, { recursive: true, withFileTypes: true }).catch(
        () => [],
      )) {
        if (!found.isFile()) continue;
        const path = join(found.parentPath, found.name);
        const { nlink, ctimeMs } = await stat(path).catch(() => ({ nlink: 2, ctimeMs: 0 }));
        if (nlink === 1 && now.getTime() - ctimeMs > hour) await rm(path, { force: true });
      }
    },
  };
};

/** Another disk, a file system without links, and more links than it allows. */
const noLinks: ReadonlySet<string> = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK']);

/** What was stored has a time without parts of a second, which nobody gets who writes into it later. */
const isUntouched = async (path: string, { bytes }: StoredFile): Promise<boolean> => {
  const found = await stat(path).catch(() => null);
  return found !== null && found.size === bytes && found.mtimeMs % 1000 === 0;
};

/** Copies a file into the store whole, or not at all. */
const fill = async (file: StoredFile, source: string, stored: string): Promise<void> => {
  await mkdir(dirname(stored), { recursive: true });
  const beside = `${stored}.${randomUUID()}`;
  try {
    await copyProven(file, source, beside);
    const second = Math.floor(Date.now() / 1000);
    await utimes(beside, second, second);
    await rename(beside, stored);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
};

const chunkBytes = 1024 * 1024;

/** A copy has the rights of a new file, whatever those of the source are. */
const copyProven = async (file: StoredFile, source: string, target: string): Promise<void> => {
  const digest = createHash('sha256');
  const [from, to] = [await open(source, 'r'), await open(target, 'wx')];
  try {
    const buffer = Buffer.allocUnsafe(chunkBytes);
    for (;;) {
      const { bytesRead } = await from.read(buffer, 0, chunkBytes, null);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      digest.update(chunk);
      await to.writeFile(chunk);
    }
  } finally {
    await Promise.all([from.close(), to.close()]);
  }
  if (digest.digest('hex') !== file.checksum) {
    throw new Error(`${source} has changed since it was looked at.`);
  }
};
