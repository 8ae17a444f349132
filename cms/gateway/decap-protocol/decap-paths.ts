import { collections } from '../../../src/schema/collections.ts';
import {
  type EntryAddress,
  entryAt,
  type FileAddress,
  fileAt,
} from '../repository/content-address.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { sentences } from '../requests/sentences.ts';

/** Where the content lies, from the root of the repository, as Decap's paths have it. */
const contentFolder = 'content/';

/** The path of a file as Decap knows it. */
export const decapPath = ({ path }: Pick<FileAddress, 'path'>): string => `${contentFolder}${path}`;

/**
 * Reads a path that Decap sent, from the root of the repository or from content/.
 * @throws RefusedRequest where it leads to no file of the content
 */
export const fileOf = (path: string): FileAddress => {
  const file = fileAt(belowContent(path));
  if (!file.ok) throw new RefusedRequest(422, file.reason);
  return file.address;
};

/** Reads a path that must be that of an entry's text. */
export const textFileOf = (path: string): FileAddress => {
  const file = fileOf(path);
  if (file.part !== 'text') throw new RefusedRequest(422, sentences.slugMismatch);
  return file;
};

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

/** The name of a file without its folders. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const belowContent = (path: string): string =>
  path.startsWith(contentFolder) ? path.slice(contentFolder.length) : path;
