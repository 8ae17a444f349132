import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.js';

/** Bits of an annotation's flags, ISO 32000-2, table 167. */
const flags = { hidden: 2, noView: 32 } as const;

/** Letters of fields that fit themselves into their box, in points. */
const usualSize = 11;

/** What pdf.js tells of a field. */
export type Field = {
  subtype?: string;
  fieldType?: string;
  fieldValue?: unknown;
  annotationFlags?: number;
  rect?: readonly number[];
  password?: boolean;
  checkBox?: boolean;
  radioButton?: boolean;
  exportValue?: string;
  buttonValue?: string | null;
  options?: readonly { exportValue?: string; displayValue?: string }[];
  multiLine?: boolean;
  defaultAppearanceData?: { fontSize?: number };
};

/** Where a field's words are, for those who see the page. */
export type FieldSight = { words: string; isSeen: boolean; field: Field };

/**
 * What is written into the fields of a page, in order.
 * @param fields all annotations of the page
 * @param view what is seen of the page
 */
export function fieldWords(fields: readonly Field[], view: PDFPageProxy['view']): FieldSight[] {
  return fields
    .filter(({ subtype }) => subtype === 'Widget')
    .map((field) => ({ words: wordsIn(field), isSeen: isSeen(field, view), field }))
    .filter(({ words }) => words !== '');
}

function wordsIn(field: Field): string {
  const { fieldType, fieldValue, options = [] } = field;
  if (fieldType === 'Tx') return textOf(fieldValue).trim();
  if (fieldType === 'Ch') {
    const chosen = (Array.isArray(fieldValue) ? fieldValue : [fieldValue]).map(textOf);
    return chosen
      .map(
        (value) => options.find(({ exportValue }) => exportValue === value)?.displayValue ?? value,
      )
      .filter((value) => value.trim() !== '')
      .join(' ');
  }
  if (field.checkBox && fieldValue === field.exportValue && fieldValue !== 'Off') return '☑';
  if (field.radioButton && fieldValue && fieldValue === field.buttonValue) return '☑';
  return '';
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function isSeen(
  { annotationFlags = 0, rect = [], password }: Field,
  view: readonly number[],
): boolean {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  const [viewLeft = 0, viewBottom = 0, viewRight = 0, viewTop = 0] = view;
  const isOnPage = right > viewLeft && left < viewRight && top > viewBottom && bottom < viewTop;
  const isLarge = right - left > 1 && top - bottom > 1;
  return (
    (annotationFlags & (flags.hidden | flags.noView)) === 0 && !password && isOnPage && isLarge
  );
}

/**
 * Puts what stands in a page's fields among its text, where a reader meets it: behind the words on its left, else below
 * those above it.
 */
export function withFields(
  items: TextContent['items'],
  fields: readonly FieldSight[],
): TextContent['items'] {
  let result = [...items];
  for (const { words, isSeen: seen, field } of fields) {
    if (!seen) continue;
    const lines = itemsOf(words, field);
    const place = placeOf(result, field.rect ?? []);
    result = [...result.slice(0, place), ...lines, ...result.slice(place)];
  }
  return result;
}

function itemsOf(words: string, { rect = [], defaultAppearanceData }: Field): TextItem[] {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  const lines = words.split(/\r\n?|\n/);
  const room = (top - bottom) / lines.length;
  const size = Math.max(2, Math.min(defaultAppearanceData?.fontSize || usualSize, room * 0.9));
  return lines.map((str, index) => ({
    str,
    dir: 'ltr',
    transform: [size, 0, 0, size, left, top - room * (index + 0.5) - size * 0.35],
    width: Math.min(right - left, widthOf(str) * size),
    height: size,
    fontName: '',
    hasEOL: true,
  }));
}

/** Of letters, in parts of their size: those of Japanese are squares, others half of one. */
const widthOf = (words: string): number =>
  [...words].reduce((sum, letter) => sum + (letter > '\u2000' ? 1 : 0.5), 0);

/** Behind which item of the text a field's words come. */
function placeOf(
  items: TextContent['items'],
  [left = 0, bottom = 0, , top = 0]: readonly number[],
): number {
  let beside = { place: -1, end: -Infinity };
  let over = { place: -1, y: Infinity };
  for (const [place, item] of items.entries()) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [, , , , x = 0, y = 0] = item.transform as number[];
    const end = x + item.width;
    const isBeside = y + item.height * 0.3 > bottom && y + item.height * 0.3 < top && x < left + 1;
    if (isBeside && end >= beside.end) beside = { place, end };
    if (y >= top && y < over.y) over = { place, y };
    else if (y === over.y) over.place = place;
  }
  return Math.max(beside.place >= 0 ? beside.place : over.place, -1) + 1;
}
