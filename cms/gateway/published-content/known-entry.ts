import type { Reading } from '../../../src/check/entry-reading.ts';
import type { CollectionName } from '../../../src/schema/collections.ts';
import { alsoCalled, entryTitle } from '../../../src/schema/entry-title.ts';
import type { ContentPath } from '../../../src/schema/field.ts';

/** A published entry by what a person calls it. */
export type KnownEntry = {
  readonly collection: CollectionName;
  readonly id: string;
  readonly path: ContentPath;
  /** Its title, name or term; its path where it says none. */
  readonly title: string;
  /** How else it is called or read. */
  readonly also: readonly string[];
  /** Which edition of a guideline it is; null where it says nothing of it. */
  readonly edition: string | null;
};

/** An entry as the check has read it, sound or not. */
export const knownEntry = ({ source, place }: Reading): KnownEntry => {
  const { collection, id, contentPath } = place;
  const edition = source.data?.['edition'];
  return {
    collection,
    id,
    path: contentPath,
    title: entryTitle(source.data ?? {}) || contentPath,
    also: alsoCalled(source.data ?? {}),
    edition: typeof edition === 'string' && edition !== '' ? edition : null,
  };
};
