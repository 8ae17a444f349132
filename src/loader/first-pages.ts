import { posix } from 'node:path';
import type { AttachmentReader } from '../attachments/reading.ts';
import type { AttachmentReadings } from '../check/attachments/attachment-readings.ts';
import type { ContentFile } from '../source/content-files.ts';
import { pictureSize } from './picture-size.ts';

/** The pictures of first pages that a site has, by the file's path: their sizes in pixels. */
export type FirstPages = ReadonlyMap<string, { width: number; height: number }>;

/** What an edition knows of its files before it shows them. */
type EditionFiles = {
  folders: ReadonlyMap<string, readonly ContentFile[]>;
  shown: ReadonlyMap<string, { path: string }>;
  readings: AttachmentReadings;
  withheld: ReadonlySet<string>;
};

/**
 * Has the first page drawn of every PDF that lies beside an entry of the edition, so that it is kept when pages and
 * pictures are made. Never rejects for what is in a file: one that cannot be drawn has no picture.
 */
export async function firstPagesOf(
  { folders, shown, readings, withheld }: EditionFiles,
  reader: Pick<AttachmentReader, 'firstPage'>,
): Promise<FirstPages> {
  const pictures = new Map<string, { width: number; height: number }>();
  for (const entry of shown.values()) {
    for (const file of folders.get(posix.dirname(entry.path)) ?? []) {
      const reading = withheld.has(file.path) ? undefined : readings.of(file);
      if (reading?.unit !== 'page' || reading.searchable === 'unread') continue;
      const picture = await reader.firstPage(file.bytes());
      const size = picture && pictureSize(picture);
      if (size) pictures.set(file.path, size);
    }
  }
  return pictures;
}
