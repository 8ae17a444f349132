import { childOf, childrenOf, type XmlElement } from '../../xml-tree.ts';
import { type Distance, type Page, type Place, twip } from './page.ts';

/** A point, in its twentieths: of a line or a row that is no higher nothing is read. */
const flat = 20;

const isFlat = (height: string | undefined, rule: string | undefined): boolean => {
  const value = Number(height);
  // Word takes an exact height of nothing for none at all.
  return rule === 'exact' && Number.isFinite(value) && value > 0 && value <= flat;
};

/**
 * Whether the lines of a paragraph have no height.
 * @param properties `w:pPr` of the paragraph and of its styles, the nearest first
 */
export const hasFlatLines = (properties: readonly XmlElement[]): boolean => {
  const first = (name: string): string | undefined =>
    properties
      .map((one) => childOf(one, 'w:spacing')?.attributes[name])
      .find((value) => value !== undefined);
  return isFlat(first('w:line'), first('w:lineRule'));
};

/** Whether a row of a table has no height. */
export const isFlatRow = (row: XmlElement): boolean => {
  const { 'w:val': height, 'w:hRule': rule } =
    childOf(row, 'w:trPr', 'w:trHeight')?.attributes ?? {};
  return isFlat(height, rule);
};

const inTwips = (written: string | undefined): number | null => {
  const value = Number(written);
  return written !== undefined && Number.isFinite(value) ? value * twip : null;
};

const anchorsAcross: Readonly<Record<string, string>> = {
  page: 'page',
  margin: 'margin',
  text: 'column',
};
const anchorsDown: Readonly<Record<string, string>> = {
  page: 'page',
  margin: 'margin',
  text: 'paragraph',
};

/** Where a frame of text lies (`w:framePr`); null where the paragraph is in none. A size that isn't said is a page's. */
export const frameOf = (paragraph: XmlElement, pages: readonly Page[]): Place | null => {
  const frame = childOf(paragraph, 'w:pPr', 'w:framePr')?.attributes;
  if (!frame) return null;
  return {
    across:
      frame['w:xAlign'] === undefined
        ? distance(
            frame['w:x'],
            anchorsAcross[frame['w:hAnchor'] ?? 'text'],
            inTwips(frame['w:w']) ?? widest(pages),
          )
        : null,
    down:
      frame['w:yAlign'] === undefined
        ? distance(
            frame['w:y'],
            anchorsDown[frame['w:vAnchor'] ?? 'text'],
            inTwips(frame['w:h']) ?? widest(pages),
          )
        : null,
  };
};

/** Where a table lies that text flows around (`w:tblpPr`); null for any other. */
export const floatingTable = (table: XmlElement, pages: readonly Page[]): Place | null => {
  const place = childOf(table, 'w:tblPr', 'w:tblpPr')?.attributes;
  if (!place) return null;
  return {
    across:
      place['w:tblpXSpec'] === undefined
        ? distance(
            place['w:tblpX'],
            anchorsAcross[place['w:horzAnchor'] ?? 'text'],
            widthOf(table) || widest(pages),
          )
        : null,
    down:
      place['w:tblpYSpec'] === undefined
        ? distance(place['w:tblpY'], anchorsDown[place['w:vertAnchor'] ?? 'text'], widest(pages))
        : null,
  };
};

/** Whether a table, around which no text flows, is pushed from the page by its indent. */
export const isTableAway = (table: XmlElement, pages: readonly Page[]): boolean => {
  const indent = inTwips(childOf(table, 'w:tblPr', 'w:tblInd')?.attributes['w:w']) ?? 0;
  const width = widthOf(table);
  if (indent === 0 || width === 0 || childOf(table, 'w:tblPr', 'w:tblpPr')) return false;
  return pages.every(
    ({ left, width: whole }) => left + indent + width <= 0 || left + indent >= whole,
  );
};

const widthOf = (table: XmlElement): number =>
  childrenOf(childOf(table, 'w:tblGrid'), 'w:gridCol').reduce(
    (sum, column) => sum + (inTwips(column.attributes['w:w']) ?? 0),
    0,
  );

const widest = (pages: readonly Page[]): number =>
  Math.max(...pages.flatMap(({ width, height }) => [width, height]));

const distance = (
  offset: string | undefined,
  from: string | undefined,
  size: number,
): Distance | null => {
  const value = inTwips(offset);
  return value === null || from === undefined ? null : { from, offset: value, size };
};

/**
 * Whether a paragraph is pushed from the page by its indents.
 * @param properties `w:pPr` of the paragraph and of its styles, the nearest first
 * @param length how long its words are in one line, in EMU, at the most
 */
export const isIndentedAway = (
  properties: readonly XmlElement[],
  length: () => number,
  pages: readonly Page[],
): boolean => {
  const first = (...names: string[]): number | null => {
    for (const one of properties) {
      for (const name of names) {
        const value = inTwips(childOf(one, 'w:ind')?.attributes[name]);
        if (value !== null) return value;
      }
    }
    return null;
  };
  const left = first('w:left', 'w:start') ?? 0;
  if (left === 0) return false;
  const begin = left + (first('w:firstLine') ?? -(first('w:hanging') ?? 0));
  // What lies wholly left of the page ends there only where its words are few.
  const isLeft = pages.every((page) => page.left + Math.max(begin, left) <= 0);
  return isLeft
    ? pages.every((page) => page.left + Math.max(begin, left) + length() <= 0)
    : pages.every((page) => page.left + Math.min(begin, left) >= page.width);
};
