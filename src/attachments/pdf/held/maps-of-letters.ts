import type { PdfObject, PdfObjects } from '../structure/pdf-objects.ts';
import { isDictionary } from '../structure/values.ts';
import { isTellingComment } from './between-objects.ts';
import { eachDictionary } from './painted.ts';

/** A map of all signs of a large font is of so many bytes. */
const most = { one: 2 ** 20, maps: 500 };

/** What the format of such maps asks for (Adobe Technical Note 5014), and the copyright of those who wrote them. */
const ofFormat = /^%(?:[!%]|\s*Copyright\b|\s*$)/i;
const strings = /(?:\/(\w+)\s*)?\(([^()\\]*)\)/g;
/** Whose collection of signs it is, which one, and what the map is called. */
const named = new Set(['Registry', 'Ordering', 'CMapName', 'XUID', 'UIDOffset']);

/**
 * Whether maps of fonts, from codes to letters (ISO 32000-2, 9.10.3), say something beside their codes: comments, and strings
 * that are no name.
 */
export function mapsSayMore(objects: PdfObjects, reached: ReadonlySet<number>): boolean {
  const maps = new Set<PdfObject>();
  for (const { number, value } of objects.all) {
    if (!reached.has(number)) continue;
    eachDictionary(value, (font) => {
      for (const key of ['ToUnicode', 'Encoding']) {
        const map = font.has(key) ? objects.streamOf(font.get(key)) : null;
        if (map && maps.size < most.maps) maps.add(map);
      }
    });
  }
  return [...maps].some((map) => saysMore(textOf(objects, map)));
}

const saysMore = (text: string): boolean => {
  if (!/[%(]/.test(text)) return false;
  const comments = text.match(/%[^\r\n]*/g) ?? [];
  if (comments.some((line) => !ofFormat.test(line) && isTellingComment(line))) return true;
  return [...text.replace(/%[^\r\n]*/g, '').matchAll(strings)].some(
    ([, key = '', words = '']) => !named.has(key) && /[A-Za-z\x80-\xff]{4}/.test(words),
  );
};

function textOf(objects: PdfObjects, object: PdfObject): string {
  if (!isDictionary(object.value)) return '';
  try {
    return Buffer.from(objects.unpacked(object, most.one) ?? []).toString('latin1');
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}
