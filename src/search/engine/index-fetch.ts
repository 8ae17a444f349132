import { SearchUnavailable } from './search-unavailable.ts';

/**
 * The one way to the files of the search. Every file is checked as it comes in (gzip carries a checksum),
 * and asked for once more, past the browser's cache, before it counts as damaged.
 */

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Some servers send a .gz file as an encoding, and the browser has undone it already: then it is passed on. */
async function opened(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (!isGzip(bytes)) return bytes;
  // Not by a Blob, which a browser keeps in another process: each file would wait for that one.
  const { body } = new Response(bytes);
  const stream = body?.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What Pagefind's files begin with once they are decompressed. */
export const pagefindSignature = 'pagefind_dcd';
const isPagefindFile = (url: string) => /\.(?:pf_meta|pf_index|pagefind)$/.test(url);
const isJsonFile = (url: string) => /\.json(?:\.gz)?$/.test(url);

/** A server that answers with its start page instead of 404 must not pass for a file of the search. */
function beginsAsNamed(url: string, bytes: Uint8Array): boolean {
  const begins = new TextDecoder().decode(bytes.subarray(0, pagefindSignature.length));
  if (isPagefindFile(url)) return begins === pagefindSignature;
  return !isJsonFile(url) || /^[[{]/.test(begins);
}

async function readOnce(url: string, options?: RequestInit): Promise<Uint8Array<ArrayBuffer>> {
  const response = await globalThis.fetch(url, options);
  if (response.status === 410) throw new SearchUnavailable(url, undefined, true);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const bytes = await opened(new Uint8Array(await response.arrayBuffer()));
  if (!beginsAsNamed(url, bytes)) throw new Error('not the file that was asked for');
  return bytes;
}

/** A browser refuses requests when thousands of them wait at once. */
const mostAtOnce = 32;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(task: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await task();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/**
 * Fetches a file and undoes its compression.
 * @throws SearchUnavailable if it is missing or damaged.
 */
export const readIndexFile = (
  url: string,
  options?: RequestInit,
): Promise<Uint8Array<ArrayBuffer>> => inTurn(() => readWithSecondTry(url, options));

async function readWithSecondTry(
  url: string,
  options?: RequestInit,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readOnce(url, options);
  } catch (error) {
    if (error instanceof SearchUnavailable) throw error;
    try {
      return await readOnce(url, { cache: 'reload' });
    } catch (cause) {
      throw new SearchUnavailable(url, cause);
    }
  }
}

/** Fetches a file of JSON. */
export const readIndexJson = async <T>(url: string): Promise<T> =>
  parsedJson(url, await readIndexFile(url));

/**
 * Reads a file that was fetched as JSON.
 * @throws SearchUnavailable if it is none.
 */
export function parsedJson<T>(url: string, bytes: Uint8Array): T {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  } catch (cause) {
    throw new SearchUnavailable(url, cause);
  }
}

const fetched = new Map<string, Uint8Array<ArrayBuffer>>();
const withoutQuery = (url: string) => url.replace(/\?.*$/, '');

/** Keeps a file for Pagefind's runtime, which will be given it in place of fetching it. */
export const keepForRuntime = (url: string, bytes: Uint8Array<ArrayBuffer>): void => {
  fetched.set(url, bytes);
};

/**
 * Fetches a file ahead of Pagefind's runtime, which will then be given it: if the runtime met a failure while it
 * starts, nobody could catch it.
 * @throws SearchUnavailable if it is missing or damaged.
 */
export async function fetchAhead(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readIndexFile(url);
  keepForRuntime(url, bytes);
  return bytes;
}

let failure: SearchUnavailable | undefined;

/**
 * What Pagefind's runtime takes for `fetch`. It drops the error of a chunk that cannot be read and answers without it,
 * so the failure is kept here for the engine to ask for. Files come decompressed, which the runtime lets pass.
 */
export async function fetchIndexFile(url: string): Promise<Response> {
  const ahead = fetched.get(withoutQuery(url));
  if (ahead) {
    fetched.delete(withoutQuery(url));
    return new Response(ahead);
  }
  try {
    return new Response(await readIndexFile(url));
  } catch (error) {
    failure = error as SearchUnavailable;
    throw error;
  }
}

/** Forgets earlier failures: what follows tries again. */
export const forgetFailure = (): void => {
  failure = undefined;
};

/** @throws the failure that Pagefind's runtime has met since `forgetFailure`, if any. */
export const throwFailure = (): void => {
  if (failure) throw failure;
};
