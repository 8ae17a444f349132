import type { CollectionName } from '../schema/collections.ts';
import type { StoredEntry } from './shown-content.ts';

/** The entries of an edition in place of Astro's store: what a process that stays makes its pages from. */
export type GivenEntries = {
  /** Never changed: what changes comes as other entries, in other lists. */
  entries: ReadonlyMap<CollectionName, readonly StoredEntry[]>;
  /** `YYYY-MM-DD`: of which day the content is. */
  day: string;
};

type Given = { now?: GivenEntries | undefined; isClosed: boolean };

/** The pages are bundled with a copy of this module: both find what was given by a name that they share. */
const place = Symbol.for('portal.given-entries');
const given = (): Given => {
  const shared = globalThis as { [place]?: Given };
  shared[place] ??= { isClosed: false };
  return shared[place];
};

/** Has the catalogue read these entries from now on. */
export const giveEntries = (entries: GivenEntries): void => {
  given().now = entries;
};

/** What was given; undefined in a build, which reads Astro's store. */
export const givenEntries = (): GivenEntries | undefined => given().now;

/** Whether the catalogue may not be asked at this moment. */
export const isCatalogClosed = (): boolean => given().isClosed;

/**
 * Does something while which nobody may ask the catalogue: a page that is known by its props must show nothing else, or it
 * would stand as it was when the content has changed.
 */
export async function withoutCatalog<T>(task: () => Promise<T>): Promise<T> {
  given().isClosed = true;
  try {
    return await task();
  } finally {
    given().isClosed = false;
  }
}
