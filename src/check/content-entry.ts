import type { Root } from 'hast';
import type { CollectionData, CollectionName } from '../schema/collections.ts';
import type { ContentPath } from '../schema/field.ts';
import type { EntryPlace } from './content-place.ts';

type EntryOf<Name extends CollectionName> = {
  collection: Name;
  /** `institution/slug` where the collection lies by institution, else `id`. */
  id: string;
  /** `{collection}/{id}` */
  contentPath: ContentPath;
  /** The file, relative to the content folder. */
  path: string;
  text: string;
  data: CollectionData[Name];
  /** The safe tree of the body (src/source/body.ts); null for an entry of fields only. */
  body: Root | null;
};

/** An entry whose fields hold to the schema of its collection. */
export type ContentEntry = { [Name in CollectionName]: EntryOf<Name> }[CollectionName];

/** The document at a place. The data have to be what the schema of the place's collection gives. */
export const contentEntry = (
  { collection, id, contentPath, path }: EntryPlace,
  { text, data, body }: { text: string; data: unknown; body: Root | null },
): ContentEntry =>
  // The compiler cannot tell that the schema looked up by a collection's name gives that collection's data.
  ({ collection, id, contentPath, path, text, data, body }) as ContentEntry;
