import type { FindRecords } from './office-record.ts';

/** Remarks and instructions in XML, which no program shows; a CDATA section is text (XML 1.0, sections 2.5 to 2.7). */
const remarks = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?(?!xml\s)[\s\S]*?\?>/g;
const without = (xml: string): string =>
  xml.replace(remarks, (found) => (found.startsWith('<![') ? found : ''));

/** Remarks that a program, or somebody by hand, has written into the XML of a part. */
export const xmlRemarks: FindRecords = (officePackage) => {
  const found = officePackage.names.filter((name) => {
    if (!/\.(?:xml|rels|vml)$/i.test(name)) return false;
    const text = officePackage.text(name);
    return text !== null && /<!--|<\?(?!xml\s)/.test(text) && without(text) !== text;
  });
  if (found.length === 0) return [];
  return [
    {
      place: 'XMLの注釈',
      remove(edit) {
        for (const name of found) edit.rewrite(name, without);
      },
    },
  ];
};
