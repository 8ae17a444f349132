import type { Findings } from '../findings.ts';
import type { OfficePackage } from '../open-package.ts';
import { relationshipsOf, targetOf } from '../relationships.ts';
import { childOf } from '../xml-tree.ts';

/** What names the list of people to whom a letter goes, or a query of it (ECMA-376 part 1, section 17.14). */
const sources = ['w:connectString', 'w:query', 'w:dataSource', 'w:headerSource', 'w:odso'];

/** Finds a letter that is still bound to the list of those who get it. */
export const findMailMerge = (officePackage: OfficePackage, findings: Findings): void => {
  if (officePackage.kind !== 'word') return;
  const path = targetOf(relationshipsOf(officePackage, officePackage.mainPath), 'settings');
  const merge = childOf(path === null ? null : officePackage.xml(path), 'w:mailMerge');
  if (sources.some((source) => childOf(merge, source) !== null)) {
    findings.add('outside-link', '差し込み印刷の宛先');
  }
};
