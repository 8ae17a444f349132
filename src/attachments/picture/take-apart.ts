import type { TakenApart } from './parts.ts';
import { takeGifApart } from './take-gif-apart.ts';
import { takeJpegApart } from './take-jpeg-apart.ts';
import { takePngApart } from './take-png-apart.ts';
import { takeWebpApart } from './take-webp-apart.ts';

/** A picture is asked for what is kept in it, for its place and for a clean copy; its codes are read once for all. */
const known = new WeakMap<Uint8Array, TakenApart | null>();

/**
 * Takes a picture apart, whichever of the kinds it is that are read here; the bytes must not change afterwards.
 * @returns null where it is none of them, or is cut off
 * @throws RangeError where it is made of more parts than any program writes
 */
export const takeApart = (bytes: Uint8Array): TakenApart | null => {
  const before = known.get(bytes);
  if (before !== undefined) return before;
  const apart =
    takeJpegApart(bytes) ?? takePngApart(bytes) ?? takeWebpApart(bytes) ?? takeGifApart(bytes);
  known.set(bytes, apart);
  return apart;
};
