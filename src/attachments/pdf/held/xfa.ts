import type { PdfObject, PdfObjects } from '../structure/pdf-objects.ts';
import { PdfReference } from '../structure/values.ts';

/** What a form of the XML Forms Architecture holds beside the pages. */
export type XfaForm = { words: readonly string[]; hasScript: boolean };

/** A form of more is made to exhaust. */
const most = 8 * 2 ** 20;

/**
 * Reads the XML that a form may hold beside its fields (ISO 32000-1, 12.7.8): the words in its data, and whether it has
 * programs. Null where there is none.
 */
export function xfaOf(objects: PdfObjects): XfaForm | null {
  const form = objects.dictionary(objects.dictionary(objects.trailer.get('Root')).get('AcroForm'));
  const value = form.get('XFA');
  const parts = objects.array(value);
  const streams = (parts.length > 0 ? parts : [value])
    .filter((part): part is PdfReference => part instanceof PdfReference)
    .map(({ number }) => objects.at(number))
    .filter((object): object is PdfObject => object?.stream !== undefined);
  if (streams.length === 0) return null;
  const xml = streams.map((stream) => textOf(objects, stream)).join('\n');
  return {
    words: dataOf(xml),
    hasScript: /<script\b[^>]*>\s*[^<\s]|<script\b[^>]*><!\[CDATA/i.test(xml),
  };
}

const textOf = (objects: PdfObjects, stream: PdfObject): string =>
  new TextDecoder().decode(objects.unpacked(stream, most) ?? new Uint8Array());

/** The text between the tags of the form's data; what its pages are made of is not among it. */
function dataOf(xml: string): string[] {
  const data = /<xfa:data\b[^>]*>([\s\S]*?)<\/xfa:data>/.exec(xml)?.[1] ?? '';
  return data
    .split(/<[^>]*>/)
    .map((text) => unescaped(text).trim())
    .filter((text) => text !== '');
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(\d{1,7});/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replaceAll('&amp;', '&');
