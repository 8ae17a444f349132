import type { PdfObject, PdfObjects } from '../structure/pdf-objects.ts';
import { isArray, isDictionary, type PdfDictionary } from '../structure/values.ts';

/** A mask that is the same everywhere is packed to next to nothing; only such a one is unpacked. */
const mostPacked = 64 * 2 ** 10;
const mostUnpacked = 64 * 2 ** 20;

/**
 * Whether a picture is masked away as a whole (ISO 32000-2, 8.9.6 and 11.6.5.2): by a mask without a light or an open point,
 * or by colours that are all of those that it can have.
 */
export function isMaskedAway(objects: PdfObjects, picture: PdfDictionary): boolean {
  const soft = objects.streamOf(picture.get('SMask'));
  if (soft) return isAllOf(objects, soft, false);
  const stencil = objects.streamOf(picture.get('Mask'));
  if (stencil) return isAllOf(objects, stencil, true);
  const keys = objects.resolve(picture.get('Mask'));
  const bits = objects.resolve(picture.get('BitsPerComponent'));
  if (!isArray(keys) || keys.length < 2 || typeof bits !== 'number') return false;
  const highest = 2 ** bits - 1;
  return keys.every((key, at) => (at % 2 === 0 ? key === 0 : Number(key) >= highest));
}

/** @param isHole whether bits that are set leave the picture out, as in a stencil */
function isAllOf(objects: PdfObjects, mask: PdfObject, isHole: boolean): boolean {
  const { stream, value } = mask;
  if (!stream || !isDictionary(value) || stream.to - stream.from > mostPacked) return false;
  const decode = objects.array(value.get('Decode'));
  const isTurned = decode[0] === 1 && decode[1] === 0;
  if (decode.length > 0 && !isTurned && !(decode[0] === 0 && decode[1] === 1)) return false;
  const nothing = isHole === isTurned ? 0 : 0xff;
  const data = unpackedOf(objects, mask);
  return data !== null && data.length > 0 && data.every((byte) => byte === nothing);
}

function unpackedOf(objects: PdfObjects, mask: PdfObject): Uint8Array | null {
  try {
    return objects.unpacked(mask, mostUnpacked);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
