import { getCollection } from 'astro:content';
import { contentDay } from '../content-day.ts';
import { type CollectionName, collectionNames } from '../schema/collections.ts';
import { readSettings } from '../settings.ts';
import { type GivenEntries, givenEntries, isCatalogClosed } from './given-entries.ts';
import {
  type Catalog,
  catalogOf,
  type Shown,
  type StoredEntry,
  shownEntry,
} from './shown-content.ts';

export * from './shown-content.ts';

async function readCatalog(): Promise<Catalog> {
  const entries = [];
  for (const name of collectionNames) {
    for (const entry of await getCollection(name)) entries.push(shownEntry(name, entry));
  }
  return catalogOf(entries, contentDay(readSettings(process.env).contentDir));
}

/** An entry that stays the same is shown by the same object, by which others know that nothing changed. */
const shownBefore = new WeakMap<StoredEntry, Shown>();

const shownAsBefore = (name: CollectionName, stored: StoredEntry): Shown => {
  const shown = shownBefore.get(stored) ?? shownEntry(name, stored);
  shownBefore.set(stored, shown);
  return shown;
};

let latest: { given: GivenEntries; catalog: Promise<Catalog> } | undefined;

function catalogGiven(given: GivenEntries): Promise<Catalog> {
  if (latest?.given !== given) {
    const entries = [...given.entries].flatMap(([name, stored]) =>
      stored.map((entry) => shownAsBefore(name, entry)),
    );
    latest = { given, catalog: Promise.resolve(catalogOf(entries, given.day)) };
  }
  return latest.catalog;
}

let built: Promise<Catalog> | undefined;

/**
 * This edition's content as typed lists. Read once for a build; anew for each page in development; in a process that stays
 * whenever it is given other entries.
 * @throws while a page is rendered that is known by its props
 */
export function catalog(): Promise<Catalog> {
  if (isCatalogClosed()) throw new Error('A page that is known by its props asked the catalogue.');
  const given = givenEntries();
  if (given) return catalogGiven(given);
  if (import.meta.env.DEV) return readCatalog();
  built ??= readCatalog();
  return built;
}
