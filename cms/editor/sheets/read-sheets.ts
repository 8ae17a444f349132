import { beginning } from '../../../src/attachments/office/beginning.ts';
import type { PageText } from '../../../src/attachments/reading.ts';
import type { DocumentImport, ReadDocument, ReadOptions } from '../word/document-import.ts';
import { judgedReading } from '../word/judged-reading.ts';
import { ImportRefusal, openOffice, orRefused, orRefusedAtOnce } from '../word/open-office.ts';
import { createLosses, refusals } from '../word/sentences.ts';
import { shapeDocument } from '../word/shape-document.ts';
import { lookBesideCells, type SheetBesideCells } from './beside-cells.ts';
import { sheetBlocks } from './sheet-blocks.ts';

/** A workbook with more than one sheet that says something: a person chooses one. */
export type SheetChoice = {
  kind: 'sheets';
  names: readonly string[];
  /** What is taken of one of them. */
  take(at: number): DocumentImport;
};

/**
 * Reads a workbook as an entry of the portal: a sheet as its tables, with numbers and days as they are shown. Works in
 * browsers and in Node.
 * @param bytes what a person chose; anything is safe
 * @returns what can be taken over, or why nothing is; or the sheets of which one can be taken
 * @throws only where this program is wrong
 */
export const readSheets = (
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<DocumentImport | SheetChoice> => orRefused(() => read(bytes, options));

const read = (bytes: Uint8Array, options: ReadOptions): ReadDocument | SheetChoice => {
  const book = openOffice(bytes);
  if (book.kind !== 'excel') throw new ImportRefusal(refusals.otherFile);
  const { pages } = judgedReading(bytes, 'excel');
  const beside = lookBesideCells(book);
  const take = (page: PageText): ReadDocument =>
    readSheet(page, beside[page.number - 1] ?? null, options, pages);
  const [only, ...others] = pages;
  if (!only) throw new ImportRefusal(refusals.nothing);
  if (others.length === 0) return take(only);
  return {
    kind: 'sheets',
    names: pages.map(({ label }) => label),
    take: (at) => orRefusedAtOnce(() => take(pages[at] ?? only)),
  };
};

const readSheet = (
  page: PageText,
  beside: SheetBesideCells | null,
  options: ReadOptions,
  all: readonly PageText[],
): ReadDocument => {
  const losses = createLosses();
  for (const { number, label } of all) {
    if (number !== page.number) losses.add('otherSheets', `『${beginning(label).slice(1, -1)}』`);
  }
  if (beside?.hasDrawings) losses.add('sheetDrawings');
  for (const cell of beside?.withLinks ?? []) losses.add('cellLinks', cell);
  for (const cell of beside?.withoutValues ?? []) losses.add('noValues', cell);
  const blocks = sheetBlocks(page, losses);
  const shown = /^(?:sheet|シート)\s*\d*$/i.test(page.label) ? '' : page.label;
  return shapeDocument({ blocks, notes: [] }, [], { property: '', shown }, options, losses);
};
