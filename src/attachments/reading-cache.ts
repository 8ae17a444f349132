import { cacheFolder, usualCacheBytes } from './cache-folder.ts';
import { type Kept, keptForms } from './kept-form.ts';
import { type AttachmentReading, mayStay, type ReadEnding } from './reading.ts';

/** What a file is kept under: its bytes, and the ending that says how they are read. */
export type FileKey = { checksum: string; ending: ReadEnding };

/**
 * The reading of a file that an AttachmentReader has read before, for those who make pages later.
 * @returns undefined where it was not read, or has had to go since
 */
export const keptReading = (
  folder: string,
  checksum: string,
  ending: ReadEnding,
): Promise<AttachmentReading | undefined> => recall(folder, { checksum, ending }, 'reading');

/**
 * The picture of a file's first page (WebP) that an AttachmentReader has drawn before.
 * @returns undefined where none was drawn, null where it cannot be drawn
 */
export const keptPicture = async (
  folder: string,
  key: FileKey,
): Promise<Uint8Array | null | undefined> => fromText(await recall(folder, key, 'picture'));

/**
 * What was read, kept on disk by the reader itself: one file for what is known of the text, one for the first page's
 * picture. Each says which reading code made it: only what this code made counts, so that a change of it reads everything
 * anew. Of what is refused nothing is kept.
 * @param mostBytes of all that is kept
 * @param areStored whether the files that are read are stored already
 */
export const readingCache = (
  folder: string,
  code: string,
  { mostBytes = usualCacheBytes, areStored = false }: { mostBytes?: number; areStored?: boolean },
) => {
  const files = cacheFolder(folder, mostBytes);
  const keep = <What extends keyof Kept>(key: FileKey, what: What, value: Kept[What]) =>
    files.write(nameOf(key, what), JSON.stringify({ code, value }));
  return {
    reading: (key: FileKey) => recall(folder, key, 'reading', code),
    async keepReading(key: FileKey, reading: AttachmentReading): Promise<void> {
      if (mayStay(reading, key.ending, areStored)) await keep(key, 'reading', reading);
    },
    picture: async (key: FileKey) => fromText(await recall(folder, key, 'picture', code)),
    keepPicture: (key: FileKey, picture: Uint8Array | null) =>
      keep(key, 'picture', picture && Buffer.from(picture).toString('base64')),
  };
};

const nameOf = ({ checksum, ending }: FileKey, what: keyof Kept): string =>
  `${checksum.slice(0, 2)}/${checksum}${ending}.${what}.json`;

/** @param code the reading code that must have made it; any, where it is not given */
const recall = async <What extends keyof Kept>(
  folder: string,
  key: FileKey,
  what: What,
  code?: string,
): Promise<Kept[What] | undefined> => {
  const text = await cacheFolder(folder).read(nameOf(key, what));
  if (text === null) return undefined;
  try {
    const kept = keptForms[what].parse(JSON.parse(text));
    // What an earlier version of the portal kept of a refused file is not used any more, and goes with time.
    return code === undefined || kept.code === code ? (kept.value as Kept[What]) : undefined;
  } catch {
    // Cut short by a machine that stopped, or no reading at all: it is read again.
    return undefined;
  }
};

const fromText = (text: string | null | undefined): Uint8Array | null | undefined =>
  typeof text === 'string' ? new Uint8Array(Buffer.from(text, 'base64')) : text;
