import type { FileCell, FileTable } from '../../reading.ts';
import type { LaidCell, LaidTable } from './laid-table.ts';

/** What a file itself says of the heads of a table. */
export type SaidHeads = {
  /** So many rows at its beginning are repeated on every page, stay in view, or are called heads. */
  rows: number;
  /** Whether the first column is called one. */
  column: boolean;
};

/** Where a file says nothing of heads. */
export const nothingSaid: SaidHeads = { rows: 0, column: false };

/** More than a head has letters. */
const longestHead = 40;

/**
 * Tells which cells of a table are heads, by the first of these that gives one:
 *
 * 1. what the file says: rows repeated on every page (Word), titles of prints, rows that stay in view, heads of tables
 *    and of filters (Excel), the first row and column of a style that is on (PowerPoint);
 * 2. what it shows: first rows whose cells are all set apart by colour or bold letters, and in a row that begins with a
 *    cell set apart each of those that has one beside it which is not (labels of a form);
 * 3. what is filled in: of two columns the first, of more the first row, and else the first column, where each cell of
 *    it says something short.
 *
 * A table without any head only lays things out, and is told as lines: a head that is none misleads those who hear it.
 * @returns null for a table that is none
 */
export const tableWithHeads = (laid: LaidTable, said: SaidHeads): FileTable | null => {
  const isBlank = (row: readonly LaidCell[]) => row.every(({ text }) => text === '');
  const filled = laid.rows.findLastIndex((row) => !isBlank(row)) + 1;
  const rows = laid.rows.slice(0, filled);
  if (filled === 0) return null;
  const headRows =
    said.rows > 0 ? Math.min(said.rows, filled) : shownHeadRows(rows, laid.rows.length);
  const headOf = (cell: LaidCell, at: number, row: readonly LaidCell[]): FileCell['head'] => {
    if (cell.text === '') return;
    if (cell.row < headRows) return 'column';
    if (said.column && cell.column === 0) return 'row';
    const next = row[at + 1];
    return row[0]?.isMarked && cell.isMarked && next && !next.isMarked ? 'row' : undefined;
  };
  const withHeads = (ask: typeof headOf): FileCell[][] =>
    rows.map((row) =>
      row.map((cell, at) => {
        const { text, across } = cell;
        const down = Math.min(cell.down, filled - cell.row);
        const head = ask(cell, at, row);
        return {
          text,
          ...(across > 1 ? { across } : {}),
          ...(down > 1 ? { down } : {}),
          ...(head ? { head } : {}),
        };
      }),
    );
  const hasHead = (found: readonly (readonly FileCell[])[]) =>
    found.some((row) => row.some(({ head }) => head !== undefined));
  const table = (found: FileCell[][]): FileTable => ({
    columns: laid.columns,
    rows: found,
    blankRows: laid.rows.length - filled,
  });
  const found = withHeads(headOf);
  if (hasHead(found)) return table(found);
  const guessed = filledHead(laid.columns, rows);
  return guessed === null
    ? null
    : table(
        withHeads((cell) =>
          (guessed === 'row' ? cell.column : cell.row) === 0 ? guessed : undefined,
        ),
      );
};

/** First rows that are set apart from rows below them. */
const shownHeadRows = (rows: readonly (readonly LaidCell[])[], all: number): number => {
  const isApart = (row: readonly LaidCell[]) =>
    row.some(({ text }) => text !== '') && row.every(({ isMarked }) => isMarked);
  const other = rows.findIndex((row) => !isApart(row));
  const count = other === -1 ? rows.length : other;
  return count < all ? count : 0;
};

const filledHead = (
  columns: number,
  rows: readonly (readonly LaidCell[])[],
): 'column' | 'row' | null => {
  if (columns < 2) return null;
  const isHead = ({ text }: LaidCell) =>
    text !== '' && text.length <= longestHead && !/^[\d.,%¥/-]+$/.test(text);
  const firstRow = rows.length > 1 && (rows[0] ?? []).every(isHead);
  const firstColumn = rows.flat().filter(({ column }) => column === 0);
  if (columns > 2 && firstRow) return 'column';
  return firstColumn.every(isHead) ? 'row' : firstRow ? 'column' : null;
};
