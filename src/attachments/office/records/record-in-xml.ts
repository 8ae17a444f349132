import { type Cuts, cutsIn } from '../cleaning/cut-xml.ts';
import type { OfficePackage } from '../open-package.ts';
import type { OfficeRecord, SoughtInXml } from './office-record.ts';

/** Names a record that stands in the XML of parts; one for all of them. */
export const recordInXml = (
  paths: readonly string[],
  { place, hint, otherwise }: Pick<OfficeRecord, 'place' | 'otherwise'> & { hint: RegExp },
  cuts: Cuts,
): SoughtInXml => ({ place, ...(otherwise ? { otherwise } : {}), paths, hint, cuts });

/**
 * The records that are there, in the order in which they are given. Each part is read once for all that may be in it: a
 * text of three hundred pages is twelve megabytes.
 */
export const foundRecords = (
  officePackage: OfficePackage,
  candidates: readonly (OfficeRecord | SoughtInXml)[],
): OfficeRecord[] => {
  const sought = candidates.filter((one) => 'cuts' in one);
  const places = new Map<Cuts, string[]>(sought.map(({ cuts }) => [cuts, []]));
  for (const path of new Set(sought.flatMap(({ paths }) => paths))) {
    const text = officePackage.text(path);
    if (text === null) continue;
    const asked = sought.filter(({ paths, hint }) => paths.includes(path) && hint.test(text));
    if (asked.length === 0) continue;
    const cuts = asked.map((one) => one.cuts);
    for (const found of cutsIn(text, cuts)) places.get(found)?.push(path);
  }
  return candidates.flatMap((one): OfficeRecord[] => {
    if (!('cuts' in one)) return [one];
    const { paths: _paths, hint: _hint, cuts, ...told } = one;
    const found = places.get(cuts) ?? [];
    if (found.length === 0) return [];
    return [
      {
        ...told,
        remove(edit) {
          for (const path of found) edit.cut(path, cuts);
        },
      },
    ];
  });
};

/** The XML parts below a folder: `word/`, `xl/`, `ppt/`. */
export const xmlBelow = ({ names }: OfficePackage, folder: string): string[] =>
  names.filter((name) => name.toLowerCase().startsWith(folder) && /\.xml$/i.test(name));
