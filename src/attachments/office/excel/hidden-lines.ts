import type { CellAddress, CellRange } from './cell-address.ts';

/** How much of a row or a column is seen; of a narrow column only words that go on over the next cell. */
export type LineState = 'shown' | 'narrow' | 'hidden';

/** In points: three pixels, in which nobody reads a line. */
const leastHeight = 2.25;
/** In signs: one pixel, and four. */
const leastWidth = { hidden: 0.0834, narrow: 0.334 };

/** Columns and rows of which nothing is said, in pixels and in points. */
const usualWidth = 72;
const usualHeight = 15;
/** Rows whose height is kept; shapes are seldom drawn further down. */
const mostHeights = 100_000;

/** Rows of a merged cell that are looked at for one that is shown. */
const mostMergedLines = 2000;

/** What is known of the rows and columns of a sheet. */
export type SheetLines = ReturnType<typeof createHiddenLines>;

/** Gathers which rows and columns of a sheet are hidden, or too small to be read (ECMA-376 part 1, 18.3.1.13, 18.3.1.73). */
export const createHiddenLines = () => {
  const columns: { from: number; to: number; state: LineState; width: number }[] = [];
  const known = new Map<number, LineState>();
  const hiddenRows = new Set<number>();
  const shownRows = new Set<number>();
  let otherColumns: LineState = 'shown';
  let areOtherRowsHidden = false;
  let otherWidth = usualWidth;
  let otherHeight = usualHeight;
  const heights = new Map<number, number>();
  const columnState = (column: number): LineState => {
    const before = known.get(column);
    if (before) return before;
    const found = columns.find(({ from, to }) => from <= column && column <= to);
    const state = found?.state ?? otherColumns;
    known.set(column, state);
    return state;
  };
  const isRowHidden = (row: number): boolean =>
    hiddenRows.has(row) || (areOtherRowsHidden && !shownRows.has(row));
  return {
    /** @param attributes of `sheetFormatPr` */
    others({ defaultColWidth, defaultRowHeight }: Readonly<Record<string, string>>): void {
      otherColumns = widthState(defaultColWidth);
      otherWidth = pixelsOf(defaultColWidth) ?? usualWidth;
      otherHeight = Number(defaultRowHeight ?? Number.NaN) || usualHeight;
      areOtherRowsHidden = isAtMost(defaultRowHeight, leastHeight);
    },
    /** @param attributes of `col` */
    column({ min, max, width, hidden }: Readonly<Record<string, string>>): void {
      const state = isOn(hidden) ? 'hidden' : widthState(width);
      const size = state === 'hidden' ? 0 : (pixelsOf(width) ?? otherWidth);
      columns.push({ from: Number(min ?? 0), to: Number(max ?? 0), state, width: size });
      known.clear();
    },
    /** @param attributes of `row` */
    row(row: number, { ht, hidden }: Readonly<Record<string, string>>): boolean {
      const isHidden =
        isOn(hidden) || (ht === undefined ? areOtherRowsHidden : isAtMost(ht, leastHeight));
      if (ht !== undefined && heights.size < mostHeights) heights.set(row, Number(ht) || 0);
      if (isHidden) hiddenRows.add(row);
      else if (areOtherRowsHidden) shownRows.add(row);
      return isHidden;
    },
    columnState,
    /** In pixels, as they are where nothing is enlarged; nothing where it is hidden. */
    widthOf: (column: number): number =>
      columns.find(({ from, to }) => from <= column && column <= to)?.width ?? otherWidth,
    heightOf: (row: number): number =>
      isRowHidden(row) ? 0 : ((heights.get(row) ?? otherHeight) * 4) / 3,
    hasNarrow: (): boolean =>
      otherColumns === 'narrow' || columns.some(({ state }) => state === 'narrow'),
    isRowHidden,
    /** Whether a merged cell goes on to where it is seen, though it begins where it is not. */
    goesOn({ first, last }: CellRange): boolean {
      const rows = Math.min(last.row - first.row, mostMergedLines);
      const isTall = Array.from({ length: rows + 1 }, (_none, at) => first.row + at).some(
        (row) => !isRowHidden(row),
      );
      const width = Math.min(last.column - first.column, mostMergedLines);
      const isWide = Array.from({ length: width + 1 }, (_none, at) => first.column + at).some(
        (column) => columnState(column) === 'shown',
      );
      return isTall && isWide;
    },
    /** Whether a cell lies in a row or a column that nobody sees. */
    hides: ({ row, column }: CellAddress): boolean =>
      isRowHidden(row) || columnState(column) === 'hidden',
  };
};

const isOn = (written = ''): boolean => written === '1' || written === 'true';
const isAtMost = (written: string | undefined, most: number): boolean =>
  written !== undefined && Number(written) <= most;
/** A width in signs of eleven points, with the edge that is left free at both sides. */
const pixelsOf = (width: string | undefined): number | null => {
  const signs = Number(width ?? Number.NaN);
  if (Number.isNaN(signs)) return null;
  return signs < 1 ? signs * 12 : signs * 7 + 5;
};
const widthState = (width: string | undefined): LineState => {
  if (isAtMost(width, leastWidth.hidden)) return 'hidden';
  return isAtMost(width, leastWidth.narrow) ? 'narrow' : 'shown';
};
