import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { AttachmentReading, Finding, FindingKind, PageText } from '../reading.ts';
import { unreadable } from '../unreadable.ts';
import { annotationsOf } from './annotations.ts';
import { authorsOf } from './authors.ts';
import { hasHiddenLayers, pagesOfPictures, pagesWithHiddenLayers } from './drawn-content.ts';
import { withPdf } from './open-pdf.ts';
import { outlineOf } from './outline.ts';
import { pagePlaces } from './page-places.ts';
import { pageText } from './page-text.ts';
import { hasActionsThatRun, lacksItsEnd, rawDictionaries } from './raw-dictionaries.ts';
import { isReadable } from './readable.ts';
import { repairLetters } from './repair-letters.ts';

/** A file of more pages is no document that somebody reads, and would keep everyone waiting. */
const mostPages = 2000;

/** A page with fewer letters says nothing by itself: a page number on a scan. */
const fewestLetters = 3;

/** Pages of which something is to be said, by number. */
type PageNotes = Record<
  'comments' | 'embedded' | 'outside' | 'script' | 'broken' | 'unmapped' | 'wordless',
  number[]
>;

type Read = {
  pageCount: number;
  pages: PageText[];
  outline: AttachmentReading['outline'];
  notes: PageNotes;
  authors: string[];
  script: boolean;
  embedded: boolean;
  hiddenLayers: boolean;
};

/**
 * Reads a PDF: the text of its pages, its bookmarks, and what it holds besides. Text that was deleted and is still printed,
 * as LibreOffice does with tracked changes, cannot be told from other text.
 * Does not throw for what is in the file: one that cannot be read has the finding that says why.
 */
export async function readPdf(bytes: Uint8Array): Promise<AttachmentReading> {
  let read: Read;
  try {
    read = await withPdf(bytes, readAll);
  } catch (error) {
    return unreadable('.pdf', reasonOf(error));
  }
  const withText = read.pages.map(({ number }) => number);
  const hidden = read.hiddenLayers ? await pagesWithHiddenLayers(bytes, withText) : [];
  const pictures = await pagesOfPictures(bytes, read.notes.wordless);
  // Where hidden text stands among the other cannot be told: such a page gives none.
  const pages = read.pages.filter(({ number }) => !hidden.includes(number));
  return {
    unit: 'page',
    pageCount: read.pageCount,
    pages,
    outline: read.outline,
    searchable: searchableOf(read, pictures),
    findings: findingsOf(read, { hidden, pictures }, bytes),
  };
}

async function readAll(pdf: PDFDocumentProxy): Promise<Read> {
  if (pdf.numPages > mostPages) throw new RangeError('Too many pages.');
  const notes: PageNotes = {
    comments: [],
    embedded: [],
    outside: [],
    script: [],
    broken: [],
    unmapped: [],
    wordless: [],
  };
  const pages: PageText[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    try {
      const page = await pdf.getPage(number);
      const text = await readPage(page, notes);
      if (text !== '') pages.push({ number, label: '', text });
      page.cleanup();
    } catch (error) {
      if (error instanceof RangeError) throw error;
      notes.broken.push(number);
    }
  }
  const { info, metadata } = await pdf.getMetadata();
  return {
    pageCount: pdf.numPages,
    pages,
    outline: await outlineOf(pdf).catch(() => []),
    notes,
    authors: authorsOf(info, metadata),
    script: (await pdf.getJSActions()) !== null,
    embedded:
      (await pdf.getAttachments()) !== null ||
      ('IsCollectionPresent' in info && info.IsCollectionPresent === true),
    hiddenLayers: await hasHiddenLayers(pdf),
  };
}

/** @returns what can be read on a page; what is to be said of it goes into the notes */
async function readPage(page: PDFPageProxy, notes: PageNotes): Promise<string> {
  const number = page.pageNumber;
  const annotations = await annotationsOf(page);
  if (annotations.comments) notes.comments.push(number);
  if (annotations.embeddedFiles) notes.embedded.push(number);
  if (annotations.outsideLink) notes.outside.push(number);
  if ((await page.getJSActions()) !== null) notes.script.push(number);
  const content = await page.getTextContent();
  const raw = content.items.map((item) => ('str' in item ? item.str : '')).join('');
  if (!isReadable(repairLetters(raw))) {
    notes.unmapped.push(number);
    return '';
  }
  const text = pageText(content);
  if ((text.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) notes.wordless.push(number);
  return text;
}

function searchableOf(
  { pageCount, pages, notes }: Read,
  pictures: readonly number[],
): AttachmentReading['searchable'] {
  if (notes.broken.length === pageCount) return 'unread';
  const readable = pages.filter(({ number }) => !pictures.includes(number)).length;
  if (pictures.length + notes.unmapped.length <= readable) return 'yes';
  return pictures.length > notes.unmapped.length ? 'scan' : 'unmapped';
}

function findingsOf(
  { notes, authors, script, embedded, pageCount }: Read,
  { hidden, pictures }: { hidden: readonly number[]; pictures: readonly number[] },
  bytes: Uint8Array,
): Finding[] {
  const damaged = notes.broken.length > 0 || lacksItsEnd(bytes);
  const runs = script || notes.script.length > 0 || hasActionsThatRun(rawDictionaries(bytes));
  /** A finding on all pages is about the file. */
  const onPages = (pages: readonly number[]) =>
    pages.length === pageCount ? [] : pagePlaces(pages);
  const findings: [FindingKind, boolean, readonly string[]][] = [
    ['damaged', damaged, onPages(notes.broken)],
    ['comments', notes.comments.length > 0, pagePlaces(notes.comments)],
    ['hidden-text', hidden.length > 0, pagePlaces(hidden)],
    ['embedded-files', embedded || notes.embedded.length > 0, pagePlaces(notes.embedded)],
    ['script', runs, pagePlaces(notes.script)],
    ['outside-link', notes.outside.length > 0, pagePlaces(notes.outside)],
    ['authors', authors.length > 0, authors],
    ['scan', pictures.length > 0, onPages(pictures)],
    ['unmapped-text', notes.unmapped.length > 0, onPages(notes.unmapped)],
  ];
  return findings.filter(([, found]) => found).map(([kind, , places]) => ({ kind, places }));
}

/** pdf.js says what happened by the names of its errors; a file that nests without end exhausts the stack. */
function reasonOf(error: unknown): FindingKind {
  if (error instanceof RangeError) return 'too-complex';
  return error instanceof Error && error.name === 'PasswordException' ? 'password' : 'damaged';
}
