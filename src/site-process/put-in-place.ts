import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Where a site is made that will stand at a folder: beside it, so that it only has to be renamed. */
export const partialOf = (outDir: string): string => `${outDir}.partial`;

/** Puts a whole site in the place of the one that is served. @param made a folder, which is gone afterwards; on another disk too */
export async function putInPlace(made: string, outDir: string): Promise<void> {
  const partial = partialOf(outDir);
  const previous = `${outDir}.previous`;
  if (made !== partial) {
    await rm(partial, { recursive: true, force: true });
    await move(made, partial);
  }
  await rm(previous, { recursive: true, force: true });
  await rename(outDir, previous).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(partial, outDir);
  await rm(previous, { recursive: true, force: true });
}

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
