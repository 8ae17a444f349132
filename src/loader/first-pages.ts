import { posix } from 'node:path';
import type { DocumentReadings } from '../check/documents/document-readings.ts';
import type { DocumentReader } from '../documents/reading.ts';
import type { ContentFile } from '../source/content-files.ts';
import { pictureSize } from './picture-size.ts';

/** The pictures of first pages that a site has, by the file's path: their sizes in pixels. */
export type FirstPages = ReadonlyMap<string, { width: number; height: number }>;

/** What an edition knows of its files before it shows them. */
type EditionFiles = {
  folders: ReadonlyMap<string, readonly ContentFile[]>;
  shown: ReadonlyMap<string, { path: string }>;
  documents: DocumentReadings;
  withheld: ReadonlySet<string>;
};

/**
 * Has the first page drawn of every PDF that lies beside a document of the edition, so that it is kept when pages and
 * pictures are made. Never rejects for what is in a file: one that cannot be drawn has no picture.
 */
export async function firstPagesOf(
  { folders, shown, documents, withheld }: EditionFiles,
  reader: Pick<DocumentReader, 'picture'>,
): Promise<FirstPages> {
  const pictures = new Map<string, { width: number; height: number }>();
  for (const document of shown.values()) {
    for (const file of folders.get(posix.dirname(document.path)) ?? []) {
      const reading = withheld.has(file.path) ? undefined : documents.of(file);
      if (reading?.unit !== 'page' || reading.searchable === 'unread') continue;
      const picture = await reader.picture(file.bytes(), '.pdf');
      const size = picture && pictureSize(picture);
      if (size) pictures.set(file.path, size);
    }
  }
  return pictures;
}
