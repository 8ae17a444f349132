import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

/**
 * Puts the folder of a site right after whatever made it was killed: at any moment there is the site that was shown, here or
 * beside it under the name that it has while the next one takes its place, or the next one whole. What the process that stays
 * keeps beside it to make the next one of goes too.
 * @param outDir where the site is served from; nothing may be making it
 */
export const clearLeftovers = async (outDir: string): Promise<void> => {
  const previous = `${outDir}.previous`;
  if (!existsSync(outDir) && existsSync(previous)) await rename(previous, outDir);
  for (const leftover of [previous, `${outDir}.partial`]) {
    await rm(leftover, { recursive: true, force: true });
  }
};
