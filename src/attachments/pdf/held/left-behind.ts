import type { PdfObject, PdfObjects } from '../structure/pdf-objects.ts';
import { isDictionary, nameOf, type PdfDictionary } from '../structure/values.ts';
import { wordsWithoutSpaces } from './earlier-saves.ts';

/** What is shown between the marks of text (ISO 32000-2, 9.4): strings, one by one or in a row with spaces. */
const shown =
  /(\[(?:[^[\]()<>]|\((?:[^()\\]|\\[\s\S])*\)|<[0-9a-fA-F\s]*>)*\]|\((?:[^()\\]|\\[\s\S])*\)|<[0-9a-fA-F\s]*>)\s*(?:T[jJ]|['"])/g;
const strings = /\((?:[^()\\]|\\[\s\S])*\)|<[0-9a-fA-F\s]*>/g;

/** Letters as they are written in the West; other codes stand for what only their font knows. */
const plainWord = /^[\x20-\x7e\u00a0-\u00ff]*[A-Za-z]{3}[\x20-\x7e\u00a0-\u00ff]*$/;

/** Pictures of fewer points are bullets, lines and shades. */
const smallestPicture = 48;

/** So much of a stream is looked at. */
const mostText = 4 * 2 ** 20;

/**
 * Whether text of pages or pictures lie in a file to which nothing leads any more: pages that were taken out, text that was
 * written anew. Programs that clean up leave none.
 * @param reached the numbers of all objects that something leads to, without what nothing paints
 */
export function hasLeftBehind(
  objects: PdfObjects,
  reached: ReadonlySet<number>,
  seen: () => string,
): 'text' | 'picture' | null {
  const kept = new Set<string>();
  const drawn: PdfObject[] = [];
  const lost: PdfObject[] = [];
  for (const object of objects.all) {
    if (!object.stream) continue;
    if (reached.has(object.number) && objects.at(object.number) === object) {
      kept.add(sizeOf(object));
      drawn.push(object);
    } else if (!reached.has(object.number)) lost.push(object);
  }
  let stillDrawn: ReadonlySet<string> | null = null;
  const isDrawn = (word: string): boolean => {
    stillDrawn ??= wordsDrawnBy(objects, drawn);
    return stillDrawn.has(word);
  };
  let picture = false;
  for (const object of lost) {
    if (!isDictionary(object.value) || kept.has(sizeOf(object))) continue;
    if (isOfFile(object.value)) continue;
    if (nameOf(object.value.get('Subtype')) === 'Image') {
      const [width, height] = [object.value.get('Width'), object.value.get('Height')];
      picture ||= Number(width) >= smallestPicture && Number(height) >= smallestPicture;
      continue;
    }
    const words = wordsOf(objects, object);
    const isPage = !object.value.has('Subtype');
    if (saysUnseen(words, isPage, seen, isDrawn)) return 'text';
  }
  return picture ? 'picture' : null;
}

/** Streams that hold the file together. */
const isOfFile = (dictionary: PdfDictionary): boolean =>
  ['XRef', 'ObjStm', 'Metadata'].includes(nameOf(dictionary.get('Type')));

/** What a stream draws as text, piece by piece, in the codes of its fonts; nothing where it draws none. */
function wordsOf(objects: PdfObjects, object: PdfObject): string[] {
  const { value } = object;
  if (!isDictionary(value) || value.has('Length1') || value.has('FunctionType')) return [];
  const text = Buffer.from(startOf(objects, object) ?? []).toString('latin1');
  if (!/\bBT\b/.test(text)) return [];
  return [...text.matchAll(shown)].map((match) =>
    (match[1]?.match(strings) ?? []).map(lettersOf).join(''),
  );
}

/** Of what is drawn now, so many bytes are looked at, as they are packed. */
const mostDrawn = 8 * 2 ** 20;

/** All that the pages of a file draw as text, in the codes of their fonts. */
function wordsDrawnBy(objects: PdfObjects, drawn: readonly PdfObject[]): ReadonlySet<string> {
  const words = new Set<string>();
  let left = mostDrawn;
  for (const object of drawn) {
    const { value, stream } = object;
    if (!isDictionary(value) || isOfFile(value)) continue;
    if (nameOf(value.get('Subtype')) === 'Image') continue;
    left -= (stream?.to ?? 0) - (stream?.from ?? 0);
    if (left < 0) break;
    for (const word of wordsOf(objects, object)) words.add(word);
  }
  return words;
}

/**
 * Whether text that was to be drawn says something that no page says. Of a part of a page, a button or a field mostly,
 * that is told only where its letters are plain; text of a whole page counts where they are not, too. A page that was
 * written anew draws the same codes again.
 */
function saysUnseen(
  words: readonly string[],
  isPage: boolean,
  seen: () => string,
  isDrawn: (word: string) => boolean,
): boolean {
  const plain = words.filter((word) => plainWord.test(word));
  const isTelling = (word: string): boolean => isPage || word.length >= 12 || word.includes(' ');
  const isUnseen = (word: string): boolean =>
    !seen().includes(wordsWithoutSpaces(word)) && !isDrawn(word);
  if (plain.some((word) => isTelling(word) && isUnseen(word))) return true;
  const isMuch = isPage && plain.length === 0 && words.join('').length >= 8;
  return isMuch && !words.every(isDrawn);
}

const lettersOf = (string: string): string =>
  string.startsWith('<')
    ? Buffer.from(string.replace(/[^0-9a-f]/gi, ''), 'hex').toString('latin1')
    : string.slice(1, -1).replace(/\\([()\\])/g, '$1');

/** Copies of what is still there are of the same length. */
const sizeOf = ({ stream }: PdfObject): string => String((stream?.to ?? 0) - (stream?.from ?? 0));

/** Null for a stream of more than a page ever says. */
function startOf(objects: PdfObjects, object: PdfObject): Uint8Array | null {
  try {
    return objects.unpacked(object, mostText);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
