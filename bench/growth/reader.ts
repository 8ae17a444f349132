import { mkdirSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { SearchEngine } from '../../src/search/engine/search-engine.ts';
import { indexFiles } from '../../src/search/index-files.ts';

/** Somebody who reads the site. */
export type Reader = {
  /** Whether a page is there. */
  sees(address: string): Promise<boolean>;
  /** Whether a search has the page among what holds every word, for somebody who opens it now. */
  finds(address: string, query: string, scene?: string): Promise<boolean>;
  /** Fetches a file as a browser does. @returns its content, and how many bytes were sent; null where it is not there */
  fetch(path: string): Promise<{ content: Buffer; bytes: number } | null>;
};

/**
 * Makes a reader of the site at an origin, who searches by the site's own engine. Node imports no module from there, so the
 * engine is kept in a folder, and what it asks for beside itself is fetched from the origin.
 * @param folder for the engine
 */
export async function createReader(origin: string, folder: string): Promise<Reader> {
  const place = pathToFileURL(folder).href;
  mkdirSync(join(folder, 'search'), { recursive: true });
  for (const name of [indexFiles.engine, indexFiles.near]) {
    const response = await fetch(`${origin}/search/${name}`);
    writeFileSync(join(folder, 'search', name), await response.text());
  }
  const fetchAnything = globalThis.fetch;
  globalThis.fetch = (asked, options) =>
    typeof asked === 'string' && asked.startsWith(place)
      ? fetchAnything(origin + asked.slice(place.length), options)
      : fetchAnything(asked, options);
  let searches = 0;

  return {
    async sees(address) {
      const response = await fetch(origin + address);
      await response.arrayBuffer();
      return response.ok;
    },
    async finds(address, query, scene) {
      searches += 1;
      const engine: SearchEngine = await import(`${place}/search/${indexFiles.engine}?${searches}`);
      const { results } = await engine.search(query, scene ? { filters: { scene: [scene] } } : {});
      return results.some(({ url, match }) => url.endsWith(address) && match === 'exact');
    },
    fetch: (path) =>
      new Promise((resolve, reject) => {
        get(`${origin}/${path}`, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const body = Buffer.concat(chunks);
            const isPressed = response.headers['content-encoding'] === 'gzip';
            const content = isPressed ? gunzipSync(body) : body;
            resolve(response.statusCode === 200 ? { content, bytes: body.length } : null);
          });
        }).on('error', reject);
      }),
  };
}
