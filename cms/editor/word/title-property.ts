import type { OfficePackage } from '../../../src/attachments/office/open-package.ts';
import { childOf, descendantsOf } from '../../../src/attachments/office/xml-tree.ts';

/** The title in a file's properties; empty where there is none. They also name authors, which nothing here looks at. */
export const titleProperty = (office: OfficePackage): string => {
  const properties = office.xml('docProps/core.xml');
  if (!properties) return '';
  const title =
    childOf(properties, 'dc:title') ??
    [...descendantsOf(properties)].find(({ name }) => name === 'dc:title');
  return title?.children.join('') ?? '';
};
