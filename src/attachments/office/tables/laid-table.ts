import { pageText } from '../clean-text.ts';

/** A cell as a file lays it, both places counted from 0. */
export type PlacedCell = {
  row: number;
  column: number;
  across: number;
  down: number;
  text: string;
  /** Whether it is set apart from others by its colour or by bold letters. */
  isMarked: boolean;
};

/** A cell with nothing left open: `across` and `down` lie within the table and cover no other cell. */
export type LaidCell = PlacedCell;

/** A table without gaps: every place of every row is a cell's, or covered by one. */
export type LaidTable = { columns: number; rows: LaidCell[][] };

/** How many cells of tables may still be kept of one file: what comes after them is told as lines. */
export type CellBudget = { left: number };

/** More than any page shows with use: a table of 5,000 rows with ten columns. */
export const newCellBudget = (): CellBudget => ({ left: 50_000 });

/** Word has 63 columns at most, and a sheet that is wider than this is no table that anybody reads. */
export const mostColumns = 200;

/** The lines of a cell, each without what parts words unseen; wide blanks stay, since forms make room with them. */
export const cellText = (lines: readonly string[]): string =>
  pageText(lines)
    .split('\n')
    .map((line) => line.replace(/[^\S\u3000]+/gu, ' '))
    .join('\n');

/**
 * Puts the cells of a table in their places and empty ones between them.
 * @param placed in the order of the file; the numbers in them may be anything
 * @returns null where it is larger than what is left to be kept, or where a cell would cover what another one says
 */
export const laidTable = (
  placed: readonly PlacedCell[],
  rowCount: number,
  budget: CellBudget,
): LaidTable | null => {
  const columns = placed.reduce((most, { column, across }) => Math.max(most, column + across), 0);
  if (columns === 0 || columns > mostColumns || rowCount * columns > budget.left) return null;
  budget.left -= rowCount * columns;
  const cells = new Map(placed.map((cell) => [cell.row * columns + cell.column, cell]));
  /** Down to which row each column is covered from above. */
  const coveredTo = new Array<number>(columns).fill(0);
  const isFree = (row: number, column: number) => (coveredTo[column] ?? 0) <= row;
  const rows: LaidCell[][] = [];
  for (let row = 0; row < rowCount; row += 1) {
    const laid: LaidCell[] = [];
    for (let column = 0; column < columns; column += 1) {
      const cell = cells.get(row * columns + column);
      if (!isFree(row, column)) {
        if (cell && cell.text !== '') return null;
        continue;
      }
      let across = 1;
      const wanted = cell?.across ?? 1;
      while (across < wanted && isFree(row, column + across)) {
        if (cells.get(row * columns + column + across)?.text) return null;
        across += 1;
      }
      const down = Math.max(1, Math.min(cell?.down ?? 1, rowCount - row));
      for (let each = column; each < column + across; each += 1) coveredTo[each] = row + down;
      laid.push({
        row,
        column,
        across,
        down,
        text: cell?.text ?? '',
        isMarked: cell?.isMarked ?? false,
      });
      column += across - 1;
    }
    rows.push(laid);
  }
  return { columns, rows };
};
