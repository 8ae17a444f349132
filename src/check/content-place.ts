import { attachmentEndings } from '../schema/body.ts';
import {
  type CollectionName,
  collectionNames,
  collections,
  type Layout,
} from '../schema/collections.ts';
import type { ContentPath } from '../schema/field.ts';
import { slug } from '../schema/field.ts';
import { nearestWord } from './nearest-word.ts';
import { type Problem, problemOf } from './problem.ts';

/** What a file of the content folder is, by its path alone. */
export type ContentPlace = EntryPlace | AttachmentPlace | Misplaced;

export type EntryPlace = {
  kind: 'entry';
  collection: CollectionName;
  /** `institution/slug` where the collection lies by institution, else `id`. */
  id: string;
  contentPath: ContentPath;
  path: string;
};
export type AttachmentPlace = {
  kind: 'attachment';
  path: string;
  name: string;
  /** The folder of the entry that it belongs to. */
  folder: string;
};
type Misplaced = { kind: 'misplaced'; path: string; problem: Problem };

const expectedPlaces: Record<Layout, (collection: string) => string> = {
  file: (collection) => `「${collection}/名前.yaml」の形で置いてください。`,
  folder: (collection) =>
    `「${collection}/名前/index.mdx」の形で置き、添付ファイルは同じフォルダーに置いてください。`,
  institution: (collection) =>
    `「${collection}/機関/名前/index.mdx」の形で置き、添付ファイルは同じフォルダーに置いてください。`,
};
const folderDepth: Record<Layout, number> = { file: 0, folder: 1, institution: 2 };

/** Tells by its path what a file is, or why it may not lie there. */
export const placeOf = (path: string): ContentPlace => {
  const misplaced = (problem: Problem): Misplaced => ({ kind: 'misplaced', path, problem });
  const hidden = path.split('/').find((part) => part.startsWith('.'));
  if (hidden !== undefined) {
    return misplaced(problemOf('name-hidden', path, 1, { name: hidden }));
  }
  const [collection = '', ...below] = path.split('/');
  const name = below.at(-1);
  if (name === undefined || !isCollection(collection)) {
    return misplaced(unknownFolder(path, name === undefined ? null : collection));
  }

  const { layout } = collections[collection];
  const isFile = layout === 'file';
  if (below.length !== folderDepth[layout] + 1 || (isFile && !name.endsWith('.yaml'))) {
    const expected = expectedPlaces[layout](collection);
    return misplaced(problemOf('path-unknown', path, 1, { expected }));
  }

  const names = isFile ? [name.slice(0, -'.yaml'.length)] : below.slice(0, -1);
  const wrong = names.find((part) => !slug.safeParse(part).success);
  if (wrong !== undefined) {
    return misplaced(problemOf('name-not-address', path, 1, { name: wrong }));
  }
  const id = names.join('/');
  if (isFile || name === 'index.mdx') {
    const contentPath = `${collection}/${id}` as ContentPath;
    return { kind: 'entry', collection, id, contentPath, path };
  }
  return { kind: 'attachment', path, name, folder: `${collection}/${id}` };
};

/** The ending of a file's name, as `.pdf`; empty where there is none. */
export const endingOf = (name: string): string => /\.[^.]+$/.exec(name)?.[0] ?? '';

export type AttachmentEnding = (typeof attachmentEndings)[number];

/**
 * The ending of an attachment that may lie beside an entry, in small letters whatever the file's name has: cameras write
 * theirs in capitals. Null for any other.
 */
export const attachmentEnding = (name: string): AttachmentEnding | null => {
  const small = name.toLowerCase();
  return attachmentEndings.find((ending) => small.endsWith(ending)) ?? null;
};

const isCollection = (name: string): name is CollectionName => Object.hasOwn(collections, name);

const unknownFolder = (path: string, folder: string | null): Problem => {
  if (folder === null) {
    const expected = `content のすぐ下にファイルは置けません。${collectionNames.join('、')} のいずれかのフォルダーに置いてください。`;
    return problemOf('path-unknown', path, 1, { expected });
  }
  const nearest = nearestWord(folder, collectionNames);
  return problemOf('folder-unknown', path, 1, { folder, folders: collectionNames, nearest });
};
