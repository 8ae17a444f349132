import { idOfAddress } from '../schema/comparison-address.ts';
import type { DataFile } from './data-scripts.ts';

/**
 * The page of an entry as the comparison reads it where nothing can be fetched: its main part, under a name that is made
 * from the entry's. All lie in one folder, so that a script holds several.
 * @param folder where the pages of the folder edition lie
 * @param path the site's path of the page
 * @param html the page as the folder holds it, with its addresses relative or marked
 * @returns undefined for every other page
 */
export function comparedPage(folder: string, path: string, html: string): DataFile | undefined {
  const id = idOfAddress(`/${path}`);
  const start = html.indexOf('<main');
  const end = html.indexOf('</main>');
  // What stands at a former address has no such button.
  if (id === null || start < 0 || end < start || !html.includes('data-keep')) return undefined;
  const content = JSON.stringify({ html: `${html.slice(start, end)}</main>` });
  return {
    name: `${folder}/compared/${id.replaceAll('/', '.')}.json`,
    content: Buffer.from(content),
  };
}
