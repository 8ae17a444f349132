import type { PageText } from '../../reading.ts';
import type { Carried } from '../carried.ts';
import { pageText } from '../clean-text.ts';
import { drawingText } from '../drawing-text.ts';
import type { Findings } from '../findings.ts';
import { type OfficePackage, UnreadablePackage } from '../open-package.ts';
import { type Relationships, relationshipsOf } from '../relationships.ts';
import { type CellBudget, newCellBudget } from '../tables/laid-table.ts';
import { blocksOf, linesOf, type Piece } from '../tables/pieces.ts';
import { childrenOf, type XmlElement } from '../xml-tree.ts';
import { addressName, columnName, runsOf } from './cell-address.ts';
import { type CheckBox, captionsIn, checkBoxesOf, withBoxes } from './check-boxes.ts';
import { findPivotData } from './pivot-data.ts';
import { readSheet, type Sheet, type SheetRow } from './sheet.ts';
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
  const workbook = openWorkbook(officePackage);
  findOtherBooks(officePackage, carried, findings);
  const budget = newCellBudget();
  const pages = workbook.sheets.map((entry, at): PageText => {
    const pieces = readEntry(officePackage, workbook, entry, { carried, findings, budget, at });
    const text = pageText(linesOf(pieces));
    return { number: at + 1, label: entry.name, text, ...blocksOf(pieces) };
  });
  findLeftBehind(officePackage, workbook, findings);
  findPivotData(officePackage, workbook, findings);
  return {
    pages: pages.filter(({ text }) => text !== ''),
    pageCount: workbook.sheets.filter(({ isHidden }) => !isHidden).length,
  };
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
  if (isHidden) findings.add('hidden-sheets', place);
  if (kind === 'macros') findings.add('macros', place);
  const relationships = relationshipsOf(officePackage, path);
  findComments(officePackage, relationships, place, findings);
  const drawings = [...relationships.values()]
    .filter(({ type, external }) => type === 'drawing' && !external)
    .map(({ target }) => ({ path: target, part: officePackage.xml(target) }));
  const drawn = drawings.map((drawing) => drawingText(officePackage, drawing.path, drawing.part));
  const drawnLines = drawn.flatMap(({ pieces }) => linesOf(pieces));
  if (drawn.some(({ hasHidden }) => hasHidden)) findings.add('hidden-text', `${place}の図形`);
  if (kind === 'chart') {
    for (const found of carried.byAll(path)) findings.add(found, place);
    return isHidden ? [] : drawnLines;
  }
  const xml = officePackage.text(path);
  if (xml === null) throw new UnreadablePackage('damaged');
  // What is on a hidden sheet takes nothing from what is kept of the others.
  const sheet = readSheet(xml, isHidden ? { ...context, budget: { left: 0 } } : context);
  findInCells(sheet, place, carried, path, findings);
  if (isHidden || kind === 'macros') return [];
  findHidden(sheet, place, findings);
  const boxes = checkBoxesOf(officePackage, relationships, xml);
  const { rows, lines } =
    boxes.length === 0
      ? { rows: sheet.rows, lines: drawnLines }
      : boxesInPlace(officePackage, sheet.rows, boxes, drawings);
  const seen = { ...sheet, rows };
  const heads = headsOfSheet(officePackage, workbook, { sheet: seen, relationships, at });
  return [...sheetPieces(seen, heads, context.looks, budget), ...lines];
};

/** Rows with the boxes that are drawn over them, and the lines of what else is drawn. */
const boxesInPlace = (
  officePackage: OfficePackage,
  rows: Sheet['rows'],
  boxes: readonly CheckBox[],
  drawings: readonly { path: string; part: XmlElement | null }[],
): { rows: SheetRow[]; lines: string[] } => {
  const captions = new Map<string, string>();
  const lines: string[] = [];
  for (const { path, part } of drawings) {
    const found = captionsIn(part, boxes);
    for (const [shape, words] of found.captions) captions.set(shape, words);
    lines.push(...linesOf(drawingText(officePackage, path, found.rest).pieces));
  }
  return { rows: withBoxes(rows, boxes, captions), lines };
};

const findInCells = (
  { linked, pointers }: Sheet,
  place: string,
  carried: Carried,
  path: string,
  findings: Findings,
): void => {
  for (const cell of linked) findings.add('outside-link', `${place}の${addressName(cell)}`);
  for (const { id, cell } of pointers) {
    const where = cell ? `${place}の${cell}` : place;
    for (const kind of carried.by(path, id)) findings.add(kind, where);
  }
  for (const kind of carried.byAll(path)) if (!findings.has(kind)) findings.add(kind, place);
};

const findHidden = (
  { hiddenRows, hiddenColumns, concealed }: Sheet,
  place: string,
  findings: Findings,
): void => {
  for (const { from, to } of runsOf(hiddenRows)) {
    findings.add('hidden-rows', `${place}の${from === to ? from : `${from}〜${to}`}行目`);
  }
  for (const { from, to } of runsOf(hiddenColumns)) {
    const last = from === to ? '' : `〜${columnName(to)}`;
    findings.add('hidden-columns', `${place}の${columnName(from)}${last}列`);
  }
  for (const cell of concealed) findings.add('hidden-text', `${place}の${addressName(cell)}`);
};

/** Comments of both kinds, the older notes and the threads, each at its cell. */
const findComments = (
  officePackage: OfficePackage,
  relationships: Relationships,
  place: string,
  findings: Findings,
): void => {
  for (const { type, target, external } of relationships.values()) {
    if (external || !/^(?:comments|threadedComments?)$/.test(type)) continue;
    const part = officePackage.xml(target);
    const comments = type === 'comments' ? childrenOf(part, 'x:commentList') : part ? [part] : [];
    for (const { attributes } of comments.flatMap((list) => childrenOf(list))) {
      const cell = attributes['ref'] ?? '';
      findings.add('comments', cell ? `${place}の${cell}` : place);
    }
  }
};

/** Other workbooks and data bases from which this one takes: their names, and what it took, are kept in it. */
const findOtherBooks = (
  officePackage: OfficePackage,
  carried: Carried,
  findings: Findings,
): void => {
  for (const { type, target, external } of relationshipsOf(
    officePackage,
    officePackage.mainPath,
  ).values()) {
    if (external) continue;
    if (type === 'externalLink') {
      // Its own relationship names the same file.
      carried.byAll(target);
      const names = [...relationshipsOf(officePackage, target).values()].map(fileNameOf);
      for (const name of names) findings.add('outside-link', `外部ブック『${name}』`);
      if (names.length === 0) findings.add('outside-link');
    }
    if (type === 'connections') {
      for (const { attributes } of childrenOf(officePackage.xml(target))) {
        findings.add('outside-link', `データ接続『${attributes['name'] ?? ''}』`);
      }
    }
    if (type === 'powerPivotData') findings.add('embedded-files', 'データモデル');
    if (type === 'revisionHeaders') findings.add('tracked-changes', 'ブックの変更履歴');
  }
};

const fileNameOf = ({ target }: { target: string }): string => {
  const last = target.split(/[\\/]/).at(-1) ?? target;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
};

/** Sheets and comments that the workbook no longer lists, and that are still in the file. */
const findLeftBehind = (
  officePackage: OfficePackage,
  { sheets }: Workbook,
  findings: Findings,
): void => {
  const listed = new Set(sheets.map(({ path }) => path.toLowerCase()));
  for (const name of officePackage.names) {
    const isSheet = /^xl\/(?:work|chart|macro|dialog)sheets\/[^/]+\.xml$/i.test(name);
    if (isSheet && !listed.has(name.toLowerCase())) {
      findings.add('hidden-sheets', 'ブックの一覧にないシート');
    }
    const isComments = /^xl\/(?:comments\d*|(?:threadedC|c)omments\/[^/]+)\.xml$/i.test(name);
    if (isComments && !findings.has('comments') && holdsComments(officePackage, name)) {
      findings.add('comments');
    }
    if (/^xl\/model\/[^/]+\.data$/i.test(name)) findings.add('embedded-files', 'データモデル');
  }
};

const holdsComments = (officePackage: OfficePackage, name: string): boolean => {
  const part = officePackage.xml(name);
  return childrenOf(part, 'x:commentList')
    .concat(part ? [part] : [])
    .some((list) => childrenOf(list).some(({ attributes }) => attributes['ref'] !== undefined));
};
