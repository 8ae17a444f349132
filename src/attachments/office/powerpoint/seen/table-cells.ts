import type { Area } from '../../drawing-geometry.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../../xml-tree.ts';

const isOn = (written = ''): boolean => /^(?:1|true)$/.test(written);

/** Whether another cell lies over one (ECMA-376 part 1, 21.1.3.18). */
export const isCoveredCell = ({ name, attributes }: XmlElement): boolean =>
  name === 'a:tc' && (isOn(attributes['hMerge']) || isOn(attributes['vMerge']));

/** Tables in a frame of a slide. */
export const tablesIn = (shape: XmlElement): XmlElement[] =>
  shape.name === 'p:graphicFrame'
    ? childrenOf(childOf(shape, 'a:graphic', 'a:graphicData'), 'a:tbl')
    : [];

/** Cells of a table that nobody sees, each with why. */
export type UnseenCell = { cell: XmlElement; why: string; isBeside: boolean };

/**
 * Finds cells that no table shows: under others, in a column of no width, behind the last column, and in rows that
 * begin below the slide. Rows are as high as they say, or higher.
 * @param area of the frame; null where it can't be told
 */
export const unseenCells = (table: XmlElement, area: Area | null, slide: Area): UnseenCell[] => {
  const widths = childrenOf(childOf(table, 'a:tblGrid'), 'a:gridCol').map(({ attributes }) =>
    Number(attributes['w']),
  );
  let top = area?.top ?? Number.NEGATIVE_INFINITY;
  return childrenOf(table, 'a:tr').flatMap((row) => {
    const isBelow = top > slide.bottom;
    top += Number(row.attributes['h']) || 0;
    return childrenOf(row, 'a:tc').flatMap((cell, at): UnseenCell[] => {
      const over = Math.max(1, Number(cell.attributes['gridSpan']) || 1);
      const own = widths.slice(at, at + over);
      if (isCoveredCell(cell)) return [{ cell, why: '表の結合したセルの下', isBeside: false }];
      if (widths.length > 0 && own.length === 0)
        return [{ cell, why: '表の最後の列の後ろ', isBeside: true }];
      if (own.length > 0 && own.every((width) => width === 0))
        return [{ cell, why: '表の幅のない列', isBeside: true }];
      return isBelow ? [{ cell, why: 'スライドの外', isBeside: true }] : [];
    });
  });
};

/** The blocks of a cell that hold its text. */
export const textOfCell = (cell: XmlElement): XmlElement[] =>
  [...descendantsOf(cell)].filter(({ name }) => name === 'a:p');
