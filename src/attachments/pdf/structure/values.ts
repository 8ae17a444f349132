/** A name, as `/Type`, with its escapes resolved. */
export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A string as its bytes, one a letter. */
export class PdfString {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }
}

/** Points to an object by its number. */
export class PdfReference {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

/** A dictionary; the last of several equal keys counts, as in viewers. */
export type PdfDictionary = Map<string, PdfValue>;

/** Any object of ISO 32000-2, 7.3, but streams, which are objects of their own. */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfReference
  | readonly PdfValue[]
  | PdfDictionary;

/** Whether a value is a dictionary. */
export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary =>
  value instanceof Map;

/** Whether a value is an array. */
export const isArray = (value: PdfValue | undefined): value is readonly PdfValue[] =>
  Array.isArray(value);

/** The name that a value is; empty for anything else. */
export const nameOf = (value: PdfValue | undefined): string =>
  value instanceof PdfName ? value.name : '';

const utf8 = new TextDecoder('utf-8');
const utf16 = new TextDecoder('utf-16be');
const utf16Little = new TextDecoder('utf-16le');

/** The words of a text string (ISO 32000-2, 7.9.2.2); of PDFDocEncoding only what it shares with Latin-1. */
export function wordsOf(value: PdfValue | undefined): string {
  if (!(value instanceof PdfString)) return '';
  const { bytes } = value;
  const after = (mark: number) => Buffer.from(bytes.slice(mark), 'latin1');
  if (bytes.startsWith('\xfe\xff')) return utf16.decode(after(2));
  if (bytes.startsWith('\xff\xfe')) return utf16Little.decode(after(2));
  if (bytes.startsWith('\xef\xbb\xbf')) return utf8.decode(after(3));
  return bytes;
}
