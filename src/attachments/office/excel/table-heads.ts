import type { OfficePackage } from '../open-package.ts';
import type { Relationships } from '../relationships.ts';
import { childOf, childrenOf } from '../xml-tree.ts';
import { cellRange, lastRow } from './cell-address.ts';
import type { Sheet } from './sheet.ts';
import type { Workbook } from './workbook.ts';

/** Rows that a sheet calls the head of those below them; all by their numbers, from 1, both within. */
export type SheetHead = { from: number; to: number; end: number };

/** Tables on one sheet that are looked at, and rows that a head has. */
const mostTables = 200;
const mostHeadRows = 5;

/**
 * The heads that a sheet says itself: those of its tables, or else the rows that are repeated on every page when it is
 * printed, the row by which it is filtered, or the rows that stay in view; of these the first that there is.
 */
export const headsOfSheet = (
  officePackage: OfficePackage,
  workbook: Workbook,
  { sheet, relationships, at }: { sheet: Sheet; relationships: Relationships; at: number },
): SheetHead[] => {
  const tables = [...relationships.values()]
    .filter(({ type, external }) => type === 'table' && !external)
    .slice(0, mostTables)
    .flatMap(({ target }): SheetHead[] => {
      const { ref = '', headerRowCount = '1' } = officePackage.xml(target)?.attributes ?? {};
      const range = cellRange(ref);
      const count = Number(headerRowCount);
      if (!range || !(count >= 1)) return [];
      const from = range.first.row;
      return [{ from, to: from + Math.min(count, mostHeadRows) - 1, end: range.last.row }];
    });
  if (tables.length > 0) return tables.sort((one, other) => one.from - other.from);
  const { filtered, frozenRows } = sheet;
  const said =
    printTitles(workbook, at) ??
    (filtered ? { from: filtered.first.row, to: filtered.first.row } : null) ??
    (frozenRows > 0 ? { from: 1, to: frozenRows } : null);
  if (!said) return [];
  const rows = headRows(sheet, said);
  const first = rows[0];
  const last = rows.at(-1);
  return first === undefined || last === undefined ? [] : [{ from: first, to: last, end: lastRow }];
};

const printTitles = ({ part }: Workbook, at: number): { from: number; to: number } | null => {
  const defined = childrenOf(childOf(part, 'x:definedNames'), 'x:definedName').find(
    ({ attributes }) =>
      attributes['name'] === '_xlnm.Print_Titles' && attributes['localSheetId'] === String(at),
  );
  const rows = /!\$?(\d{1,7}):\$?(\d{1,7})(?:,|$)/.exec(defined?.children.join('') ?? '');
  return rows ? { from: Number(rows[1]), to: Number(rows[2]) } : null;
};

/** Of those rows the last that follow each other and say something in more than one cell: titles stand above them. */
const headRows = ({ rows }: Sheet, { from, to }: { from: number; to: number }): number[] => {
  const found: number[] = [];
  for (const { number, cells } of rows) {
    if (number < from) continue;
    if (number > to) break;
    if (cells.length < 2 || found.at(-1) !== number - 1) found.length = 0;
    if (cells.length > 1) found.push(number);
  }
  return found.slice(-mostHeadRows);
};
