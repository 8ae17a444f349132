import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AttachmentReader, AttachmentReading } from './reading.ts';
import { type FileKey, keptPicture, keptReading } from './reading-cache.ts';
import { patientLimits } from './reading-lanes.ts';

let reader: Promise<AttachmentReader> | undefined;

/**
 * One reader for all pages of a build; its processes end with it. It is loaded from its own file, since it looks for its
 * code and for that of its processes around itself: within the pages of a build neither is there.
 */
const readerOf = ({ attachmentCache, libreOffice }: PageReadings): Promise<AttachmentReader> => {
  reader ??= attachmentReaderCode().then(({ createAttachmentReader }) =>
    createAttachmentReader({
      cacheFolder: attachmentCache,
      limits: patientLimits,
      areStored: true,
      ...(libreOffice === undefined ? {} : { libreOffice }),
    }),
  );
  return reader;
};

/** As every command, a build is started in the project's folder. */
const readerFile = pathToFileURL(join(process.cwd(), 'src/attachments/attachment-reader.ts')).href;
const attachmentReaderCode = (): Promise<typeof import('./attachment-reader.ts')> =>
  import(/* @vite-ignore */ readerFile);

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
  where: PageReadings,
  { checksum, ending }: FileKey,
  bytes: () => Promise<Uint8Array>,
): Promise<AttachmentReading> =>
  (await keptReading(where.attachmentCache, checksum, ending)) ??
  (await readerOf(where)).read(await bytes(), ending);

/** The picture of a file's first page, in the same way; null where it cannot be drawn. */
export const pictureForPage = async (
  where: PageReadings,
  key: FileKey,
  bytes: () => Promise<Uint8Array>,
): Promise<Uint8Array | null> => {
  const kept = await keptPicture(where.attachmentCache, key);
  if (kept !== undefined) return kept;
  return (await readerOf(where)).firstPage(await bytes(), key.ending);
};
