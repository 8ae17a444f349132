import { posix } from 'node:path';
import { placeMark } from './reader/marks.ts';
import { safePaths } from './safe-paths.ts';
import { kindOf } from './site-files.ts';

/** The folder beside index.html that holds all other pages and files. */
export const siteFolder = 'site';

/** Where a link of the site leads: into the folder, to what the folder does not hold, or elsewhere. */
export type Target =
  | { kind: 'held'; path: string; rest: string }
  | { kind: 'missing'; path: string }
  | { kind: 'elsewhere' };

/** Where the files of a site lie in the folder, and how addresses between them are written there. */
export type FolderAddresses = {
  /** Where a file of the site lies in the folder. */
  placeOf(sitePath: string): string;
  /**
   * Follows a link that stands on a page of the site.
   * @param link an address as it is written
   * @param page the site's path of the page
   */
  follow(link: string, page: string): Target;
  /** The address of a target for a page: relative, so that it holds wherever the folder lies. */
  relative(page: string, target: { path: string; rest: string }): string;
  /** Addresses of the site within data, for the folder's script to complete; other text stays as it is. */
  marked(value: unknown): unknown;
  /** The same for the data of the search, whose engine puts the place before each address by itself. */
  rooted(value: unknown): unknown;
};

const host = 'http://site.invalid';
const encoded = (path: string) => path.split('/').map(encodeURIComponent).join('/');

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return undefined;
  }
}

/**
 * The addresses of a folder edition.
 * @param paths all files of the built site
 * @param base the path that the site was built to stand under, with a slash at both ends
 */
export function folderAddresses(paths: readonly string[], base: string): FolderAddresses {
  const held = paths.filter((path) => kindOf(path) === 'page' || kindOf(path) === 'file');
  const places = new Map(
    [...safePaths(held)].map(([path, safe]) => [
      path,
      path === 'index.html' ? path : `${siteFolder}/${safe}`,
    ]),
  );
  const byName = new Map(held.map((path) => [path.normalize('NFC'), path]));

  const heldAt = (pathname: string): string | undefined => {
    const path = pathname.startsWith(base) ? decoded(pathname.slice(base.length)) : undefined;
    if (path === undefined) return undefined;
    return byName.get(path) ?? byName.get(posix.join(path, 'index.html'));
  };

  const placeOf = (sitePath: string) => {
    const place = places.get(sitePath);
    if (place === undefined) throw new Error(`The folder edition does not hold ${sitePath}.`);
    return place;
  };

  const follow = (link: string, page: string): Target => {
    if (!URL.canParse(link, host)) return { kind: 'elsewhere' };
    const address = new URL(link, `${host}${base}${encoded(page)}`);
    if (address.origin !== host) return { kind: 'elsewhere' };
    const path = heldAt(address.pathname);
    return path === undefined
      ? { kind: 'missing', path: address.pathname.slice(base.length) }
      : { kind: 'held', path, rest: address.search + address.hash };
  };

  /** Only what begins with a slash is an address in data: other words may look like a relative one. */
  const inData = (value: string, written: (path: string, rest: string) => string): string => {
    const target = /^\/(?!\/)/.test(value) ? follow(value, 'index.html') : undefined;
    return target?.kind === 'held' ? written(encoded(placeOf(target.path)), target.rest) : value;
  };

  return {
    placeOf,
    follow,
    relative: (page, { path, rest }) =>
      encoded(posix.relative(posix.dirname(placeOf(page)), placeOf(path))) + rest,
    marked: (value) =>
      withTexts(value, (text) => inData(text, (path, rest) => placeMark + path + rest)),
    rooted: (value) => withTexts(value, (text) => inData(text, (path, rest) => `/${path}${rest}`)),
  };
}

/** A copy of data with every text in it changed. */
function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => withTexts(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withTexts(one, change)]),
  );
}
