import type { Chunk } from './chunks.ts';

/** Where a chunk is to be had: from which source, and from which byte of it. */
export type Place<Source> = readonly [source: Source, from: number];

/** A row of bytes of one source. */
export type Piece<Source> = readonly [...Place<Source>, bytes: number];

/**
 * How a file is put together, in as few pieces as can be.
 * @param chunks of the file
 * @param placesOf where a chunk is to be had, the best first
 */
export function piecesOf<Source>(
  chunks: readonly Chunk[],
  placesOf: (name: string) => readonly Place<Source>[],
): Piece<Source>[] {
  const pieces: [source: Source, from: number, bytes: number][] = [];
  for (const { name, bytes } of chunks) {
    const places = placesOf(name);
    const last = pieces.at(-1);
    // What goes on where the last piece ends is one piece with it.
    if (last && places.some(([source, from]) => source === last[0] && from === last[1] + last[2])) {
      last[2] += bytes;
      continue;
    }
    const [first] = places;
    if (!first) throw new Error('A chunk is nowhere to be had.');
    pieces.push([...first, bytes]);
  }
  return pieces;
}
