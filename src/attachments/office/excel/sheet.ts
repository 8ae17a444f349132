import { UnreadablePackage } from '../open-package.ts';
import { walkXml } from '../xml-tree.ts';
import {
  type CellAddress,
  type CellRange,
  cellAddress,
  cellRange,
  lastColumn,
  lastRow,
} from './cell-address.ts';
import type { CellFormats } from './cell-formats.ts';
import type { CellLooks } from './cell-looks.ts';
import { numberText, showsNothing, textInFormat } from './number-format.ts';
import { createTextReader, unescaped } from './shared-strings.ts';

/** What the cells of a sheet mean by the numbers in them. */
export type SheetContext = {
  strings: readonly string[];
  formats: CellFormats;
  looks: CellLooks;
  date1904: boolean;
  /** How many characters of text may still be kept. */
  budget: { left: number };
};

/** What was read in one sheet. */
export type Sheet = {
  /** What a reader sees, the rows that hold something in their order, with the cells in theirs. */
  rows: readonly SheetRow[];
  /** The last row that has cells, empty ones too: lines to write in are drawn around those. */
  writtenTo: number;
  /** Blocks of cells that are one. */
  merges: readonly CellRange[];
  /** So many rows stay in view above those that move. */
  frozenRows: number;
  /** The block of cells whose rows can be filtered; its first row says by what. */
  filtered: CellRange | null;
  /** Rows and columns that are hidden and hold something. */
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
  /** Cells that hold something which is not shown: by their format, or below a merged cell. */
  concealed: readonly CellAddress[];
  /** Cells whose formula takes from another workbook. */
  linked: readonly CellAddress[];
  /** Where the sheet points by relationships, and at which cell. */
  pointers: readonly { id: string; cell: string }[];
  /** The block of all cells that hold something; null where none does. */
  used: CellRange | null;
};

type Cell = CellAddress & { style: number; type: string; value: string; formula: string };
/** What a reader sees in a cell. */
export type ShownCell = { column: number; text: string; style: number };
/** A row that holds something. */
export type SheetRow = { number: number; cells: readonly ShownCell[] };

const mostMerges = 20_000;
/** Merged cells cannot overlap; those of a file made to hurt would take for ever. */
const mostMergedRows = 1_000_000;
const mostConcealed = 1000;

/**
 * Reads a sheet without keeping its XML.
 * @throws {UnreadablePackage} where it is broken
 */
export const readSheet = (xml: string, context: SheetContext): Sheet => {
  const rows = new Map<number, ShownCell[]>();
  const hiddenRows = new Set<number>();
  const filledColumns = new Set<number>();
  const columns: { from: number; to: number; isHidden: boolean }[] = [];
  const merges: CellRange[] = [];
  const concealed: CellAddress[] = [];
  const linked: CellAddress[] = [];
  const pointers: { id: string; cell: string }[] = [];
  let isDefaultColumnHidden = false;
  let isDefaultRowHidden = false;
  let used: CellRange | null = null;
  let row = 0;
  let isRowHidden = false;
  let cell: Cell | null = null;
  let column = 0;
  let inside: 'x:v' | 'x:f' | null = null;
  let frozenRows = 0;
  let writtenTo = 0;
  let filtered: CellRange | null = null;
  const inline = createTextReader();

  const take = (found: Cell): void => {
    const { held, text } = contentOf(found, context);
    if (held.trim() === '' && found.formula === '') return;
    used = widened(used, found);
    if (isRowHidden) hiddenRows.add(found.row);
    filledColumns.add(found.column);
    if (/(?:^|[^\p{L}\p{N}_\].])\[\d+\]/u.test(found.formula)) linked.push(addressOf(found));
    // Many tables leave their zeros out.
    const isConcealed = text === '' && held.trim() !== '' && Number(held) !== 0;
    if (isConcealed && concealed.length < mostConcealed) concealed.push(addressOf(found));
    if (isRowHidden || text === '' || context.budget.left < text.length) return;
    context.budget.left -= text.length;
    const cells = rows.get(found.row) ?? [];
    rows.set(found.row, cells);
    cells.push({ column: found.column, text, style: found.style });
  };

  const whole = walkXml(xml, {
    open(name, attributes) {
      for (const key in attributes) {
        const id = key.startsWith('r:') ? attributes[key] : undefined;
        if (id !== undefined) pointers.push({ id, cell: attributes['ref'] ?? '' });
      }
      switch (name) {
        case 'x:sheetFormatPr':
          isDefaultColumnHidden = isZero(attributes['defaultColWidth']);
          isDefaultRowHidden = isZero(attributes['defaultRowHeight']);
          break;
        case 'x:col':
          columns.push({
            from: Number(attributes['min'] ?? 0),
            to: Number(attributes['max'] ?? 0),
            isHidden: isOn(attributes['hidden']) || isZero(attributes['width']),
          });
          break;
        case 'x:row':
          row = within(Number(attributes['r'] ?? row + 1), lastRow);
          column = 0;
          isRowHidden =
            isOn(attributes['hidden']) ||
            (attributes['ht'] === undefined ? isDefaultRowHidden : isZero(attributes['ht']));
          break;
        case 'x:c': {
          const at = cellAddress(attributes['r'] ?? '') ?? { row, column: column + 1 };
          column = within(at.column, lastColumn);
          cell = {
            row: within(at.row, lastRow),
            column,
            style: Number(attributes['s'] ?? 0),
            type: attributes['t'] ?? 'n',
            value: '',
            formula: '',
          };
          writtenTo = Math.max(writtenTo, cell.row);
          inline.begin();
          break;
        }
        case 'x:v':
        case 'x:f':
          inside = name;
          break;
        case 'x:pane':
          if (attributes['state']?.startsWith('frozen')) {
            frozenRows = within(Number(attributes['ySplit'] ?? 0) + 1, lastRow) - 1;
          }
          break;
        case 'x:autoFilter':
          filtered = cellRange(attributes['ref'] ?? '');
          break;
        case 'x:mergeCell': {
          const range = cellRange(attributes['ref'] ?? '');
          if (range && merges.length < mostMerges) merges.push(range);
          break;
        }
      }
      inline.open(name);
    },
    text(piece) {
      if (!cell) return;
      if (inside === 'x:v') cell.value += piece;
      else if (inside === 'x:f') cell.formula += piece;
      else inline.text(piece);
    },
    close(name) {
      inside = null;
      inline.close(name);
      if (name !== 'x:c' || !cell) return;
      if (cell.type === 'inlineStr') cell.value = inline.end();
      take(cell);
      cell = null;
    },
  });
  if (!whole) throw new UnreadablePackage('damaged');

  const isColumnHidden = columnTest(columns, isDefaultColumnHidden);
  const hiddenColumns = new Set([...filledColumns].filter(isColumnHidden));
  for (const covered of takeCovered(rows, merges)) {
    if (concealed.length < mostConcealed) concealed.push(covered);
  }
  const shownRows = [...rows]
    .sort(([one], [other]) => one - other)
    .map(([number, cells]) => ({
      number,
      cells: cells
        .filter((shown) => !hiddenColumns.has(shown.column))
        .sort((one, other) => one.column - other.column),
    }))
    .filter(({ cells }) => cells.length > 0);
  return {
    rows: shownRows,
    writtenTo,
    merges,
    frozenRows,
    filtered,
    hiddenRows,
    hiddenColumns,
    concealed,
    linked,
    pointers,
    used,
  };
};

const isOn = (written = ''): boolean => written === '1' || written === 'true';
const isZero = (written: string | undefined): boolean =>
  written !== undefined && Number(written) === 0;
const within = (number: number, most: number): number =>
  Number.isInteger(number) ? Math.min(Math.max(number, 1), most) : 1;
const addressOf = ({ row, column }: CellAddress): CellAddress => ({ row, column });

const widened = (used: CellRange | null, { row, column }: CellAddress): CellRange => ({
  first: {
    row: Math.min(used?.first.row ?? row, row),
    column: Math.min(used?.first.column ?? column, column),
  },
  last: {
    row: Math.max(used?.last.row ?? row, row),
    column: Math.max(used?.last.column ?? column, column),
  },
});

const columnTest =
  (columns: readonly { from: number; to: number; isHidden: boolean }[], byDefault: boolean) =>
  (column: number): boolean =>
    columns.find(({ from, to }) => from <= column && column <= to)?.isHidden ?? byDefault;

/** Takes out what stands in merged cells below the first one: Excel keeps it and does not show it. */
const takeCovered = (
  rows: Map<number, ShownCell[]>,
  merges: readonly CellRange[],
): CellAddress[] => {
  const found: CellAddress[] = [];
  if (merges.length === 0) return found;
  const numbers = [...rows.keys()].sort((one, other) => one - other);
  let looked = 0;
  for (const { first, last } of merges) {
    for (let at = firstNotBefore(numbers, first.row); at < numbers.length; at += 1) {
      const row = numbers[at] ?? 0;
      looked += 1;
      if (row > last.row || looked > mostMergedRows) break;
      const cells = rows.get(row) ?? [];
      const left = cells.filter(({ column }) => {
        const isCovered =
          column >= first.column &&
          column <= last.column &&
          !(row === first.row && column === first.column);
        if (isCovered) found.push({ row, column });
        return !isCovered;
      });
      if (left.length < cells.length) rows.set(row, left);
    }
  }
  return found;
};

const firstNotBefore = (sorted: readonly number[], wanted: number): number => {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** What a cell holds, and what of it a reader sees. */
const contentOf = (
  { type, value, style }: Cell,
  { strings, formats, date1904 }: SheetContext,
): { held: string; text: string } => {
  const code = formats(style);
  const asText = (held: string) => ({ held, text: textInFormat(held, code) });
  switch (type) {
    case 's': {
      const held = value === '' ? '' : strings[Number(value)];
      if (held === undefined) throw new UnreadablePackage('damaged');
      return asText(held);
    }
    case 'str':
      return asText(unescaped(value));
    case 'inlineStr':
      return asText(value);
    case 'b':
      return { held: value, text: showsNothing(code) ? '' : value === '1' ? 'TRUE' : 'FALSE' };
    case 'e':
    case 'd':
      return { held: value, text: value };
    default: {
      const number = Number(value);
      const isNumber = value.trim() !== '' && !Number.isNaN(number);
      return { held: value, text: isNumber ? numberText(number, code, date1904) : value };
    }
  }
};
