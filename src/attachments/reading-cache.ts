import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttachmentReading, ReadEnding } from './reading.ts';

/**
 * What was read, kept on disk: one file for what is known of the text, one for the first page's picture. Each says which
 * reading code made it, so that a change of that code reads everything anew, and leaves nothing old behind.
 */
type Kept = { reading: AttachmentReading; picture: string | null };

/** What a file is kept under: its bytes, and the ending that says how they are read. */
export type FileKey = { checksum: string; ending: ReadEnding };

/**
 * The reading of a file that an AttachmentReader has read before, for those who make pages later and start no reader.
 * @returns undefined where it was not read
 */
export const keptReading = (
  cacheFolder: string,
  checksum: string,
  ending: ReadEnding,
): Promise<AttachmentReading | undefined> => recall(cacheFolder, { checksum, ending }, 'reading');

/**
 * The picture of a PDF's first page (WebP) that an AttachmentReader has drawn before.
 * @returns undefined where none was drawn, null where it cannot be drawn
 */
export const keptPicture = async (
  cacheFolder: string,
  checksum: string,
): Promise<Uint8Array | null | undefined> =>
  fromText(await recall(cacheFolder, { checksum, ending: '.pdf' }, 'picture'));

/** The same two, kept and recalled by the reader itself: only what this reading code made counts. */
export const readingCache = (folder: string, code: string) => ({
  reading: (key: FileKey) => recall(folder, key, 'reading', code),
  keepReading: (key: FileKey, reading: AttachmentReading) =>
    keep(folder, key, 'reading', code, reading),
  picture: async (key: FileKey) => fromText(await recall(folder, key, 'picture', code)),
  keepPicture: (key: FileKey, picture: Uint8Array | null) =>
    keep(folder, key, 'picture', code, picture && Buffer.from(picture).toString('base64')),
});

const pathOf = (folder: string, { checksum, ending }: FileKey, what: keyof Kept): string =>
  join(folder, checksum.slice(0, 2), `${checksum}${ending}.${what}.json`);

/** @param code the reading code that must have made it; any, where it is not given */
async function recall<What extends keyof Kept>(
  folder: string,
  key: FileKey,
  what: What,
  code?: string,
): Promise<Kept[What] | undefined> {
  try {
    const kept = JSON.parse(await readFile(pathOf(folder, key, what), 'utf8')) as {
      code: string;
      value: Kept[What];
    };
    return code === undefined || kept.code === code ? kept.value : undefined;
  } catch {
    // Not kept, or cut short by a machine that stopped: it is read again.
    return undefined;
  }
}

/** Several processes may keep the same file at once: each writes beside, and the last to finish puts its own in place. */
async function keep<What extends keyof Kept>(
  folder: string,
  key: FileKey,
  what: What,
  code: string,
  value: Kept[What],
): Promise<void> {
  const path = pathOf(folder, key, what);
  const beside = `${path}.${randomUUID()}`;
  await mkdir(join(path, '..'), { recursive: true });
  try {
    await writeFile(beside, JSON.stringify({ code, value }));
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

const fromText = (text: string | null | undefined): Uint8Array | null | undefined =>
  typeof text === 'string' ? new Uint8Array(Buffer.from(text, 'base64')) : text;
