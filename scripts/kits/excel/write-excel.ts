import {
  type Cell,
  type CellStyle,
  type DataValidation,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import type { ExcelDocument, KitSheet, SheetCell, SheetColumn } from '../kit-model.ts';
import { settledPackage } from '../office-package.ts';
import { ownWords } from '../own-words.ts';
import type { Provenance } from '../provenance.ts';

/** The row, counted from one, under which the cells of a sheet begin: heading, notes, mark, heads of columns. */
export const firstRow = 5;
/** So many rows of a list are counted and can be chosen in, whether they have lines around them or not. */
export const countedRows = 500;

/**
 * Writes a document of a kit as an editable Excel file: its sheets to be used, then one that tells about it and is taken
 * out before use. Formulas carry what they give while the list is empty, for viewers that do not calculate.
 */
export const writeExcel = async (
  document: ExcelDocument,
  provenance: Provenance,
): Promise<Uint8Array> => {
  const bytes = await writeXlsx({
    sheets: [
      ...document.sheets.map((sheet) => usedSheet(sheet, document.sheets, provenance)),
      aboutSheet(document, provenance),
    ],
    defaultFont: { name: fontName, size: 11 },
    properties: { title: document.title },
  });
  return settledPackage(bytes, {
    title: document.title,
    subject: ownWords.mark(provenance),
    moment: provenance.moment,
  });
};

const fontName = '游ゴシック';
const line = { style: 'thin', color: { rgb: '7F7F7F' } } as const;
const lined = { top: line, bottom: line, left: line, right: line };
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;

const looks = {
  heading: { font: { name: fontName, size: 14, bold: true } },
  note: {
    font: { name: fontName, size: 10 },
    alignment: { wrapText: true, vertical: 'top' },
  },
  /** Stands in a cell and is repeated on every page: what only prints is seen by nobody who fills in the sheet. */
  mark: {
    font: { name: fontName, size: 8 },
    alignment: { horizontal: 'right', vertical: 'center' },
  },
  head: {
    font: { name: fontName, size: 10, bold: true },
    fill: fill('EAEAEA'),
    border: lined,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  /** Filled in by choosing. */
  chosenHead: {
    font: { name: fontName, size: 10, bold: true },
    fill: fill('DCE6F7'),
    border: lined,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  cell: {
    font: { name: fontName, size: 10 },
    border: lined,
    alignment: { horizontal: 'left', vertical: 'center', wrapText: true, indent: 1 },
  },
  number: {
    font: { name: fontName, size: 10 },
    border: lined,
    alignment: { vertical: 'center', horizontal: 'right', indent: 1 },
  },
} as const satisfies Record<string, CellStyle>;

type Cells = Map<string, Partial<Cell>>;

const usedSheet = (
  sheet: KitSheet,
  all: readonly KitSheet[],
  provenance: Provenance,
): WriteSheet => {
  const { columns, rows, blanks = 0 } = sheet;
  const last = columns.length - 1;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const cells: Cells = new Map();
  const put = (row: number, column: number, cell: Partial<Cell>) =>
    cells.set(`${row},${column}`, cell);

  put(0, 0, text(sheet.heading, looks.heading));
  put(1, 0, text(sheet.notes.join('\n'), looks.note));
  put(2, 0, text(ownWords.mark(provenance), looks.mark));
  for (const [place, column] of columns.entries()) {
    put(firstRow - 2, place, text(column.head, column.choices ? looks.chosenHead : looks.head));
  }
  const empty = Array.from({ length: blanks }, (): SheetCell[] => columns.map(() => null));
  const written = [...rows, ...empty];
  for (const [index, row] of written.entries()) {
    for (const [place, column] of columns.entries()) {
      put(firstRow - 1 + index, place, cellOf(row[place] ?? null, column.format));
    }
  }
  const lastRow = firstRow - 1 + Math.max(written.length, 1);
  return {
    name: sheet.name,
    columns: columns.map((column) => ({ width: column.width })),
    cells,
    rowDefs: new Map([
      [0, { height: 24 }],
      [1, { height: heightOf(sheet.notes.join('\n'), width) }],
      [2, { height: 16 }],
      [firstRow - 2, { height: 30 }],
      ...written.map(
        (row, index) => [firstRow - 1 + index, { height: rowHeight(row, sheet) }] as const,
      ),
    ]),
    merges: [
      { startRow: 0, startCol: 0, endRow: 0, endCol: last },
      { startRow: 1, startCol: 0, endRow: 1, endCol: last },
      { startRow: 2, startCol: 0, endRow: 2, endCol: last },
    ],
    dataValidations: validations(sheet, all),
    freezePane: { rows: firstRow - 1 },
    // A list that grows prints whole; what has its end prints to it.
    pageSetup: pageSetup(
      sheet.orientation,
      blanks > 0 ? null : `$A$1:$${letter(last)}$${lastRow}`,
      true,
    ),
    headerFooter,
    view: { showGridLines: false },
    a11y: { summary: sheet.notes.join(''), headerRow: firstRow - 2 },
  };
};

const text = (value: string, style: CellStyle): Partial<Cell> => ({
  value,
  type: 'string',
  style,
});

const numFmts = { date: 'yyyy/m/d', percent: '0.0%' } as const;

const cellOf = (cell: SheetCell, format: SheetColumn['format']): Partial<Cell> => {
  const numFmt = format ? { numFmt: numFmts[format] } : {};
  if (cell === null) return { value: null, type: 'empty', style: { ...looks.cell, ...numFmt } };
  if (typeof cell === 'string') return text(cell, looks.cell);
  const style = { ...looks.number, ...numFmt };
  if (typeof cell === 'number') return { value: cell, type: 'number', style };
  return {
    value: cell.value,
    type: 'formula',
    formula: cell.formula,
    formulaResult: cell.value,
    style: typeof cell.value === 'string' && cell.value !== '' ? looks.cell : style,
  };
};

const validations = (sheet: KitSheet, all: readonly KitSheet[]): DataValidation[] =>
  sheet.columns.flatMap(({ head, choices }, place): DataValidation[] => {
    if (!choices) return [];
    const values = all.find(({ name }) => name === choices.sheet);
    const count = values?.rows.filter((row) => (row[choices.column] ?? null) !== null).length;
    if (!count) throw new Error(`There is nothing to choose for ${head} in ${choices.sheet}.`);
    const from = letter(choices.column);
    return [
      {
        type: 'list',
        formula1: `'${choices.sheet}'!$${from}$${firstRow}:$${from}$${firstRow + count - 1}`,
        range: `${letter(place)}${firstRow}:${letter(place)}${lastCounted(sheet)}`,
        allowBlank: true,
        // In Excel's own words: those of ours would show nowhere but there.
        showErrorMessage: true,
        errorStyle: 'stop',
      },
    ];
  });

const lastCounted = ({ rows, blanks = 0 }: KitSheet): number =>
  firstRow - 1 + (blanks > 0 ? countedRows : rows.length);

const pageSetup = (
  orientation: 'portrait' | 'landscape',
  printArea: string | null,
  repeatsHead: boolean,
) => ({
  paperSize: 'a4' as const,
  orientation,
  fitToPage: true,
  fitToWidth: 1,
  // What has its end is one page; a list goes on.
  fitToHeight: printArea ? 1 : 0,
  horizontalCentered: true,
  margins: { top: 0.75, bottom: 0.7, left: 0.5, right: 0.5, header: 0.35, footer: 0.35 },
  ...(printArea ? { printArea } : {}),
  ...(repeatsHead ? { printTitlesRow: `$${firstRow - 2}:$${firstRow - 1}` } : {}),
});

const headerFooter = { oddFooter: '&C&8&P／&N' };

/** The widths of columns are counted in half-width characters. */
const cellsIn = (value: string): number =>
  [...value].reduce((sum, sign) => sum + (/[\u0020-\u007e]/.test(sign) ? 1 : 2), 0);
/** Text is a little smaller than the letters that widths are counted in. */
const letterWidth = 0.9;
const linesIn = (value: string, width: number): number =>
  value
    .split('\n')
    .reduce((sum, one) => sum + Math.max(1, Math.ceil((cellsIn(one) * letterWidth) / width)), 0);
const pointsALine = 16;
const heightOf = (value: string, width: number): number => linesIn(value, width) * pointsALine + 4;

const rowHeight = (row: readonly SheetCell[], { columns, leastHeight = 22 }: KitSheet): number =>
  Math.max(
    leastHeight,
    ...row.map((cell, place) =>
      typeof cell === 'string' ? heightOf(cell, (columns[place]?.width ?? 10) - 1) : 0,
    ),
  );

const letter = (column: number): string => String.fromCharCode(65 + column);

const aboutWidths = [30, 62];

const aboutSheet = (
  { replace, cautions = [] }: ExcelDocument,
  provenance: Provenance,
): WriteSheet => {
  const cells: Cells = new Map();
  const merges: NonNullable<WriteSheet['merges']> = [];
  const heights = new Map<number, { height: number }>();
  const whole = aboutWidths.reduce((sum, width) => sum + width, 0);
  let row = 0;
  const across = (value: string, style: CellStyle) => {
    cells.set(`${row},0`, text(value, style));
    merges.push({ startRow: row, startCol: 0, endRow: row, endCol: 1 });
    heights.set(row, { height: style === looks.heading ? 24 : heightOf(value, whole) });
    row += 1;
  };
  const beside = (values: readonly [string, string], style: CellStyle) => {
    for (const [column, value] of values.entries())
      cells.set(`${row},${column}`, text(value, style));
    const height = Math.max(
      ...values.map((value, column) => heightOf(value, (aboutWidths[column] ?? 30) - 2)),
    );
    heights.set(row, { height: height + 2 });
    row += 1;
  };
  const subheading = (value: string) =>
    across(`\n${value}`, { ...looks.note, font: { ...looks.note.font, bold: true } });

  across(ownWords.about, looks.heading);
  for (const value of [
    ownWords.whose(provenance),
    ownWords.beforeUseExcel,
    ...cautions,
    ownWords.disclaimer,
  ]) {
    across(value, looks.note);
  }
  if (replace.length > 0) {
    subheading(ownWords.replace);
    beside([ownWords.replace, ownWords.how], looks.head);
    for (const { mark, how } of replace) beside([mark, how], looks.cell);
  }
  across(`\n${ownWords.whereMore(provenance)}`, looks.note);
  if (provenance.sources.length > 0) {
    subheading(ownWords.sources);
    for (const { title, owner, address } of provenance.sources) {
      across(`・${title}（${owner}）\n　${address}`, looks.note);
    }
    across(ownWords.addressNote, looks.note);
  }
  subheading(ownWords.terms);
  across(ownWords.licence, looks.note);
  return {
    name: ownWords.about,
    columns: aboutWidths.map((width) => ({ width })),
    cells,
    merges,
    rowDefs: heights,
    pageSetup: pageSetup('portrait', `$A$1:$B$${row}`, false),
    headerFooter,
    view: { showGridLines: false },
    a11y: { summary: ownWords.about },
  };
};
