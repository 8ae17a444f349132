import { lastColumn, lastRow } from '../excel/cell-address.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../xml-tree.ts';
import { cellsOfFormula, type SheetRange } from './formula-cells.ts';

/** Cells that a chart shows, with what it keeps of them to draw itself. */
export type ShownCells = {
  ranges: readonly SheetRange[];
  /** What it shows of them; null where it keeps nothing, and takes it from the cells. */
  kept: {
    texts: ReadonlySet<string>;
    /** From the smallest. */
    numbers: readonly number[];
    /** Whether numbers of cells are kept as they look: `12 %`, `2026年`. */
    isFormatted: boolean;
  } | null;
};

/** What a chart shows of the workbook behind it. */
export type ShownData = {
  cells: readonly ShownCells[];
  /** Whether it also shows cells of rows and columns that are hidden in the workbook. */
  showsHidden: boolean;
};

/**
 * Reads which cells a chart shows: of 2007 (ECMA-376 part 1, 21.2.2: strRef, numRef, multiLvlStrRef) or of 2016
 * ([MS-ODRAWXML] 2.24.3: strDim, numDim, txData). What its filter leaves out is not shown.
 * @param chart the outermost element of its part
 * @param names what the names of the workbook stand for, in small letters
 */
export const shownDataOf = (
  chart: XmlElement,
  names: ReadonlyMap<string, string> = new Map(),
): ShownData => {
  const cells: ShownCells[] = [];
  const hasLabels = showsLabelsOfCells(chart);
  const visit = (element: XmlElement): void => {
    if (isFiltered(element) || (element.name === 'c15:datalabelsRange' && !hasLabels)) return;
    const formula = formulaOf(element);
    if (formula !== null) {
      const kept = keptIn(element);
      if (!isOwnTable(formula)) cells.push({ ranges: cellsOfFormula(formula, names), kept });
      else if (kept) cells.push({ ranges: everywhere, kept: { ...kept, isFormatted: false } });
    }
    for (const child of childrenOf(element)) visit(child);
  };
  visit(chart);
  const onlyVisible = [...descendantsOf(chart)].find(({ name }) => name === 'c:plotVisOnly');
  return { cells, showsHidden: /^(?:0|false)$/.test(onlyVisible?.attributes['val'] ?? '') };
};

/** Every formula of a chart, also of what its filter leaves out. */
export const formulasOf = (chart: XmlElement): string[] =>
  [...descendantsOf(chart)]
    .filter(({ name }) => /^(?:c|cx|c15):f$/.test(name))
    .map(({ children }) => children.join(''));

/** Whether texts of cells stand in the labels of a chart ([MS-ODRAWXML] 2.24.3.16 and 2.24.3.48). */
export const showsLabelsOfCells = (chart: XmlElement): boolean =>
  [...descendantsOf(chart)].some(
    ({ name, attributes }) =>
      name === 'c15:showDataLabelsRange' && !/^(?:0|false)$/.test(attributes['val'] ?? ''),
  );

/** What the filter of a chart leaves out, and what it keeps to put it back ([MS-ODRAWXML] 2.24.3.29 and after). */
export const isFiltered = ({ name }: XmlElement): boolean =>
  /^c15:filtered/.test(name) ||
  /^c15:(?:fullRef|levelRef|formulaRef|categoryFilterExceptions)$/.test(name);

/**
 * LibreOffice gives a chart a table of its own, and leaves the workbook that Office put behind it: what stands there is
 * found again anywhere in that table.
 */
const isOwnTable = (formula: string): boolean =>
  /^\s*(?:categories|(?:label )?\d{1,5})\s*$/.test(formula);
const everywhere: readonly SheetRange[] = [
  {
    sheet: null,
    range: { first: { row: 1, column: 1 }, last: { row: lastRow, column: lastColumn } },
  },
];

/** Literal data have no formula: nothing of them is in a workbook. */
const formulaOf = (element: XmlElement): string | null => {
  const formula = childOf(element, 'c:f') ?? childOf(element, 'cx:f') ?? childOf(element, 'c15:f');
  return formula ? formula.children.join('') : null;
};

const points = new Set(['c:pt', 'cx:pt']);
const caches = /^(?:c:(?:str|num|multiLvlStr)Cache|c15:dlblRangeCache|cx:lvl|cx:v)$/;

const keptIn = (reference: XmlElement): ShownCells['kept'] => {
  const held = childrenOf(reference).filter(({ name }) => caches.test(name));
  if (held.length === 0) return null;
  const words = held
    .flatMap((cache) =>
      cache.name === 'cx:v'
        ? [cache]
        : [...descendantsOf(cache)].filter(({ name }) => points.has(name)),
    )
    .map((point) => (childOf(point, 'c:v') ?? point).children.join(''));
  return {
    texts: new Set(words.map(comparable)),
    numbers: words
      .map(Number)
      .filter((number) => !Number.isNaN(number))
      .sort((one, other) => one - other),
    isFormatted: !/^c:numCache$/.test(held[0]?.name ?? '') && reference.name !== 'cx:numDim',
  };
};

/** A text as it is compared: line breaks and blanks are kept in different ways by a chart and by a workbook. */
export const comparable = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');
