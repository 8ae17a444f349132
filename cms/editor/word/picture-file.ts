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

/** Sentences that Word itself puts there when a picture is pasted. */
const madeByWord =
  /(?:\s*(?:自動的に生成された説明|AI によって生成されたコンテンツは間違っている可能性があります。?|Description automatically generated|AI-generated content may be incorrect\.?))+\s*$/;
/** What Word calls a picture before anyone described it. */
const noWords = /^(?:図|画像|グラフィックス|Picture|Image|Graphic)\s*\d*$/i;

/**
 * The words for a picture that a person wrote.
 * @param written as the document has them
 * @returns empty where only a program has named it
 */
export const describedBy = (written: string): string => {
  const words = written.replace(madeByWord, '').replace(/\s+/gu, ' ').trim();
  // Word's own description names only the kind of thing, and goes with its remark.
  if (words !== written.trim() && madeByWord.test(written)) return '';
  return noWords.test(words) ? '' : words;
};
