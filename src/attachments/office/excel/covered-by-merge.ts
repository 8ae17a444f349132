import { firstNotBefore } from '../first-not-before.ts';
import type { CellAddress, CellRange } from './cell-address.ts';
import type { ShownCell } from './cell-content.ts';

/** Merged cells cannot overlap; those of a file made to hurt would take for ever. */
const mostMergedRows = 1_000_000;

/**
 * Takes out what stands in merged cells below the first one: Excel keeps it and does not show it.
 * @returns where it says anything that the first cell does not: some programs write the same into all of them
 */
export const takeCovered = (
  rows: Map<number, ShownCell[]>,
  merges: readonly CellRange[],
): CellAddress[] => {
  const found: CellAddress[] = [];
  if (merges.length === 0) return found;
  const numbers = [...rows.keys()].sort((one, other) => one - other);
  let looked = 0;
  for (const { first, last } of merges) {
    const shown = rows.get(first.row)?.find(({ column }) => column === first.column)?.text;
    for (let at = firstNotBefore(numbers, first.row); at < numbers.length; at += 1) {
      const row = numbers[at] ?? 0;
      looked += 1;
      if (row > last.row || looked > mostMergedRows) break;
      const cells = rows.get(row) ?? [];
      const left = cells.filter(({ column, text }) => {
        const isCovered =
          column >= first.column &&
          column <= last.column &&
          !(row === first.row && column === first.column);
        if (isCovered && text !== shown) found.push({ row, column });
        return !isCovered;
      });
      if (left.length < cells.length) rows.set(row, left);
    }
  }
  return found;
};
