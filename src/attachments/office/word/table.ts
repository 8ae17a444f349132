import { tableWithHeads } from '../tables/heads.ts';
import { type CellBudget, cellText, laidTable, type PlacedCell } from '../tables/laid-table.ts';
import { type Piece, rowLine } from '../tables/pieces.ts';
import { childOf, childrenOf, switchOf, valOf, type XmlElement } from '../xml-tree.ts';

/** Word itself makes no table with more. */
const mostSpan = 63;

type Cell = { lines: string[]; across: number; goesOn: boolean; isMarked: boolean };
type Row = { before: number; cells: Cell[]; isHead: boolean };

/**
 * Reads a table: its rows as they are searched, and its form. A table inside a cell is told as the lines of that cell.
 * @param isSeen whether a reader sees an element
 * @param read the lines of a cell
 */
export const readTable = (
  table: XmlElement,
  isSeen: (element: XmlElement) => boolean,
  read: (cell: XmlElement) => string[],
  budget: CellBudget,
): Piece[] => {
  const rows = childrenThrough(table, 'w:tr', isSeen).map((row): Row => {
    const properties = childOf(row, 'w:trPr');
    return {
      before: countOf(valOf(properties, 'w:gridBefore'), 0),
      isHead: switchOf(properties, 'w:tblHeader') === true,
      cells: childrenThrough(row, 'w:tc', isSeen).map((cell) => readCell(cell, read(cell))),
    };
  });
  const placed = placedCells(rows);
  const laid = laidTable(placed, rows.length, budget);
  const firstOther = rows.findIndex(({ isHead }) => !isHead);
  const headRows = firstOther === -1 ? rows.length : firstOther;
  return [
    {
      rows: rows.map(({ cells }) => rowLine(cells.map(({ lines }) => lines.join(' ')))),
      table: laid && tableWithHeads(laid, { rows: headRows, column: false }),
    },
  ];
};

const readCell = (cell: XmlElement, lines: string[]): Cell => {
  const properties = childOf(cell, 'w:tcPr');
  const merge = childOf(properties, 'w:vMerge');
  return {
    lines,
    across: countOf(valOf(properties, 'w:gridSpan'), 1),
    goesOn: merge !== null && merge.attributes['w:val'] !== 'restart',
    isMarked: isShaded(properties) || isBold(cell),
  };
};

const countOf = (written: string | null, least: number): number => {
  const count = Number(written ?? least);
  return Number.isInteger(count) ? Math.min(Math.max(count, least), mostSpan) : least;
};

/** Cells in their places: one that goes on with the cell above it, over as many columns, makes that one longer. */
const placedCells = (rows: readonly Row[]): PlacedCell[] => {
  const placed: PlacedCell[] = [];
  let above = new Map<number, PlacedCell>();
  for (const [row, { before, cells }] of rows.entries()) {
    const here = new Map<number, PlacedCell>();
    let column = before;
    for (const { lines, across, goesOn, isMarked } of cells) {
      const over = goesOn ? above.get(column) : undefined;
      const text = cellText(lines);
      if (over && over.across === across) {
        over.down += 1;
        here.set(column, over);
      } else {
        const cell = { row, column, across, down: 1, text, isMarked };
        placed.push(cell);
        here.set(column, cell);
      }
      column += across;
    }
    above = here;
  }
  return placed;
};

/** Rows and cells may stand in content controls of their own. */
const childrenThrough = (
  holder: XmlElement,
  name: string,
  isSeen: (element: XmlElement) => boolean,
): XmlElement[] =>
  childrenOf(holder).flatMap((child) => {
    if (!isSeen(child)) return [];
    if (child.name === name) return [child];
    if (child.name === 'w:customXml') return childrenThrough(child, name, isSeen);
    const content = child.name === 'w:sdt' ? childOf(child, 'w:sdtContent') : null;
    return content ? childrenThrough(content, name, isSeen) : [];
  });

const isShaded = (properties: XmlElement | null): boolean => {
  const shading = childOf(properties, 'w:shd')?.attributes ?? {};
  const fill = shading['w:fill'] ?? 'auto';
  return shading['w:themeFill'] !== undefined || !/^(?:auto|f{6})$/i.test(fill);
};

/** Whether all letters of a cell are bold by themselves; of what lies deeper than its paragraphs nothing is asked. */
const isBold = (cell: XmlElement): boolean => {
  const runs = childrenOf(cell, 'w:p')
    .flatMap((paragraph) => childrenOf(paragraph, 'w:r'))
    .filter((run) =>
      childrenOf(run, 'w:t').some(({ children }) => children.join('').trim() !== ''),
    );
  return runs.length > 0 && runs.every((run) => switchOf(childOf(run, 'w:rPr'), 'w:b') === true);
};
