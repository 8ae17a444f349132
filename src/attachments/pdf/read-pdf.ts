import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { AttachmentReading, Finding, FindingKind } from '../reading.ts';
import { unreadable } from '../unreadable.ts';
import { authorsOf } from './authors.ts';
import { holdsEarlierWords, wordsWithoutSpaces } from './held/earlier-saves.ts';
import { judgeHeld } from './held/judge-held.ts';
import { isMaskedAway } from './held/masked-pictures.ts';
import { Noted } from './held/noted.ts';
import { pagesWithOlderThumbnails } from './held/older-thumbnails.ts';
import { holdsPath } from './held/paths.ts';
import { saidByPhotograph } from './held/pictures.ts';
import { labelsPictures } from './held/properties.ts';
import { judgeSight } from './judge-sight.ts';
import { lacksItsEnd } from './lacks-its-end.ts';
import { withPdf } from './open-pdf.ts';
import { outlineOf } from './outline.ts';
import { pagePlaces } from './page-places.ts';
import { type PageRead, readPages } from './read-pages.ts';
import { PdfObjects } from './structure/pdf-objects.ts';
import { isDictionary } from './structure/values.ts';
import { isPicture, withoutPictures } from './without-pictures.ts';

/** A file of more pages is no document that somebody reads, and would keep everyone waiting. */
const mostPages = 2000;

/** In the text of pages; others are not unpacked at all. */
const mostPixels = 4 * 2 ** 20;

type Read = {
  pages: readonly PageRead[];
  outline: AttachmentReading['outline'];
  authors: readonly string[];
};

/**
 * Reads a PDF: the text of its pages that is seen, its bookmarks, and what it holds besides. Text that was deleted and is
 * still printed, as LibreOffice does with tracked changes, cannot be told from other text.
 * Does not throw for what is in the file: one that cannot be read has the finding that says why.
 */
export async function readPdf(bytes: Uint8Array): Promise<AttachmentReading> {
  const noted = new Noted();
  let read: Read;
  let isOpen = true;
  try {
    const objects = new PdfObjects(bytes);
    isOpen = objects.isOpen;
    read = await withPdf(withoutPictures(bytes, objects), (pdf) => readAll(pdf, objects, noted), {
      maxImageSize: mostPixels,
    });
    await judgeAll(bytes, objects, read, noted);
  } catch (error) {
    // Locked for those who have a certificate: pdf.js knows nothing of that, and takes it for damage.
    return unreadable('.pdf', isOpen ? reasonOf(error) : 'password');
  }
  const { pages } = read;
  if (pages.some(({ state }) => state === 'broken') || lacksItsEnd(bytes)) noted.add('damaged');
  const unseen = new Set(withheld.flatMap((kind) => noted.pagesOf(kind)));
  const given = pages.filter(({ text, number }) => text !== '' && !unseen.has(number));
  return {
    unit: 'page',
    pageCount: pages.length,
    // Where hidden text stands among the other cannot be told: such a page gives none.
    pages: given.map(({ number, text }) => ({ number, label: '', text })),
    outline: read.outline,
    searchable: searchableOf(pages, given.length),
    findings: findingsOf(pages, read.authors, noted),
  };
}

/** A page with one of these gives no text. */
const withheld = ['hidden-text', 'covered-content'] as const;

async function readAll(pdf: PDFDocumentProxy, objects: PdfObjects, noted: Noted): Promise<Read> {
  if (pdf.numPages > mostPages) throw new RangeError('Too many pages.');
  const pages = await readPages(pdf, objects, noted);
  const { info, metadata } = await pdf.getMetadata();
  if ((await pdf.getJSActions()) !== null) noted.add('script');
  const isPortfolio = 'IsCollectionPresent' in info && info.IsCollectionPresent === true;
  if (isPortfolio || (await pdf.getAttachments()) !== null) noted.add('embedded-files');
  const outline = await outlineOf(pdf).catch(() => []);
  return { pages, outline, authors: authorsOf(info, metadata) };
}

async function judgeAll(
  bytes: Uint8Array,
  objects: PdfObjects,
  { pages, outline }: Read,
  noted: Noted,
): Promise<void> {
  judgeSight(pages, noted, { isLabelled: labelsPictures(objects) });
  let joined: string | undefined;
  const words = (): string => {
    joined ??= pages.map((page) => wordsWithoutSpaces(page.words)).join('\n');
    return joined;
  };
  const isMapped = (page: number): boolean => pages[page - 1]?.state === 'mapped';
  const walked = judgeHeld(bytes, objects, { pageCount: pages.length, words, isMapped }, noted);
  if (outline.some(({ title }) => holdsPath(title))) noted.add('records', 'しおり');
  for (const object of objects.all) {
    if (!isPicture(object)) continue;
    if (isDictionary(object.value) && walked.reached.has(object.number)) {
      const page = pageOfPicture(pages, object.number);
      if (page !== null && isMaskedAway(objects, object.value)) noted.add('covered-content', page);
    }
    const said = saidByPhotograph(objects, object.number);
    const page = pageOfPicture(pages, object.number);
    if (said.hasPlace) noted.add('photograph-place', page);
    if (said.hasRecords) noted.add('records', '図や写真の情報（撮影した機器、使ったソフトなど）');
  }
  for (const page of await pagesWithOlderThumbnails(bytes, objects, walked.pages))
    noted.add('earlier-content', page);
  if (await holdsEarlierWords(bytes, objects, walked.pages, words))
    noted.add('earlier-content', '前に保存した版');
}

/** The first page that shows a picture; null where none does. */
const pageOfPicture = (pages: readonly PageRead[], picture: number): number | null =>
  pages.find(({ judgement }) => judgement?.seenPictures.includes(picture))?.number ?? null;

const isScanned = ({ isWordless, judgement }: PageRead): boolean =>
  isWordless && (judgement?.hasPictures ?? false);

function searchableOf(pages: readonly PageRead[], given: number): AttachmentReading['searchable'] {
  const count = (isMeant: (page: PageRead) => boolean) => pages.filter(isMeant).length;
  if (count(({ state }) => state === 'broken') === pages.length) return 'unread';
  const scanned = count(isScanned);
  const unmapped = count(({ state }) => state === 'unmapped');
  const readable = given - count((page) => page.text !== '' && isScanned(page));
  if (scanned + unmapped <= readable) return 'yes';
  return scanned > unmapped ? 'scan' : 'unmapped';
}

/** In the order in which they are told. */
const order: readonly FindingKind[] = [
  'damaged',
  'comments',
  'hidden-text',
  'covered-content',
  'earlier-content',
  'embedded-files',
  'script',
  'outside-link',
  'photograph-place',
  'unknown-part',
  'records',
  'authors',
  'alternative-text',
  'unusual-part',
  'scan',
  'unmapped-text',
  'partly-unmapped',
];

function findingsOf(
  pages: readonly PageRead[],
  authors: readonly string[],
  noted: Noted,
): Finding[] {
  const places = new Map<FindingKind, readonly string[]>();
  /** A finding on all pages is about the file. */
  const onPages = (kind: FindingKind, isMeant: (page: PageRead) => boolean) => {
    const meant = pages.filter(isMeant).map(({ number }) => number);
    if (meant.length > 0) places.set(kind, meant.length === pages.length ? [] : pagePlaces(meant));
  };
  for (const kind of order) if (noted.has(kind)) places.set(kind, noted.placesOf(kind));
  onPages('damaged', ({ state }) => state === 'broken');
  onPages('scan', isScanned);
  onPages('unmapped-text', ({ state }) => state === 'unmapped');
  onPages('partly-unmapped', ({ state }) => state === 'partly-unmapped');
  if (authors.length > 0) places.set('authors', authors);
  return order.flatMap((kind) => {
    const found = places.get(kind);
    return found ? [{ kind, places: found }] : [];
  });
}

/** pdf.js says what happened by the names of its errors; a file that nests without end exhausts the stack. */
function reasonOf(error: unknown): FindingKind {
  if (error instanceof RangeError) return 'too-complex';
  return error instanceof Error && error.name === 'PasswordException' ? 'password' : 'damaged';
}
