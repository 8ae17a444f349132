import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * What is written down of the last backup: beside it, and in the git folder of the portal that it was made of, so that who
 * looks after the portal finds out how old it is and where it lies without being told.
 */
const backupStamp = z.object({
  version: z.literal(1),
  /** When the last one that came about began. */
  at: z.iso.datetime(),
  /** Where it lies. */
  folder: z.string(),
  snapshot: z.string(),
  /** How many snapshots there are. */
  snapshots: z.number().int().nonnegative(),
  /** When every byte was read the last time; null where it never was. */
  verifiedAt: z.iso.datetime().nullable(),
});
export type BackupStamp = z.infer<typeof backupStamp>;

/** The stamp beside a backup, and the one in the git folder of the portal. */
export const stampBesideBackup = (folder: string): string => join(folder, 'backup.json');
export const stampInPortal = (gitFolder: string): string => join(gitFolder, 'portal-backup.json');

/** Reads a stamp; null where there is none, or what lies there is none. */
export const readStamp = async (file: string): Promise<BackupStamp | null> => {
  try {
    return backupStamp.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
};

/** Writes a stamp whole, or not at all. */
export const writeStamp = async (file: string, stamp: BackupStamp): Promise<void> => {
  const coming = `${file}.coming-${process.pid}`;
  const handle = await open(coming, 'w', 0o600);
  await handle.writeFile(`${JSON.stringify(stamp, null, 2)}\n`);
  await handle.sync();
  await handle.close();
  await rename(coming, file);
};
