import { createInstance } from 'pagefind-runtime';
import { readPagefindMeta } from '../pagefind-meta.ts';
import type { Lookup } from '../text/tokens.ts';
import {
  fetchAhead,
  forgetFailure,
  pagefindSignature,
  parsedJson,
  throwFailure,
} from './index-fetch.ts';

/** Where tokens stand on the site's pages. Pages are numbers: their places in the table. */
export type PlaceIndex = {
  /** Pagefind's name of each page, which is also the name of its text. */
  ids: string[];
  /** How many tokens each page has. */
  lengths: number[];
  /** Fetches the parts of the index that the lookups need. */
  load(lookups: readonly Lookup[]): Promise<void>;
  /** The parts of the index, by number, that a lookup needs: each is one request. */
  partsFor(lookup: Lookup): number[];
  /** The pages on which the tokens stand in a row. */
  pagesWithRow(row: readonly string[]): Promise<Set<number>>;
  /** The places of the tokens, and of tokens that they begin, in order; together, whatever row they stand in. */
  places(tokens: readonly string[]): Promise<Map<number, number[]>>;
};

/**
 * Opens Pagefind's index as an index of places.
 * Relied on, and pinned by `pagefind-contract.test.ts`: a quoted query finds tokens in a row; an unquoted one gives all
 * places of tokens that begin with each word; a word finds its chunk, and a chunk's start finds that chunk.
 */
export async function openPlaceIndex(basePath: string): Promise<PlaceIndex> {
  const wasm = fetchAhead(`${basePath}wasm.unknown.pagefind`);
  const entryUrl = `${basePath}pagefind-entry.json`;
  const [entry] = await Promise.all([fetchAhead(entryUrl), wasm]);
  // The one index that we build has no language.
  const { languages } = parsedJson<{ languages: { unknown?: { hash: string } } }>(entryUrl, entry);
  const metadata = await fetchAhead(`${basePath}pagefind.${languages.unknown?.hash}.pf_meta`);
  const { pages, chunkStarts } = readPagefindMeta(metadata.subarray(pagefindSignature.length));
  const pagefind = createInstance({ basePath, noWorker: true });
  const pageOf = new Map(pages.map(({ id }, page) => [id, page]));

  return {
    ids: pages.map(({ id }) => id),
    lengths: pages.map(({ length }) => length),
    async load(lookups) {
      const words = new Set<string>();
      for (const { row, beginning } of lookups) {
        for (const token of row) words.add(token);
        if (beginning === undefined) continue;
        words.add(beginning);
        for (const start of chunkStarts) if (start.startsWith(beginning)) words.add(start);
      }
      if (words.size === 0) return;
      forgetFailure();
      await pagefind.preload([...words].join(' '));
      throwFailure();
    },
    partsFor({ row, beginning }) {
      const parts = new Set(row.map((token) => partOf(chunkStarts, token)));
      if (beginning !== undefined) {
        parts.add(partOf(chunkStarts, beginning));
        for (const [part, start] of chunkStarts.entries()) {
          if (start.startsWith(beginning)) parts.add(part);
        }
      }
      return [...parts];
    },
    async pagesWithRow(row) {
      const { results } = await pagefind.search(`"${row.join(' ')}"`);
      return new Set(results.map(({ id }) => pageOf.get(id) as number));
    },
    async places(tokens) {
      const { results } = await pagefind.search(tokens.join(' '));
      return new Map(
        results.map(({ id, words }) => [
          pageOf.get(id) as number,
          [...words].sort((a, b) => a - b),
        ]),
      );
    },
  };
}

/** The part that holds a token: the last one that begins with it or before it. */
function partOf(starts: readonly string[], token: string): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? '') <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}
