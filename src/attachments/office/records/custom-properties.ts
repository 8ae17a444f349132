import { relationshipsOf, targetOf } from '../relationships.ts';
import { childrenOf, descendantsOf, isElement, type XmlElement } from '../xml-tree.ts';
import type { FindRecords } from './office-record.ts';
import { shownByField } from './property-fields.ts';
import { recordInXml } from './record-in-xml.ts';

/**
 * What stands under 「詳細プロパティ」「ユーザー設定」: also the mail addresses that Outlook notes there. What a field of the
 * text shows stays.
 */
export const customProperties: FindRecords = (officePackage) => {
  const path = targetOf(relationshipsOf(officePackage, ''), 'custom-properties');
  const part = path === null ? null : officePackage.xml(path);
  // Libraries write the part with nothing in it.
  if (path === null || !part || part.children.length === 0) return [];
  const inField = shownByField(officePackage);
  const kept = new Set(
    childrenOf(part)
      .filter((property) => inField(wordsOf(property)))
      .map(({ attributes }) => attributes['name'] ?? ''),
  );
  const place = '文書のプロパティ（ユーザー設定）';
  if (kept.size === 0) {
    return [
      {
        place,
        remove: (edit) => edit.dropRelationships('', ({ type }) => type === 'custom-properties'),
      },
    ];
  }
  return [
    recordInXml(
      [path],
      { place, hint: /./ },
      {
        element: (_name, { name = '' }, within) => within.length === 1 && !kept.has(name),
      },
    ),
  ];
};

const wordsOf = (property: XmlElement): string =>
  [...descendantsOf(property)]
    .flatMap(({ children }) => children.filter((child) => !isElement(child)))
    .join('')
    .trim();
