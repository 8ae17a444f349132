import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SitePage } from '../astro-internals/staying-site.ts';
import { materialsListPath } from '../materials/listed-materials.ts';
import { materialsOf } from '../materials/materials-ground.ts';
import { writeMaterials } from '../materials/write-materials.ts';
import { updateSearchIndex } from '../search/indexing/update-index.ts';
import type { Settings } from '../settings.ts';
import type { LinkedCopy } from './linked-copy.ts';
import type { LoadedSite } from './load-site.ts';
import type { SiteMade } from './messages.ts';
import { type PageKeys, routeIn } from './site-record.ts';

/** A site whose pages are there, in a linked copy of the one that is served, or in a folder of its own. */
type MadePages = {
  copy: LinkedCopy;
  pages: readonly SitePage[];
  /** The files of routes that were written anew or went. */
  changed: readonly string[];
  before: PageKeys;
  keys: PageKeys;
  how: SiteMade['made'];
  afterPages: LoadedSite['afterPages'];
  settings: Settings;
};

/**
 * Makes what is made from pages: the sitemap, the search, the bundles, the offline pack, in the order in which a build makes them.
 * @returns how many files that is
 */
export async function followPages(made: MadePages): Promise<number> {
  const { copy, pages, changed, how, afterPages, settings } = made;
  const isWhole = how === 'whole';
  let files = 0;
  const run = async (name: string, stale: readonly string[]) => {
    for (const path of stale) copy.remove(path);
    await afterPages(name, copy.dir, pages);
    files += 1;
  };
  if (isWhole || hasOtherPages(made)) await run('@astrojs/sitemap', sitemapsIn(copy.dir));
  if (isWhole) await run('search-index', []);
  else {
    const { cacheDir } = settings;
    const html = changed.filter((file) => file.endsWith('.html'));
    if (html.length > 0) await updateSearchIndex({ siteDir: copy.dir, cacheDir, changed: html });
  }
  if (isWhole) await run('materials', []);
  else if (changed.includes(materialsListPath)) {
    const { files: placed, bundles } = await writeMaterials(
      copy.dir,
      materialsOf(settings),
      settings.outDir,
    );
    files += placed + bundles;
  }
  await run('offline', [...madeFilesIn(copy.dir, 'offline'), 'worker.js']);
  return files;
}

/** Whether any address came, went or is another route's: a page that only sends on is in no sitemap. */
const hasOtherPages = ({ before, keys }: MadePages): boolean => {
  return (
    before.size !== keys.size ||
    [...keys].some(([file, key]) => routeIn(before.get(file)) !== routeIn(key))
  );
};

const sitemapsIn = (dir: string): string[] =>
  readdirSync(dir).filter((name) => /^sitemap-.*\.xml$/.test(name));

/** What below a folder of the site no route made. */
const madeFilesIn = (dir: string, folder: string): string[] =>
  existsSync(join(dir, folder))
    ? readdirSync(join(dir, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.html'))
        .map(({ parentPath, name }) => join(parentPath, name).slice(dir.length + 1))
    : [];
