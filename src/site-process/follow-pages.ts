import { readdirSync } from 'node:fs';
import type { SitePage } from '../astro-internals/staying-site.ts';
import { packOf } from '../integrations/offline.ts';
import {
  materialsListPath,
  pathOfAddress,
  readMaterialsList,
} from '../materials/listed-materials.ts';
import { materialsOf } from '../materials/materials-ground.ts';
import { writeMaterials } from '../materials/write-materials.ts';
import { updateOfflinePack } from '../offline/pack/build-pack.ts';
import { isReadForIndex } from '../search/indexing/site-pages.ts';
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
  /** Of which day the content is. */
  day: string;
};

/** Makes what is made from pages: the sitemap, the search, the materials, the offline pack, in the order in which a build makes them. */
export async function followPages(made: MadePages): Promise<void> {
  const { copy, pages, how, afterPages } = made;
  if (how === 'whole') {
    for (const name of ['@astrojs/sitemap', 'search-index', 'materials', 'offline']) {
      await afterPages(name, copy.dir, pages);
    }
    return;
  }
  await followDifference(made);
}

async function followDifference(made: MadePages): Promise<void> {
  const { copy, pages, changed, afterPages, settings, day } = made;
  const { cacheDir, outDir } = settings;
  if (hasOtherPages(made)) {
    for (const path of sitemapsIn(copy.dir)) copy.remove(path);
    await afterPages('@astrojs/sitemap', copy.dir, pages);
  }
  if (changed.some(isReadForIndex)) {
    await updateSearchIndex({ siteDir: copy.dir, cacheDir, changed });
  }
  const areListed = changed.includes(materialsListPath);
  const materials = areListed ? await changedMaterials(outDir, copy.dir) : [];
  if (areListed) await writeMaterials(copy.dir, materialsOf(settings), outDir);
  await updateOfflinePack({
    ...(await packOf(settings, copy.dir, day)),
    changed: [...changed, ...materials],
  });
}

/** The files that came, went or are others by the lists of two sites. Bundles are in no pack. */
async function changedMaterials(before: string, now: string): Promise<string[]> {
  const [old, list] = [await readMaterialsList(before), await readMaterialsList(now)];
  const known = new Map(old.files.map((file) => [pathOfAddress(file.address, old), file.checksum]));
  const files = new Map(
    list.files.map((file) => [pathOfAddress(file.address, list), file.checksum]),
  );
  return [...new Set([...known.keys(), ...files.keys()])].filter(
    (path) => known.get(path) !== files.get(path),
  );
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
