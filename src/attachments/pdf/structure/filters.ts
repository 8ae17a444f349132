import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import { isArray, isDictionary, nameOf, type PdfDictionary, type PdfValue } from './values.ts';

/** Short names are those of pictures in the text of a page (ISO 32000-2, table 91). */
const longNames: Record<string, string> = {
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  A85: 'ASCII85Decode',
  AHx: 'ASCIIHexDecode',
  RL: 'RunLengthDecode',
};

/** How a stream is packed, outermost first, and what is said to each of its filters. */
export function filtersOf(
  dictionary: PdfDictionary,
  resolve: (value: PdfValue | undefined) => PdfValue,
): { name: string; options: PdfDictionary }[] {
  const list = (value: PdfValue): readonly PdfValue[] => (isArray(value) ? value : [value]);
  const options = list(resolve(dictionary.get('DecodeParms') ?? dictionary.get('DP')));
  return list(resolve(dictionary.get('Filter') ?? dictionary.get('F')))
    .map((filter, index) => {
      const name = nameOf(resolve(filter));
      const option = resolve(options[index]);
      return {
        name: longNames[name] ?? name,
        options: isDictionary(option) ? option : (new Map() as PdfDictionary),
      };
    })
    .filter(({ name }) => name !== '');
}

/**
 * Unpacks a stream. Broken data gives what was good of it.
 * @param most how many bytes may come of it
 * @returns null where it is packed in a way that only pictures are
 * @throws RangeError where more would come of it
 */
export function unpack(
  bytes: Uint8Array,
  filters: ReturnType<typeof filtersOf>,
  most: number,
): Uint8Array | null {
  if (filters.length > 8) throw new RangeError('A stream is packed too often.');
  let data = bytes;
  for (const { name, options } of filters) {
    const filter = unpackers[name];
    if (!filter) return null;
    data = filter(data, most, options);
  }
  return data;
}

type Unpacker = (data: Uint8Array, most: number, options: PdfDictionary) => Uint8Array;

const unpackers: Record<string, Unpacker> = {
  FlateDecode: (data, most, options) => unpredict(inflate(data, most), options),
  LZWDecode: (data, most, options) =>
    unpredict(unpackLzw(data, most, options.get('EarlyChange') !== 0), options),
  ASCII85Decode: (data, most) => unpackAscii85(data, most),
  ASCIIHexDecode: (data) => unpackHex(data),
  RunLengthDecode: (data, most) => unpackRuns(data, most),
  // Of the crypt filter, which was undone before.
  Crypt: (data) => data,
};

function inflate(data: Uint8Array, most: number): Uint8Array {
  const limits = { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    return inflateSync(data, limits);
  } catch (error) {
    if (isTooLong(error)) throw new RangeError('A stream unpacks to too much.');
  }
  try {
    // A head that is wrong is passed over by viewers.
    return inflateRawSync(data.subarray(2), limits);
  } catch (error) {
    if (isTooLong(error)) throw new RangeError('A stream unpacks to too much.');
    return new Uint8Array();
  }
}

const isTooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

/** Undoes PNG's and TIFF's predictors (ISO 32000-2, 7.4.4.4). */
function unpredict(data: Uint8Array, options: PdfDictionary): Uint8Array {
  const number = (key: string, usual: number): number => {
    const value = options.get(key);
    return typeof value === 'number' && value > 0 && value < 2 ** 20 ? value : usual;
  };
  const predictor = number('Predictor', 1);
  if (predictor < 2) return data;
  const bits = number('BitsPerComponent', 8) * number('Colors', 1);
  const pixel = Math.max(1, bits >> 3);
  const row = Math.ceil((number('Columns', 1) * bits) / 8);
  if (predictor === 2) {
    const result = data.slice();
    for (let at = 0; at < result.length; at += 1)
      if (at % row >= pixel) result[at] = (result[at] as number) + (result[at - pixel] as number);
    return result;
  }
  const rows = Math.ceil(data.length / (row + 1));
  const result = new Uint8Array(rows * row);
  for (let y = 0; y < rows; y += 1) {
    const kind = data[y * (row + 1)] as number;
    for (let x = 0; x < row; x += 1) {
      const value = data[y * (row + 1) + 1 + x] ?? 0;
      const left = x >= pixel ? (result[y * row + x - pixel] as number) : 0;
      const up = y > 0 ? (result[(y - 1) * row + x] as number) : 0;
      const corner = y > 0 && x >= pixel ? (result[(y - 1) * row + x - pixel] as number) : 0;
      result[y * row + x] = value + predicted(kind, left, up, corner);
    }
  }
  return result;
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** Codes of nine to twelve bits, ISO 32000-2, 7.4.4.2. */
function unpackLzw(data: Uint8Array, most: number, early: boolean): Uint8Array {
  const result: number[] = [];
  let table: number[][] = [];
  let width = 9;
  let before: number[] | null = null;
  const clear = () => {
    table = Array.from({ length: 258 }, (_, code) => (code < 256 ? [code] : []));
    width = 9;
    before = null;
  };
  clear();
  let held = 0;
  let bits = 0;
  for (const byte of data) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === 257) break;
    if (code === 256) {
      clear();
      continue;
    }
    const last: number[] | null = before;
    const entry: number[] | undefined =
      table[code] ?? (last === null ? undefined : [...last, last[0] as number]);
    if (!entry) break;
    for (const value of entry) result.push(value);
    if (result.length > most) throw new RangeError('A stream unpacks to too much.');
    if (last !== null && table.length < 4096) table.push([...last, entry[0] as number]);
    before = entry;
    const size = table.length + (early ? 1 : 0);
    width = size >= 2048 ? 12 : size >= 1024 ? 11 : size >= 512 ? 10 : 9;
  }
  return Uint8Array.from(result);
}

function unpackAscii85(data: Uint8Array, most: number): Uint8Array {
  const result: number[] = [];
  let group: number[] = [];
  const flush = (digits: readonly number[]) => {
    const padded = [...digits, 84, 84, 84, 84].slice(0, 5);
    const value = padded.reduce((sum, digit) => sum * 85 + digit, 0);
    const bytes = [value >>> 24, value >>> 16, value >>> 8, value].map((part) => part & 255);
    result.push(...bytes.slice(0, digits.length - 1));
  };
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && group.length === 0) result.push(0, 0, 0, 0);
    else if (byte >= 33 && byte <= 117) group.push(byte - 33);
    if (group.length === 5) {
      flush(group);
      group = [];
    }
    if (result.length > most) throw new RangeError('A stream unpacks to too much.');
  }
  if (group.length > 1) flush(group);
  return Uint8Array.from(result);
}

function unpackHex(data: Uint8Array): Uint8Array {
  const text = Buffer.from(data).toString('latin1');
  const [digits = ''] = text.split('>');
  const clean = digits.replace(/[^0-9a-f]/gi, '');
  return Buffer.from(clean.length % 2 === 0 ? clean : `${clean}0`, 'hex');
}

function unpackRuns(data: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < data.length; ) {
    const count = data[at] as number;
    if (count === 128) break;
    const part =
      count < 128
        ? data.subarray(at + 1, at + 2 + count)
        : new Uint8Array(257 - count).fill(data[at + 1] ?? 0);
    parts.push(part);
    length += part.length;
    if (length > most) throw new RangeError('A stream unpacks to too much.');
    at += count < 128 ? count + 2 : 2;
  }
  return Buffer.concat(parts);
}
