import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SitePage } from '../astro-internals/staying-site.ts';
import { giveEntries, withoutCatalog } from '../catalog/given-entries.ts';
import { contentDay } from '../content-day.ts';
import { readEditionMemory, writeEditionMemory } from '../loader/edition-memory.ts';
import { createKeptEdition, type KeptEdition } from '../loader/kept-edition.ts';
import { writeLeftOut } from '../loader/left-out.ts';
import { renderedEntry } from '../loader/rendered-entry.ts';
import { writeOlderDifferences } from '../offline/pack/build-pack.ts';
import type { Settings } from '../settings.ts';
import { followPages } from './follow-pages.ts';
import { type LinkedCopy, linkedCopy } from './linked-copy.ts';
import { linkedFolders } from './linked-folders.ts';
import { type LoadedSite, loadSite } from './load-site.ts';
import type { SiteMade } from './messages.ts';
import { exchangeWithPartial, partialOf } from './put-in-place.ts';
import {
  keyByBytes,
  keysOf,
  makerOf,
  type PageKeys,
  readRecord,
  writeRecord,
} from './site-record.ts';

/** Makes the site of an edition again and again. After anything that it throws it is of no more use. */
export type SiteMaker = {
  /** Loads what pages are made with and from, and writes nothing of the site. */
  warm(): Promise<void>;
  /** Brings the served site to the content as it is now; by a whole site where it is not known from what the served one was made. */
  makeDifference(): Promise<SiteMade>;
  /** Reads everything anew and makes all of the site. */
  makeWhole(because?: string): Promise<SiteMade>;
  /**
   * Does what is best done while nobody waits: tells copies of earlier versions how the served site differs, and brings the site
   * that was served before up to it, since the next is made of that.
   */
  prepare(): Promise<void>;
  /** Keeps what it knows of the content, so that the next process has less to read before it is warm. */
  remember(): void;
};

/** Makes the maker of a site. @param root the checkout */
export function createSiteMaker(settings: Settings, root: string): SiteMaker {
  const { outDir } = settings;
  const maker = makerOf(settings, root);
  const memoryFile = join(settings.cacheDir, 'edition.memory');
  let edition: KeptEdition | undefined;
  let loaded: LoadedSite | undefined;
  /** The served site, and the one before it, of which the next is made. */
  const folders = linkedFolders();

  /** Has the catalogue read the content as it is now. */
  const readContent = async () => {
    edition ??= createKeptEdition(settings);
    const { entries, leftOut } = await edition.read();
    const day = contentDay(settings.contentDir);
    giveEntries({ entries, day });
    return { leftOut: [...leftOut], day };
  };
  const load = async (): Promise<LoadedSite> => {
    loaded ??= await loadSite(settings, root);
    return loaded;
  };

  const make = async (
    how: SiteMade['made'],
    before: PageKeys,
    because?: string,
  ): Promise<SiteMade> => {
    const { leftOut, day } = await readContent();
    writeLeftOut(settings, leftOut);
    const { site, frame, afterPages } = await load();
    const copy = linkedCopy(how === 'whole' ? frame : outDir, partialOf(outDir), folders);
    const pages = await site.pages();
    const keys = new Map(keysOf(pages));
    const changed: string[] = [];
    for (const page of pages) {
      const { file, props } = page;
      const isSame = () => before.get(file) === keys.get(file);
      if (props !== null && isSame()) continue;
      const bytes = await renderedPage(site, page);
      // What is not made by its route is put there from the list of materials.
      if (!bytes) continue;
      if (props === null) keys.set(file, keyByBytes(page, bytes));
      if (!isSame() && copy.write(file, bytes)) changed.push(file);
    }
    const gone = [...before.keys()].filter((file) => !keys.has(file) && existed(copy, file));
    changed.push(...gone);
    const answer = {
      made: how,
      gone: gone.length,
      ...(because === undefined ? {} : { because }),
      leftOut,
      memory: process.memoryUsage.rss(),
    };
    if (changed.length === 0) return { ...answer, changed: 0 };
    await followPages({
      copy,
      pages,
      changed,
      before,
      keys,
      how,
      afterPages,
      settings,
      day,
    });
    await exchangeWithPartial(outDir);
    await writeRecord(outDir, maker, keys);
    return { ...answer, changed: changed.length };
  };

  const makeWhole = (because?: string): Promise<SiteMade> => {
    edition = createKeptEdition(settings);
    return make('whole', new Map(), because);
  };

  return {
    async warm() {
      edition = createKeptEdition(settings, renderedEntry, readEditionMemory(memoryFile, maker));
      await readContent();
      await load();
    },
    async makeDifference() {
      const { frame } = await load();
      const before = await readRecord(outDir, maker);
      if (!before) return makeWhole('It is not known from what the served site was made.');
      if (!(await isFramed(frame, outDir)))
        return makeWhole('The served site has other styles or scripts.');
      return make('difference', before);
    },
    makeWhole,
    async prepare() {
      await writeOlderDifferences({ siteDir: outDir, cacheDir: settings.cacheDir });
      if (existsSync(outDir)) folders.bring(partialOf(outDir), outDir);
    },
    remember() {
      const memory = edition?.memory();
      if (memory) writeEditionMemory(memoryFile, maker, memory);
    },
  };
}

/** A page that is known by what it is given may ask for nothing else. */
const renderedPage = (site: LoadedSite['site'], page: SitePage): Promise<Uint8Array | null> =>
  page.props === null ? site.render(page) : withoutCatalog(() => site.render(page));

/** Takes a file away. @returns whether it was there */
const existed = (copy: LinkedCopy, file: string): boolean => {
  const isThere = existsSync(join(copy.dir, file));
  copy.remove(file);
  return isThere;
};

/** Whether a site has every file that no content changes: those that are compiled are named after what they hold. */
const isFramed = async (frame: string, outDir: string): Promise<boolean> => {
  const files = await readdir(frame, { recursive: true });
  return files.every((file) => existsSync(join(outDir, file)));
};
