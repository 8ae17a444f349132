import type { TakenApart } from './parts.ts';
import { takeJpegApart } from './take-jpeg-apart.ts';
import { takePngApart } from './take-png-apart.ts';
import { takeWebpApart } from './take-webp-apart.ts';

/**
 * Takes a picture apart, whichever of the kinds it is that are read here.
 * @returns null where it is none of them, or is cut off
 * @throws RangeError where it is made of more parts than any program writes
 */
export const takeApart = (bytes: Uint8Array): TakenApart | null =>
  takeJpegApart(bytes) ?? takePngApart(bytes) ?? takeWebpApart(bytes);
