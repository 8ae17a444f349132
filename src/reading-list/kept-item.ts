import { readEdition } from '../rule-editions/edition-status.ts';
import type { EditionFile } from '../schema/edition-file.ts';
import { keepWords as words } from '../strings/kept-items.ts';

/** Where an entry says that it comes from, as one line of a list. */
export type KeptSource = { title: string; date: string; url: string };

/** A file that goes into the reader's own bundle. */
export type KeptFile = Pick<EditionFile, 'address' | 'title' | 'name' | 'bytes' | 'checksum'>;

/** What a reader has put on the list: an entry, or one file. */
export type KeptItem = {
  /** On the site, with the base path: also what tells items apart. */
  address: string;
  title: string;
  /** 事例, 規程・指針, PDF … */
  label: string;
  /** Whose it is: an institution, or the editors. */
  owner: string;
  /** 内容の時点, as it is shown; empty where it is not known. */
  when: string;
  summary: string;
  /** Null where the item was taken from a list, which does not say; its page does. */
  sources: readonly KeptSource[] | null;
  files: readonly KeptFile[];
  /** Of an edition of a rule that is announced or replaced on some day: its dates. */
  edition?: string;
  /** Whether the item is its file, and not an entry that has some. */
  isFile?: boolean;
};

/** When an item is of, for a reader: a file has the date of its entry, which stands beside it. */
export const whenOf = ({ when, isFile = false }: KeptItem): string =>
  when || (isFile ? '' : words.unknownYear);

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const hasTexts = (value: Fields, names: readonly string[]): boolean =>
  names.every((name) => typeof value[name] === 'string');

const isSource = (value: unknown): value is KeptSource =>
  isFields(value) && hasTexts(value, ['title', 'date', 'url']);
const isFile = (value: unknown): value is KeptFile =>
  isFields(value) &&
  hasTexts(value, ['address', 'title', 'name', 'checksum']) &&
  typeof value['bytes'] === 'number';

/** An address of this site: whatever else stands in the browser's storage is never made a link. */
const isOwnAddress = (address: unknown): boolean =>
  typeof address === 'string' && /^\/(?!\/)/.test(address);

const isItem = (value: unknown): value is KeptItem =>
  isFields(value) &&
  hasTexts(value, ['address', 'title', 'label', 'owner', 'when', 'summary']) &&
  isOwnAddress(value['address']) &&
  (value['sources'] === null ||
    (Array.isArray(value['sources']) && value['sources'].every(isSource))) &&
  Array.isArray(value['files']) &&
  value['files'].every((file) => isFile(file) && isOwnAddress(file.address)) &&
  (value['edition'] === undefined || readEdition(value['edition']) !== null);

const parsed = (text: string | null | undefined): unknown => {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
};

/** Reads an item as a page carries it; null where it is none. */
export const readItem = (text: string | null | undefined): KeptItem | null => {
  const value = parsed(text);
  return isItem(value) ? value : null;
};

/** Reads a list as the browser keeps it; what cannot be read is left out. */
export const readItems = (text: string | null): KeptItem[] => {
  const value = parsed(text);
  return Array.isArray(value) ? value.filter(isItem) : [];
};
