import type { Carried } from '../carried.ts';
import type { Findings } from '../findings.ts';
import type { OfficePackage } from '../open-package.ts';
import type { Relationships } from '../relationships.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../xml-tree.ts';
import { addressName, columnName, runsOf } from './cell-address.ts';
import type { NameUse } from './defined-names.ts';
import { hasWords, risksOf } from './formula-risks.ts';
import { findInOlderDrawings } from './older-drawings.ts';
import { findPrintedOnly } from './printed-only.ts';
import type { Sheet } from './sheet.ts';

/** Finds what cells and relationships of a sheet bring. @param place 「シート『集計』」 */
export const findInCells = (
  { linked, calling, pointers }: Sheet,
  place: string,
  carried: Carried,
  path: string,
  findings: Findings,
): void => {
  for (const cell of linked) findings.add('outside-link', `${place}の${addressName(cell)}`);
  for (const cell of calling) findings.add('macros', `${place}の${addressName(cell)}`);
  for (const { id, cell } of pointers) {
    const where = cell ? `${place}の${cell}` : place;
    for (const kind of carried.by(path, id)) findings.add(kind, where);
  }
  for (const kind of carried.byAll(path)) if (!findings.has(kind)) findings.add(kind, place);
};

/** Finds what is hidden on a sheet that is shown. */
export const findHidden = (
  { hiddenRows, hiddenColumns, concealed, covered }: Sheet,
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
  for (const cell of covered) findings.add('covered-content', `${place}の${addressName(cell)}`);
};

/** Finds comments of both kinds, the older notes and the threads, each at its cell. */
export const findComments = (
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

/** Where a sheet says formulas beside its cells. */
const formulaPlaces: Readonly<Record<string, string>> = {
  'x:conditionalFormatting': '条件付き書式',
  'x:dataValidations': '入力規則',
};

/** Finds what a sheet says beside its cells: formulas, headers, scenarios, and the heads of tables that have none. */
export const findBesides = (
  officePackage: OfficePackage,
  { besides }: Sheet,
  {
    relationships,
    place,
    names,
    findings,
  }: { relationships: Relationships; place: string; names: NameUse | null; findings: Findings },
): void => {
  const look = (part: XmlElement, where: string): void => {
    for (const { name, children } of descendantsOf(part)) {
      if (!/:(?:f|formula\d?|\w+Formula)$/.test(name)) continue;
      const formula = children.join('').trim();
      names?.look(formula);
      const risks = risksOf(formula, null);
      if (risks.leadsOutside) findings.add('outside-link', where);
      if (risks.isProgram) findings.add('macros', where);
      if (risks.hasUnseenWords) findings.add('hidden-text', where);
    }
  };
  for (const part of childrenOf(besides)) {
    const what = Object.hasOwn(formulaPlaces, part.name) ? formulaPlaces[part.name] : undefined;
    look(part, what === undefined ? place : `${place}の${what}`);
  }
  findPrintedOnly(besides, place, findings);
  findInOlderDrawings(officePackage, besides, { relationships, place, findings });
  if (childOf(besides, 'x:scenarios')) findings.add('hidden-text', `${place}のシナリオ`);
  for (const { type, target, external } of relationships.values()) {
    const table = type === 'table' && !external ? officePackage.xml(target) : null;
    if (!table) continue;
    const where = `${place}のテーブル『${table.attributes['displayName'] ?? ''}』`;
    look(table, where);
    if (hidesHeads(table)) findings.add('hidden-text', `${where}の表示しない見出し`);
  }
};

/** The names that Excel in some languages gives to columns without one. */
const numberedColumn = /^\s*(?:列|Column|Spalte|Colonne|Columna)\s*\d+\s*$/i;

/** Whether a table that shows no heads has some that say anything. */
const hidesHeads = (table: XmlElement): boolean =>
  table.attributes['headerRowCount'] === '0' &&
  childrenOf(childOf(table, 'x:tableColumns')).some(({ attributes: { name = '' } }) => {
    return hasWords(name) && !numberedColumn.test(name);
  });
