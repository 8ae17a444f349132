import { type CellAddress, cellAddress, lastColumn, lastRow } from '../excel/cell-address.ts';
import { createTextReader, unescaped } from '../excel/shared-strings.ts';
import { UnreadablePackage } from '../open-package.ts';
import { walkXml } from '../xml-tree.ts';

/** A cell of the workbook behind a chart that holds something. */
export type WorkbookCell = CellAddress & {
  value: string;
  /** Whether it is words, not a number, a truth or an error. */
  isText: boolean;
  /** Whether its row or its column is not shown. */
  isHidden: boolean;
};

/** What a sheet of such a workbook holds. */
export type WorkbookSheet = {
  cells: readonly WorkbookCell[];
  /** The numbers of the shared strings that its cells point to. */
  usedStrings: ReadonlySet<number>;
  /** Elements that a sheet of nothing but numbers for a chart has no use for, each once. */
  others: readonly string[];
};

/** More than any chart shows. */
const mostCells = 200_000;

/**
 * Elements of a sheet that hold no words, or that only say how cells look and where the view stands (ECMA-376 part 1,
 * 18.3.1). `headerFooter` is looked at by its text.
 */
const usual = new Set(
  `worksheet sheetPr tabColor outlinePr pageSetUpPr dimension sheetViews sheetView pane selection pivotSelection
   sheetFormatPr cols col sheetData row c v is t r rPr rPh phoneticPr f mergeCells mergeCell conditionalFormatting cfRule
   formula colorScale cfvo color dataBar iconSet printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks brk
   ignoredErrors ignoredError tableParts tablePart extLst ext autoFilter filterColumn sortState sortCondition
   sheetCalcPr sheetProtection b i u strike sz rFont family charset scheme vertAlign outline shadow condense extend`
    .split(/\s+/)
    .map((name) => `x:${name}`)
    // How Excel for the Mac shows a sheet.
    .concat('other:PLV'),
);

/**
 * Reads a sheet cell by cell, whatever of it is shown.
 * @param strings the texts that cells point to
 * @throws {UnreadablePackage} where it is broken
 * @throws {RangeError} where it holds more than any chart shows
 */
export const readWorkbookCells = (xml: string, strings: readonly string[]): WorkbookSheet => {
  const cells: WorkbookCell[] = [];
  const usedStrings = new Set<number>();
  const others = new Set<string>();
  const hiddenColumns: { from: number; to: number }[] = [];
  const inline = createTextReader();
  let isHiddenByDefault = false;
  let row = 0;
  let column = 0;
  let isRowHidden = false;
  let cell: { type: string; value: string } | null = null;
  let inside = '';
  /** Of a formula or a header: the parser hands a text over in pieces. */
  let words = '';
  /** How many elements are open from the outermost that is not usual. */
  let unknown = 0;
  const take = ({ type, value }: { type: string; value: string }): void => {
    const isShared = type === 's' && value !== '';
    if (isShared) usedStrings.add(Number(value));
    const held = isShared ? (strings[Number(value)] ?? '') : unescaped(value);
    if (held.trim() === '') return;
    if (cells.length >= mostCells) throw new RangeError('The workbook of a chart is too large');
    const isText = isShared || type === 'str' || type === 'inlineStr';
    cells.push({ row, column, value: held, isText, isHidden: isRowHidden });
  };
  const whole = walkXml(xml, {
    open(name, attributes) {
      if (unknown > 0) unknown += 1;
      else if (!usual.has(name) && !headers.has(name)) {
        others.add(name);
        unknown = 1;
      }
      if (name === 'x:sheetFormatPr') isHiddenByDefault = isOn(attributes['zeroHeight']);
      if (name === 'x:col' && (isOn(attributes['hidden']) || isZero(attributes['width']))) {
        hiddenColumns.push({
          from: Number(attributes['min'] ?? 0),
          to: Number(attributes['max'] ?? 0),
        });
      }
      if (name === 'x:row') {
        row = within(Number(attributes['r'] ?? row + 1), lastRow);
        column = 0;
        isRowHidden =
          isOn(attributes['hidden']) ||
          isZero(attributes['ht']) ||
          (isHiddenByDefault && attributes['ht'] === undefined);
      }
      if (name === 'x:c') {
        const at = cellAddress(attributes['r'] ?? '') ?? { row, column: column + 1 };
        row = within(at.row, lastRow);
        column = within(at.column, lastColumn);
        cell = { type: attributes['t'] ?? 'n', value: '' };
        inline.begin();
      }
      inside = name;
      inline.open(name);
    },
    text(piece) {
      if (cell && inside === 'x:v') cell.value += piece;
      else if (cell) inline.text(piece);
      if (inside === 'x:f' || headers.has(inside)) words += piece;
    },
    close(name) {
      if (unknown > 0) unknown -= 1;
      if (words !== '' && saysSomething(name, words)) others.add(name);
      words = '';
      inside = '';
      inline.close(name);
      if (name !== 'x:c' || !cell) return;
      if (cell.type === 'inlineStr') cell.value = inline.end();
      take(cell);
      cell = null;
    },
  });
  if (!whole) throw new UnreadablePackage('damaged');
  const isHidden = (at: number) => hiddenColumns.some(({ from, to }) => from <= at && at <= to);
  return {
    cells: cells.map((one) => (isHidden(one.column) ? { ...one, isHidden: true } : one)),
    usedStrings,
    others: [...others],
  };
};

/** What stands above and below the pages that nobody prints. */
const headers = new Set(
  ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'].map(
    (name) => `x:${name}`,
  ),
);

/**
 * Whether there are words in a header beside its codes (`&P`, `&"font,style"`), or in a formula that computes numbers for
 * a chart; another workbook is named there in brackets.
 */
const saysSomething = (element: string, text: string): boolean => {
  if (headers.has(element)) return /\p{L}/u.test(text.replace(/&(?:"[^"]*"|[A-Z])/gi, ''));
  return element === 'x:f' && /"[^"]*\p{L}|\[\d|\[[^\]]*\.xls|\\/iu.test(text);
};

const isOn = (written = ''): boolean => written === '1' || written === 'true';
const isZero = (written: string | undefined): boolean =>
  written !== undefined && Number(written) === 0;
const within = (number: number, most: number): number =>
  Number.isInteger(number) ? Math.min(Math.max(number, 1), most) : 1;
