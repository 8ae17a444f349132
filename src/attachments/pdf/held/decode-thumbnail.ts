import { filtersOf, unpack } from '../structure/filters.ts';
import type { PdfObject, PdfObjects } from '../structure/pdf-objects.ts';
import { isArray, isDictionary, nameOf, PdfString, type PdfValue } from '../structure/values.ts';

/** How bright each point of a picture is, 0 to 255, line by line. */
export type GreyPicture = { width: number; height: number; points: Uint8Array };

/** A thumbnail is no larger; what is larger is none (ISO 32000-2, 12.3.4). */
const mostPoints = 512 * 512;

/**
 * Unpacks a page's thumbnail.
 * @returns null for one that is packed or coloured in a way that thumbnails seldom are
 */
export function decodeThumbnail(objects: PdfObjects, object: PdfObject): GreyPicture | null {
  const { value } = object;
  if (!isDictionary(value)) return null;
  const number = (key: string, short: string): number => {
    const found = objects.resolve(value.get(key) ?? value.get(short));
    return typeof found === 'number' ? found : 0;
  };
  const [width, height] = [number('Width', 'W'), number('Height', 'H')];
  const bits = number('BitsPerComponent', 'BPC') || 8;
  if (width < 1 || height < 1 || width * height > mostPoints || ![1, 2, 4, 8].includes(bits))
    return null;
  const colours = coloursOf(objects, value.get('ColorSpace') ?? value.get('CS') ?? null);
  if (!colours) return null;
  const filters = filtersOf(value, objects.resolve);
  const data = unpack(objects.packed(object), filters, mostPoints * 4);
  const row = Math.ceil((width * colours.parts * bits) / 8);
  if (!data || data.length < row * height) return null;
  const scale = colours.isTable ? 1 : 255 / (2 ** bits - 1);
  const part = (y: number, index: number): number => {
    const bit = index * bits;
    const byte = data[y * row + (bit >> 3)] as number;
    return ((byte >> (8 - bits - (bit & 7))) & (2 ** bits - 1)) * scale;
  };
  const points = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      points[y * width + x] = colours.grey(
        Array.from({ length: colours.parts }, (_, index) => part(y, x * colours.parts + index)),
      );
  return { width, height, points };
}

type Colours = { parts: number; isTable?: boolean; grey: (parts: readonly number[]) => number };

const byParts: Record<number, Colours> = {
  1: { parts: 1, grey: ([grey = 0]) => grey },
  3: { parts: 3, grey: ([red = 0, green = 0, blue = 0]) => brightness(red, green, blue) },
  4: {
    parts: 4,
    grey: ([cyan = 0, magenta = 0, yellow = 0, key = 0]) =>
      (brightness(255 - cyan, 255 - magenta, 255 - yellow) * (255 - key)) / 255,
  },
};

const brightness = (red: number, green: number, blue: number): number =>
  0.299 * red + 0.587 * green + 0.114 * blue;

const partsOf: Record<string, number> = {
  DeviceGray: 1,
  G: 1,
  CalGray: 1,
  DeviceRGB: 3,
  RGB: 3,
  CalRGB: 3,
  DeviceCMYK: 4,
  CMYK: 4,
};

function coloursOf(objects: PdfObjects, value: PdfValue): Colours | null {
  const found = objects.resolve(value);
  const [kind, base, , table] = isArray(found) ? found : [found];
  const name = nameOf(objects.resolve(kind ?? null));
  if (name === 'ICCBased')
    return byParts[Number(objects.resolve(objects.dictionary(base).get('N')))] ?? null;
  if (name !== 'Indexed' && name !== 'I') return byParts[partsOf[name] ?? 0] ?? null;
  const under = coloursOf(objects, base ?? null);
  const colours = tableOf(objects, table);
  if (!under || under.isTable || !colours) return null;
  return {
    parts: 1,
    isTable: true,
    grey: ([index = 0]) =>
      under.grey([...colours.subarray(index * under.parts, (index + 1) * under.parts)]),
  };
}

function tableOf(objects: PdfObjects, value: PdfValue | undefined): Uint8Array | null {
  const found = objects.resolve(value);
  if (found instanceof PdfString) return Buffer.from(found.bytes, 'latin1');
  const stream = objects.streamOf(value);
  return stream ? objects.unpacked(stream, 4096) : null;
}
