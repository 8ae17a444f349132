import type { PdfObjects } from '../structure/pdf-objects.ts';
import {
  nameOf,
  type PdfDictionary,
  PdfReference,
  PdfString,
  wordsOf,
} from '../structure/values.ts';
import { stringKeys } from './closed-list.ts';
import { eachDictionary } from './painted.ts';

/** So many strings are looked at. */
const most = 200_000;

/** What a person writes; digests, keys and packed data are none. */
const written = /^[\t\n\r\x20-\x7e\u00a0-\u024f\u2010-\u203b\u3000-\u9fff\uff00-\uffef]*$/;
const says = /\p{L}{3}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u;

/**
 * Keys under which words stand that nobody knows: what viewers do with them, if anything, cannot be told.
 * @param reached the numbers of all objects that something leads to
 */
export function unlistedWords(
  objects: PdfObjects,
  reached: ReadonlySet<number>,
): ReadonlySet<string> {
  const keys = new Set<string>();
  // Its properties are told one by one (properties.ts).
  const info = objects.trailer.get('Info');
  const own = info instanceof PdfReference ? info.number : -1;
  let looked = 0;
  for (const { number, value } of objects.all) {
    if (!reached.has(number) || number === own || looked > most) continue;
    eachDictionary(value, (dictionary) => {
      if (hasListOfItsOwn(dictionary)) return;
      for (const [key, one] of dictionary) {
        if (!(one instanceof PdfString) || stringKeys.has(key) || ofProgram.test(key)) continue;
        looked += 1;
        const words = wordsOf(one);
        if (written.test(words) && says.test(words)) keys.add(key.slice(0, 40));
      }
    });
  }
  return keys;
}

/** Catalogs, pages and annotations, whose keys the walk knows one by one (walk.ts). */
const hasListOfItsOwn = (dictionary: PdfDictionary): boolean =>
  ['Catalog', 'Page', 'Pages', 'Annot'].includes(nameOf(dictionary.get('Type'))) ||
  (dictionary.has('Rect') && dictionary.has('Subtype'));

/** What TeX, and programs that prepare files for print, say of themselves. */
const ofProgram = /^(?:PTEX|ConTeXt|TeX|OneVision|AAPL:|APTK|slns_|LTEX_|Trn)/;
