import { SyntaxReader } from './syntax.ts';
import { isArray, isDictionary, PdfString, type PdfValue } from './values.ts';

/** What stands in a stream that draws, and is not how something is drawn. */
export type DrawingText = {
  /** Behind percent signs. */
  comments: readonly string[];
  /** Strings that no operator takes. */
  unused: readonly PdfString[];
  /** Strings in what marked content says of itself, but those that are spoken for it (ISO 32000-2, 14.6). */
  marked: readonly PdfString[];
  /** Strings that are drawn as letters. */
  shown: readonly PdfString[];
};

/** Operators that draw letters (9.4.3), and that say something of a part (14.6). */
const showing = /^(?:T[jJ]|['"])$/;
const marking = /^(?:BDC|DP)$/;
/** What is spoken is compared with what is drawn elsewhere (held/spoken-words.ts); a language is no word. */
const spoken = new Set(['ActualText', 'Alt', 'E', 'Lang']);

/** More operands than any operator takes. */
const mostOperands = 500_000;

/** Where the picture in a text ends, behind its bytes (8.9.7). */
const endOfPicture = /[\s\0]EI(?=[\s\0]|$)/g;
/** What follows is text again, and no byte of a picture. */
const isPlain = (text: string): boolean => /^[\t\n\r\0\x20-\x7e]*$/.test(text);

/**
 * Reads a stream that draws, value by value: what no operator takes is seen by nobody (7.8.2).
 * @param text unpacked, one byte a letter
 * @throws RangeError where values nest too deep
 */
export function readDrawing(text: string): DrawingText {
  const comments: string[] = [];
  const [unused, marked, shown]: [PdfString[], PdfString[], PdfString[]] = [[], [], []];
  const reader = new SyntaxReader(text, 0, comments);
  let operands: PdfValue[] = [];
  for (;;) {
    const next = reader.valueOrWord();
    if (next === null) break;
    if (!('word' in next)) {
      if (operands.length < mostOperands) operands.push(next.value);
      continue;
    }
    const { word } = next;
    if (showing.test(word)) shown.push(...operands.flatMap(stringsIn));
    else if (marking.test(word)) marked.push(...operands.flatMap(markedIn));
    else if (word === 'ID') {
      // Colours are listed in arrays; nothing else of a picture is a string.
      unused.push(...operands.filter((one) => one instanceof PdfString));
      reader.place = endOfPictureFrom(text, reader.place);
    } else if (word !== 'BI') unused.push(...operands.flatMap(stringsIn));
    operands = [];
  }
  unused.push(...operands.flatMap(stringsIn));
  return { comments, unused, marked, shown };
}

const endOfPictureFrom = (text: string, from: number): number => {
  endOfPicture.lastIndex = from;
  for (let match = endOfPicture.exec(text); match; match = endOfPicture.exec(text)) {
    const end = endOfPicture.lastIndex;
    if (isPlain(text.slice(end, end + 12))) return end;
  }
  return text.length;
};

const stringsIn = (value: PdfValue): PdfString[] => {
  if (value instanceof PdfString) return [value];
  if (isArray(value)) return value.flatMap(stringsIn);
  return isDictionary(value) ? [...value.values()].flatMap(stringsIn) : [];
};

const markedIn = (value: PdfValue): PdfString[] => {
  if (!isDictionary(value)) return stringsIn(value);
  return [...value].flatMap(([key, held]) => (spoken.has(key) ? [] : markedIn(held)));
};
