import { createAttachmentReader } from './attachment-reader.ts';
import type { AttachmentReader, AttachmentReading } from './reading.ts';
import { type FileKey, keptPicture, keptReading } from './reading-cache.ts';
import { patientLimits } from './reading-lanes.ts';

let reader: AttachmentReader | undefined;

/** One reader for all pages of a build; its processes end with it. */
const readerOf = (
  cacheFolder: string,
  libreOffice: string | null | undefined,
): AttachmentReader => {
  reader ??= createAttachmentReader({
    cacheFolder,
    limits: patientLimits,
    ...(libreOffice === undefined ? {} : { libreOffice }),
  });
  return reader;
};

/** Where readings and pictures are kept, and by what Office files are drawn. */
export type PageReadings = {
  readonly attachmentCache: string;
  readonly libreOffice?: string | null;
};

/**
 * The reading of a file whose page is made. The loader has had it read; where it could not be kept, or has had to go to
 * make room, it is read again, so that a full disk costs time and no page.
 * @param bytes gives the file itself, where it is needed
 */
export const readingForPage = async (
  { attachmentCache, libreOffice }: PageReadings,
  { checksum, ending }: FileKey,
  bytes: () => Promise<Uint8Array>,
): Promise<AttachmentReading> =>
  (await keptReading(attachmentCache, checksum, ending)) ??
  readerOf(attachmentCache, libreOffice).read(await bytes(), ending);

/** The picture of a file's first page, in the same way; null where it cannot be drawn. */
export const pictureForPage = async (
  { attachmentCache, libreOffice }: PageReadings,
  key: FileKey,
  bytes: () => Promise<Uint8Array>,
): Promise<Uint8Array | null> => {
  const kept = await keptPicture(attachmentCache, key);
  if (kept !== undefined) return kept;
  return readerOf(attachmentCache, libreOffice).firstPage(await bytes(), key.ending);
};
