import type { Findings } from '../findings.ts';
import type { OfficePackage } from '../open-package.ts';
import { relationshipsOf } from '../relationships.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../xml-tree.ts';
import type { Workbook } from './workbook.ts';

/**
 * Finds pivot tables that bring the data they were made of: rows of sheets that are hidden, were deleted, or belong to
 * another workbook.
 */
export const findPivotData = (
  officePackage: OfficePackage,
  workbook: Workbook,
  findings: Findings,
): void => {
  for (const { type, target, external } of relationshipsOf(
    officePackage,
    officePackage.mainPath,
  ).values()) {
    if (type !== 'pivotCacheDefinition' || external) continue;
    const cache = officePackage.xml(target);
    if (!cache || !holdsData(officePackage, target, cache)) continue;
    const source = childOf(cache, 'x:cacheSource', 'x:worksheetSource');
    if (source && isShown(officePackage, workbook, source)) continue;
    const name = source?.attributes['sheet'] ?? source?.attributes['name'];
    const from = name ? `（『${name}』）` : '';
    findings.add('embedded-files', `ピボットテーブルの元データ${from}`);
  }
};

const holdsData = (officePackage: OfficePackage, path: string, cache: XmlElement): boolean => {
  const records = [...relationshipsOf(officePackage, path).values()].find(
    ({ type }) => type === 'pivotCacheRecords',
  );
  if (childrenOf(officePackage.xml(records?.target ?? '')).length > 0) return true;
  return [...descendantsOf(cache)].some(
    (element) => element.name === 'x:sharedItems' && childrenOf(element).length > 0,
  );
};

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
