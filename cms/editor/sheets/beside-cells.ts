import { openWorkbook } from '../../../src/attachments/office/excel/workbook.ts';
import type { OfficePackage } from '../../../src/attachments/office/open-package.ts';
import {
  type Relationships,
  relationshipsOf,
} from '../../../src/attachments/office/relationships.ts';
import { walkXml } from '../../../src/attachments/office/xml-tree.ts';

/** What of a sheet the text of its cells does not say. */
export type SheetBesideCells = {
  /** Whether pictures, charts or shapes lie on it. */
  hasDrawings: boolean;
  /** Cells whose formula was never worked out: programs that are no Excel write such. */
  withoutValues: readonly string[];
  /** Cells that lead to a page or an address. */
  withLinks: readonly string[];
};

const nothing: SheetBesideCells = { hasDrawings: false, withoutValues: [], withLinks: [] };

/** More than anybody looks up one by one. */
const mostCells = 100;

/** Looks at each sheet of a workbook, in the order of their tabs. */
export const lookBesideCells = (book: OfficePackage): SheetBesideCells[] =>
  openWorkbook(book).sheets.map(({ path, kind, isHidden }) => {
    if (isHidden || kind !== 'worksheet') return nothing;
    const relationships = relationshipsOf(book, path);
    const sheet = book.text(path) ?? '';
    return {
      hasDrawings: [...relationships.values()].some(
        ({ type, external, target }) =>
          type === 'drawing' && !external && holdsSomething(book.text(target)),
      ),
      withoutValues: withoutValues(sheet),
      withLinks: withLinks(sheet, relationships),
    };
  });

/** Excel keeps the part of the drawings when the last of them is deleted. */
const holdsSomething = (drawing: string | null): boolean =>
  /<(?:\w+:)?(?:twoCell|oneCell|absolute)Anchor\b/.test(drawing ?? '');

const withLinks = (sheet: string, relationships: Relationships): string[] => {
  const cells: string[] = [];
  walkXml(sheet, {
    open(name, { ref, 'r:id': id }) {
      const isOutside = name === 'x:hyperlink' && relationships.get(id ?? '')?.external;
      if (isOutside && ref && cells.length < mostCells) cells.push(ref);
    },
    text() {},
    close() {},
  });
  return cells;
};

const withoutValues = (sheet: string): string[] => {
  const cells: string[] = [];
  let cell = '';
  let isFormula = false;
  let value = '';
  let inValue = false;
  walkXml(sheet, {
    open(name, { r }) {
      if (name === 'x:c') {
        cell = r ?? '';
        isFormula = false;
        value = '';
      } else if (name === 'x:f') isFormula = true;
      inValue = name === 'x:v' || name === 'x:t';
    },
    text(piece) {
      if (inValue) value += piece;
    },
    close(name) {
      inValue = false;
      if (name === 'x:c' && isFormula && value === '' && cells.length < mostCells) cells.push(cell);
    },
  });
  return cells.filter(Boolean);
};
