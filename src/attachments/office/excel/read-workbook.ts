import type { PageText } from '../../reading.ts';
import type { Carried } from '../carried.ts';
import { pageText } from '../clean-text.ts';
import { drawingText } from '../drawing-text.ts';
import type { Findings } from '../findings.ts';
import { type OfficePackage, UnreadablePackage } from '../open-package.ts';
import { type Relationship, relationshipsOf } from '../relationships.ts';
import { type CellBudget, newCellBudget } from '../tables/laid-table.ts';
import { blocksOf, linesOf, type Piece } from '../tables/pieces.ts';
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';
import { addressName } from './cell-address.ts';
import { type CheckBox, captionsIn, checkBoxesOf, withBoxes } from './check-boxes.ts';
import { colouredBlocks } from './coloured-blocks.ts';
import { findInNames } from './defined-names.ts';
import { type Drawing, lookAtDrawings, type SeenOnSheet } from './drawn/sheet-drawings.ts';
import { findLeftBehind } from './left-behind.ts';
import { findOtherBooks } from './other-books.ts';
import { watchPivotData } from './pivot-data.ts';
import { readSheet, type SheetRow } from './sheet.ts';
import { findBesides, findComments, findHidden, findInCells } from './sheet-findings.ts';
import { sheetPieces } from './sheet-pieces.ts';
import { headsOfSheet } from './table-heads.ts';
import { openWorkbook, type SheetEntry, type Workbook } from './workbook.ts';

/**
 * Reads the sheets of a workbook that its reader sees.
 * @throws {UnreadablePackage} where a part is broken or missing
 */
export const readWorkbook = (
  officePackage: OfficePackage,
  carried: Carried,
  findings: Findings,
): { pages: PageText[]; pageCount: number } => {
  const opened = openWorkbook(officePackage);
  const pivots = watchPivotData(officePackage);
  const context = { ...opened.context, seen: pivots?.seen ?? null };
  const workbook = { ...opened, context };
  findOtherBooks(officePackage, carried, findings);
  if (isWindowHidden(workbook))
    findings.add('hidden-sheets', 'ブックのウィンドウ（再表示されるまで何も見えません）');
  const budget = newCellBudget();
  const pages = workbook.sheets.map((entry, at): PageText => {
    const pieces = readEntry(officePackage, workbook, entry, { carried, findings, budget, at });
    const text = pageText(linesOf(pieces));
    return { number: at + 1, label: entry.name, text, ...blocksOf(pieces) };
  });
  findLeftBehind(officePackage, workbook, findings);
  findInNames(workbook.part, context.names, findings);
  pivots?.find(workbook, findings);
  return {
    pages: pages.filter(({ text }) => text !== ''),
    pageCount: workbook.sheets.filter(({ isHidden }) => !isHidden).length,
  };
};

/** Whether a workbook opens without a window, so that none of its sheets is seen (ECMA-376 part 1, 18.2.30). */
const isWindowHidden = ({ part }: Workbook): boolean => {
  const views = childrenOf(childOf(part, 'x:bookViews'), 'x:workbookView');
  return (
    views.length > 0 &&
    views.every(({ attributes }) => /^(?:veryH|h)idden$/.test(attributes['visibility'] ?? ''))
  );
};

type Gathered = {
  carried: Carried;
  findings: Findings;
  /** Of cells of tables. */
  budget: CellBudget;
  /** The place of the sheet in its workbook, from 0. */
  at: number;
};

/** @returns what its reader sees, a row a line, and its tables */
const readEntry = (
  officePackage: OfficePackage,
  workbook: Workbook,
  { name, path, kind, isHidden }: SheetEntry,
  { carried, findings, budget, at }: Gathered,
): Piece[] => {
  const { context } = workbook;
  const place = `シート『${name}』`;
  const relationships = relationshipsOf(officePackage, path);
  findComments(officePackage, relationships, place, findings);
  const drawings = [...relationships.values()]
    .filter(({ type, external }) => type === 'drawing' && !external)
    .map(({ target }) => ({ path: target, part: officePackage.xml(target) }));
  const drawnLines = (unseen?: ReadonlySet<XmlElement>): string[] => {
    const drawn = drawings.map((drawing) =>
      drawingText(officePackage, drawing.path, drawing.part, undefined, unseen),
    );
    if (drawn.some(({ hasHidden }) => hasHidden)) findings.add('hidden-text', `${place}の図形`);
    return drawn.flatMap(({ pieces }) => linesOf(pieces));
  };
  if (kind === 'chart') {
    if (isHidden) findings.add('hidden-sheets', place);
    for (const found of carried.byAll(path)) findings.add(found, place);
    const lines = drawnLines();
    return isHidden ? [] : lines;
  }
  const xml = officePackage.text(path);
  if (xml === null) throw new UnreadablePackage('damaged');
  // What is on a hidden sheet takes nothing from what is kept of the others, and is seen by nobody.
  const sheet = readSheet(
    xml,
    isHidden ? { ...context, budget: { left: 0 }, seen: null } : context,
    colouredBlocks(officePackage, relationships),
  );
  const holdsNothing = sheet.used === null && ![...relationships.values()].some(holdsMore);
  if (isHidden && !holdsNothing) findings.add('hidden-sheets', place);
  if (kind === 'macros' && !holdsNothing) findings.add('macros', place);
  findInCells(sheet, place, carried, path, findings);
  findBesides(officePackage, sheet, { relationships, place, names: context.names, findings });
  if (isHidden || kind === 'macros') return [];
  findHidden(sheet, place, findings);
  const seen = lookAtDrawings(officePackage, sheet, drawings, workbook.theme);
  for (const { kind: found, what } of seen.found) findings.add(found, `${place}の、${what}`);
  for (const cell of seen.coveredCells) {
    findings.add('covered-content', `${place}の図形や図の下の${addressName(cell)}`);
  }
  const others = drawnLines(seen.elements);
  const boxes = checkBoxesOf(officePackage, relationships, xml);
  const { rows, lines } =
    boxes.length === 0
      ? { rows: seen.rows, lines: others }
      : boxesInPlace(officePackage, seen, boxes, drawings);
  const shown = { ...sheet, rows };
  const heads = headsOfSheet(officePackage, workbook, { sheet: shown, relationships, at });
  return [...sheetPieces(shown, heads, context.looks, budget), ...lines];
};

/** Whether a sheet without a cell brings anything by this relationship. */
const holdsMore = ({ type }: Relationship): boolean => type !== 'printerSettings';

/** Rows with the boxes that are drawn over them, and the lines of what else is drawn. */
const boxesInPlace = (
  officePackage: OfficePackage,
  { rows, elements }: SeenOnSheet,
  boxes: readonly CheckBox[],
  drawings: readonly Drawing[],
): { rows: SheetRow[]; lines: string[] } => {
  const captions = new Map<string, string>();
  const lines: string[] = [];
  for (const { path, part } of drawings) {
    const found = captionsIn(part, boxes);
    for (const [shape, words] of found.captions) captions.set(shape, words);
    lines.push(
      ...linesOf(drawingText(officePackage, path, found.rest, undefined, elements).pieces),
    );
  }
  return { rows: withBoxes(rows, boxes, captions), lines };
};
