import { openWorkbook } from '../../../src/attachments/office/excel/workbook.ts';
import type { OfficePackage } from '../../../src/attachments/office/open-package.ts';
import { relationshipsOf } from '../../../src/attachments/office/relationships.ts';
import { walkXml } from '../../../src/attachments/office/xml-tree.ts';

/** What of a sheet the text of its cells does not say. */
export type SheetBesideCells = {
  /** Whether pictures, charts or shapes lie on it. */
  hasDrawings: boolean;
  /** Cells whose formula was never worked out: programs that are no Excel write such. */
  withoutValues: readonly string[];
};

/** More than anybody looks up one by one. */
const mostCells = 100;

/** Looks at each sheet of a workbook, in the order of their tabs. */
export const lookBesideCells = (book: OfficePackage): SheetBesideCells[] =>
  openWorkbook(book).sheets.map(({ path, kind, isHidden }) => {
    if (isHidden || kind !== 'worksheet') return { hasDrawings: false, withoutValues: [] };
    return {
      hasDrawings: [...relationshipsOf(book, path).values()].some(
        ({ type, external, target }) =>
          type === 'drawing' && !external && holdsSomething(book.text(target)),
      ),
      withoutValues: withoutValues(book.text(path) ?? ''),
    };
  });

/** Excel keeps the part of the drawings when the last of them is deleted. */
const holdsSomething = (drawing: string | null): boolean =>
  /<(?:\w+:)?(?:twoCell|oneCell|absolute)Anchor\b/.test(drawing ?? '');

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
