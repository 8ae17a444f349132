import { readThemeColours, type ThemeColours } from '../colour/theme-colours.ts';
import { type OfficePackage, UnreadablePackage } from '../open-package.ts';
import { relationshipsOf, targetOf } from '../relationships.ts';
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';
import { readCellColours } from './cell-colours.ts';
import { readCellFormats } from './cell-formats.ts';
import { readCellLooks } from './cell-looks.ts';
import { readCellVisibility } from './cell-visibility.ts';
import { watchNames } from './defined-names.ts';
import { readSharedStrings, type SharedStrings } from './shared-strings.ts';
import type { SheetContext } from './sheet.ts';

/** A sheet as its workbook lists it. */
export type SheetEntry = {
  name: string;
  path: string;
  kind: 'worksheet' | 'chart' | 'macros';
  isHidden: boolean;
};

/** What a workbook says of its sheets. */
export type Workbook = {
  part: XmlElement;
  /** In the order of their tabs, hidden ones among them. */
  sheets: readonly SheetEntry[];
  context: SheetContext;
  theme: ThemeColours;
};

/** More than anybody searches: what comes after it in a workbook is not kept. Findings go on to its end. */
const mostText = 2_000_000;

const noStrings: SharedStrings = { texts: [], runs: new Map() };

/**
 * Reads what the sheets of a workbook have in common.
 * @throws {UnreadablePackage} where a part is broken or missing
 */
export const openWorkbook = (officePackage: OfficePackage): Workbook => {
  const part = officePackage.xml(officePackage.mainPath);
  if (!part) throw new UnreadablePackage('damaged');
  const relationships = relationshipsOf(officePackage, officePackage.mainPath);
  const sheets = childrenOf(childOf(part, 'x:sheets'), 'x:sheet').flatMap(({ attributes }) => {
    // A module of Excel 95, of which only the name is left, has no part.
    if (attributes['r:id'] === '') return [];
    const relationship = relationships.get(attributes['r:id'] ?? '');
    if (!relationship) throw new UnreadablePackage('damaged');
    return {
      name: attributes['name'] ?? '',
      path: relationship.target,
      kind: kindOf(relationship.type),
      isHidden: /^(?:veryH|h)idden$/.test(attributes['state'] ?? ''),
    };
  });
  const stringsXml = officePackage.text(targetOf(relationships, 'sharedStrings') ?? '');
  const strings = stringsXml === null ? noStrings : readSharedStrings(stringsXml);
  const styles = officePackage.xml(targetOf(relationships, 'styles') ?? '');
  const theme = officePackage.xml(targetOf(relationships, 'theme') ?? '');
  return {
    part,
    sheets,
    theme: readThemeColours(theme),
    context: {
      strings: strings.texts,
      runs: strings.runs,
      usedStrings: new Uint8Array(strings.texts.length),
      formats: readCellFormats(styles),
      looks: readCellLooks(styles),
      visibility: readCellVisibility(styles, readCellColours(styles, theme)),
      date1904: /^(?:1|true)$/.test(childOf(part, 'x:workbookPr')?.attributes['date1904'] ?? ''),
      budget: { left: mostText },
      seen: null,
      names: watchNames(part),
    },
  };
};

const kindOf = (type: string): SheetEntry['kind'] => {
  if (/macrosheet|dialogsheet/i.test(type)) return 'macros';
  return type === 'chartsheet' ? 'chart' : 'worksheet';
};
