import { joined, startsWith, viewOf } from '../bytes.ts';

/** [MS-WMF] 2.3.2.3 and 2.3.2.2: a head that says how large the picture is, and the head of every one. */
const placeable = { mark: '\xd7\xcd\xc6\x9a', length: 22, box: 6 } as const;
const headLength = 18;
/** [MS-WMF] 2.1.1.1. */
const types = {
  text: 0x0521,
  textAt: 0x0a32,
  origin: 0x020b,
  extent: 0x020c,
  escape: 0x0626,
  end: 0,
} as const;
/** What changes how places are told, so that they cannot be compared. */
const scaling: ReadonlySet<number> = new Set([0x020d, 0x020e, 0x020f, 0x0211, 0x0410, 0x0412]);
const hasBox = 0x0006;
const isGlyphs = 0x0010;

/** [MS-WMF] 2.3.6.15: a piece of the same picture as an enhanced metafile. */
const enhanced = { mark: 'WMFC', markAt: 10, size: 32, data: 44 } as const;

/** What a Windows metafile says, and the enhanced one that is put into it. */
export type WmfWords = {
  texts: readonly string[];
  /** Those that stand wholly beside the picture. */
  outside: readonly string[];
  /** The bytes of the enhanced metafile; null where there is none. */
  enhanced: Uint8Array | null;
};

type Window = { x: number; y: number; width: number; height: number };

/**
 * Reads the texts of a Windows metafile.
 * @param bytes anything is safe
 * @returns null where it is none
 */
export const wmfWords = (bytes: Uint8Array): WmfWords | null => {
  const isPlaceable = startsWith(bytes, placeable.mark);
  const start = isPlaceable ? placeable.length : 0;
  if (bytes.length < start + headLength) return null;
  const view = viewOf(bytes);
  if (view.getUint16(start + 2, true) !== headLength / 2) return null;
  let window: Window | null = isPlaceable ? boxOf(view) : null;
  let isScaled = false;
  const found: { words: string; isOutside: boolean }[] = [];
  const pieces: Uint8Array[] = [];
  let at = start + headLength;
  while (at + 6 <= bytes.length) {
    const length = view.getUint32(at, true) * 2;
    const type = view.getUint16(at + 4, true);
    if (length < 6 || at + length > bytes.length || type === types.end) break;
    const record = bytes.subarray(at, at + length);
    at += length;
    const own = viewOf(record);
    if ((type === types.origin || type === types.extent) && length >= 10) {
      const [y, x] = [own.getInt16(6, true), own.getInt16(8, true)];
      window ??= { x: 0, y: 0, width: 0, height: 0 };
      window = type === types.origin ? { ...window, x, y } : { ...window, width: x, height: y };
    }
    isScaled ||= scaling.has(type);
    const text = textIn(record, type);
    if (text) {
      found.push({ words: text.words, isOutside: window !== null && isBeside(text, window) });
    }
    if (type === types.escape && startsWith(record, enhanced.mark, enhanced.markAt)) {
      pieces.push(pieceOf(record));
    }
  }
  return {
    texts: found.map(({ words }) => words),
    outside: isScaled ? [] : found.flatMap(({ words, isOutside }) => (isOutside ? [words] : [])),
    enhanced: pieces.length === 0 ? null : joined(...pieces),
  };
};

const boxOf = (view: DataView): Window => {
  const at = (index: number): number => view.getInt16(placeable.box + index * 2, true);
  return { x: at(0), y: at(1), width: at(2) - at(0), height: at(3) - at(1) };
};

/** What a piece of the enhanced metafile holds. */
export const pieceOf = (record: Uint8Array): Uint8Array => {
  if (record.length < enhanced.data) return new Uint8Array();
  const size = viewOf(record).getUint32(enhanced.size, true);
  return record.subarray(enhanced.data, enhanced.data + size);
};

type Text = { words: string; x: number; y: number };

const textIn = (record: Uint8Array, type: number): Text | null => {
  const view = viewOf(record);
  const words = (from: number, length: number): string =>
    new TextDecoder('shift_jis').decode(record.subarray(from, from + length));
  if (type === types.text && record.length >= 8) {
    const length = view.getUint16(6, true);
    const place = 8 + length + (length % 2);
    if (place + 4 > record.length) return null;
    return {
      words: words(8, length),
      y: view.getInt16(place, true),
      x: view.getInt16(place + 2, true),
    };
  }
  if (type !== types.textAt || record.length < 14) return null;
  const [length, options] = [view.getUint16(10, true), view.getUint16(12, true)];
  if (options & isGlyphs) return null;
  const from = 14 + (options & hasBox ? 8 : 0);
  return { words: words(from, length), y: view.getInt16(6, true), x: view.getInt16(8, true) };
};

/** A text begins at its place, or ends there, or stands above it: it may reach as far as the picture is wide. */
const isBeside = ({ x, y }: Text, { x: left, y: top, width, height }: Window): boolean => {
  if (width === 0 || height === 0) return false;
  const [across, down] = [(x - left) / width, (y - top) / height];
  return across > 1.05 || down > 1.05 || across < -1 || down < -1;
};
