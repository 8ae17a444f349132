import { createInstance } from 'pagefind-runtime';
import { type IndexEntry, indexFiles, metaFile } from '../index-files.ts';
import { edited } from '../overlay/list-edits.ts';
import { type Overlay, pagesInWhole } from '../overlay/overlay.ts';
import { type PagefindMeta, readPagefindMeta } from '../pagefind-meta.ts';
import type { Lookup } from '../text/tokens.ts';
import {
  fetchAhead,
  forgetFailure,
  keepForRuntime,
  pagefindSignature,
  throwFailure,
} from './index-fetch.ts';

/** Where tokens stand on the site's pages. Pages are numbers: their places in the table. */
export type PlaceIndex = {
  /** The name of each page's text. */
  ids: string[];
  /** How many tokens each page has. */
  lengths: number[];
  /** Fetches the parts of the index that the lookups need. */
  load(lookups: readonly Lookup[]): Promise<void>;
  /** The pages on which the tokens stand in a row. */
  pagesWithRow(row: readonly string[]): Promise<Set<number>>;
  /** The places of the tokens, and of tokens that they begin, in order; together, whatever row they stand in. */
  places(tokens: readonly string[]): Promise<Map<number, number[]>>;
};

/** Where an index lies, and what has changed since it was made. */
export type IndexToOpen = {
  /** The site's folder /search/, with a slash at its end. */
  folder: string;
  entry: IndexEntry;
  /** Null where nothing has changed. */
  overlay: Promise<Overlay | null>;
};

/**
 * Opens Pagefind's index as an index of places, together with the small one of what has changed since.
 * Relied on, and pinned by `pagefind-contract.test.ts`: a quoted query finds tokens in a row; an unquoted one gives all
 * places of tokens that begin with each word; a word finds its chunk, and a chunk's start finds that chunk; pages are
 * numbered as they were added; two merged indexes answer as each by itself.
 */
export async function openPlaceIndex(site: IndexToOpen): Promise<PlaceIndex> {
  const { folder, entry } = site;
  const basePath = folder + indexFiles.index;
  const [base, added, overlay] = await Promise.all([
    fetchMeta(basePath, entry.languages.unknown.hash),
    metaOfOverlay(site),
    site.overlay,
    fetchAhead(`${basePath}wasm.unknown.pagefind`),
  ]);
  keepForRuntime(folder + indexFiles.entry, bytesOf(entry));
  const pagefind = createInstance({ basePath, noWorker: true });
  if (added) await pagefind.mergeIndex(folder + indexFiles.overlayIndex);
  const chunkStarts = [...base.chunkStarts, ...(added?.chunkStarts ?? [])];
  const { ids, lengths, pageOf } = joined(base, added, overlay);

  return {
    ids,
    lengths,
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
    async pagesWithRow(row) {
      const { results } = await pagefind.search(`"${row.join(' ')}"`);
      return new Set(results.flatMap(({ id }) => pageOf.get(id) ?? []));
    },
    async places(tokens) {
      const { results } = await pagefind.search(tokens.join(' '));
      return new Map(
        results.flatMap(({ id, words }) => {
          const page = pageOf.get(id);
          return page === undefined ? [] : [[page, [...words].sort((a, b) => a - b)] as const];
        }),
      );
    },
  };
}

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

const fetchMeta = async (basePath: string, hash: string): Promise<PagefindMeta> =>
  readPagefindMeta(
    (await fetchAhead(basePath + metaFile(hash))).subarray(pagefindSignature.length),
  );

/** The pages of the small index, with what Pagefind's runtime needs to open it; null where there is none. */
async function metaOfOverlay({ folder, entry }: IndexToOpen): Promise<PagefindMeta | null> {
  const index = entry.overlay?.index;
  if (!index) return null;
  const basePath = folder + indexFiles.overlayIndex;
  const languages = { unknown: { hash: index.hash, wasm: null, page_count: index.pages } };
  keepForRuntime(`${basePath}pagefind-entry.json`, bytesOf({ ...entry, languages }));
  return fetchMeta(basePath, index.hash);
}

/** The pages of both indexes in one row. Those that the overlay drops have no number in it. */
function joined(base: PagefindMeta, added: PagefindMeta | null, overlay: Overlay | null) {
  const pageOf = new Map<string, number>();
  if (!overlay) {
    for (const [page, { id }] of base.pages.entries()) pageOf.set(id, page);
    return {
      ids: base.pages.map(({ id }) => id),
      lengths: base.pages.map(({ length }) => length),
      pageOf,
    };
  }
  const ids = edited(
    base.pages.map(({ id }) => id),
    overlay.pages,
  );
  const lengths: number[] = new Array(ids.length).fill(0);
  const places = pagesInWhole(overlay);
  const put = ({ id, length }: PagefindMeta['pages'][number], page: number | undefined) => {
    if (page === undefined) return;
    pageOf.set(id, page);
    lengths[page] = length;
  };
  for (const [page, one] of base.pages.entries()) put(one, places[page]);
  const placeOf = new Map(ids.map((id, page) => [id, page]));
  for (const one of added?.pages ?? []) put(one, placeOf.get(one.id));
  return { ids, lengths, pageOf };
}
