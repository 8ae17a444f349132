/** A cell, both counted from 1. */
export type CellAddress = { row: number; column: number };
/** A block of cells from its first to its last, both within it. */
export type CellRange = { first: CellAddress; last: CellAddress };

/** The last row and column that Excel has. */
export const lastRow = 1_048_576;
/** The last column that Excel knows: XFD. */
export const lastColumn = 16_384;

/** Reads `B4` or `$B$4`; null where it is none. */
export const cellAddress = (written: string): CellAddress | null => {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(written.trim());
  if (!found) return null;
  const column = [...(found[1] ?? '').toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  return { row: Number(found[2]), column };
};

/** Reads `B4:D9` or `B4`; null where it is none. */
export const cellRange = (written: string): CellRange | null => {
  const [from = '', to = from] = written.split(':');
  const first = cellAddress(from);
  const last = cellAddress(to);
  return first && last ? { first, last } : null;
};

/** `A` for 1, `AA` for 27. */
export const columnName = (column: number): string => {
  let name = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
};

/** How people name a cell: B4. */
export const addressName = ({ row, column }: CellAddress): string => `${columnName(column)}${row}`;

/** Whole numbers as runs of neighbours: 5, 6, 7, 9 as 5 to 7 and 9 to 9. */
export const runsOf = (numbers: Iterable<number>): { from: number; to: number }[] => {
  const runs: { from: number; to: number }[] = [];
  for (const number of [...new Set(numbers)].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && last.to === number - 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs;
};
