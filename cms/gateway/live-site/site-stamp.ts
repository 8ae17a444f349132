import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Settings } from '../../../src/settings.ts';
import { commitId } from '../repository/repository.ts';

/** What the site in the folder was built from. */
const siteStamp = z.strictObject({
  /** The published commit whose content it shows. */
  commit: commitId,
  /** Files of the content that the checkout held otherwise than that commit, below the content folder. */
  unlike: z.array(z.string()),
  builtAt: z.iso.datetime(),
  /** The code that made it (site-code.ts); not there where nobody knows. */
  code: z.string().optional(),
  /** The folder that the stamp belongs to: another build in the same place, or of another edition, is not what it tells of. */
  site: z.string(),
});
export type SiteStamp = z.infer<typeof siteStamp>;

const stampFile = ({ outDir }: Settings): string => `${outDir}.published.json`;

/**
 * Reads what the served site was built from; null where nobody knows.
 * It is read anew each time: it lies on the disk beside the site, and nothing else can tell that the site was replaced.
 */
export const readStamp = async (settings: Settings): Promise<SiteStamp | null> => {
  try {
    const stamp = siteStamp.parse(JSON.parse(await readFile(stampFile(settings), 'utf8')));
    return stamp.site === (await siteOf(settings)) ? stamp : null;
  } catch {
    return null;
  }
};

/** Writes down what the site, which is in its place already, was built from. */
export const writeStamp = async (
  settings: Settings,
  stamp: Omit<SiteStamp, 'site'>,
): Promise<void> => {
  const site = await siteOf(settings);
  const partial = `${stampFile(settings)}.partial`;
  await writeFile(partial, `${JSON.stringify({ ...stamp, site }, null, 2)}\n`);
  await rename(partial, stampFile(settings));
};

/** A name that tells one built folder, of one edition and one content, from every other. @throws where there is none */
export const siteOf = async ({
  outDir,
  edition,
  contentDir,
  basePath,
}: Settings): Promise<string> => {
  const { ino, mtimeMs } = await stat(outDir);
  return [edition, contentDir, basePath, ino, mtimeMs].join(' ');
};
