import { startsWith, viewOf } from '../bytes.ts';

/** [MS-EMF] 2.1.1: texts in letters of one byte and of two, comments, and what ends a file. */
const types = { letters: 83, wide: 84, comment: 70, eof: 14 } as const;
/** Texts in other forms, several in one record, or short ones, which are not read here. */
const otherTexts: ReadonlySet<number> = new Set([96, 97, 108]);
/** Where fields of a text stand: 2.3.5.7 and 2.2.5. */
const fields = { count: 44, text: 48, options: 52, least: 56 } as const;
/** Its letters are told by their numbers in a font. */
const glyphs = 0x10;
const signatureAt = 40;

/** [MS-EMFPLUS] 2.3: records of the newer half, in comments of the older. */
const plus = { mark: 'EMF+', markAt: 12, from: 16, head: 12 } as const;
const plusTypes = {
  head: 0x4001,
  device: 0x4004,
  firstDrawn: 0x4009,
  lastDrawn: 0x401c,
  text: 0x401c,
  glyphs: 0x4036,
} as const;
const plusText = { count: 8, text: 28 } as const;
const plusGlyphs = { options: 4, isLetters: 1, hasMatrix: 8, count: 12, text: 16 } as const;

/** What the halves of an enhanced metafile say: programs of today draw the newer one. */
export type EmfWords = {
  /** Text by text, of the older half. */
  older: readonly string[];
  /** Those of them for which the newer half does not ask. */
  unasked: readonly string[];
  newer: readonly string[];
  /** Whether the newer half draws anything, so that the older is not drawn. */
  hasNewer: boolean;
  /** Whether some texts are told by numbers of a font alone, or in a form that is not read here. */
  isUnsure: boolean;
};

/**
 * Reads the texts of an enhanced metafile ([MS-EMF], [MS-EMFPLUS]).
 * @param bytes anything is safe
 * @returns null where it is none
 */
export const emfWords = (bytes: Uint8Array): EmfWords | null => {
  if (bytes.length < signatureAt + 4 || !startsWith(bytes, ' EMF', signatureAt)) return null;
  const view = viewOf(bytes);
  const [older, unasked, newer]: [string[], string[], string[]] = [[], [], []];
  let [hasNewer, isUnsure, isAsked] = [false, false, false];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const type = view.getUint32(at, true);
    const length = view.getUint32(at + 4, true);
    if (length < 8 || at + length > bytes.length || type === types.eof) break;
    const record = bytes.subarray(at, at + length);
    at += length;
    if (type === types.comment && startsWith(record, plus.mark, plus.markAt)) {
      for (const one of newerRecords(record)) {
        isAsked = one.type === plusTypes.device;
        hasNewer ||= one.type >= plusTypes.firstDrawn && one.type <= plusTypes.lastDrawn;
        hasNewer ||= one.type === plusTypes.glyphs;
        const words = newerText(one);
        isUnsure ||= words === null;
        if (words) newer.push(words);
      }
    } else if (otherTexts.has(type)) isUnsure = true;
    else if ((type === types.letters || type === types.wide) && length >= fields.least) {
      const own = viewOf(record);
      isUnsure ||= (own.getUint32(fields.options, true) & glyphs) !== 0;
      const words = textOf(record, type === types.wide);
      older.push(words);
      if (!isAsked) unasked.push(words);
    }
  }
  return { older, unasked, newer, hasNewer, isUnsure };
};

/** A text as it stands in a record of the older half. */
export const textOf = (record: Uint8Array, isWide: boolean): string => {
  const view = viewOf(record);
  const from = view.getUint32(fields.text, true);
  const length = view.getUint32(fields.count, true) * (isWide ? 2 : 1);
  const words = record.subarray(from, from + length);
  return new TextDecoder(isWide ? 'utf-16le' : 'shift_jis').decode(words);
};

type NewerRecord = { type: number; content: Uint8Array };

const newerRecords = (comment: Uint8Array): NewerRecord[] => {
  const view = viewOf(comment);
  const found: NewerRecord[] = [];
  let at: number = plus.from;
  while (at + plus.head <= comment.length) {
    const length = view.getUint32(at + 4, true);
    if (length < plus.head || at + length > comment.length) break;
    found.push({
      type: view.getUint16(at, true),
      content: comment.subarray(at + plus.head, at + length),
    });
    at += length;
  }
  return found;
};

/** @returns null where it says numbers of a font; empty where it is no text */
const newerText = ({ type, content }: NewerRecord): string | null => {
  const view = viewOf(content);
  const wide = (from: number, count: number): string =>
    new TextDecoder('utf-16le').decode(content.subarray(from, from + count * 2));
  if (type === plusTypes.text && content.length >= plusText.text) {
    return wide(plusText.text, view.getUint32(plusText.count, true));
  }
  if (type !== plusTypes.glyphs || content.length < plusGlyphs.text) return '';
  const isLetters = (view.getUint32(plusGlyphs.options, true) & plusGlyphs.isLetters) !== 0;
  return isLetters ? wide(plusGlyphs.text, view.getUint32(plusGlyphs.count, true)) : null;
};
