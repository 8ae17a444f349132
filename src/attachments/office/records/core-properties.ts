import type { OfficePackage } from '../open-package.ts';
import { relationshipsOf, targetOf } from '../relationships.ts';
import { childrenOf } from '../xml-tree.ts';
import { isNamedOffice, isNoName } from './named-office.ts';
import type { FindRecords } from './office-record.ts';
import { bare, shownByField } from './property-fields.ts';
import { recordInXml } from './record-in-xml.ts';

/** The part with the properties of every package (ECMA-376 part 2, section 8). */
export const corePropertiesPath = (officePackage: OfficePackage): string =>
  targetOf(relationshipsOf(officePackage, ''), 'core-properties') ?? 'docProps/core.xml';

const labels: ReadonlyMap<string, string> = new Map([
  ['creator', '作成者'],
  ['lastModifiedBy', '最終更新者'],
  ['title', 'タイトル'],
  ['subject', '件名'],
  ['keywords', 'タグ'],
  ['description', 'コメント'],
  ['category', '分類'],
  ['contentStatus', '状態'],
]);

const isDate = (value: string): boolean => /^[\dTZ:.+-]{4,40}$/.test(value);
const plain: Readonly<Record<string, (value: string) => boolean>> = {
  created: isDate,
  modified: isDate,
  lastPrinted: isDate,
  revision: (value) => /^\d{1,9}$/.test(value),
  language: (value) => /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(value),
  creator: (value) => isNoName(value) || isNamedOffice(value),
  lastModifiedBy: (value) => isNoName(value) || isNamedOffice(value),
};

/**
 * What stands under 「プロパティ」 of every file. Stays what is a date, a count or a language, an office as the author, what a field
 * of the text shows, and a title that stands in the text: some programs show it above the document.
 */
export const coreProperties: FindRecords = (officePackage, shown) => {
  const path = corePropertiesPath(officePackage);
  const inField = shownByField(officePackage);
  const words = bare(shown);
  const stays = (local: string, value: string): boolean =>
    value === '' ||
    (Object.hasOwn(plain, local) && plain[local]?.(value) === true) ||
    (local === 'title' && words.includes(bare(value))) ||
    inField(value);
  const told = childrenOf(officePackage.xml(path)).filter(
    ({ name, children }) => !stays(localOf(name), wordsOf(children)),
  );
  return told.map(({ name }) =>
    recordInXml(
      [path],
      { place: `文書のプロパティ（${labels.get(localOf(name)) ?? 'そのほか'}）`, hint: /./ },
      { element: (each, _attributes, within) => each === name && within.length === 1 },
    ),
  );
};

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);
const wordsOf = (children: readonly unknown[]): string =>
  children
    .map((child) => (typeof child === 'string' ? child : ' …'))
    .join('')
    .trim();
