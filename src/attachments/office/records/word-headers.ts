import { cutXml } from '../cleaning/cut-xml.ts';
import type { OfficePackage } from '../open-package.ts';
import { relationshipsOf, targetOf } from '../relationships.ts';
import { childOf, descendantsOf, switchOf, type XmlElement } from '../xml-tree.ts';
import type { FindRecords } from './office-record.ts';

/**
 * Headers and footers for first and for even pages, in a document in which no page has one of its own (ECMA-376 part 1,
 * sections 17.10.1 and 17.10.6): Word keeps the words of those that were switched off.
 */
export const wordHeaders: FindRecords = (officePackage) => {
  if (officePackage.kind !== 'word') return [];
  const { mainPath } = officePackage;
  const document = officePackage.xml(mainPath);
  const elements = document ? [...descendantsOf(document)] : [];
  const sections = elements.filter(({ name }) => name === 'w:sectPr');
  const isOff: Readonly<Record<string, boolean>> = {
    even: !hasEvenPages(officePackage),
    // A section without a first header takes that of the one before it.
    first: !sections.some((section) => switchOf(section, 'w:titlePg') === true),
  };
  const relationships = relationshipsOf(officePackage, mainPath);
  const idOf = ({ attributes }: XmlElement): string => attributes['r:id'] ?? '';
  const isUnseen = ({ attributes }: XmlElement) => isOff[attributes['w:type'] ?? ''] === true;
  const references = elements.filter(({ name }) => isReference(name));
  const seen = new Set(references.filter((one) => !isUnseen(one)).map(idOf));
  const unseen = references.filter((one) => {
    const target = relationships.get(idOf(one))?.target;
    return isUnseen(one) && target !== undefined && saysSomething(officePackage.xml(target));
  });
  if (unseen.length === 0) return [];
  const ids = new Set(unseen.map(idOf));
  return [
    {
      place: '使っていないヘッダーやフッター（先頭や偶数のページ用）',
      otherwise: 'hidden-text',
      remove(edit) {
        edit.rewrite(mainPath, (xml) =>
          cutXml(xml, {
            element: (name, attributes) =>
              isReference(name) &&
              ids.has(attributes['r:id'] ?? '') &&
              isOff[attributes['w:type'] ?? ''] === true,
          }),
        );
        edit.dropRelationships(mainPath, ({ id }) => ids.has(id) && !seen.has(id));
      },
    },
  ];
};

const isReference = (name: string): boolean =>
  name === 'w:headerReference' || name === 'w:footerReference';

const hasEvenPages = (officePackage: OfficePackage): boolean => {
  const path = targetOf(relationshipsOf(officePackage, officePackage.mainPath), 'settings');
  return path !== null && switchOf(officePackage.xml(path), 'w:evenAndOddHeaders') === true;
};

/** A number of the page alone says nothing; a picture does. */
const saysSomething = (part: XmlElement | null): boolean =>
  part !== null &&
  [...descendantsOf(part)].some(
    (element) =>
      (element.name === 'w:t' && /\p{L}/u.test(element.children.join(''))) ||
      childOf(element, 'a:blip') !== null ||
      childOf(element, 'v:imagedata') !== null,
  );
