import { collections } from '../../../src/schema/collections.ts';
import { type EntryAddress, entryAt, type FileAddress } from '../repository/content-address.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { belowContent, contentFolder, textFileOf } from '../requests/sent-paths.ts';

/** The path of a file as Decap knows it. */
export const decapPath = ({ path }: Pick<FileAddress, 'path'>): string => `${contentFolder}${path}`;

/** How Decap names the proposal of an entry: its path from the collection, without the ending. */
export const decapKey = ({
  collection,
  text,
}: EntryAddress): { readonly collection: string; readonly slug: string } => ({
  collection,
  slug: text.slice(collection.length + 1, text.lastIndexOf('.')),
});

/**
 * Reads how Decap names a proposal.
 * @throws RefusedRequest where that can be no entry
 */
export const entryOf = ({ collection, slug }: { collection: string; slug: string }) => {
  const isFile =
    Object.hasOwn(collections, collection) &&
    collections[collection as keyof typeof collections].layout === 'file';
  return textFileOf(`${contentFolder}${collection}/${slug}${isFile ? '.yaml' : '.mdx'}`).entry;
};

/**
 * Reads the folder of which Decap lists the files.
 * @returns null for a folder in which no files lie, as that of a collection
 * @throws RefusedRequest for a path that could be no folder of the content
 */
export const folderOf = (path: string): EntryAddress | null => {
  const below = belowContent(path.replace(/\/$/, ''));
  const entry = entryAt(below);
  if (entry.ok) return entry.address;
  if (
    below === '' ||
    below === 'content' ||
    /^[\p{L}\p{N}_-]+(?:\/[\p{L}\p{N}_-]+)*$/u.test(below)
  ) {
    return null;
  }
  throw new RefusedRequest(422, entry.reason);
};
