import { readSheets, type SheetChoice } from '../sheets/read-sheets.ts';
import { readSlides } from '../slides/read-slides.ts';
import type { DocumentImport, ReadOptions } from '../word/document-import.ts';
import { openOffice, orRefused } from '../word/open-office.ts';
import { readWord } from '../word/read-word.ts';

/**
 * Reads a document of Word, PowerPoint or Excel as an entry of the portal. What it is, its bytes say and not its name.
 * Works in browsers and in Node.
 * @param bytes what a person chose; anything is safe
 * @returns what can be taken over, with what cannot; or why nothing is; or the sheets of which one can be taken
 * @throws only where this program is wrong
 */
export const readDocument = (
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<DocumentImport | SheetChoice> =>
  orRefused(() => {
    const read = { word: readWord, powerpoint: readSlides, excel: readSheets };
    return read[openOffice(bytes).kind](bytes, options);
  });
