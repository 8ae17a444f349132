import { filtersOf, unpack } from '../structure/filters.ts';
import type { PdfObject, PdfObjects } from '../structure/pdf-objects.ts';
import { SyntaxReader } from '../structure/syntax.ts';
import { isDictionary, nameOf, PdfReference, wordsOf } from '../structure/values.ts';
import type { StandIn } from './walk.ts';

/** So much of one stream, and of all, is looked at. */
const most = { one: 16 * 2 ** 20, all: 128 * 2 ** 20, words: 5000 };

const key = '/ActualText';

/**
 * What the text of pages says to those who hear it, in place of what it draws (ISO 32000-2, 14.9.4).
 * @param pages the numbers of the pages' objects
 * @param reached the numbers of all objects that something leads to
 */
export function spokenWords(
  objects: PdfObjects,
  pages: readonly number[],
  reached: ReadonlySet<number>,
): StandIn[] {
  const pageOf = new Map<number, number>();
  for (const [index, page] of pages.entries()) {
    const contents = objects.dictionary(objects.at(page)?.value).get('Contents');
    const list =
      contents instanceof PdfReference
        ? [contents, ...objects.array(contents)]
        : objects.array(contents ?? null);
    for (const one of list) if (one instanceof PdfReference) pageOf.set(one.number, index + 1);
  }
  const found: StandIn[] = [];
  let looked = 0;
  for (const object of objects.all) {
    if (looked > most.all || found.length > most.words) break;
    if (!reached.has(object.number) || !(pageOf.has(object.number) || isForm(object))) continue;
    const data = textOf(objects, object);
    looked += data.length;
    if (!data.includes(key)) continue;
    const text = data.toString('latin1');
    for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      const words = wordsOf(new SyntaxReader(text, at + key.length).value());
      found.push({ words, page: pageOf.get(object.number) ?? null });
    }
  }
  return found;
}

const isForm = ({ value, stream }: PdfObject): boolean =>
  stream !== undefined && isDictionary(value) && nameOf(value.get('Subtype')) === 'Form';

function textOf(objects: PdfObjects, object: PdfObject): Buffer {
  if (!isDictionary(object.value)) return Buffer.alloc(0);
  try {
    const filters = filtersOf(object.value, objects.resolve);
    return Buffer.from(unpack(objects.packed(object), filters, most.one) ?? []);
  } catch (error) {
    // pdf.js reads it in pieces, and says itself where that is too much.
    if (error instanceof RangeError) return Buffer.alloc(0);
    throw error;
  }
}
