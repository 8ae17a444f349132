import { createAttachmentReader } from './attachment-reader.ts';
import type { AttachmentReader, AttachmentReading, ReadEnding } from './reading.ts';
import { type FileKey, keptPicture, keptReading } from './reading-cache.ts';
import { patientLimits } from './reading-lanes.ts';

let reader: AttachmentReader | undefined;

/** One reader for all pages of a build; its processes end with it. */
const readerOf = (cacheFolder: string): AttachmentReader => {
  reader ??= createAttachmentReader({ cacheFolder, limits: patientLimits });
  return reader;
};

/**
 * The reading of a file whose page is made. The loader has had it read; where it could not be kept, or has had to go to
 * make room, it is read again, so that a full disk costs time and no page.
 * @param bytes gives the file itself, where it is needed
 */
export const readingForPage = async (
  cacheFolder: string,
  { checksum, ending }: { checksum: string; ending: ReadEnding },
  bytes: () => Promise<Uint8Array>,
): Promise<AttachmentReading> =>
  (await keptReading(cacheFolder, checksum, ending)) ??
  readerOf(cacheFolder).read(await bytes(), ending);

/** The picture of a PDF's first page, in the same way; null where it cannot be drawn. */
export const pictureForPage = async (
  cacheFolder: string,
  checksum: FileKey['checksum'],
  bytes: () => Promise<Uint8Array>,
): Promise<Uint8Array | null> => {
  const kept = await keptPicture(cacheFolder, checksum);
  return kept === undefined ? readerOf(cacheFolder).firstPage(await bytes()) : kept;
};
