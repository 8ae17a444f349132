import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who opens such a page is on another before anybody could read it (`src/pages/[...former].astro`). */
const sendsOn = (html: string): boolean => html.includes('http-equiv="refresh"');

/** Every page of a built edition that is read, by address, in order: without those that only lead to where they stand now. */
export const pagesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('index.html'))
    .filter((path) => !sendsOn(readFileSync(join(folder, path), 'utf8')))
    .map((path) => `/${path.replace(/index\.html$/, '')}`)
    .sort();
