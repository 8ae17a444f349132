import { gunzipSync } from 'node:zlib';
import type { IndexEntry } from '../index-files.ts';
import { type PagefindMeta, readPagefindMeta } from '../pagefind-meta.ts';

/** What Pagefind made: its page ids by our keys, and the files of its index. */
export type PagefindOutput = {
  idOf: Map<string, string>;
  meta: PagefindMeta;
  /** By which its entry file names the index. */
  hash: string;
  /** The files that a browser fetches, by their path below the folder of the index. */
  files: { path: string; content: Uint8Array }[];
  /** The source of pagefind.js, which goes into the engine. */
  runtime: string;
};

/** How many postings a chunk of the index holds: a quarter of Pagefind's own, since a query needs more chunks. */
const usualPostings = 5000;
const chunkSize = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';
/** `unknown` keeps Pagefind from cutting or stemming words; every record must say so, or it is never searched. */
const language = 'unknown';
const signature = 'pagefind_dcd';

const opened = (content: Uint8Array) => gunzipSync(content).subarray(signature.length);

/** What Pagefind is told of a page. */
export type TokenRow = { readonly key: string; readonly tokens: string };

/**
 * Indexes rows of tokens, while whoever gives them makes the next one. Pagefind serves as an index of places and nothing more: a record has a key and tokens,
 * no metadata, filter or order of its own, and the fragments that it makes are left behind.
 */
export async function indexWithPagefind(
  records: Iterable<TokenRow> | AsyncIterable<TokenRow>,
  postingsInChunk = usualPostings,
): Promise<PagefindOutput> {
  const pagefind = await import('pagefind');
  try {
    // Read by the service when it starts; createIndex has no option for it.
    process.env[chunkSize] = String(postingsInChunk);
    const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
    delete process.env[chunkSize];
    if (!index) throw new Error(`Pagefind does not start: ${errors.join(', ')}`);
    const add = async ({ key, tokens }: TokenRow) => {
      const added = await index.addCustomRecord({ url: key, content: tokens, language });
      if (added.errors.length > 0) throw new Error(`Pagefind refuses ${key}: ${added.errors}`);
    };
    let adding = Promise.resolve();
    for await (const record of records) {
      await adding;
      adding = add(record);
      // What it throws is thrown when it is awaited.
      adding.catch(() => {});
    }
    await adding;
    const { files } = await index.getFiles();
    return sorted(files);
  } finally {
    await pagefind.close();
  }
}

const hashIn = (entry: Uint8Array): string =>
  (JSON.parse(Buffer.from(entry).toString()) as IndexEntry).languages.unknown.hash;

function sorted(files: { path: string; content: Uint8Array }[]): PagefindOutput {
  const idOf = new Map<string, string>();
  const kept: PagefindOutput['files'] = [];
  let meta: PagefindMeta | undefined;
  let runtime = '';
  let hash = '';
  for (const file of files) {
    const fragment = /^fragment\/(.+)\.pf_fragment$/.exec(file.path);
    if (fragment) {
      const { url } = JSON.parse(opened(file.content).toString()) as { url: string };
      idOf.set(url, fragment[1] ?? '');
    } else if (file.path === 'pagefind.js') {
      runtime = Buffer.from(file.content).toString();
    } else if (/^index\/|\.pf_meta$|^pagefind-entry\.json$|^wasm\.unknown\./.test(file.path)) {
      kept.push(file);
      if (file.path.endsWith('.pf_meta')) meta = readPagefindMeta(opened(file.content));
      if (file.path.endsWith('.json')) hash = hashIn(file.content);
    }
  }
  if (!meta || !runtime) throw new Error('Pagefind wrote no metadata or no runtime.');
  return { idOf, meta, hash, files: kept, runtime };
}
