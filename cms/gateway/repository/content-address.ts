import type { z } from 'zod';
import { otherForm } from '../../../src/attachments/other-forms.ts';
import { attachmentEnding, endingOf, placeOf } from '../../../src/check/content-place.ts';
import { nameProblems } from '../../../src/check/rules/file-names.ts';
import { notAsItIs, savedAnew } from '../../../src/check/saved-anew.ts';
import { attachmentEndings } from '../../../src/schema/body.ts';
import {
  type CollectionName,
  collectionNames,
  collections,
  type EntryCollection,
  entryCollections,
} from '../../../src/schema/collections.ts';
import { type InstitutionId, institutionId } from '../../../src/schema/field.ts';

/** A path below content/ that holds to the grammar: no other kind of path ever reaches git or the disk. */
export type FilePath = string & z.core.$brand<'FilePath'>;
/** `{collection}/{institution}/{slug}` or `{collection}/{id}`, without the file's own name. */
export type EntryPath = string & z.core.$brand<'EntryPath'>;

/** Where an entry lies. It is what a permission is decided by and what a proposal is about. */
export type EntryAddress = {
  readonly collection: CollectionName;
  /** Whose entry it is; null for what belongs to the portal itself, the registry included. */
  readonly institution: InstitutionId | null;
  readonly path: EntryPath;
  /** The file that holds its fields. */
  readonly text: FilePath;
};

/** A file of an entry: its text, or what lies beside it. */
export type FileAddress = {
  readonly path: FilePath;
  readonly part: 'text' | 'attachment';
  readonly entry: EntryAddress;
};

/** An address, or one Japanese sentence on why there is none and whom to ask. */
export type Addressed<Address> =
  | { readonly ok: true; readonly address: Address }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads the path of a file, from outside or from a stored tree, by the grammar of the check (placeOf, nameProblems).
 * @param path relative to content/, not trusted
 */
export const fileAt = (path: string): Addressed<FileAddress> => {
  const name = fileName(path);
  // A path as long as this is no mistake of a person; it is not worth a walk over its parts.
  if (path.length > mostPathLength) return refused('name-too-long');
  if (path.split('/').some((part) => part.startsWith('.'))) return refused('hidden');
  // Half of a character (a lone surrogate) has no bytes: git would get another name than was asked for.
  if (!path.isWellFormed()) return refused('name-unusable');
  const [mistake] = nameProblems(path);
  if (mistake) return refused(mistake.code);

  const place = placeOf(path);
  if (place.kind === 'misplaced') return refused('outside');
  if (place.kind === 'attachment' && attachmentEnding(name) === null) return refusedForm(name);
  const entryPath = place.kind === 'entry' ? place.contentPath : place.folder;
  return {
    ok: true,
    address: {
      path: path as FilePath,
      part: place.kind === 'entry' ? 'text' : 'attachment',
      entry: entryBelow(entryPath),
    },
  };
};

/**
 * Reads the path of an entry: `case-studies/sakura-u/pledge`, `glossary/deemed-export`.
 * @param path not trusted
 */
export const entryAt = (path: string): Addressed<EntryAddress> => {
  const file = fileAt(textOf(path));
  if (!file.ok) return file;
  const { entry, part } = file.address;
  return part === 'text' && entry.path === path ? { ok: true, address: entry } : refused('outside');
};

/** The name of a file without its folders. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Two addresses of one entry. */
export const isSameEntry = (one: EntryAddress, other: EntryAddress): boolean =>
  one.path === other.path;

const mostPathLength = 400;

const refusals = {
  outside:
    'この場所は記事や添付ファイルの置き場所ではありませんので、一覧から記事を開き直し、それでも同じときは事務局にお問い合わせください。',
  hidden:
    '「.」で始まる名前は隠しファイルになり公開できませんので、名前を付け直し、分からないときは事務局にお問い合わせください。',
  'name-not-nfc':
    '名前に、濁点などの分かれた文字が入っていますので、入力し直し、分からないときは事務局にお問い合わせください。',
  'name-unusable':
    '名前に、パソコンによっては使えない文字が入っていますので、入力し直し、分からないときは事務局にお問い合わせください。',
  'name-reserved':
    'この名前は Windows や保存の仕組みが別の目的に使っていますので、別の名前を付け、分からないときは事務局にお問い合わせください。',
  'name-too-long':
    '名前が長すぎて保存できないパソコンがありますので、80文字より短くし、分からないときは事務局にお問い合わせください。',
  ending: `添付できるファイルは ${attachmentEndings.join('、')} ですので、いずれかの形で保存し直し、できないときは事務局にお問い合わせください。`,
} as const;

const refused = (reason: keyof typeof refusals) =>
  ({ ok: false, reason: refusals[reason] }) as const;

/** A file in a form that can be saved anew is refused with how that is done, as the check says it. */
const refusedForm = (name: string) => {
  const form = otherForm(endingOf(name));
  return form === null
    ? refused('ending')
    : ({
        ok: false,
        reason: `この形式のファイルは${notAsItIs}ので、${savedAnew(form)}、添え直してください。`,
      } as const);
};

const textOf = (entryPath: string): string => {
  const collection = collectionNames.find((name) => name === entryPath.split('/')[0]);
  const isFile = collection !== undefined && collections[collection].layout === 'file';
  return isFile ? `${entryPath}.yaml` : `${entryPath}/index.mdx`;
};

/** Takes the path of an entry apart that placeOf has found sound. */
const entryBelow = (path: string): EntryAddress => {
  const [collection, first] = path.split('/') as [CollectionName, string];
  return {
    collection,
    institution: isEntryCollection(collection) ? institutionId.parse(first) : null,
    path: path as EntryPath,
    text: textOf(path) as FilePath,
  };
};

const isEntryCollection = (name: CollectionName): name is EntryCollection =>
  entryCollections.some((collection) => collection === name);
