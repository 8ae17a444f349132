import type { CollectionName } from '../../../src/schema/collections.ts';
import { type Data, type MergedFields, mergeFields } from './merge-fields.ts';

/**
 * Brings two changed versions of an entry together, so that a person is asked about nothing but what both changed.
 * @param base what both began from; null where nobody knows: then every field that differs has to be chosen
 */
export type MergeEntries = (
  collection: CollectionName,
  base: Data | null,
  mine: Data,
  theirs: Data,
) => MergedFields;

/**
 * Gives what merges. Somebody may type while it is loaded: what stands in the form is read after that, and merged at once.
 * Where the line is lost nothing can be loaded, and whole fields are shown.
 */
export const loadMerging = async (): Promise<MergeEntries> => {
  const blocks = await import('./merge-blocks.ts').catch(() => null);
  return (collection, base, mine, theirs) =>
    blocks && base
      ? blocks.mergeBlocks(collection, base, mine, theirs)
      : mergeFields(base, mine, theirs);
};
