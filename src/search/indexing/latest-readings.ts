import { digestOfPage } from './kept-index.ts';
import { type PageReading, readingsOf } from './readings.ts';

/** What was read in a page, with the file that it is. */
export type ReadFile = { file: string; readings: readonly PageReading[] };

let latest: ReadonlyMap<string, readonly PageReading[]> = new Map();

/**
 * Reads pages, of those that were among the latest ones only what is other since: an overlay has all pages that have changed since
 * the whole index, and each publication adds a few to them. A process remembers no more than it was last asked for.
 */
export function readAgain(pages: readonly { file: string; html: string }[]): ReadFile[] {
  const read = pages.map(({ file, html }) => {
    const digest = digestOfPage(file, html);
    return { file, digest, readings: latest.get(digest) ?? readingsOf(html, file) };
  });
  latest = new Map(read.map(({ digest, readings }) => [digest, readings]));
  return read;
}
