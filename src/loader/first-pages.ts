import { posix } from 'node:path';
import type { AttachmentReader, ReadEnding } from '../attachments/reading.ts';
import type { AttachmentReadings } from '../check/attachments/attachment-readings.ts';
import { knownFile } from '../check/attachments/read-attachments.ts';
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

/** So many Office files are in memory at once: they are printed together, which costs one start of LibreOffice. */
const mostAtOnce = 8;

/**
 * Has the first page drawn of every PDF and Office file that lies beside an entry of the edition, so that it is kept when
 * pages and pictures are made. Never rejects for what is in a file: one that cannot be drawn has no picture.
 */
export async function firstPagesOf(
  content: EditionFiles,
  reader: Pick<AttachmentReader, 'firstPage'>,
): Promise<FirstPages> {
  const pictures = new Map<string, { width: number; height: number }>();
  const draw = async (file: ContentFile) => {
    const ending = posix.extname(file.path).toLowerCase() as ReadEnding;
    const picture = await reader.firstPage(knownFile(file), ending);
    const size = picture && pictureSize(picture);
    if (size) pictures.set(file.path, size);
  };
  const { page: pdfs = [], office = [] } = Object.groupBy(drawnFiles(content), ({ unit }) =>
    unit === 'page' ? 'page' : 'office',
  );
  for (const { file } of pdfs) await draw(file);
  for (let first = 0; first < office.length; first += mostAtOnce) {
    const some = office.slice(first, first + mostAtOnce);
    await Promise.all(some.map(({ file }) => draw(file)));
  }
  return pictures;
}

/** How many files have a picture of their first page only where LibreOffice is at hand. */
export const officeFileCount = (content: EditionFiles): number =>
  drawnFiles(content).filter(({ unit }) => unit !== 'page').length;

/** The files with pages that can be drawn. */
function drawnFiles({ folders, shown, readings, withheld }: EditionFiles) {
  return [...shown.values()]
    .flatMap((entry) => folders.get(posix.dirname(entry.path)) ?? [])
    .flatMap((file) => {
      const reading = withheld.has(file.path) ? undefined : readings.of(file);
      const unit = reading?.unit;
      if (!unit || unit === 'picture' || unit === 'archive') return [];
      return reading.searchable === 'unread' ? [] : [{ file, unit }];
    });
}
