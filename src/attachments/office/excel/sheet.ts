import { UnreadablePackage } from '../open-package.ts';
import { childOf, walkXml, type XmlElement } from '../xml-tree.ts';
import {
  type CellAddress,
  type CellRange,
  cellAddress,
  cellRange,
  lastColumn,
  lastRow,
} from './cell-address.ts';
import {
  type ContentContext,
  contentOf,
  type ShownCell,
  type WrittenCell,
} from './cell-content.ts';
import type { CellLooks } from './cell-looks.ts';
import type { CellVisibility } from './cell-visibility.ts';
import { conditionsOf } from './conditional-formats.ts';
import { takeCovered } from './covered-by-merge.ts';
import type { NameUse } from './defined-names.ts';
import { hasWords, risksOf } from './formula-risks.ts';
import { bringBack, type HiddenCell, takeNarrow } from './hidden-cells.ts';
import { createHiddenLines, type SheetLines } from './hidden-lines.ts';
import { createTextReader } from './shared-strings.ts';
import { createSurroundingsReader } from './sheet-surroundings.ts';
import {
  type DoubtfulCell,
  hiddenByCondition,
  isSeenAfterAll,
  seenText,
} from './unseen-letters.ts';

/** What the cells of a sheet mean by what is written in them. */
export type SheetContext = ContentContext & {
  looks: CellLooks;
  visibility: CellVisibility;
  /** How many characters of text may still be kept. */
  budget: { left: number };
  /** Takes every text that a cell holds; null where nobody asks for them. */
  seen: ((text: string) => void) | null;
  /** Watches for the names that stand for a text; null where there are none. */
  names: NameUse | null;
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
  /** Cells that hold something which is not shown, by their format or their letters, or words that no formula shows. */
  concealed: readonly CellAddress[];
  /** Cells below a merged cell that say something else. */
  covered: readonly CellAddress[];
  /** Cells whose formula takes from another workbook, or leads to a file that only its author has. */
  linked: readonly CellAddress[];
  /** Cells whose formula calls what no function of a sheet is. */
  calling: readonly CellAddress[];
  /** Where the sheet points by relationships, and at which cell. */
  pointers: readonly { id: string; cell: string }[];
  /** The block of all cells that hold something; null where none does. */
  used: CellRange | null;
  /** What the sheet says beside its cells: its outermost element, without them. */
  besides: XmlElement;
  lines: SheetLines;
  /** Whether anything in a row has a ground of its own, or a picture lies behind all of them. */
  isColoured(row: number): boolean;
};

type Cell = CellAddress & WrittenCell & { formula: string };
/** A row that holds something. */
export type SheetRow = { number: number; cells: readonly ShownCell[] };

const mostMerges = 20_000;
const mostConcealed = 1000;

/**
 * Reads a sheet without keeping its XML.
 * @param coloured blocks of cells whose ground the style of a table may colour
 * @throws {UnreadablePackage} where it is broken
 */
export const readSheet = (
  xml: string,
  context: SheetContext,
  coloured: readonly CellRange[] = [],
): Sheet => {
  const rows = new Map<number, ShownCell[]>();
  const lines = createHiddenLines();
  const hiddenCells: HiddenCell[] = [];
  const merges: CellRange[] = [];
  const concealed: CellAddress[] = [];
  const linked: CellAddress[] = [];
  const calling: CellAddress[] = [];
  const doubtful: DoubtfulCell[] = [];
  const colouredRows = new Set<number>();
  let areAllColoured = false;
  const hasGround = (style: string | undefined): boolean =>
    style !== undefined && context.visibility.dress(Number(style)).ground.isOwn;
  const pointers: { id: string; cell: string }[] = [];
  let used: CellRange | null = null;
  let row = 0;
  let cell: Cell | null = null;
  let column = 0;
  let inside: 'x:v' | 'x:f' | null = null;
  let frozenRows = 0;
  let writtenTo = 0;
  let filtered: CellRange | null = null;
  const inline = createTextReader();
  const besides = createSurroundingsReader();
  const conceal = (found: Cell): void => {
    if (concealed.length < mostConcealed) concealed.push(addressOf(found));
  };

  const take = (found: Cell): void => {
    const { held, text, isText, runs } = contentOf(found, context);
    const isBlank = held.trim() === '';
    if (isBlank && found.formula === '') return;
    used = widened(used, found);
    if (isText) context.seen?.(held);
    if (found.formula !== '') {
      context.names?.look(found.formula);
      const risks = risksOf(found.formula, held);
      if (risks.leadsOutside) linked.push(addressOf(found));
      if (risks.isProgram) calling.push(addressOf(found));
      if (risks.hasUnseenWords) conceal(found);
    }
    // Many tables leave their zeros out.
    const isNothing = isBlank || (!isText && Number(held) === 0);
    const isReplaced = isText && text !== held && !text.includes(held) && hasWords(held);
    if ((text === '' && !isNothing) || isReplaced) conceal(found);
    const shown: ShownCell = { column: found.column, text, style: found.style };
    if (lines.hides(found)) {
      hiddenCells.push({ row: found.row, cell: shown });
      return;
    }
    if (text === '') return;
    // What is true, false or an error is no word; boxes to tick leave theirs in white letters.
    if (!isNothing && found.type !== 'b' && found.type !== 'e') {
      const dress = context.visibility.dress(found.style);
      const seen = seenText(runs, dress, context.visibility);
      if (seen?.isTiny) {
        conceal(found);
        shown.text = seen.left;
      } else if (seen) doubtful.push({ row: found.row, cell: shown, left: seen.left });
    }
    keep(found.row, shown);
  };
  const keep = (at: number, shown: ShownCell): void => {
    if (shown.text === '' || context.budget.left < shown.text.length) return;
    context.budget.left -= shown.text.length;
    const cells = rows.get(at) ?? [];
    rows.set(at, cells);
    cells.push(shown);
  };

  const whole = walkXml(xml, {
    open(name, attributes) {
      besides.open(name, attributes);
      for (const key in attributes) {
        const id = key.startsWith('r:') ? attributes[key] : undefined;
        if (id !== undefined) pointers.push({ id, cell: attributes['ref'] ?? '' });
      }
      switch (name) {
        case 'x:sheetFormatPr':
          lines.others(attributes);
          break;
        case 'x:col':
          lines.column(attributes);
          areAllColoured ||= hasGround(attributes['style']);
          break;
        case 'x:row':
          row = within(Number(attributes['r'] ?? row + 1), lastRow);
          column = 0;
          lines.row(row, attributes);
          if (hasGround(attributes['s'])) colouredRows.add(row);
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
            runs: null,
            formula: '',
          };
          if (hasGround(attributes['s'])) colouredRows.add(cell.row);
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
      inline.open(name, attributes);
    },
    text(piece) {
      if (!cell) {
        besides.text(piece);
        return;
      }
      if (inside === 'x:v') cell.value += piece;
      else if (inside === 'x:f') cell.formula += piece;
      else inline.text(piece);
    },
    close(name) {
      inside = null;
      inline.close(name);
      besides.close();
      if (name !== 'x:c' || !cell) return;
      const written = inline.end();
      if (cell.type === 'inlineStr') {
        // LibreOffice wrote the text of a formula where that of a number stands.
        if (written === '') cell.type = 'str';
        else {
          if (hasWords(cell.value)) conceal(cell);
          cell.value = written;
          cell.runs = inline.runs();
        }
      } else if (hasWords(written)) conceal(cell);
      take(cell);
      cell = null;
    },
  });
  if (!whole) throw new UnreadablePackage('damaged');

  const { hiddenRows, hiddenColumns } = bringBack(hiddenCells, merges, lines, keep);
  const covered = takeCovered(rows, merges).slice(0, mostConcealed);
  for (const found of takeNarrow(rows, merges, lines)) hiddenColumns.add(found);
  const sheet = besides.end();
  const surroundings = {
    conditions: conditionsOf(sheet, context.visibility),
    coloured,
    hasPicture: childOf(sheet, 'x:picture') !== null,
  };
  for (const doubt of doubtful) {
    if (isSeenAfterAll(doubt, surroundings, context.visibility)) continue;
    concealed.push({ row: doubt.row, column: doubt.cell.column });
    doubt.cell.text = doubt.left;
  }
  for (const { row: at, cell: hidden } of hiddenByCondition(
    rows,
    surroundings,
    context.visibility,
  )) {
    concealed.push({ row: at, column: hidden.column });
    hidden.text = '';
  }
  const shownRows = [...rows]
    .sort(([one], [other]) => one - other)
    .map(([number, cells]) => ({
      number,
      cells: cells
        .filter(({ text }) => text !== '')
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
    covered,
    linked,
    calling,
    pointers,
    used,
    besides: sheet,
    lines,
    isColoured: (at) =>
      areAllColoured ||
      surroundings.hasPicture ||
      colouredRows.has(at) ||
      coloured.some(({ first, last }) => first.row <= at && at <= last.row) ||
      surroundings.conditions.some(
        ({ change, ranges }) =>
          change.isColoured && ranges.some(({ first, last }) => first.row <= at && at <= last.row),
      ),
  };
};

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
