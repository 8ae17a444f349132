import { type Area, isWithin } from '../../drawing-geometry.ts';
import type { CellAddress, CellRange } from '../cell-address.ts';
import type { SheetRow } from '../sheet.ts';
import type { SheetPlaces } from './sheet-places.ts';

/** So much may stand out from under what covers it, in pixels. */
const slack = 2;
/** Far more than one sheet has. */
const mostLookedAt = 5_000_000;

/** The widest that a sign of a usual size may be, in pixels. */
const widthOfSign = (sign: string): number => ((sign.codePointAt(0) ?? 0) < 0x1100 ? 9 : 17);

/**
 * Finds cells that lie whole under something that hides them, with all that they say: words may go on beside their cell.
 * @param covers areas below which nothing is seen
 */
export const coveredCells = (
  rows: readonly SheetRow[],
  merges: readonly CellRange[],
  covers: readonly Area[],
  { left, top }: SheetPlaces,
): CellAddress[] => {
  if (covers.length === 0) return [];
  const merged = new Map(
    merges.map((range) => [`${range.first.row} ${range.first.column}`, range.last]),
  );
  const found: CellAddress[] = [];
  let looked = 0;
  for (const { number, cells } of rows) {
    const above = covers.filter(
      (cover) => cover.top - slack <= top(number) && cover.bottom > top(number),
    );
    looked += covers.length;
    if (looked > mostLookedAt) break;
    if (above.length === 0) continue;
    for (const [at, { column, text }] of cells.entries()) {
      const last = merged.get(`${number} ${column}`) ?? { row: number, column };
      const end = left(last.column + 1);
      const next = cells[at + 1];
      const longest = Math.max(
        ...text
          .split('\n')
          .map((line) => [...line].reduce((sum, sign) => sum + widthOfSign(sign), 0)),
      );
      const isBound = last.column > column || !/\p{L}/u.test(text);
      const free = next ? left(next.column) : Number.POSITIVE_INFINITY;
      const right = isBound ? end : Math.max(end, Math.min(left(column) + longest, free));
      const area: Area = { left: left(column), top: top(number), right, bottom: top(last.row + 1) };
      if (above.some((cover) => isWithin(area, cover, slack))) found.push({ row: number, column });
    }
  }
  return found;
};
