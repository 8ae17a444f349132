import type { Area } from '../../drawing-geometry.ts';
import { childOf, type XmlElement } from '../../xml-tree.ts';
import { lastColumn, lastRow } from '../cell-address.ts';
import type { SheetLines } from '../hidden-lines.ts';

/** Where columns and rows begin, in pixels from the corner of the sheet. */
export type SheetPlaces = {
  left(column: number): number;
  top(row: number): number;
  isHidden: { column(column: number): boolean; row(row: number): boolean };
};

/**
 * Where something lies. A drawing may say that a row or a column is larger than it is taken for here: `least` is what lies
 * there for certain, `most` all that may. `hasNoSize` is certain too.
 */
export type AnchorArea = { least: Area; most: Area; hasNoSize: boolean };

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
  return {
    left: summed(lines.widthOf, lastColumn),
    top: summed(lines.heightOf, lastRow),
    isHidden: {
      column: (column) => lines.columnState(column) === 'hidden',
      row: lines.isRowHidden,
    },
  };
};

/** A place within a cell, whose column and row are counted from 1, in pixels from its corner. */
type Marker = { column: number; row: number; across: number; down: number };

const markerOf = (written: XmlElement | null): Marker | null => {
  const read = (name: string) => Number(childOf(written, name)?.children.join('') ?? Number.NaN);
  const [column, row] = [read('xdr:col') + 1, read('xdr:row') + 1];
  if (!Number.isInteger(column) || !Number.isInteger(row) || column < 1 || row < 1) return null;
  const pixels = (name: string) => Math.max(0, read(name) || 0) / emu;
  return { column, row, across: pixels('xdr:colOff'), down: pixels('xdr:rowOff') };
};

/** A place of which it is only known that it lies from one number on to another. */
type Stretch = { from: number; to: number };

/** Where a place lies in a line: somewhere in it, where it names more than the line is taken for. */
const stretchOf = (begin: (at: number) => number, line: number, off: number): Stretch => {
  const [from, to] = [begin(line), begin(line + 1)];
  return off > to - from + 1 ? { from, to } : { from: from + off, to: from + off };
};

/** A shape of less is no shape. */
const leastSize = 1.5;
/** More columns or rows than a shape goes over. */
const mostLines = 2000;

const isNothing = (
  [from, fromOff]: readonly [number, number],
  [to, toOff]: readonly [number, number],
  isHidden: (line: number) => boolean,
): boolean => {
  if (from === to && toOff - fromOff < leastSize) return true;
  if (to < from || to - from > mostLines) return false;
  for (let line = from; line < to; line += 1) if (!isHidden(line)) return false;
  return isHidden(to) || (from !== to && toOff < leastSize);
};

/** Where something lies that is bound to cells or to the sheet (ECMA-376 part 1, 20.5.2); null where it isn't said. */
export const areaOfAnchor = (anchor: XmlElement, places: SheetPlaces): AnchorArea | null => {
  const from = markerOf(childOf(anchor, 'xdr:from'));
  if (anchor.name === 'xdr:twoCellAnchor') {
    const to = markerOf(childOf(anchor, 'xdr:to'));
    return from && to ? between(from, to, places) : null;
  }
  const size = childOf(anchor, 'xdr:ext')?.attributes;
  const at = childOf(anchor, 'xdr:pos')?.attributes;
  const pixels = (written: string | undefined) => Number(written ?? Number.NaN) / emu;
  const left = from ? stretchOf(places.left, from.column, from.across).from : pixels(at?.['x']);
  const top = from ? stretchOf(places.top, from.row, from.down).from : pixels(at?.['y']);
  const [width, height] = [pixels(size?.['cx']), pixels(size?.['cy'])];
  const area = { left, top, right: left + width, bottom: top + height };
  if (!Object.values(area).every(Number.isFinite)) return null;
  return { least: area, most: area, hasNoSize: Math.min(width, height) < leastSize };
};

const between = (from: Marker, to: Marker, { left, top, isHidden }: SheetPlaces): AnchorArea => {
  const begin = stretchOf(left, from.column, from.across);
  const end = stretchOf(left, to.column, to.across);
  const upper = stretchOf(top, from.row, from.down);
  const lower = stretchOf(top, to.row, to.down);
  return {
    least: { left: begin.to, top: upper.to, right: end.from, bottom: lower.from },
    most: { left: begin.from, top: upper.from, right: end.to, bottom: lower.to },
    hasNoSize:
      isNothing([from.column, from.across], [to.column, to.across], isHidden.column) ||
      isNothing([from.row, from.down], [to.row, to.down], isHidden.row),
  };
};
