import type { AttachmentReading, FileTable, PageBlock, PageText } from '../attachments/reading.ts';
import type { JudgedEdition } from '../rule-editions/edition-status.ts';
import { collectionNames } from '../schema/collections.ts';
import type { EditionFile } from '../schema/edition-file.ts';
import type { Attachment } from '../schema/entry.ts';
import { type EntryOwner, isEntry, ownerOf } from './entry-owner.ts';
import { markOfKit } from './kit-page.ts';
import { type ListName, listOf } from './lists.ts';
import { membersOnly } from './members-only.ts';
import { onceForCatalog } from './once-for-catalog.ts';
import { everMarked } from './rule-page.ts';
import { type Catalog, type Shown, titleOf } from './shown-content.ts';

export type { FileCell, FileTable } from '../attachments/reading.ts';

/** A file with a page of its own, and what it belongs to. */
export type FilePageData = {
  file: EditionFile & { page: string; unit: AttachmentReading['unit'] };
  /** What it is, where its entry says so. */
  kind: Attachment['kind'] | undefined;
  belongsTo: Shown;
  title: string;
  /** The list in which its entry stands. */
  list: ListName | undefined;
  /** Whose entry it belongs to, where it is an institution's. */
  owner: EntryOwner | undefined;
  /** Titles of the scenes in which its entry helps. */
  scenes: string[];
  /** Of a rule that is announced or replaced on some day. */
  judged: JudgedEdition | undefined;
  /** What marks it where the public edition doesn't have it. */
  membersOnly: string | undefined;
};

const hasPage = (file: EditionFile): file is FilePageData['file'] =>
  file.page !== null && file.unit !== null;

/** The pages of all files of this edition that have one, whatever they belong to. */
export const filePages = onceForCatalog((from): FilePageData[] =>
  collectionNames.flatMap((name) =>
    from
      .all(name)
      .flatMap((entry: Shown) =>
        entry.files.filter(hasPage).map((file) => filePage(file, entry, from)),
      ),
  ),
);

/** How the routes of a page's address are called, from the address with the site's base path. */
export function filePageParams({ file }: FilePageData): { entry: string; name: string } {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  const path = decodeURIComponent(file.page.slice(base.length));
  const [, entry = '', name = ''] = /^(.+)\/files\/([^/]+)\/$/.exec(path) ?? [];
  return { entry, name };
}

const filePage = (file: FilePageData['file'], entry: Shown, from: Catalog): FilePageData => {
  const { data } = entry;
  const attachments = 'attachments' in data ? data.attachments : [];
  const scenes = 'scenes' in data ? data.scenes : [];
  const owner = isEntry(entry) ? ownerOf(entry, from) : undefined;
  return {
    file,
    kind: attachments.find((attachment) => attachment.file === file.name)?.kind,
    belongsTo: entry,
    title: titleOf(entry),
    list: isEntry(entry) ? listOf(entry) : undefined,
    owner,
    scenes: scenes.flatMap((id) => {
      const scene = from.at(`scenes/${id}`);
      return scene ? [titleOf(scene)] : [];
    }),
    judged: everMarked(entry.contentPath, from),
    membersOnly:
      entry.collection === 'kits' ? markOfKit(entry, from) : membersOnly(entry, owner?.institution),
  };
};

/** One page of a file: a page of a PDF, a slide, a sheet; a Word file is one alone. */
export type FileSection = {
  number: number;
  anchor: string;
  /** The name of a sheet or the title of a slide; empty where there is none. */
  label: string;
  blocks: FileBlock[];
};

/** A paragraph, a heading of a Word file, which has an anchor, or a table with its number in the file. */
export type FileBlock =
  | { text: string; anchor: string | null }
  | { table: FileTable; number: number };

/** The text of a file, as its page shows it. */
export type FileText = {
  sections: FileSection[];
  outline: { title: string; level: number; anchor: string | null; page: number | null }[];
  /** Where some letters are not in it that the file shows: its fonts do not say which they are. Null where it has all. */
  lacking: readonly string[] | null;
};

const pageAnchor = (number: number) => `page-${number}`;

/** What was read of a file as its page sets it out: every page, those without text too, and an outline that leads to them. */
export function fileText(reading: AttachmentReading): FileText {
  const { unit, pages, searchable } = reading;
  if (searchable === 'scan' || searchable === 'unmapped' || pages.length === 0) {
    return { sections: [], outline: outlineOf(reading, []), lacking: null };
  }
  const texts = new Map(pages.map((page) => [page.number, page]));
  // The files in an archive are counted, but their names stand together.
  const pageCount = unit === 'archive' ? 1 : (reading.pageCount ?? 1);
  const last = Math.max(pageCount, ...texts.keys());
  let tables = 0;
  const sections = Array.from({ length: last }, (_, index): FileSection => {
    const number = index + 1;
    const page = texts.get(number);
    const label = page?.label ?? '';
    const blocks = blocksOf(page, () => {
      tables += 1;
      return tables;
    });
    // The title of a slide is its heading already.
    const [first] = blocks;
    if (unit === 'slide' && label !== '' && first && 'text' in first && first.text === label) {
      blocks.shift();
    }
    return { number, anchor: pageAnchor(number), label, blocks };
  });
  return { sections, outline: outlineOf(reading, sections), lacking: lackingIn(reading) };
}

/** All else that is found in a file is between its author and the check. */
const lackingIn = ({ findings }: AttachmentReading): FileText['lacking'] =>
  findings.find(({ kind }) => kind === 'partly-unmapped')?.places ?? null;

/** Lines of a page without tables are its paragraphs: a tab in one of them only makes room. */
const blocksOf = (page: PageText | undefined, nextTable: () => number): FileBlock[] => {
  const lines = (page?.text ?? '').split('\n').map((line): PageBlock => ({ line }));
  const blocks: readonly PageBlock[] = page?.blocks ?? lines;
  return blocks.flatMap((block): FileBlock[] => {
    if ('table' in block) return [{ table: block.table, number: nextTable() }];
    return block.line.trim() === '' ? [] : [{ text: block.line, anchor: null }];
  });
};

/** The file's own outline; without one, the titles of slides and the names of sheets. */
function outlineOf(
  { unit, outline }: AttachmentReading,
  sections: readonly FileSection[],
): FileText['outline'] {
  if (unit === 'text') return outlineOfText(outline, sections);
  if (outline.length === 0 && unit !== 'page') {
    return sections.flatMap(({ label, number, anchor }) =>
      label === '' ? [] : [{ title: label, level: 1, anchor, page: number }],
    );
  }
  return outline.map(({ title, level, page }) => ({
    title,
    level,
    page,
    anchor: sections.find(({ number }) => number === page)?.anchor ?? null,
  }));
}

/** Without pages, a heading is where its words are: each is looked for after the one before it. */
function outlineOfText(
  outline: AttachmentReading['outline'],
  sections: readonly FileSection[],
): FileText['outline'] {
  const blocks = sections
    .flatMap((section) => section.blocks)
    .flatMap((block) => ('table' in block ? [] : [block]));
  const inOneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();
  let from = 0;
  return outline.map(({ title, level }, index) => {
    const found = blocks.findIndex(
      ({ text }, place) => place >= from && inOneLine(text) === inOneLine(title),
    );
    const block = blocks[found];
    if (!block) return { title, level, anchor: null, page: null };
    from = found + 1;
    block.anchor = `heading-${index + 1}`;
    return { title, level, anchor: block.anchor, page: null };
  });
}
