import type { Findings } from '../findings.ts';
import type { OfficePackage } from '../open-package.ts';
import { relationshipsOf } from '../relationships.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../xml-tree.ts';
import { hasWords, textsIn } from './formula-risks.ts';
import { unescaped } from './shared-strings.ts';
import type { Workbook } from './workbook.ts';

/**
 * The pivot tables of a workbook, and what they still know.
 * @returns null where there are none; `seen` is to be given every text on a sheet that is not hidden
 */
export const watchPivotData = (
  officePackage: OfficePackage,
): { seen(text: string): void; find(workbook: Workbook, findings: Findings): void } | null => {
  const caches = [...relationshipsOf(officePackage, officePackage.mainPath).values()].filter(
    ({ type, external }) => type === 'pivotCacheDefinition' && !external,
  );
  if (caches.length === 0) return null;
  const seen = new Set<string>();
  return {
    seen(text) {
      if (text.length < longestItem) seen.add(compared(text));
    },
    find(workbook, findings) {
      for (const { target } of caches) {
        findInCache(officePackage, workbook, target, { seen, findings });
      }
    },
  };
};

/** As pivot tables take two texts for one. */
const compared = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/**
 * Finds the data that a pivot table was made of: rows of sheets that are hidden, were deleted, or belong to another
 * workbook; and words of rows that were deleted since.
 */
const findInCache = (
  officePackage: OfficePackage,
  workbook: Workbook,
  path: string,
  { seen, findings }: { seen: ReadonlySet<string>; findings: Findings },
): void => {
  const cache = officePackage.xml(path);
  if (!cache) return;
  const held = [...childrenOf(cache, 'x:cacheFields'), ...recordsOf(officePackage, path)].flatMap(
    itemsIn,
  );
  if (held.length === 0) return;
  const source = childOf(cache, 'x:cacheSource', 'x:worksheetSource');
  const name = source?.attributes['sheet'] ?? source?.attributes['name'];
  const from = name ? `（『${name}』）` : '';
  if (!source || !isShown(officePackage, workbook, source)) {
    findings.add('embedded-files', `ピボットテーブルの元データ${from}`);
    return;
  }
  const isUnseen = (words: string) =>
    // It cuts long texts.
    words.length < longestItem && hasWords(words) && !seen.has(compared(unescaped(words)));
  const isGone = ({ name: kind, attributes: { v = '' } }: XmlElement) =>
    kind === 'x:s' && isUnseen(v);
  if (namesIn(cache).some(isUnseen)) {
    findings.add('hidden-text', `ピボットテーブルの名前や数式だけにある文字${from}`);
  }
  if (held.some(isGone)) {
    findings.add('earlier-content', `ピボットテーブルが覚えている、元の表${from}から消えた値`);
  }
};

const longestItem = 255;

const recordsOf = (officePackage: OfficePackage, path: string): XmlElement[] =>
  [...relationshipsOf(officePackage, path).values()]
    .filter(({ type, external }) => type === 'pivotCacheRecords' && !external)
    .flatMap(({ target }) => childrenOf(officePackage.xml(target), 'x:r'));

/** The values of a field or of a row; groups that the pivot table made itself are none. */
const itemsIn = (part: XmlElement): XmlElement[] =>
  part.name === 'x:r'
    ? childrenOf(part)
    : childrenOf(part, 'x:cacheField').flatMap((field) =>
        childrenOf(childOf(field, 'x:sharedItems')),
      );

/** What somebody calls an item, a field, or a group of items, and the texts in what is calculated of them (18.10.1). */
const namesIn = (cache: XmlElement): string[] => {
  const named = groupsIn(cache);
  return [...descendantsOf(cache)].flatMap((element) => {
    const { c = '', caption = '', formula = '', v = '' } = element.attributes;
    return [c, caption, named.has(element) ? v : '', ...textsIn(formula)];
  });
};

/** The names of groups that somebody chose by hand; those of days and of numbers are made by Excel. */
const groupsIn = (cache: XmlElement): ReadonlySet<XmlElement> =>
  new Set(
    childrenOf(childOf(cache, 'x:cacheFields')).flatMap((field) => {
      const group = childOf(field, 'x:fieldGroup');
      return childOf(group, 'x:discretePr') ? childrenOf(childOf(group, 'x:groupItems')) : [];
    }),
  );

/** Whether the rows of a pivot table stand on a sheet that everybody sees. */
const isShown = (
  officePackage: OfficePackage,
  { part, sheets }: Workbook,
  { attributes }: XmlElement,
): boolean => {
  if (attributes['r:id'] !== undefined) return false;
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const isVisible = (name: string) => visible.some((sheet) => sheet.name === name);
  const sheet = attributes['sheet'];
  if (sheet !== undefined) return isVisible(sheet);
  const name = attributes['name'] ?? '';
  const isTable = visible.some(({ path }) =>
    [...relationshipsOf(officePackage, path).values()].some(
      ({ type, target, external }) =>
        type === 'table' &&
        !external &&
        officePackage.xml(target)?.attributes['displayName'] === name,
    ),
  );
  if (isTable) return true;
  const defined = childrenOf(childOf(part, 'x:definedNames'), 'x:definedName').find(
    (each) => each.attributes['name'] === name,
  );
  const target = /^'?((?:[^'!]|'')+)'?!/.exec(defined?.children.join('') ?? '')?.[1];
  return target !== undefined && isVisible(target.replaceAll("''", "'"));
};
