import { unzlibSync, zlibSync } from 'fflate';
import { deflateExtent } from '../deflate-extent.ts';
import { joined, viewOf } from './bytes.ts';

/** What the data of a picture, or of one frame, are without what no program draws. */
export type FittedData = {
  stays: Uint8Array;
  /** What lies behind them; null where that is more rows than the picture has. */
  behind: Uint8Array | null;
};

/** What a head says of rows: https://www.w3.org/TR/png-3/#11IHDR. */
export type RowsOfPng = { bitsOfPoint: number; isInterlaced: boolean };

/** As many numbers as a point has, by the kind of its colour. */
const numbersOfPoint: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** @param content of the chunk IHDR @returns null where it says nothing that is known */
export const rowsOf = (content: Uint8Array): RowsOfPng | null => {
  const [depth, colour, , , interlace] = content.subarray(8, 13);
  const numbers = numbersOfPoint[colour ?? -1];
  if (!numbers || !depth) return null;
  return { bitsOfPoint: numbers * depth, isInterlaced: interlace === 1 };
};

/** Where each pass begins, and how far it steps: https://www.w3.org/TR/png-3/#8Interlace. */
const passes = [
  { x: 0, y: 0, right: 8, down: 8 },
  { x: 4, y: 0, right: 8, down: 8 },
  { x: 0, y: 4, right: 4, down: 8 },
  { x: 2, y: 0, right: 4, down: 4 },
  { x: 0, y: 2, right: 2, down: 4 },
  { x: 1, y: 0, right: 2, down: 2 },
  { x: 0, y: 1, right: 1, down: 2 },
];

/** How many bytes the rows of a picture are, each with the byte before it that says how it is written. */
const bytesOfRows = (width: number, height: number, rows: RowsOfPng): number => {
  const inOrder = [{ x: 0, y: 0, right: 1, down: 1 }];
  let sum = 0;
  for (const { x, y, right, down } of rows.isInterlaced ? passes : inOrder) {
    const columns = Math.max(0, Math.ceil((width - x) / right));
    const lines = Math.max(0, Math.ceil((height - y) / down));
    if (columns > 0) sum += lines * (1 + Math.ceil((columns * rows.bitsOfPoint) / 8));
  }
  return sum;
};

const zlibHead = 2;
const zlibSum = 4;
/** More rows than a picture has are unpacked where all together are no more bytes. */
const mostUnpacked = 2 ** 28;

/**
 * Cuts the data of a picture where its last row ends: bytes behind the packed stream, and rows behind the last, are read
 * by nobody who draws it. Rows that are too many can only be cut off by packing the others anew, which are the same.
 * @param pieces the data in their order, as the chunks hold them
 * @param size of the picture or frame: its width and its height, four bytes each
 * @returns null where there is nothing to cut, or where they are broken; 'unknown' where they are more than is unpacked
 */
export const fitImageData = (
  pieces: readonly Uint8Array[],
  size: Uint8Array,
  rows: RowsOfPng,
): FittedData | 'unknown' | null => {
  const data = pieces.length === 1 ? (pieces[0] as Uint8Array) : joined(...pieces);
  const extent = size.length < 8 ? null : deflateExtent(data, zlibHead);
  if (!extent) return null;
  const view = viewOf(size);
  const needed = bytesOfRows(view.getUint32(0), view.getUint32(4), rows);
  if (needed === 0) return null;
  if (extent.size > needed) {
    if (extent.size > mostUnpacked) return 'unknown';
    // As long as it is known to be, so that no room is taken twice.
    const all = unzlibSync(data, { out: new Uint8Array(extent.size) });
    return { stays: zlibSync(all.subarray(0, needed)), behind: null };
  }
  const end = extent.end + zlibSum;
  return end < data.length ? { stays: data.subarray(0, end), behind: data.subarray(end) } : null;
};
