/** A picture of a document that an entry can hold. */
export type Picture = {
  bytes: Uint8Array;
  ending: '.png' | '.jpg' | '.webp';
  /** What the person wrote for those who cannot see it; empty where nobody did. */
  alt: string;
  /** Where it stands, for messages. */
  near: string;
};

/** What stands in the place of the words for a picture until somebody writes them. */
export const missingAlt = '代替テキストを書いてください';

/** The kind by the first bytes: a name says what somebody believed. Null where it is none that an entry can hold. */
export const pictureEnding = (bytes: Uint8Array): Picture['ending'] | null => {
  const startsWith = (...head: number[]) => head.every((byte, at) => bytes[at] === byte);
  if (startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return '.png';
  if (startsWith(0xff, 0xd8, 0xff)) return '.jpg';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 12));
  return /^RIFF[\s\S]{4}WEBP/.test(head) ? '.webp' : null;
};

/**
 * Whether a picture is there to its end: one that was cut off, or that something else was written into, shows half of
 * itself or nothing.
 * @param ending what its first bytes say that it is
 */
export const isWhole = (bytes: Uint8Array, ending: Picture['ending']): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (ending === '.png') return isWholePng(view);
  if (ending === '.jpg') return isWholeJpeg(view);
  // RIFF says how many bytes follow the first eight.
  return bytes.length > 20 && view.getUint32(4, true) + 8 <= bytes.length;
};

/** From chunk to chunk (PNG, third edition, section 5): a header with a size, data, an end. */
const isWholePng = (view: DataView): boolean => {
  let hasData = false;
  for (let at = 8; at + 12 <= view.byteLength; ) {
    const length = view.getUint32(at);
    const name = view.getUint32(at + 4);
    if (at + 12 + length > view.byteLength) return false;
    const isHeader = name === 0x49484452;
    if ((at === 8) !== isHeader) return false;
    if (isHeader && (view.getUint32(at + 8) === 0 || view.getUint32(at + 12) === 0)) return false;
    if (name === 0x49444154) hasData = true;
    if (name === 0x49454e44) return hasData;
    at += 12 + length;
  }
  return false;
};

/** From segment to segment (ITU-T T.81, B.1) to the first scan, and an end behind it. */
const isWholeJpeg = (view: DataView): boolean => {
  let hasFrame = false;
  for (let at = 2; at + 4 <= view.byteLength; ) {
    const marker = view.getUint16(at);
    if (marker === 0xffff) {
      at += 1;
      continue;
    }
    if (marker < 0xff01) return false;
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) {
      hasFrame = true;
    }
    if (marker === 0xffda) return hasFrame && endsBehind(view, at);
    at += 2 + view.getUint16(at + 2);
  }
  return false;
};

const endsBehind = (view: DataView, scan: number): boolean => {
  for (let at = view.byteLength - 2; at > scan; at -= 1) {
    if (view.getUint16(at) === 0xffd9) return true;
  }
  return false;
};

/** Sentences that Word itself puts there when a picture is pasted. */
const madeByWord =
  /(?:\s*(?:自動的に生成された説明|AI によって生成されたコンテンツは間違っている可能性があります。?|Description automatically generated|AI-generated content may be incorrect\.?))+\s*$/;
/** What Word calls a picture before anyone described it. */
const noWords = /^(?:図|画像|グラフィックス|Picture|Image|Graphic)\s*\d*$/i;

/** Programs write where the picture lay, with the name of whoever used the computer: that describes nothing. */
const namesFile =
  /[A-Za-z]:[\\/]|\\\\[^\\\s]+\\|\/(?:Users|home|Volumes)\/|^\S+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|webp|svg|heic)$/i;

/**
 * The words for a picture that a person wrote.
 * @param written as the document has them
 * @returns empty where only a program has named it
 */
export const describedBy = (written: string): string => {
  const words = written.replace(madeByWord, '').replace(/\s+/gu, ' ').trim();
  // Word's own description names only the kind of thing, and goes with its remark.
  if (words !== written.trim() && madeByWord.test(written)) return '';
  return noWords.test(words) || namesFile.test(words) ? '' : words;
};
