import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSearchIndex } from '../../src/search/indexing/build-index.ts';
import { isPageOfSite, isSearchable } from '../../src/search/indexing/site-pages.ts';
import { updateSearchIndex } from '../../src/search/indexing/update-index.ts';

/**
 * Makes the index of a site as it is when some of its pages have changed since the whole index was made: that is made of
 * pages in which every second paragraph is missing, and follows them to what they are.
 * @param changed how many pages, spread over the site
 * @returns what the update wrote, in bytes
 */
export async function indexWithOverlay(
  siteDir: string,
  cacheDir: string,
  changed: number,
): Promise<number> {
  const names = await readdir(siteDir, { recursive: true, encoding: 'utf8' });
  const pages: [path: string, html: string][] = [];
  for (const path of names.filter(isPageOfSite).sort()) {
    const html = await readFile(join(siteDir, path), 'utf8');
    if (isSearchable(html) && html.includes('<p')) pages.push([path, html]);
  }
  const step = Math.max(1, Math.floor(pages.length / changed));
  const some = pages.filter((_, place) => place % step === 0).slice(0, changed);
  for (const [path, html] of some) await replace(join(siteDir, path), earlier(html));
  await buildSearchIndex({ siteDir, cacheDir });
  for (const [path, html] of some) await replace(join(siteDir, path), html);
  const paths = some.map(([path]) => path);
  const { bytes } = await updateSearchIndex({ siteDir, cacheDir, changed: paths });
  return bytes;
}

const earlier = (html: string): string => {
  let paragraph = 0;
  return html.replace(/<p[ >][\s\S]*?<\/p>/g, (whole) => {
    paragraph += 1;
    return paragraph % 2 === 0 ? '' : whole;
  });
};

async function replace(path: string, html: string): Promise<void> {
  await writeFile(`${path}.new`, html);
  await rename(`${path}.new`, path);
}
