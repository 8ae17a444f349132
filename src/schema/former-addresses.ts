import { addressOf } from './addresses.ts';
import type { CollectionName } from './collections.ts';

/** The id or content path of what lies in the same folder under another name. */
export const besideIt = (path: string, name: string): string =>
  `${path.slice(0, path.lastIndexOf('/') + 1)}${name}`;

/**
 * The addresses below the site's base path at which a piece of content could be read before, in the order of its list.
 * @param id its id in the collection now
 */
export const formerAddressesOf = (
  collection: CollectionName,
  id: string,
  data: object,
): string[] => {
  const names = 'formerAddresses' in data ? data.formerAddresses : [];
  return Array.isArray(names) ? names.map((name) => addressOf(collection, besideIt(id, name))) : [];
};

/** What a page at a former address says in its head, for hosts that can do nothing but serve files. */
export const sendingOn = (address: string): string => `0;url=${address}`;

/** More than stands before it in the head of any such page. */
export const mostBytesBeforeSendingOn = 4096;

/**
 * Where a page of the built site sends its readers on; null for every page that has something to say itself.
 * @param head the beginning of the page, at least mostBytesBeforeSendingOn of it
 */
export const sentOnTo = (head: string): string | null =>
  /<meta http-equiv="refresh" content="0;url=(\/(?!\/)[\w./-]*)">/.exec(head)?.[1] ?? null;
