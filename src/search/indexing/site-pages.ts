import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressOfFile, byAddress } from './readings.ts';
import { ringsFile } from './rings.ts';

/** The pages of a site that search is meant to find, by their files, one by one in the order of their addresses. */
export async function* pagesOf(siteDir: string): AsyncGenerator<[path: string, html: string]> {
  const names = (await readdir(siteDir, { recursive: true, encoding: 'utf8' }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter(isPageOfSite)
    .map((name) => ({ name, url: addressOfFile(name) }))
    .sort(byAddress);
  for (const { name } of names) {
    const html = await readFile(join(siteDir, name), 'utf8');
    if (isSearchable(html)) yield [name, html];
  }
}

/** Whether a file of a site can be a page that search finds. @param path below the site's folder, with `/` */
export const isPageOfSite = (path: string): boolean =>
  path.endsWith('.html') && !path.startsWith('search/');

/** Whether an index can be another where a file of its site is. @param path below the site's folder, with `/` */
export const isReadForIndex = (path: string): boolean => isPageOfSite(path) || path === ringsFile;

/** Whether a page may be marked for search; most lists are not, and need not be taken apart for that. */
export const isSearchable = (html: string | Buffer): boolean => html.includes('data-pagefind-body');
