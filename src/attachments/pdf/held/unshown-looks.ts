import { readDrawing } from '../structure/drawing-text.ts';
import type { PdfObject, PdfObjects } from '../structure/pdf-objects.ts';
import { isDictionary, nameOf, type PdfDictionary, wordsOf } from '../structure/values.ts';
import { isTelling, wordsWithoutSpaces } from './earlier-saves.ts';

/** Bits of an annotation's flags (ISO 32000-2, table 167): no viewer shows it. */
const unshown = 2 | 32;

/** So much of what an annotation looks like is looked at. */
const most = 2 ** 20;

/** Words in the letters of the West, as fonts without codes of their own have them; a sign of a button is none. */
const plain = /^[\x20-\x7e\u00a0-\u00ff]*[A-Za-z]{3}[\x20-\x7e\u00a0-\u00ff]*$/;

/**
 * The pages with annotations that would say words which no page says, and look so only hidden, or while a pointer is on them.
 * Fields are judged by their values (form-values.ts).
 * @param pages the numbers of the pages' objects
 * @param seen all words of the pages, without spaces
 */
export function pagesWithUnshownLooks(
  objects: PdfObjects,
  pages: readonly number[],
  seen: () => string,
): number[] {
  const says = (look: PdfObject): boolean =>
    wordsIn(objects, look).some((words) => !seen().includes(wordsWithoutSpaces(words)));
  return pages.flatMap((number, index) => {
    const page = objects.dictionary(objects.at(number)?.value);
    const hasWords = objects
      .array(page.get('Annots'))
      .map((one) => objects.dictionary(one))
      .filter((one) => !['Widget', 'Popup'].includes(nameOf(one.get('Subtype'))))
      .some((annotation) => looksUnshown(objects, annotation).some(says));
    return hasWords ? [index + 1] : [];
  });
}

/** What an annotation looks like where nobody sees it so (12.5.5). */
function looksUnshown(objects: PdfObjects, annotation: PdfDictionary): PdfObject[] {
  const looks = objects.dictionary(annotation.get('AP'));
  const flags = Number(objects.resolve(annotation.get('F'))) || 0;
  const kinds = (flags & unshown) !== 0 ? ['N', 'R', 'D'] : ['R', 'D'];
  return kinds.flatMap((kind) => {
    const look = looks.get(kind);
    const states = [look, ...objects.dictionary(look).values()];
    return states.flatMap((one) => objects.streamOf(one) ?? []);
  });
}

function wordsIn(objects: PdfObjects, look: PdfObject): string[] {
  if (!isDictionary(look.value)) return [];
  try {
    const text = Buffer.from(objects.unpacked(look, most) ?? []).toString('latin1');
    return readDrawing(text)
      .shown.map(wordsOf)
      .filter((words) => plain.test(words) && isTelling(words));
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
