import type { ThemeColours } from '../../colour/theme-colours.ts';
import type { Area } from '../../drawing-geometry.ts';
import type { OfficePackage } from '../../open-package.ts';
import type { XmlElement } from '../../xml-tree.ts';
import type { CellAddress } from '../cell-address.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import { coveredCells } from './covered-cells.ts';
import { shapesIn } from './shapes.ts';
import { placesOf, type SheetPlaces } from './sheet-places.ts';
import { type UnseenInDrawing, unseenInDrawing } from './unseen-in-drawing.ts';

/** A part with what is drawn on a sheet. */
export type Drawing = { path: string; part: XmlElement | null };

/** What is not seen of a sheet for what is drawn on it, and the rows without it. */
export type SeenOnSheet = UnseenInDrawing & {
  rows: readonly SheetRow[];
  coveredCells: readonly CellAddress[];
};

/**
 * Looks at what is drawn on a sheet, and at what lies below it.
 * @throws {RangeError} where there is far too much
 */
export const lookAtDrawings = (
  officePackage: OfficePackage,
  sheet: Sheet,
  drawings: readonly Drawing[],
  theme: ThemeColours,
): SeenOnSheet => {
  const places = placesOf(sheet.lines);
  const elements = new Set<XmlElement>();
  const found: UnseenInDrawing['found'][number][] = [];
  const covers: Area[] = [];
  for (const { path, part } of drawings) {
    const source = { officePackage, path, theme, places };
    const shapes = shapesIn(part, source);
    const unseen = unseenInDrawing(shapes, source, (area) => isPlain(area, sheet, places));
    for (const element of unseen.elements) elements.add(element);
    found.push(...unseen.found);
    covers.push(...shapes.flatMap(({ hides, area }) => (hides && area ? [area.least] : [])));
  }
  const covered = coveredCells(sheet.rows, sheet.merges, covers, places);
  return { elements, found, coveredCells: covered, rows: without(sheet.rows, covered) };
};

/** More rows than a text box goes over. */
const mostRows = 2000;

const isPlain = ({ top, bottom }: Area, sheet: Sheet, places: SheetPlaces): boolean => {
  let row = 1;
  while (places.top(row + 1) <= top && row < mostRows) row += 1;
  for (; places.top(row) < bottom; row += 1) {
    if (row >= mostRows || sheet.isColoured(row)) return false;
  }
  return true;
};

const without = (
  rows: readonly SheetRow[],
  covered: readonly CellAddress[],
): readonly SheetRow[] => {
  if (covered.length === 0) return rows;
  const gone = new Set(covered.map(({ row, column }) => `${row} ${column}`));
  return rows
    .map(({ number, cells }) => ({
      number,
      cells: cells.filter(({ column }) => !gone.has(`${number} ${column}`)),
    }))
    .filter(({ cells }) => cells.length > 0);
};
