import { joined, startsWith, viewOf } from '../bytes.ts';

/** [MS-WMF] 2.3.2.3: a head of its own that says how large the picture is. */
const placeable = { mark: '\xd7\xcd\xc6\x9a', length: 22 } as const;
/** [MS-WMF] 2.3.2.2; lengths are told in words of two bytes. */
const head = { length: 18, words: 9, sizeAt: 6 } as const;
/** [MS-WMF] 2.3 and 2.3.6.1. */
const records = { eof: 0, escape: 0x0626, comment: 15, least: 6 } as const;
/** Short marks of Office for how what follows is to be drawn, which hold numbers alone. */
const hint = { mark: '\xff\xff\xff\xff', longest: 42 } as const;
/** What Windows writes: the same picture once more as an enhanced metafile, which programs may draw instead. */
const enhanced = 'WMFC';

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
  let at = start + head.length;
  while (at + records.least <= bytes.length) {
    const length = view.getUint32(at, true) * 2;
    if (length < records.least || at + length > bytes.length) return null;
    const record = bytes.subarray(at, at + length);
    at += length;
    if (!isComment(record)) kept.push(record);
    if (view.getUint16(at - length + 4, true) !== records.eof) continue;
    const whole = joined(...kept);
    if (whole.length === bytes.length) return bytes;
    viewOf(whole).setUint32(start + head.sizeAt, (whole.length - start) / 2, true);
    return whole;
  }
  return null;
};

/** Where what a comment says begins. */
const inComment = 10;

const isComment = (record: Uint8Array): boolean => {
  if (record.length < inComment) return false;
  const view = viewOf(record);
  return (
    view.getUint16(4, true) === records.escape &&
    view.getUint16(6, true) === records.comment &&
    !startsWith(record, enhanced, inComment) &&
    !(startsWith(record, hint.mark, inComment) && record.length <= hint.longest)
  );
};
