import { childOf, childrenOf, switchOf, type XmlElement } from '../xml-tree.ts';

/** Whether a cell of a style is set apart from others: by a colour behind it, or by bold letters. */
export type CellLooks = (style: number) => boolean;

/** @param part `xl/styles.xml`; in a workbook without it no cell is */
export const readCellLooks = (part: XmlElement | null): CellLooks => {
  const fonts = childrenOf(childOf(part, 'x:fonts'), 'x:font').map(isBold);
  const fills = childrenOf(childOf(part, 'x:fills'), 'x:fill').map(isColoured);
  const marked = childrenOf(childOf(part, 'x:cellXfs'), 'x:xf').map(
    ({ attributes }) =>
      fonts[Number(attributes['fontId'] ?? 0)] === true ||
      fills[Number(attributes['fillId'] ?? 0)] === true,
  );
  return (style) => marked[style] ?? false;
};

/** Here the switch says its value without a prefix. */
const isBold = (font: XmlElement): boolean =>
  switchOf(font, 'x:b') === true &&
  !/^(?:0|false)$/.test(childOf(font, 'x:b')?.attributes['val'] ?? '');

const isColoured = (fill: XmlElement): boolean => {
  const pattern = childOf(fill, 'x:patternFill');
  if (pattern?.attributes['patternType'] !== 'solid') return false;
  const { rgb, theme, tint } = childOf(pattern, 'x:fgColor')?.attributes ?? {};
  // The first colour of a theme is that of the paper.
  return !/^(?:[0-9A-F]{2})?F{6}$/i.test(rgb ?? '') && !(theme === '0' && tint === undefined);
};
