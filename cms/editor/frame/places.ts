import { type CollectionName, collectionNames } from '../../../src/schema/collections.ts';

/** What the address of the editor's page leads to. */
export type Place =
  | { readonly kind: 'list'; readonly collection: CollectionName | null }
  | {
      readonly kind: 'entry';
      readonly collection: CollectionName;
      /** What Decap calls the entry, `sakura-u/202611-x/index`; null for a new one. */
      readonly slug: string | null;
      /** What the address of a new one says of its fields, not trusted: `?term=誓約書`. */
      readonly asked?: Readonly<Record<string, string>>;
    }
  /** @see review/ */
  | { readonly kind: 'review'; readonly entry: string };

/** Reads the part of an address behind `#`. What leads nowhere leads to the list. */
export const placeOf = (hash: string): Place => {
  // Of what is stored it only told Decap where somebody came from.
  const path = decoded(hash.replace(/^#/, '').replace(/\?.*$/, ''));
  const review = /^\/review\/(.+)$/.exec(path);
  if (review?.[1]) return { kind: 'review', entry: review[1] };
  const [, name = '', rest = ''] = /^\/collections\/([^/]+)(?:\/(.*))?$/.exec(path) ?? [];
  const collection = collectionNames.find((each) => each === name) ?? null;
  if (collection === null) return { kind: 'list', collection: null };
  if (rest === 'new') {
    const asked = askedIn(hash);
    return { kind: 'entry', collection, slug: null, ...(asked ? { asked } : {}) };
  }
  const slug = /^entries\/(.+)$/.exec(rest)?.[1];
  return slug === undefined ? { kind: 'list', collection } : { kind: 'entry', collection, slug };
};

/** The part of an address behind `#`, with it. */
export const hashOf = (place: Place): string => {
  switch (place.kind) {
    case 'list':
      return place.collection === null ? '#/' : `#/collections/${place.collection}`;
    case 'entry':
      return place.slug === null
        ? `#/collections/${place.collection}/new`
        : `#/collections/${place.collection}/entries/${place.slug}`;
    case 'review':
      return `#/review/${place.entry}`;
  }
};

/** A path below content/ as the address of its form: `glossary/a`, `case-studies/sakura-u/x`. */
export const placeOfEntry = (entry: string): Place => {
  const [name = '', ...rest] = entry.split('/');
  const collection = collectionNames.find((each) => each === name) ?? null;
  if (collection === null) return { kind: 'list', collection: null };
  const isFile = collection === 'glossary' || collection === 'institutions';
  return { kind: 'entry', collection, slug: `${rest.join('/')}${isFile ? '' : '/index'}` };
};

const askedIn = (hash: string): Readonly<Record<string, string>> | null => {
  const at = hash.indexOf('?');
  return at === -1 ? null : Object.fromEntries(new URLSearchParams(hash.slice(at + 1)));
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
