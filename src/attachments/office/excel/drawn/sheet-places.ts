import type { Area } from '../../drawing-geometry.ts';
import { childOf, type XmlElement } from '../../xml-tree.ts';
import { lastColumn, lastRow } from '../cell-address.ts';
import type { SheetLines } from '../hidden-lines.ts';

/** Where columns and rows begin, in pixels from the corner of the sheet. */
export type SheetPlaces = {
  left(column: number): number;
  top(row: number): number;
};

/** EMU of a pixel: 914,400 to an inch of 96. */
const emu = 9525;

/** Measures columns and rows as far as they are asked for, each once. */
export const placesOf = (lines: SheetLines): SheetPlaces => {
  const summed = (size: (at: number) => number, most: number) => {
    const begins = [0, 0];
    return (at: number): number => {
      const wanted = Math.min(Math.max(at, 1), most + 1);
      for (let next = begins.length; next <= wanted; next += 1) {
        begins.push((begins[next - 1] ?? 0) + size(next - 1));
      }
      return begins[wanted] ?? 0;
    };
  };
  return { left: summed(lines.widthOf, lastColumn), top: summed(lines.heightOf, lastRow) };
};

/** What an anchor says of a place: how far it is from the cell with this column and row, both from 0. */
const pointOf = (
  marker: XmlElement | null,
  { left, top }: SheetPlaces,
): [number, number] | null => {
  const read = (name: string) => Number(childOf(marker, name)?.children.join('') ?? Number.NaN);
  const [column, row] = [read('xdr:col'), read('xdr:row')];
  if (!Number.isInteger(column) || !Number.isInteger(row)) return null;
  // How wide a column is depends on a font that is not known here; only one that is hidden has no room for certain.
  const within = (size: number, off: number) => (size === 0 ? 0 : (off || 0) / emu);
  const across = within(left(column + 2) - left(column + 1), read('xdr:colOff'));
  const down = within(top(row + 2) - top(row + 1), read('xdr:rowOff'));
  return [left(column + 1) + across, top(row + 1) + down];
};

/** Where something lies that is bound to cells or to the sheet (ECMA-376 part 1, 20.5.2); null where it isn't said. */
export const areaOfAnchor = (anchor: XmlElement, places: SheetPlaces): Area | null => {
  const size = childOf(anchor, 'xdr:ext')?.attributes;
  const width = Number(size?.['cx'] ?? Number.NaN) / emu;
  const height = Number(size?.['cy'] ?? Number.NaN) / emu;
  let from: [number, number] | null = pointOf(childOf(anchor, 'xdr:from'), places);
  let to: [number, number] | null = null;
  if (anchor.name === 'xdr:absoluteAnchor') {
    const at = childOf(anchor, 'xdr:pos')?.attributes;
    from = [Number(at?.['x'] ?? Number.NaN) / emu, Number(at?.['y'] ?? Number.NaN) / emu];
  }
  if (anchor.name === 'xdr:twoCellAnchor') to = pointOf(childOf(anchor, 'xdr:to'), places);
  else if (from) to = [from[0] + width, from[1] + height];
  if (!from || !to || ![...from, ...to].every(Number.isFinite)) return null;
  return { left: from[0], top: from[1], right: to[0], bottom: to[1] };
};
