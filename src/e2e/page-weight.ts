import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

export type PageWeight = {
  /** Below the folder of the site. */
  path: string;
  bytes: number;
};

/** The most bytes that an entry may be on first load, as brotli sends it, pictures apart. */
export const heaviestAllowed = 11_000;
/** The most that entries may be so on average. */
export const meanAllowed = 9_000;

/** The pages of entries of a built site, below its folder. */
export const entryPages = (site: string): string[] =>
  ['practices', 'guidelines', 'symposia', 'surveys'].flatMap((list) =>
    readdirSync(join(site, list), { recursive: true, encoding: 'utf8' })
      .filter(
        (path) =>
          path.endsWith('index.html') && path.split('/').length === 3 && !path.startsWith('by/'),
      )
      .map((path) => join(list, path)),
  );

/** What the browser has to have before it can show the page: the style sheets and scripts that the page names. */
const needed = (html: string): string[] =>
  [...html.matchAll(/<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)"/g)].map(
    ([, address = '']) => address,
  );

/**
 * Weighs the pages of all entries of a built site, each with the style sheets and scripts that it names, in bytes as
 * brotli sends them.
 * @returns the heaviest first
 */
export const entryWeights = (site: string): PageWeight[] => {
  const sizes = new Map<string, number>();
  // The style sheet that all pages share is pressed once.
  const compressed = (path: string): number => {
    const bytes = sizes.get(path) ?? brotliCompressSync(readFileSync(path)).length;
    sizes.set(path, bytes);
    return bytes;
  };
  return entryPages(site)
    .map((path) => {
      const file = join(site, path);
      const rest = needed(readFileSync(file, 'utf8')).map((address) => join(site, address));
      return { path, bytes: [file, ...rest].reduce((sum, one) => sum + compressed(one), 0) };
    })
    .sort((a, b) => b.bytes - a.bytes);
};
