import { type Cuts, cutXml, hasCuts } from '../cleaning/cut-xml.ts';
import type { OfficePackage } from '../open-package.ts';
import type { OfficeRecord } from './office-record.ts';

/**
 * A record that stands in the XML of parts.
 * @param hint what their text holds where there may be something to cut; most parts need not be read then
 * @returns one record for all of the parts, or none
 */
export const recordInXml = (
  officePackage: OfficePackage,
  paths: readonly string[],
  { place, hint, otherwise }: Pick<OfficeRecord, 'place' | 'otherwise'> & { hint: RegExp },
  cuts: Cuts,
): OfficeRecord[] => {
  const found = paths.filter((path) => {
    const text = officePackage.text(path);
    return text !== null && hint.test(text) && hasCuts(text, cuts);
  });
  if (found.length === 0) return [];
  return [
    {
      place,
      ...(otherwise ? { otherwise } : {}),
      remove(edit) {
        for (const path of found) edit.rewrite(path, (xml) => cutXml(xml, cuts));
      },
    },
  ];
};

/** The XML parts below a folder: `word/`, `xl/`, `ppt/`. */
export const xmlBelow = ({ names }: OfficePackage, folder: string): string[] =>
  names.filter((name) => name.toLowerCase().startsWith(folder) && /\.xml$/i.test(name));
