import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Field } from '../form-values.ts';
import { withPdf } from '../open-pdf.ts';
import { repairLetters } from '../repair-letters.ts';
import type { PdfObject, PdfObjects } from '../structure/pdf-objects.ts';
import {
  isArray,
  isDictionary,
  nameOf,
  type PdfDictionary,
  PdfReference,
  PdfString,
  type PdfValue,
} from '../structure/values.ts';
import { endsOf } from './outside-objects.ts';

/** So many saves are looked at, the latest ones, and so many pages of each. */
const most = { saves: 5, pages: 200 };

const beginsTable = /^\s*(?:xref|\d+\s+\d+\s+obj)/;

/**
 * Whether a file still holds words of a save before the last: each save is added behind the one before (ISO 32000-2,
 * 7.5.6). A signature, a form that was filled in and notes change nothing that pages say.
 * @param bytes as they came
 * @param pages the numbers of its pages' objects
 * @param seen gives all words of the file as it is, without spaces
 */
export async function holdsEarlierWords(
  bytes: Uint8Array,
  objects: PdfObjects,
  pages: readonly number[],
  seen: () => string,
): Promise<boolean> {
  for (const end of earlierEnds(bytes).slice(-most.saves)) {
    const before = new ObjectsBefore(objects, end);
    const changed = before.changed(bytes);
    const words =
      changed.size === 0
        ? []
        : await wordsUpTo(
            bytes.subarray(0, end),
            (page) => !pages.includes(page) || before.leadsTo(page, changed),
          );
    if (words.some((one) => !seen().includes(one))) return true;
  }
  return false;
}

/** Where the file would end without the saves that follow; the first table of a linearized file ends none. */
function earlierEnds(bytes: Uint8Array): number[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return endsOf(bytes)
    .slice(0, -1)
    .filter((end) => {
      const place = Number(
        /startxref\s+(\d+)\s+%%EOF$/.exec(file.toString('latin1', end - 40, end))?.[1],
      );
      return (
        place > 0 && place < end && beginsTable.test(file.toString('latin1', place, place + 24))
      );
    });
}

/** A page leads to no more, but for what it shares with all. */
const mostSteps = 5000;

/** The objects of a file as they were before what follows an end. */
class ObjectsBefore {
  readonly #byNumber = new Map<number, PdfObject>();
  readonly #objects: PdfObjects;

  constructor(objects: PdfObjects, end: number) {
    this.#objects = objects;
    for (const object of objects.all)
      if (object.from < end) this.#byNumber.set(object.number, object);
  }

  /** The numbers of those that can say words and were written anew. */
  changed(bytes: Uint8Array): Set<number> {
    const changed = new Set<number>();
    for (const [number, object] of this.#byNumber) {
      const now = this.#objects.at(number);
      if (now && now !== object && isOtherwise(object, now, bytes)) changed.add(number);
    }
    return changed;
  }

  /** Whether a page leads to one of some objects, without going over to other pages. */
  leadsTo(page: number, changed: ReadonlySet<number>): boolean {
    const waiting: PdfValue[] = [new PdfReference(page)];
    const met = new Set<number>();
    for (let count = 0; waiting.length > 0; count += 1) {
      if (count > mostSteps) return true;
      const value = waiting.pop() as PdfValue;
      if (value instanceof PdfReference) {
        if (met.has(value.number)) continue;
        if (changed.has(value.number)) return true;
        met.add(value.number);
        waiting.push(this.#byNumber.get(value.number)?.value ?? null);
      } else if (isArray(value)) waiting.push(...value);
      else if (isDictionary(value)) {
        const isOtherPage = met.size > 1 && nameOf(value.get('Type')) === 'Page';
        if (isOtherPage) continue;
        for (const [key, one] of value) if (!leadsAway.has(key)) waiting.push(one);
      }
    }
    return false;
  }
}

/** Keys of a page and its annotations that lead to the rest of the file; a widget's parent holds its value. */
const leadsAway = new Set(['P', 'Dest', 'A', 'AA', 'StructParent', 'Font', 'B']);

function isOtherwise(before: PdfObject, now: PdfObject, bytes: Uint8Array): boolean {
  if (before.stream) {
    if (isDictionary(before.value) && saysNothing(before.value)) return false;
    const bytesOf = ({ stream }: PdfObject) =>
      Buffer.from(bytes.subarray(stream?.from ?? 0, stream?.to ?? 0));
    return !bytesOf(before).equals(bytesOf(now));
  }
  if (!isDictionary(before.value)) return isArray(before.value);
  const after = isDictionary(now.value) ? now.value : new Map<string, PdfValue>();
  return telling.some(
    (key) =>
      (before.value as PdfDictionary).has(key) &&
      written(before.value as PdfDictionary, key) !== written(after, key),
  );
}

/** Keys whose value says words, or leads to what does. */
const telling = ['Contents', 'Kids', 'V', 'RC', 'AP', 'Resources', 'XObject', 'Annots'];

const saysNothing = (dictionary: PdfDictionary): boolean =>
  ['XRef', 'ObjStm', 'Metadata'].includes(nameOf(dictionary.get('Type'))) ||
  nameOf(dictionary.get('Subtype')) === 'Image';

const written = (dictionary: PdfDictionary, key: string): string =>
  JSON.stringify(plain(dictionary.get(key), 4));

function plain(value: PdfValue | undefined, depth: number): unknown {
  if (depth === 0) return null;
  if (value instanceof PdfReference) return `${value.number} R`;
  if (value instanceof PdfString) return value.bytes;
  if (isArray(value)) return value.map((one) => plain(one, depth - 1));
  if (isDictionary(value)) return [...value].map(([key, one]) => [key, plain(one, depth - 1)]);
  return value instanceof Object ? nameOf(value as PdfValue) : (value ?? null);
}

/** What the pages of a save say, piece by piece, without spaces; nothing where it cannot be opened. */
async function wordsUpTo(bytes: Uint8Array, isMeant: (page: number) => boolean): Promise<string[]> {
  try {
    return await withPdf(bytes, (pdf) => wordsOfPages(pdf, isMeant), { maxImageSize: 0 });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return [];
  }
}

async function wordsOfPages(
  pdf: PDFDocumentProxy,
  isMeant: (page: number) => boolean,
): Promise<string[]> {
  const words: string[] = [];
  for (let number = 1; number <= Math.min(pdf.numPages, most.pages); number += 1) {
    const page = await pdf.getPage(number);
    if (page.ref && !isMeant(page.ref.num)) continue;
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) words.push(item.str);
    words.push(...wordsOfAnnotations(await page.getAnnotations({ intent: 'any' })));
    page.cleanup();
  }
  return words.map(wordsWithoutSpaces).filter(isTelling);
}

/** What is written to annotations and into fields. */
export const wordsOfAnnotations = (annotations: readonly unknown[]): string[] =>
  annotations.flatMap((one) => {
    const { contentsObj, fieldType, fieldValue } = one as Field & {
      contentsObj?: { str?: string };
    };
    // The names of a button's states are told to nobody.
    const value = fieldType === 'Btn' ? undefined : fieldValue;
    return [contentsObj?.str, value].filter((words) => typeof words === 'string');
  });

/** As words are compared here. */
export const wordsWithoutSpaces = (text: string): string =>
  repairLetters(text).replace(/[\s\p{Cc}]/gu, '');

/** Whether words can say anything: two letters, or a number of four figures; sums of a form are none. */
export const isTelling = (words: string): boolean =>
  (words.match(/\p{L}/gu)?.length ?? 0) >= 2 || /\p{N}{4}/u.test(words);
