import type { Colour } from '../../colour/colour.ts';
import { childOf, childrenOf, switchOf, valOf, type XmlElement } from '../../xml-tree.ts';
import type { Style, Styles } from '../styles.ts';
import type { Paper } from './paper.ts';
import { shadingColour } from './shading.ts';

/** Where a cell stands in its table. */
export type CellPlace = {
  table: XmlElement;
  row: XmlElement;
  cell: XmlElement;
  isFirstRow: boolean;
  isLastRow: boolean;
  isFirstCell: boolean;
  isLastCell: boolean;
};

/** What a cell may be coloured with: its colours, and whether what lies behind the table may be seen; null: unknown. */
export type CellGround = { colours: readonly Colour[]; showsBehind: boolean } | null;

/**
 * The colours of a cell: its own, or those that the style of its table may give it (ECMA-376 part 1, 17.7.6).
 */
export const cellGround = (place: CellPlace, styles: Styles, paper: Paper): CellGround => {
  const direct = childOf(place.cell, 'w:tcPr', 'w:shd');
  const own = direct && shadingColour(direct, paper.scheme);
  if (direct && own === null) return null;
  if (own && own !== 'none') return { colours: [own], showsBehind: false };
  const properties = childOf(place.table, 'w:tblPr');
  const style = styles.table(valOf(properties, 'w:tblStyle'));
  const shadings = [
    childOf(place.row, 'w:tblPrEx', 'w:shd'),
    childOf(properties, 'w:shd'),
    ...conditionsOf(place, style).flatMap((condition) => [
      childOf(condition, 'w:tcPr', 'w:shd'),
      childOf(condition, 'w:tblPr', 'w:shd'),
      childOf(condition, 'w:trPr', 'w:shd'),
    ]),
  ].filter((shading) => shading !== null);
  const colours: Colour[] = [];
  for (const shading of shadings) {
    const colour = shadingColour(shading, paper.scheme);
    if (colour === null) return null;
    if (colour !== 'none') colours.push(colour);
  }
  return { colours, showsBehind: true };
};

/** The colours that the style of a table may give the letters of a cell. */
export const tableLetterSources = (place: CellPlace, styles: Styles): XmlElement[] =>
  conditionsOf(place, styles.table(valOf(place.table, 'w:tblPr', 'w:tblStyle'))).flatMap(
    (condition) => childOf(condition, 'w:rPr') ?? [],
  );

/** The whole style, and its parts for such rows and columns (`w:tblStylePr`). */
const conditionsOf = (place: CellPlace, style: Style): XmlElement[] =>
  style.chain.flatMap((element) => [
    element,
    ...childrenOf(element, 'w:tblStylePr').filter((part) =>
      mayApply(part.attributes['w:type'] ?? '', place),
    ),
  ]);

const mayApply = (type: string, place: CellPlace): boolean => {
  switch (type) {
    case 'firstRow':
      return place.isFirstRow;
    case 'lastRow':
      return place.isLastRow;
    case 'firstCol':
      return place.isFirstCell;
    case 'lastCol':
      return place.isLastCell;
    case 'nwCell':
      return place.isFirstRow && place.isFirstCell;
    case 'neCell':
      return place.isFirstRow && place.isLastCell;
    case 'swCell':
      return place.isLastRow && place.isFirstCell;
    case 'seCell':
      return place.isLastRow && place.isLastCell;
    default:
      return true;
  }
};

/** The cells of a table with their places; rows that repeat as heads all count as the first. */
export const cellPlaces = (table: XmlElement): CellPlace[] => {
  const rows = rowsOf(table);
  return rows.flatMap((row, at) => {
    const cells = cellsOf(row);
    return cells.map((cell, column) => ({
      table,
      row,
      cell,
      isFirstRow: at === 0 || switchOf(childOf(row, 'w:trPr'), 'w:tblHeader') === true,
      isLastRow: at === rows.length - 1,
      isFirstCell: column === 0,
      isLastCell: column === cells.length - 1,
    }));
  });
};

const through = (holder: XmlElement, name: string): XmlElement[] =>
  childrenOf(holder).flatMap((child) => {
    if (child.name === name) return [child];
    if (child.name === 'w:sdt') {
      const content = childOf(child, 'w:sdtContent');
      return content ? through(content, name) : [];
    }
    return /^w:(?:customXml|ins|moveTo)$/.test(child.name) ? through(child, name) : [];
  });

const rowsOf = (table: XmlElement): XmlElement[] => through(table, 'w:tr');
const cellsOf = (row: XmlElement): XmlElement[] => through(row, 'w:tc');

/** Word itself makes no table with more. */
const mostSpan = 63;

const countOf = (written: string | null, least: number): number => {
  const count = Number(written ?? least);
  return Number.isInteger(count) ? Math.min(Math.max(count, least), mostSpan) : least;
};

/** The cells that go on with the cell above them, and of which Word draws nothing (ECMA-376 part 1, 17.4.84). */
export const cellsBelowMerge = (table: XmlElement): XmlElement[] => {
  const covered: XmlElement[] = [];
  let above = new Map<number, number>();
  for (const row of rowsOf(table)) {
    const here = new Map<number, number>();
    let column = countOf(valOf(row, 'w:trPr', 'w:gridBefore'), 0);
    for (const cell of cellsOf(row)) {
      const properties = childOf(cell, 'w:tcPr');
      const across = countOf(valOf(properties, 'w:gridSpan'), 1);
      const merge = childOf(properties, 'w:vMerge');
      if (merge) {
        const goesOn = merge.attributes['w:val'] !== 'restart';
        if (goesOn && above.get(column) === across) covered.push(cell);
        here.set(column, across);
      }
      // As Word 97 wrote what goes on with the cell before it (17.4.22).
      const before = childOf(properties, 'w:hMerge');
      if (before && before.attributes['w:val'] !== 'restart') covered.push(cell);
      column += across;
    }
    above = here;
  }
  return covered;
};

/** A point, in its twentieths. */
const narrow = 20;

/** The cells that a table of fixed measures gives hardly a width, in its grid and by themselves. */
export const cellsWithoutWidth = (table: XmlElement): XmlElement[] => {
  if (valOfType(table) !== 'fixed') return [];
  const grid = childrenOf(childOf(table, 'w:tblGrid'), 'w:gridCol').map(({ attributes }) =>
    Number(attributes['w:w']),
  );
  return rowsOf(table).flatMap((row) => {
    let column = countOf(valOf(row, 'w:trPr', 'w:gridBefore'), 0);
    return cellsOf(row).filter((cell) => {
      const across = countOf(valOf(cell, 'w:tcPr', 'w:gridSpan'), 1);
      const inGrid = grid.slice(column, column + across);
      column += across;
      const { 'w:w': width, 'w:type': type = 'dxa' } =
        childOf(cell, 'w:tcPr', 'w:tcW')?.attributes ?? {};
      const isNarrow = type === 'dxa' && width !== undefined && Number(width) <= narrow;
      return isNarrow && inGrid.length === across && inGrid.every((each) => each <= narrow);
    });
  });
};

const valOfType = (table: XmlElement): string | undefined =>
  childOf(table, 'w:tblPr', 'w:tblLayout')?.attributes['w:type'];
