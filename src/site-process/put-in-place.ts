import { cp, mkdir, rename, rm, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Where a site is made that will stand at a folder: beside it, so that it only has to be renamed. */
export const partialOf = (outDir: string): string => `${outDir}.partial`;

/** Puts a whole site in the place of the one that is served. @param made a folder, which is gone afterwards; on another disk too */
export async function putInPlace(made: string, outDir: string): Promise<void> {
  const partial = partialOf(outDir);
  if (made !== partial) {
    await rm(partial, { recursive: true, force: true });
    await move(made, partial);
  }
  await rm(await exchange(outDir), { recursive: true, force: true });
}

/**
 * Puts the whole site that was made beside the served one in its place.
 * @returns where the one before lies: where the next can be made of it
 */
export async function exchangeWithPartial(outDir: string): Promise<string> {
  const partial = partialOf(outDir);
  const now = new Date();
  // It was served before: by its time it is told from what it was then.
  await utimes(partial, now, now);
  const previous = await exchange(outDir);
  await rename(previous, partial).catch(allowMissing);
  return partial;
}

/** @returns where what was served lies, if anything was */
async function exchange(outDir: string): Promise<string> {
  const previous = `${outDir}.previous`;
  await rm(previous, { recursive: true, force: true });
  await rename(outDir, previous).catch(allowMissing);
  await rename(partialOf(outDir), outDir);
  return previous;
}

const allowMissing = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'ENOENT') throw error;
};

/** Moves a folder, to another disk too. */
async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
}
