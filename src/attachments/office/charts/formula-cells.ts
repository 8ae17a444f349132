import { type CellRange, cellRange, lastColumn, lastRow } from '../excel/cell-address.ts';

/** A block of cells on a sheet of the workbook behind a chart. */
export type SheetRange = {
  /** As its tab says; null where the formula names none. */
  sheet: string | null;
  range: CellRange;
};

/** More than any chart names in one formula. */
const mostRanges = 2000;

/**
 * The cells that a formula of a chart names (ECMA-376 part 1, 18.17.2): `Sheet1!$B$2:$B$5`, `'[Book1.xlsx]表 1'!$A:$A`,
 * several of them in brackets, or a name that the workbook gives to cells, also of a table: `Table1[人数]`.
 * @param names what the names of the workbook stand for, in small letters
 * @returns nothing for what is no reference to cells
 */
export const cellsOfFormula = (
  formula: string,
  names: ReadonlyMap<string, string> = new Map(),
): SheetRange[] => {
  let left = mostRanges;
  const read = (written: string, depth: number): SheetRange[] =>
    referencesIn(written).flatMap((reference): SheetRange[] => {
      left -= 1;
      if (left < 0) return [];
      const { sheet, rest } = parted(reference);
      const range = rangeOf(rest);
      if (range) return [{ sheet, range }];
      const meant = depth > 0 ? names.get(rest.toLowerCase()) : undefined;
      return meant === undefined ? [] : read(meant, depth - 1);
    });
  return read(formula, 2);
};

/** The parts between commas, but not those in the name of a sheet or of a table's column. */
const referencesIn = (formula: string): string[] => {
  const references: string[] = [];
  let reference = '';
  let isQuoted = false;
  let brackets = 0;
  for (const sign of formula) {
    if (sign === "'") isQuoted = !isQuoted;
    else if (sign === '[') brackets += 1;
    else if (sign === ']') brackets -= 1;
    const isName = isQuoted || brackets > 0;
    if (!isName && sign === ',') {
      references.push(reference);
      reference = '';
    } else if (isName || !/[()=\s]/.test(sign)) reference += sign;
  }
  return [...references, reference];
};

const parted = (reference: string): { sheet: string | null; rest: string } => {
  const at = reference.lastIndexOf('!');
  if (at === -1) return { sheet: null, rest: reference };
  const written = reference.slice(0, at);
  const plain = written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
  // What stands before a bracket is the folder of another workbook, what is in it the file.
  const sheet = plain.replace(/^.*\]/, '');
  return { sheet: sheet === '' ? null : sheet, rest: reference.slice(at + 1) };
};

const rangeOf = (written: string): CellRange | null => {
  const plain = written.replaceAll('$', '');
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(plain);
  if (rows) return cellRange(`A${rows[1]}:XFD${rows[2]}`);
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(plain);
  const range = cellRange(columns ? `${columns[1]}1:${columns[2]}${lastRow}` : plain);
  if (!range || range.last.row > lastRow || range.last.column > lastColumn) return null;
  const { first, last } = range;
  return {
    first: {
      row: Math.min(first.row, last.row),
      column: Math.min(first.column, last.column),
    },
    last: { row: Math.max(first.row, last.row), column: Math.max(first.column, last.column) },
  };
};
