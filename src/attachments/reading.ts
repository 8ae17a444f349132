import type { Asker } from '../apart/turns.ts';

/**
 * What is known of a file once it was read: the text that its readers see, page by page, and what it holds besides.
 * Everything here is plain data, so that it can be kept and sent to other processes.
 */
export type AttachmentReading = {
  /**
   * What its pages are called; `text` for a Word file, which has none before it is printed, `archive` for a ZIP, of which
   * the names of the files in it are the text.
   */
  unit: 'page' | 'slide' | 'sheet' | 'text' | 'picture' | 'archive';
  /** How many pages a reader turns, or files are in an archive; null where that cannot be told. */
  pageCount: number | null;
  /** Pages with text, in order. Nothing that is hidden or deleted is in them. */
  pages: readonly PageText[];
  /** The document's own headings or bookmarks. */
  outline: readonly OutlineItem[];
  /** `scan`: pictures of text; `unmapped`: its fonts do not say which letters they draw; `unread`: it cannot be opened. */
  searchable: 'yes' | 'scan' | 'unmapped' | 'unread';
  findings: readonly Finding[];
};

/** The text of one page, slide or sheet. */
export type PageText = {
  /** From 1. */
  number: number;
  /** The name of a sheet or the title of a slide; empty where there is none. */
  label: string;
  /** Blocks, one a line; the cells of a row are on one line. This is what is searched and compared. */
  text: string;
  /** The same in its form, where the page holds a table that is one. */
  blocks?: readonly PageBlock[];
};

/** One line of a text, or a table. */
export type PageBlock = { line: string } | { table: FileTable };

/**
 * A table as its readers see it. With what its cells span and cover, each row has `columns` cells, and at least one cell
 * is a head.
 */
export type FileTable = {
  columns: number;
  rows: readonly (readonly FileCell[])[];
  /** So many rows follow that hold nothing, to be written in. */
  blankRows: number;
};

/** A cell; one that is covered by another stands in no row. */
export type FileCell = {
  /** Lines; empty where nothing stands in it. */
  text: string;
  /** Over so many columns, and so many rows, where it is more than one. */
  across?: number;
  down?: number;
  /** What it is the head of. */
  head?: 'column' | 'row';
};

/** A heading or a bookmark, with the page that it leads to where that is known. */
export type OutlineItem = { title: string; level: number; page: number | null };

/** What a reader of a file is not meant to get with it, or what keeps it from being read. */
export const findingKinds = [
  'tracked-changes',
  'comments',
  'hidden-text',
  'hidden-slides',
  'hidden-rows',
  'hidden-columns',
  'hidden-sheets',
  'covered-content',
  'earlier-content',
  'macros',
  'script',
  'embedded-files',
  'outside-link',
  'photograph-place',
  'password',
  'old-format',
  'damaged',
  'too-complex',
  'unchecked-files',
  'unknown-part',
  'records',
  'authors',
  'notes',
  'alternative-text',
  'print-only',
  'unusual-part',
  'scan',
  'unmapped-text',
  'partly-unmapped',
] as const;
/** One of the kinds of findings. */
export type FindingKind = (typeof findingKinds)[number];

/** The findings that are told and do no harm; a file with any other is refused (src/check/catalogue holds the same line). */
export const harmlessFindings: readonly FindingKind[] = [
  'records',
  'authors',
  'notes',
  'alternative-text',
  'print-only',
  'unusual-part',
  'scan',
  'unmapped-text',
  'partly-unmapped',
];

/**
 * The findings that can be taken out of most files without a change of what is seen (`AttachmentReader.clean`). One that
 * stays, in a file that is signed, protected or of a format that nothing here writes, is judged as any other.
 */
export const removableFindings: readonly FindingKind[] = ['records', 'photograph-place'];

/** One kind of finding in one file. */
export type Finding = {
  kind: FindingKind;
  /** Where, as its author finds it: 「3ページ」「シート『集計』のB4」「スライド5」; empty where it is about the whole file. */
  places: readonly string[];
};

/** Whether a file with this reading is stored and shown nowhere: nothing of it may stay either. */
export const isRefused = ({ findings }: Pick<AttachmentReading, 'findings'>): boolean =>
  findings.some(({ kind }) => !harmlessFindings.includes(kind));

/**
 * Whether what was found of a file may be kept: nothing of what is refused, nor of what may be taken out of it before it is
 * stored; places name people and folders. A PDF is stored as it is, and of a file that is stored already it is there anyhow.
 */
export const mayStay = (
  reading: Pick<AttachmentReading, 'findings'>,
  ending: ReadEnding,
  isStored: boolean,
): boolean =>
  !isRefused(reading) &&
  (isStored ||
    ending === '.pdf' ||
    !reading.findings.some(({ kind }) => removableFindings.includes(kind)));

/** A file as it may be stored, and what is not in it any more. */
export type CleanedFile = {
  bytes: Uint8Array;
  /** Of the kinds that can be taken out, with the places where they were. */
  taken: readonly Finding[];
};

/** The endings of files that are read. */
export const readEndings = [
  '.pdf',
  '.docx',
  '.xlsx',
  '.pptx',
  '.png',
  '.jpg',
  '.jpeg',
  '.webp',
  '.svg',
  '.zip',
] as const;
/** The ending of a file that is read. */
export type ReadEnding = (typeof readEndings)[number];

/** A file whose digest is known already: it is read only where it was not before. */
export type KnownFile = { checksum: string; bytes(): Uint8Array };

/** Reads files, each once: what it has read is kept under the digest of the bytes. */
export interface AttachmentReader {
  /**
   * Never rejects for what is in a file: one that cannot be read has the finding that says why.
   * @param ending of the file's name, in small letters
   * @param asker whose turn it is; nobody's in particular where it is left out
   */
  read(file: Uint8Array | KnownFile, ending: ReadEnding, asker?: Asker): Promise<AttachmentReading>;
  /**
   * Takes out what nobody who reads the file needs and its author does not see: names, paths, where a photograph was
   * taken. What is seen stays as it is.
   * @returns null where there is nothing of the kind, or where it can't be taken out: the file's reading says it then
   */
  clean(bytes: Uint8Array, ending: ReadEnding, asker?: Asker): Promise<CleanedFile | null>;
  /**
   * The first page of a PDF, or of an Office file where LibreOffice is at hand, as a WebP, 640 px wide; null where it cannot
   * be drawn.
   * @param ending PDF's where it is left out
   */
  firstPage(file: Uint8Array | KnownFile, ending?: ReadEnding): Promise<Uint8Array | null>;
  /** Ends what was started for reading. */
  close(): Promise<void>;
}
