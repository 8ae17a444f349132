import { joined } from './bytes.ts';
import { takeApart } from './take-apart.ts';

/**
 * Copies of a JPEG, a PNG or a WebP what is seen, and how it is seen: its points, its colours, how it is turned, its
 * frames. What is kept beside it, behind it or between its parts is not in the copy. What it shows is not packed anew, so
 * it is the same to the last point.
 * @param bytes anything is safe; what it is, is told from them
 * @returns null where it is none of these, is cut off, or where nobody knows what a part of it does
 */
export const cleanPicture = (bytes: Uint8Array): Uint8Array | null => {
  const parts = takeApart(bytes)?.parts;
  if (!parts || parts.some(({ unknown }) => unknown !== undefined)) return null;
  return joined(...parts.map(({ stays }) => stays));
};
