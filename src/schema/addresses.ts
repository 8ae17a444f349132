import type { CollectionName } from './collections.ts';

/** The folder of the site in which a collection is read. Case studies and best practices are one list there. */
const folders: Record<CollectionName, string> = {
  institutions: 'institutions',
  'case-studies': 'practices',
  'best-practices': 'practices',
  guidelines: 'guidelines',
  symposia: 'symposia',
  surveys: 'surveys',
  scenes: 'scenes',
  kits: 'kits',
  glossary: 'glossary',
  rings: 'glossary/words',
  pages: '',
};

/**
 * The address of a piece of content below the site's base path, from its collection and its id there
 * (`sakura-u/pledge`, `training`). It stays the same when a case study is chosen as a best practice.
 */
export const addressOf = (collection: CollectionName, id: string): string =>
  collection === 'pages'
    ? `/${id}/`
    : collection === 'rings'
      ? `/${folders.rings}/#${id}`
      : `/${folders[collection]}/${id}/`;

/** Puts an address of the site below the path that the site stands under. `base` begins and ends with a slash. */
export const below = (base: string, address: string): string =>
  `${base.replace(/\/$/, '')}${address}`;
