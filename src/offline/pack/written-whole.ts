import { copyFile, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** Beside the file, so that it can be renamed; two processes never write the same. */
const besides = (path: string) => `${path}.${process.pid}.new`;

/** Whether a file was left by a process that was killed while it wrote. */
export const isHalfWritten = (path: string): boolean => /\.\d+\.new$/.test(path);

/**
 * Writes a file that is whole whenever somebody reads it. What lies there already is not written into: it may have
 * another name in the site that is served. A file that says the same already stays.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const now = Buffer.from(content);
  const before = await readFile(path).catch(() => undefined);
  if (before?.equals(now)) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(besides(path), now);
  await rename(besides(path), path);
}

/** Gives a file that is never written again a second name, or on another disk a copy. What stands there stays. */
export async function linkWhole(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await link(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code === 'ENOENT') throw error;
    await copyFile(from, besides(to));
    await rename(besides(to), to);
  }
}

/**
 * Removes files below a folder.
 * @param isGone is asked with the path below `from`, with slashes
 */
export async function removeFiles(
  from: string,
  folder: string,
  isGone: (path: string) => boolean,
): Promise<void> {
  const entries = await readdir(join(from, folder), { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && isGone(relative(from, file).replaceAll('\\', '/'))) await rm(file);
  }
}
