import { cutSpans } from '../cleaning/cut-xml.ts';
import { documentXml, foreignMarkup } from '../closed-list/foreign-markup.ts';
import type { FindRecords } from './office-record.ts';

/** What other programs have written into a document for themselves, and Office leaves out. */
export const foreignRecords: FindRecords = (officePackage) => {
  const found = documentXml(officePackage).filter((path) => {
    const text = officePackage.text(path);
    return text !== null && foreignMarkup(text).ignored.length > 0;
  });
  if (found.length === 0) return [];
  return [
    {
      place: 'ほかのソフトの記録',
      otherwise: 'unknown-part',
      remove(edit) {
        for (const path of found) {
          edit.rewrite(path, (xml) => cutSpans(xml, foreignMarkup(xml).ignored));
        }
      },
    },
  ];
};
