import { takeJpegApart } from './take-jpeg-apart.ts';
import { words } from './words.ts';

/** Read point by point, in a tenth of a second. */
const most = 4 * 2 ** 20;
const besidePoints = new Set<string>([words.between, words.behind, words.pictureBehind]);

/**
 * Whether something stands behind the last point of a JPEG, between its segments or behind its end: another picture, or words.
 * @param bytes what is larger than most pictures, or broken, says nothing here
 */
export const holdsDataBesidePoints = (bytes: Uint8Array): boolean => {
  if (bytes.length > most) return false;
  try {
    const parts = takeJpegApart(bytes)?.parts ?? [];
    return parts.some(({ record = '' }) => besidePoints.has(record));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};
