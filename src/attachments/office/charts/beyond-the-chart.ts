import { addressName, type CellRange } from '../excel/cell-address.ts';
import { unescaped } from '../excel/shared-strings.ts';
import { openWorkbook, type SheetEntry } from '../excel/workbook.ts';
import { firstNotBefore } from '../first-not-before.ts';
import { keyOfPart, type OfficePackage, openPackage, UnreadablePackage } from '../open-package.ts';
import { relationshipsOf } from '../relationships.ts';
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';
import { isGeneralHead, tablesOfSheet } from './column-heads.ts';
import { isOfOffice } from './resize-hint.ts';
import {
  comparable,
  formulasOf,
  type ShownCells,
  type ShownData,
  shownDataOf,
} from './shown-data.ts';
import { readWorkbookCells, type WorkbookCell } from './workbook-cells.ts';

/**
 * What a workbook behind a chart holds beyond what the chart shows, as its author finds it. A chart that was pasted from
 * Excel brings the whole workbook with it.
 * @param chart the outermost element of the chart's part
 * @param bytes of the workbook; anything is safe
 * @returns nothing where the chart shows all of it
 */
export const beyondTheChart = (chart: XmlElement, bytes: Uint8Array): string[] => {
  try {
    return foundIn(chart, openPackage(bytes));
  } catch (error) {
    if (error instanceof UnreadablePackage) return ['開けないブック'];
    throw error;
  }
};

/**
 * The parts of a workbook of numbers alone, as Excel and the libraries write it. What they say of people is a record of
 * the workbook.
 */
const usualParts =
  /^(?:\[content_types\]\.xml|_rels\/\.rels|docprops\/(?:core|app|custom)\.xml|docprops\/thumbnail\.[a-z]+|docmetadata\/labelinfo\.xml|xl\/(?:workbook|styles|sharedstrings|calcchain|metadata)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/theme\/theme\d*\.xml|xl\/worksheets\/sheet\d*\.xml|xl\/worksheets\/_rels\/sheet\d*\.xml\.rels|xl\/tables\/table\d*\.xml|xl\/printersettings\/printersettings\d*\.bin|.*\/)$/i;

/** Far more than anybody reads. */
const mostPlaces = 20;

const foundIn = (chart: XmlElement, workbookPackage: OfficePackage): string[] => {
  const { kind, hasMacros, names } = workbookPackage;
  if (kind !== 'excel') return ['ブックではないファイル'];
  if (hasMacros) return ['マクロ'];
  const others = names.filter((name) => !usualParts.test(name));
  if (others.length > 0) return others.slice(0, mostPlaces).map((name) => `「${name}」`);
  const { sheets, part, context } = openWorkbook(workbookPackage);
  const definedNames = childrenOf(childOf(part, 'x:definedNames'), 'x:definedName');
  const meant = new Map(
    definedNames.map(({ attributes, children }) => [
      (attributes['name'] ?? '').toLowerCase(),
      children.join(''),
    ]),
  );
  const tables = sheets.map(({ path, name }) => tablesOfSheet(workbookPackage, path, name));
  for (const table of tables.flat())
    for (const [name, cells] of table.names) meant.set(name, cells);
  const shown = shownDataOf(chart, meant);
  const places: string[] = [];
  const used = new Set<number>();
  for (const [at, entry] of sheets.entries()) {
    const found = readSheet(workbookPackage, entry, context.strings);
    for (const number of found.usedStrings) used.add(number);
    const texts = new Set(found.cells.map(({ value }) => comparable(value)));
    const words = (tables[at] ?? []).flatMap((table) => table.words).map(unescaped);
    if (words.some((word) => !texts.has(comparable(word)) && !isGeneralHead(word))) {
      places.push(`シート『${entry.name}』のテーブルの列の名前`);
    }
    places.push(...found.others.map((other) => `シート『${entry.name}』の${wordOf(other)}`));
    const isShown = showing(entry, sheets, shown);
    for (const cell of found.cells) {
      if (isShown(cell) || (cell.isText && (isOfOffice(cell.value) || isGeneralHead(cell.value))))
        continue;
      places.push(`シート『${entry.name}』の${addressName(cell)}`);
      if (places.length >= mostPlaces) return places;
    }
  }
  places.push(...unreached(workbookPackage).map((name) => `「${name}」`));
  if (context.strings.some((text, at) => /\S/u.test(text) && !used.has(at) && !isOfOffice(text))) {
    places.push('セルから消した文字');
  }
  const formulas = formulasOf(chart).join('\n').toLowerCase();
  for (const { attributes, children } of definedNames) {
    const name = attributes['name'] ?? '';
    const isUsed = /^_xl/i.test(name) || formulas.includes(name.toLowerCase());
    if (!isUsed || /["\\[]/.test(children.join(''))) places.push(`名前『${name}』`);
  }
  for (const { name, isHidden } of sheets) {
    if (isHidden && !isPlainSheetName(name)) places.push(`隠したシート『${name}』`);
  }
  return places.slice(0, mostPlaces);
};

/** Parts to which no relationship leads: nothing of them is seen in any program. */
const unreached = (workbookPackage: OfficePackage): string[] => {
  const reached = new Set<string>();
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const { target, external } of relationshipsOf(workbookPackage, path).values()) {
      const key = keyOfPart(target);
      if (external || reached.has(key)) continue;
      reached.add(key);
      waiting.push(target);
    }
  }
  return workbookPackage.names.filter(
    (name) => !/\.rels$|\/$|^\[content_types\]\.xml$/i.test(name) && !reached.has(keyOfPart(name)),
  );
};

const readSheet = (
  workbookPackage: OfficePackage,
  { path, kind }: SheetEntry,
  strings: readonly string[],
) => {
  const xml = workbookPackage.text(path);
  if (xml === null || kind !== 'worksheet') throw new UnreadablePackage('damaged');
  return readWorkbookCells(xml, strings);
};

/** As Excel itself names sheets, in the languages of East Asia and of the West. */
const isPlainSheetName = (name: string): boolean =>
  /^(?:Sheet|シート|工作表|Tabelle|Feuil|Hoja|Foglio|Planilha)\s?\d{0,3}$/i.test(name);

/** What an element of a sheet is called by people who use Excel. */
const wordOf = (element: string): string => words.get(element) ?? '確かめられない部分';
const words: ReadonlyMap<string, string> = new Map([
  ['x:f', '式の中の文字'],
  ['x:dataValidations', '入力規則'],
  ['x:hyperlinks', 'リンク'],
  ['x:drawing', '図形'],
  ['x:legacyDrawing', 'コメントか図形'],
  ['x:oddHeader', 'ヘッダー'],
  ['x:oddFooter', 'フッター'],
]);

/** Of cells with references: 255 series of 4000 points, ten times over. */
const mostComparisons = 20_000_000;

/** Whether the chart shows a cell of a sheet: a formula names it, and what the chart keeps of it says the same. */
const showing = (
  { name, isHidden }: SheetEntry,
  sheets: readonly SheetEntry[],
  { cells, showsHidden }: ShownData,
): ((cell: WorkbookCell) => boolean) => {
  const isOnly = sheets.length === 1;
  const here = cells.flatMap(({ ranges, kept }) =>
    ranges
      .filter(({ sheet }) => (sheet === null ? isOnly : sheet.toLowerCase() === name.toLowerCase()))
      .map(({ range }) => ({ range, kept })),
  );
  let left = mostComparisons;
  return (cell) => {
    left -= here.length;
    if (left < 0) throw new RangeError('A chart with more than anybody compares');
    return here.some(
      ({ range, kept }) =>
        isWithin(cell, range) &&
        (kept === null ? showsHidden || !(cell.isHidden || isHidden) : isKept(cell, kept)),
    );
  };
};

const isWithin = ({ row, column }: WorkbookCell, { first, last }: CellRange): boolean =>
  first.row <= row && row <= last.row && first.column <= column && column <= last.column;

/** Charts cut off texts that are longer, blanks among them. */
const longestKept = 255;
const leastCut = 200;

const isKept = (
  { value, isText, isHidden }: WorkbookCell,
  { texts, numbers, isFormatted }: NonNullable<ShownCells['kept']>,
): boolean => {
  const text = comparable(value);
  if (texts.has(text)) return true;
  if (isText) {
    if (value.length < longestKept) return false;
    for (let length = leastCut; length <= longestKept; length += 1) {
      if (texts.has(text.slice(0, length))) return true;
    }
    return false;
  }
  const number = Number(value);
  // Errors and truths are told in the language of the program.
  if (Number.isNaN(number)) return !isHidden;
  return holdsNear(numbers, number) || (isFormatted && !isHidden && texts.size > 0);
};

/** Whether a number is among others, from the smallest: a chart keeps as many digits as it has, or as are shown of it. */
const holdsNear = (sorted: readonly number[], wanted: number): boolean => {
  const at = firstNotBefore(sorted, wanted);
  return [sorted[at - 1], sorted[at]].some(
    (one) => one !== undefined && Math.abs(one - wanted) <= 1e-6 * Math.abs(wanted),
  );
};
