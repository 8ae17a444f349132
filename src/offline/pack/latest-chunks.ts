import { type Chunk, chunksOf } from './chunks.ts';
import type { SiteFile } from './site-files.ts';

let latest: ReadonlyMap<string, readonly Chunk[]> = new Map();
let asked = new Map<string, readonly Chunk[]>();

/** Begins the next pack: what was asked for in the last one is remembered, and what was not is let go. */
export function beginChunks(): void {
  latest = asked;
  asked = new Map();
}

/**
 * The chunks of a file. What one publication brings is what the next one replaces, and what changed some versions ago is
 * looked at for each that is remembered: none of it is cut again.
 * @param file its digest, and its path, by which it is cut
 * @param read has it cut, where it is not known
 */
export function latestChunks(
  { digest, path }: Pick<SiteFile, 'digest' | 'path'>,
  read: (cut: (content: Uint8Array) => Chunk[]) => Chunk[],
): readonly Chunk[] {
  const known = asked.get(digest) ?? latest.get(digest);
  const chunks = known ?? read((content) => chunksOf(content, path));
  asked.set(digest, chunks);
  return chunks;
}
