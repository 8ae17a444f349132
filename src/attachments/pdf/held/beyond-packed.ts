import { deflateExtent } from '../../deflate-extent.ts';
import { filtersOf } from '../structure/filters.ts';
import type { PdfObject, PdfObjects } from '../structure/pdf-objects.ts';
import { isArray, isDictionary, nameOf, type PdfDictionary } from '../structure/values.ts';

/** Fewer bytes are a sum, the end of a line, or a mistake of a program, and say nothing. */
const fewest = 4;

/** So many bytes are walked through in one file, as they would be unpacked: some seconds' worth. */
const mostWalked = 256 * 2 ** 20;

const zlib = { head: 2, sum: 4 };

/** RFC 1950, 2.2: what begins otherwise is broken, or was encrypted with a word that nobody here knows. */
const hasHead = ([first = 0, second = 0]: Uint8Array): boolean =>
  (first & 15) === 8 && (first * 256 + second) % 31 === 0;

/**
 * Whether bytes stand behind what is packed of a stream, or rows behind the last of a picture: no viewer reads them
 * (ISO 32000-2, 7.3.8 and 8.9.5).
 */
export function hasDataBeyondPacked(objects: PdfObjects): boolean {
  if (!objects.isOpen) return false;
  let walked = 0;
  for (const object of objects.all) {
    const { value, stream } = object;
    if (!stream || !isDictionary(value)) continue;
    const filters = filtersOf(value, objects.resolve);
    const packed = objects.packed(object);
    const end = ends[filters[0]?.name ?? '']?.(
      Buffer.from(packed.buffer, packed.byteOffset, packed.length),
    );
    if (end !== undefined && end >= 0 && saysSomething(packed.subarray(end))) return true;
    if (filters.length === 0) {
      const rows = bytesOfRows(objects, value, new Map());
      if (rows !== null && saysSomething(packed.subarray(rows))) return true;
    }
    if (filters[0]?.name !== 'FlateDecode') continue;
    const extent = hasHead(packed) ? deflateExtent(packed, zlib.head) : null;
    if (!extent) continue;
    if (saysSomething(packed.subarray(extent.end + zlib.sum))) return true;
    const rows = filters.length === 1 ? bytesOfRows(objects, value, filters[0].options) : null;
    if (rows !== null && extent.size >= rows + fewest && isMoreThanBlank(objects, object, rows))
      return true;
    walked += extent.size;
    if (walked > mostWalked) return false;
  }
  return false;
}

/** Where what is packed in other ways ends (7.4.2, 7.4.3, 7.4.5, and of photographs by their last marker); -1 where it does not. */
const ends: Readonly<Record<string, (packed: Buffer) => number>> = {
  ASCIIHexDecode: (packed) => behindMark(packed.indexOf('>'), 1),
  ASCII85Decode: (packed) => behindMark(packed.indexOf('~>'), 2),
  DCTDecode: (packed) => behindLast(packed, '\xff\xd8\xff', '\xff\xd9'),
  RunLengthDecode: endOfRuns,
};
const behindLast = (packed: Buffer, start: string, end: string): number =>
  packed.toString('latin1', 0, start.length) === start
    ? behindMark(packed.lastIndexOf(end, undefined, 'latin1'), end.length)
    : -1;
const behindMark = (at: number, length: number): number => (at < 0 ? -1 : at + length);

const endsRuns = 128;

function endOfRuns(packed: Buffer): number {
  for (let at = 0; at < packed.length; ) {
    const count = packed[at] as number;
    if (count === endsRuns) return at + 1;
    at += count < endsRuns ? count + 2 : 2;
  }
  return -1;
}

/** Zeros and line ends fill up. */
const saysSomething = (bytes: Uint8Array): boolean => {
  let count = 0;
  for (const byte of bytes) if (byte > 0x20 && byte !== 0xff) count += 1;
  return count >= fewest;
};

/** Unpacks what was found to be too long; a picture that is too large for that says nothing here. */
function isMoreThanBlank(objects: PdfObjects, object: PdfObject, rows: number): boolean {
  try {
    return saysSomething((objects.unpacked(object) ?? new Uint8Array()).subarray(rows));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** How many bytes the rows of a picture are; null for what is none, or of colours that are not counted here. */
function bytesOfRows(
  objects: PdfObjects,
  picture: PdfDictionary,
  options: PdfDictionary,
): number | null {
  if (nameOf(objects.resolve(picture.get('Subtype'))) !== 'Image') return null;
  // Rows of a predictor are counted by what it says of them; where it says so, there is a byte more in each.
  const number = (dictionary: PdfDictionary, key: string): number | null => {
    const value = objects.resolve(dictionary.get(key));
    return typeof value === 'number' && value > 0 ? value : null;
  };
  const isMask = objects.resolve(picture.get('ImageMask')) === true;
  const [width, height] = [number(picture, 'Width'), number(picture, 'Height')];
  const bits = isMask ? 1 : number(picture, 'BitsPerComponent');
  const colours = isMask ? 1 : coloursOf(objects, picture);
  if (width === null || height === null || bits === null || colours === null) return null;
  const isPredicted = (number(options, 'Predictor') ?? 1) >= 10;
  return height * (Math.ceil((width * bits * colours) / 8) + (isPredicted ? 1 : 0));
}

const numbersOf: Readonly<Record<string, number>> = {
  ...{ DeviceGray: 1, CalGray: 1, Indexed: 1, Separation: 1 },
  ...{ DeviceRGB: 3, CalRGB: 3, Lab: 3, DeviceCMYK: 4 },
};

function coloursOf(objects: PdfObjects, picture: PdfDictionary): number | null {
  const space = objects.resolve(picture.get('ColorSpace'));
  const [kind, more] = isArray(space) ? space : [space];
  const name = nameOf(objects.resolve(kind));
  if (name === 'ICCBased') {
    const count = objects.dictionary(more).get('N');
    return typeof count === 'number' ? count : null;
  }
  if (name === 'DeviceN') return objects.array(more).length || null;
  return numbersOf[name] ?? null;
}
