import { readDrawing } from '../structure/drawing-text.ts';
import { filtersOf, unpack } from '../structure/filters.ts';
import type { PdfObject, PdfObjects } from '../structure/pdf-objects.ts';
import {
  isDictionary,
  nameOf,
  type PdfDictionary,
  PdfReference,
  type PdfString,
  wordsOf,
} from '../structure/values.ts';
import { isTellingComment } from './between-objects.ts';
import { wordsWithoutSpaces } from './earlier-saves.ts';
import type { Noted } from './noted.ts';
import { eachDictionary } from './painted.ts';

/** So much of one stream, and of all, is looked at. */
const most = { one: 16 * 2 ** 20, all: 128 * 2 ** 20 };

/** What a stream draws: a page, a part of one, a pattern, or a letter of a font. */
type Kind = 'page' | 'part' | 'pattern' | 'letter';

/**
 * Notes what stands in the streams that draw and is drawn by nobody: comments, strings that no operator takes, what marked
 * content says of itself (ISO 32000-2, 7.8.2 and 14.6). Words in patterns and in letters of fonts are told as well: no
 * reader of text finds those, and whether they are seen cannot be told.
 * @param pages the numbers of the pages' objects
 * @param reached the numbers of all objects that something leads to
 * @param seen all words of the pages, without spaces
 */
export function judgeUnreadContent(
  objects: PdfObjects,
  { pages, reached }: { pages: readonly number[]; reached: ReadonlySet<number> },
  seen: () => string,
  noted: Noted,
): void {
  let looked = 0;
  const judge = (streams: readonly PdfObject[], kind: Kind, page: number | null): void => {
    if (looked > most.all) return;
    const text = streams.map((stream) => textOf(objects, stream)).join('\n');
    looked += text.length;
    if (mayHold(text, kind)) note(text, kind, page, seen, noted);
  };
  const ofPages = new Set<number>();
  for (const [index, number] of pages.entries()) {
    const contents = objects.dictionary(objects.at(number)?.value).get('Contents') ?? null;
    const list = [contents, ...objects.array(contents)];
    for (const one of list) if (one instanceof PdfReference) ofPages.add(one.number);
    // A value may stand in one of them, and its operator in the next.
    judge(
      list.flatMap((one) => objects.streamOf(one) ?? []),
      'page',
      index + 1,
    );
  }
  const letters = lettersOf(objects, reached);
  for (const object of objects.all) {
    const { number, value } = object;
    if (!object.stream || !reached.has(number) || ofPages.has(number)) continue;
    const kind = letters.has(number) ? 'letter' : isDictionary(value) ? kindOf(value) : null;
    if (kind) judge([object], kind, null);
  }
}

const kindOf = (dictionary: PdfDictionary): Kind | null => {
  if (dictionary.get('PatternType') === 1) return 'pattern';
  return nameOf(dictionary.get('Subtype')) === 'Form' ? 'part' : null;
};

/** The streams that draw the letters of a font (9.6.4). */
const lettersOf = (objects: PdfObjects, reached: ReadonlySet<number>): ReadonlySet<number> => {
  const numbers = new Set<number>();
  for (const number of reached) {
    eachDictionary(objects.at(number)?.value ?? null, (font) => {
      for (const letter of objects.dictionary(font.get('CharProcs')).values())
        if (letter instanceof PdfReference) numbers.add(letter.number);
    });
  }
  return numbers;
};

/** What is drawn as letters (9.4.3), as most streams write it; any other string is looked at value by value. */
const usual =
  /(?:\[(?:[^[\]()<>%]|\((?:[^()\\]|\\[\s\S])*\)|<[0-9a-fA-F\s]*>)*\]|\((?:[^()\\]|\\[\s\S])*\)|<[0-9a-fA-F\s]*>)\s*(?:T[jJ]|['"])/g;

const mayHold = (text: string, kind: Kind): boolean => {
  if (!/[%(<]/.test(text)) return false;
  return kind === 'pattern' || kind === 'letter' || /[%(]/.test(text.replace(usual, ' '));
};

function note(
  text: string,
  kind: Kind,
  page: number | null,
  seen: () => string,
  noted: Noted,
): void {
  const { comments, unused, marked, shown } = readDrawing(text);
  const isUnsaid = (string: PdfString): boolean => {
    const words = wordsWithoutSpaces(wordsOf(string));
    return /\p{L}{3}|\p{Script=Han}{2}/u.test(words) && !seen().includes(words);
  };
  if (comments.some(isTellingComment)) noted.add('records', '「%」で始まる注記');
  if (unused.some(isUnsaid)) noted.add('hidden-text', page ?? '描かれない文字');
  if (marked.some(isUnsaid)) noted.add('records', '印を付けた部分にある、表示されない文字');
  if ((kind === 'pattern' || kind === 'letter') && shown.some(isUnsaid))
    noted.add('unknown-part', '模様や字形の中の文字');
}

function textOf(objects: PdfObjects, object: PdfObject): string {
  if (!isDictionary(object.value)) return '';
  try {
    const filters = filtersOf(object.value, objects.resolve);
    return Buffer.from(unpack(objects.packed(object), filters, most.one) ?? []).toString('latin1');
  } catch (error) {
    // pdf.js reads it in pieces, and says itself where that is too much.
    if (error instanceof RangeError) return '';
    throw error;
  }
}
