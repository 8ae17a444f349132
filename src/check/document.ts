import type { Root } from 'hast';
import type { CollectionData, CollectionName } from '../schema/collections.ts';
import type { ContentPath } from '../schema/field.ts';

type DocumentOf<Name extends CollectionName> = {
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
export type Document = { [Name in CollectionName]: DocumentOf<Name> }[CollectionName];
