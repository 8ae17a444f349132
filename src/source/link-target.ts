import { posix } from 'node:path';
import { sitePaths } from '../schema/body.ts';
import { readLinkAddress } from './link-address.ts';

/** Where a link or picture of a body leads. */
export type LinkTarget =
  /** Another site, a mail address, a telephone; as it is written. */
  | { kind: 'outside'; address: string }
  /** A page made from the whole content, with what follows its path. */
  | { kind: 'site'; address: string }
  /** A file beside the entry, by its name; what follows `#` may be a page of it. */
  | { kind: 'file'; name: string; anchor: string }
  /** An entry, by its content path; it may be the one in which the link stands. */
  | { kind: 'entry'; contentPath: string; anchor: string }
  /** Nothing that there is, or nothing that an address may lead to. */
  | { kind: 'broken' };

/** The place from which relative addresses count, and what there is around it. */
export type LinkOrigin = {
  /** The folder of the entry, below the content folder. */
  folder: string;
  /** The entry's own content path. */
  contentPath: string;
  /** Whether a file of this name, in NFC, lies beside the entry. */
  hasFile(name: string): boolean;
  hasEntry(contentPath: string): boolean;
};

const broken: LinkTarget = { kind: 'broken' };

/**
 * Tells where an address in a body leads: the check and the page ask here and nowhere else, so that they agree. What
 * follows `?` means nothing to content and is dropped, but for the pages made from all of it.
 * @param address as the Markdown parser leaves it
 */
export const linkTarget = (address: string, origin: LinkOrigin): LinkTarget => {
  const { kind } = readLinkAddress(address);
  if (kind === 'web') return { kind: 'outside', address };
  if (kind !== 'path' && kind !== 'anchor') return broken;
  const { path, anchor } = partsOf(address);
  if (path.startsWith('/')) {
    return sitePaths.some((known) => known === path) ? { kind: 'site', address } : broken;
  }
  const written = decodedPath(path);
  if (written === null) return broken;
  if (written === '') return { kind: 'entry', contentPath: origin.contentPath, anchor };
  const name = bareName(written);
  if (name !== null && origin.hasFile(name)) return { kind: 'file', name, anchor };
  const contentPath = posix.join(origin.folder, written).replace(/(?:\/index\.mdx|\/|\.yaml)$/, '');
  return origin.hasEntry(contentPath) ? { kind: 'entry', contentPath, anchor } : broken;
};

/** The name that an address would have as that of a file beside the entry, in NFC; null where it is none. */
export const nameInAddress = (address: string): string | null => {
  const written = decodedPath(partsOf(address).path);
  return written === null ? null : bareName(written);
};

/** An address for a message, with its percent-encodings read as far as they can be. */
export const shownAddress = (address: string): string => address.split('/').map(decoded).join('/');

/** What stands behind `#`, as the heading's anchor is written. */
export const anchorText = (anchor: string): string => decoded(anchor);

/** Path and anchor of an address, without what follows `?`. */
const partsOf = (address: string): { path: string; anchor: string } => {
  const hash = address.indexOf('#');
  const before = hash === -1 ? address : address.slice(0, hash);
  const [path = ''] = before.split('?', 1);
  return { path, anchor: hash === -1 ? '' : address.slice(hash + 1) };
};

/**
 * A path as its author wrote it, in NFC. Null where a name in it would be a path of its own, here or on Windows: `%2F`
 * and `%5C` are no separators.
 */
const decodedPath = (path: string): string | null => {
  const names = path.split('/').map((name) => decoded(name).normalize('NFC'));
  return names.some((name) => /[/\\\0]/.test(name)) ? null : names.join('/');
};

/** What cannot be decoded stands for itself: `100%.pdf`. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const bareName = (path: string): string | null => {
  const name = path.replace(/^(?:\.\/)+/, '');
  return name === '' || name.includes('/') ? null : name;
};
