import { nothingSaid, tableWithHeads } from '../tables/heads.ts';
import { type CellBudget, cellText, laidTable, type PlacedCell } from '../tables/laid-table.ts';
import type { Piece } from '../tables/pieces.ts';
import type { CellRange } from './cell-address.ts';
import type { CellLooks } from './cell-looks.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import type { SheetHead } from './table-heads.ts';

type Group = { rows: SheetRow[]; head: SheetHead | null };

/**
 * What stands on a sheet: lines, and tables where rows have more than one cell. Rows below a head that the sheet itself
 * names belong to one table, to its end; others to one as far as they follow each other. A row whose one cell goes over
 * several columns, or that stands alone, is a line.
 */
export const sheetPieces = (
  { rows, merges, writtenTo }: Pick<Sheet, 'rows' | 'merges' | 'writtenTo'>,
  heads: readonly SheetHead[],
  looks: CellLooks,
  budget: CellBudget,
): Piece[] => {
  const merged = new Map(merges.map((range) => [keyOf(range.first), range]));
  return groupsOf(rows, heads, merged).flatMap((group): Piece[] => {
    const lines = group.rows.map(rowLine);
    if (!group.head && group.rows.every(({ cells }) => cells.length < 2)) return lines;
    const table = tableOf(group, merged, looks, budget);
    if (!table || !group.head) return [{ rows: lines, table }];
    const last = group.rows.at(-1)?.number ?? 0;
    const blankRows = Math.max(0, Math.min(writtenTo, group.head.end) - last);
    return [{ rows: lines, table: { ...table, blankRows: table.blankRows + blankRows } }];
  });
};

type Merged = ReadonlyMap<string, CellRange>;
const keyOf = ({ row, column }: { row: number; column: number }): string => `${row} ${column}`;

const groupsOf = (
  rows: readonly SheetRow[],
  heads: readonly SheetHead[],
  merged: Merged,
): Group[] => {
  const groups: Group[] = [];
  let next = 0;
  let open: Group | null = null;
  const begin = (row: SheetRow, head: SheetHead | null): Group => {
    const group = { rows: [row], head };
    groups.push(group);
    return group;
  };
  for (const row of rows) {
    while ((heads[next]?.end ?? Number.POSITIVE_INFINITY) < row.number) next += 1;
    const head = heads[next];
    if (head && head.from <= row.number) {
      if (open?.head === head) open.rows.push(row);
      else open = begin(row, head);
      continue;
    }
    const follows = open && !open.head && open.rows.at(-1)?.number === row.number - 1;
    if (isLine(row, merged)) {
      begin(row, null);
      open = null;
    } else if (open && follows) open.rows.push(row);
    else if (row.cells.length > 1) open = begin(row, null);
    else {
      begin(row, null);
      open = null;
    }
  }
  return groups;
};

/** Whether a row says one thing over several columns. */
const isLine = ({ number, cells }: SheetRow, merged: Merged): boolean => {
  const [only] = cells;
  if (!only || cells.length > 1) return false;
  const range = merged.get(keyOf({ row: number, column: only.column }));
  return range !== undefined && range.last.column > range.first.column;
};

const tableOf = (
  { rows, head }: Group,
  merged: Merged,
  looks: CellLooks,
  budget: CellBudget,
): ReturnType<typeof tableWithHeads> => {
  // Columns in which nothing stands only make room between others.
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort(
    (one, other) => one - other,
  );
  if (rows.length * columns.length > budget.left) return null;
  const numbers = rows.map(({ number }) => number);
  const columnPlaces = new Map(columns.map((column, at) => [column, at]));
  const placed = rows.flatMap(({ number, cells }, row) =>
    cells.map(({ column, text, style }): PlacedCell => {
      const range = merged.get(keyOf({ row: number, column }));
      return {
        row,
        column: columnPlaces.get(column) ?? 0,
        across: range ? countWithin(columns, column, range.last.column) : 1,
        down: range ? countWithin(numbers, number, range.last.row) : 1,
        text: cellText([text]),
        isMarked: looks(style),
      };
    }),
  );
  const laid = laidTable(placed, rows.length, budget);
  if (!laid) return null;
  const said = head ? rows.filter(({ number }) => number <= head.to).length : 0;
  return tableWithHeads(laid, { ...nothingSaid, rows: said });
};

const countWithin = (sorted: readonly number[], from: number, to: number): number =>
  Math.max(1, firstAfter(sorted, to) - firstAfter(sorted, from - 1));

/** How many numbers are not greater. */
const firstAfter = (sorted: readonly number[], most: number): number => {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) <= most) from = middle + 1;
    else to = middle;
  }
  return from;
};

const rowLine = ({ cells }: SheetRow): string =>
  cells
    .map(({ text }) => onOneLine(text))
    .filter(Boolean)
    .join('\t');

/** Line by line: a pattern for the blanks before a line feed is tried at each of them. */
const onOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
