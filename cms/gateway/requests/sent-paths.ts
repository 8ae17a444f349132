import {
  type EntryAddress,
  entryAt,
  type FileAddress,
  fileAt,
} from '../repository/content-address.ts';
import { RefusedRequest } from './refused-request.ts';
import { sentences } from './sentences.ts';

/** Where the content lies in the paths that editors send and are told, from the root of the repository. */
export const contentFolder = 'content/';

/** A path that was sent, from content/. */
export const belowContent = (path: string): string =>
  path.startsWith(contentFolder) ? path.slice(contentFolder.length) : path;

/**
 * Reads the path of a file that was sent, from the root of the repository or from content/.
 * @throws RefusedRequest where it leads to no file of the content
 */
export const fileOf = (path: string): FileAddress => {
  const file = fileAt(belowContent(path));
  if (!file.ok) throw new RefusedRequest(422, file.reason);
  return file.address;
};

/**
 * Reads a path that must be that of an entry's text.
 * @throws RefusedRequest where it is not
 */
export const textFileOf = (path: string): FileAddress => {
  const file = fileOf(path);
  if (file.part !== 'text') throw new RefusedRequest(422, sentences.slugMismatch);
  return file;
};

/**
 * Reads the path of an entry that stands in an address: `case-studies/sakura-u/pledge`.
 * @throws RefusedRequest where it can be none
 */
export const entryAtPath = (path: string): EntryAddress => {
  const entry = entryAt(path);
  if (!entry.ok) throw new RefusedRequest(422, entry.reason);
  return entry.address;
};
