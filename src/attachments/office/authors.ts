import type { OfficePackage } from './open-package.ts';
import { appPropertiesPath } from './records/app-properties.ts';
import { corePropertiesPath } from './records/core-properties.ts';
import { isNamedOffice } from './records/named-office.ts';
import { childrenOf } from './xml-tree.ts';

/**
 * The offices and organisations that a file names as those who made it, each once. They may be meant to be read; the
 * names of people are records (`records/`).
 */
export const authorsOf = (officePackage: OfficePackage): string[] => {
  const properties = (path: string, names: readonly string[]): string[] =>
    childrenOf(officePackage.xml(path))
      .filter(({ name }) => names.includes(name))
      .map(({ children }) => children.join('').trim());
  const named = [
    ...properties(corePropertiesPath(officePackage), ['dc:creator', 'cp:lastModifiedBy']),
    ...properties(appPropertiesPath(officePackage), ['ep:Company', 'ep:Manager']),
  ];
  return [...new Set(named.filter(isNamedOffice))];
};
