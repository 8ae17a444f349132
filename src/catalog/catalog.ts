import { getCollection } from 'astro:content';
import { contentDay } from '../content-day.ts';
import { collectionNames } from '../schema/collections.ts';
import { readSettings } from '../settings.ts';
import { type Catalog, catalogOf, shownEntry } from './shown-content.ts';

export * from './shown-content.ts';

async function readCatalog(): Promise<Catalog> {
  const entries = [];
  for (const name of collectionNames) {
    for (const entry of await getCollection(name)) entries.push(shownEntry(name, entry));
  }
  return catalogOf(entries, contentDay(readSettings(process.env).contentDir));
}

let built: Promise<Catalog> | undefined;

/** This edition's content as typed lists. Read once for a build; anew for each page in development. */
export function catalog(): Promise<Catalog> {
  if (import.meta.env.DEV) return readCatalog();
  built ??= readCatalog();
  return built;
}
