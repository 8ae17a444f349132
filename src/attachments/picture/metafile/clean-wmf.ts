import { joined, startsWith, viewOf } from '../bytes.ts';
import { cleanEmf } from './clean-emf.ts';
import { pieceOf } from './wmf-words.ts';

/** [MS-WMF] 2.3.2.3: a head of its own that says how large the picture is. */
const placeable = { mark: '\xd7\xcd\xc6\x9a', length: 22 } as const;
/** [MS-WMF] 2.3.2.2; lengths are told in words of two bytes. */
const head = { length: 18, words: 9, sizeAt: 6 } as const;
/** [MS-WMF] 2.3 and 2.3.6.1. */
const records = { eof: 0, escape: 0x0626, comment: 15, least: 6 } as const;
/** Short marks of Office for how what follows is to be drawn, which hold numbers alone. */
const hint = { mark: '\xff\xff\xff\xff', longest: 42 } as const;
/** What Windows writes: the same picture once more as an enhanced metafile, which programs may draw instead. */
const markOfEnhanced = 'WMFC';

/**
 * Copies of a Windows metafile what draws, without the comments of programs and what follows its end.
 * @returns null where it is none, or is broken
 */
export const cleanWmf = (bytes: Uint8Array): Uint8Array | null => {
  const start = startsWith(bytes, placeable.mark) ? placeable.length : 0;
  if (bytes.length < start + head.length) return null;
  const view = viewOf(bytes);
  const [type, words] = [view.getUint16(start, true), view.getUint16(start + 2, true)];
  if ((type !== 1 && type !== 2) || words !== head.words) return null;
  const kept = [bytes.subarray(0, start + head.length)];
  const pieces: Uint8Array[] = [];
  let firstPiece = 0;
  let at = start + head.length;
  while (at + records.least <= bytes.length) {
    const length = view.getUint32(at, true) * 2;
    if (length < records.least || at + length > bytes.length) return null;
    const record = bytes.subarray(at, at + length);
    at += length;
    if (isEnhanced(record)) {
      if (pieces.length === 0) firstPiece = kept.length;
      pieces.push(record);
    } else if (!isComment(record)) kept.push(record);
    if (view.getUint16(at - length + 4, true) !== records.eof) continue;
    const clean = cleanPieces(pieces);
    const before = joined(...kept.slice(0, firstPiece)).length;
    const whole = joined(...kept.slice(0, firstPiece), ...clean, ...kept.slice(firstPiece));
    if (whole.length === bytes.length && clean === pieces) return bytes;
    viewOf(whole).setUint32(start + head.sizeAt, (whole.length - start) / 2, true);
    if (clean.length > 0 && clean !== pieces) balance(whole, start, before);
    return whole;
  }
  return null;
};

/** [MS-WMF] 2.3.6.15: the head of a piece, and how many bytes of the enhanced metafile it may hold. */
const piece = {
  head: 44,
  most: 0x2000,
  count: 28,
  size: 32,
  left: 36,
  whole: 40,
  sum: 22,
} as const;

const isEnhanced = (record: Uint8Array): boolean =>
  record.length >= piece.head &&
  viewOf(record).getUint16(4, true) === records.escape &&
  startsWith(record, markOfEnhanced, inComment);

/** The pieces of the enhanced metafile without what programs keep in it; none where it is broken. */
const cleanPieces = (pieces: readonly Uint8Array[]): readonly Uint8Array[] => {
  const [first] = pieces;
  if (!first) return pieces;
  const before = joined(...pieces.map(pieceOf));
  const clean = cleanEmf(before);
  if (!clean) return [];
  if (clean.length === before.length && clean.every((byte, at) => byte === before[at]))
    return pieces;
  const count = Math.ceil(clean.length / piece.most);
  return Array.from({ length: count }, (_, index) => {
    const data = clean.subarray(index * piece.most, (index + 1) * piece.most);
    const record = joined(first.subarray(0, piece.head), data, new Uint8Array(data.length % 2));
    const view = viewOf(record);
    view.setUint32(0, record.length / 2, true);
    view.setUint16(8, piece.head - inComment + data.length, true);
    view.setUint16(piece.sum, 0, true);
    view.setUint32(piece.count, count, true);
    view.setUint32(piece.size, data.length, true);
    view.setUint32(piece.left, clean.length - index * piece.most - data.length, true);
    view.setUint32(piece.whole, clean.length, true);
    return record;
  });
};

/** The sum of all words of the file is zero by what the first piece says. @param at where that begins */
const balance = (whole: Uint8Array, start: number, at: number): void => {
  const view = viewOf(whole);
  let sum = 0;
  for (let word = start; word + 1 < whole.length; word += 2) {
    sum = (sum + view.getUint16(word, true)) & 0xffff;
  }
  view.setUint16(at + piece.sum, -sum & 0xffff, true);
};

/** Where what a comment says begins. */
const inComment = 10;

const isComment = (record: Uint8Array): boolean => {
  if (record.length < inComment) return false;
  const view = viewOf(record);
  return (
    view.getUint16(4, true) === records.escape &&
    view.getUint16(6, true) === records.comment &&
    !(startsWith(record, hint.mark, inComment) && record.length <= hint.longest)
  );
};
