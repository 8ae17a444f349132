import type { CellRange } from './cell-address.ts';
import type { ShownCell } from './cell-content.ts';
import type { SheetLines } from './hidden-lines.ts';

/** A cell that holds something, in a row or a column that is hidden. */
export type HiddenCell = { row: number; cell: ShownCell };

/**
 * Tells which rows and columns hide something, and brings back what is seen all the same: a merged cell that begins in
 * a hidden row or column and goes on beyond it.
 */
export const bringBack = (
  hiddenCells: readonly HiddenCell[],
  merges: readonly CellRange[],
  lines: SheetLines,
  keep: (row: number, cell: ShownCell) => void,
): { hiddenRows: Set<number>; hiddenColumns: Set<number> } => {
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const seen = new Set(
    hiddenCells.length === 0
      ? []
      : merges
          .filter((range) => lines.hides(range.first) && lines.goesOn(range))
          .map(({ first }) => `${first.row} ${first.column}`),
  );
  for (const { row, cell } of hiddenCells) {
    if (seen.has(`${row} ${cell.column}`)) keep(row, cell);
    else {
      if (lines.isRowHidden(row)) hiddenRows.add(row);
      if (lines.columnState(cell.column) === 'hidden') hiddenColumns.add(cell.column);
    }
  }
  return { hiddenRows, hiddenColumns };
};

/**
 * Takes out what stands in columns of a few pixels and does not go on over the cell to its right: numbers, and words
 * where something follows.
 * @returns those columns
 */
export const takeNarrow = (
  rows: Map<number, ShownCell[]>,
  merges: readonly CellRange[],
  lines: SheetLines,
): Set<number> => {
  const found = new Set<number>();
  if (!lines.hasNarrow()) return found;
  const merged = new Set(merges.map(({ first }) => `${first.row} ${first.column}`));
  for (const [row, cells] of rows) {
    const isUnread = ({ column, text }: ShownCell): boolean =>
      lines.columnState(column) === 'narrow' &&
      !merged.has(`${row} ${column}`) &&
      (!/\p{L}/u.test(text) || cells.some((other) => other.column === column + 1));
    const unread = cells.filter(isUnread);
    if (unread.length === 0) continue;
    for (const { column } of unread) found.add(column);
    rows.set(
      row,
      cells.filter((cell) => !unread.includes(cell)),
    );
  }
  return found;
};
