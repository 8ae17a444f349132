import type { OfficePackage } from './open-package.ts';
import { relationshipsOf, targetOf } from './relationships.ts';
import { childrenOf, descendantsOf, type XmlElement } from './xml-tree.ts';

/** Lists of people that Office keeps beside the document, after their comments and changes are gone too. */
const peopleParts =
  /(?:^|\/)(?:people|person\d*|authors|commentAuthors|userNames|changesInfo\d*)\.xml$/i;
const peopleElements = /:(?:person|author|cmAuthor|userInfo|chgData)$/;
const nameAttributes = ['name', 'displayName', 'w15:author'];

/** What Office and others write where there is no name, or where one was taken out. */
const noName = /^(?:author|作成者|不明な作成者|anonymous|un-named)?$/i;

/** The people and the organisations that a file names as those who made it, each once. */
export const authorsOf = (officePackage: OfficePackage): string[] => {
  const root = relationshipsOf(officePackage, '');
  const properties = (type: string, usual: string, names: readonly string[]): string[] =>
    childrenOf(officePackage.xml(targetOf(root, type) ?? usual))
      .filter(({ name }) => names.includes(name))
      .map(({ children }) => children.join('').trim());
  const named = [
    ...properties('core-properties', 'docProps/core.xml', ['dc:creator', 'cp:lastModifiedBy']),
    ...properties('extended-properties', 'docProps/app.xml', ['ep:Company', 'ep:Manager']),
    ...officePackage.names
      .filter((name) => peopleParts.test(name))
      .flatMap((name) => peopleIn(officePackage.xml(name))),
  ];
  return [...new Set(named.filter((name) => !noName.test(name)))];
};

const peopleIn = (part: XmlElement | null): string[] =>
  part
    ? [...descendantsOf(part)]
        .filter(({ name }) => peopleElements.test(name))
        .flatMap(({ attributes }) => nameAttributes.map((name) => attributes[name]?.trim() ?? ''))
    : [];
