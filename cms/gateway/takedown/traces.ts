import type { Settings } from '../../../src/settings.ts';
import type { Gone } from './gone.ts';

/** Finds what is gone in what the site says. */
export type Traces = {
  /** Whether a text names something that is gone: by its address, or by words that nothing else says. */
  in(text: string): boolean;
  /** Whether a text has the address of something that is gone. */
  addressIn(text: string): boolean;
};

/** Where a site stands: its path, and its address in full as feeds and site maps write it. */
export type SitePlace = Pick<Settings, 'basePath' | 'siteUrl'>;

/** Makes the finder of what is gone from a site. */
export const tracesOf = (gone: Gone, place: SitePlace): Traces => {
  const addresses = [
    ...gone.folders.map((folder) => patternOfFolder(folder, place)),
    ...gone.entries.map((path) => `(?<![\\w-])${escaped(path)}(?![\\w-])`),
    ...gone.files.map((file) => escaped(file.slice(1))),
  ];
  const address = new RegExp(addresses.join('|'), 'u');
  const words = [...new Set(gone.words.map(squeezed))].filter((word) => word !== '');
  const addressIn = (text: string) => address.test(text) || address.test(unescapedAddress(text));
  return {
    addressIn,
    in(text) {
      if (addressIn(text)) return true;
      const close = squeezed(text);
      return words.some((word) => close.includes(word));
    },
  };
};

/** The folder of an entry, with or without its last slash; a page at the root of the site has to stand there. */
const patternOfFolder = (folder: string, { basePath, siteUrl }: SitePlace): string => {
  const parts = folder.split('/').filter(Boolean);
  const path = escaped(parts.join('/'));
  return parts.length > 1
    ? `(?<![\\w-])${path}(?![\\w-])`
    : `(?:(?<![\\w./-])${siteUrl ? `|${escaped(new URL(siteUrl).origin)}` : ''})${escaped(basePath)}${path}(?![\\w-])`;
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Names of files are percent-encoded in addresses. */
const unescapedAddress = (text: string): string =>
  text.includes('%') ? text.replace(/(?:%[0-9A-Fa-f]{2})+/g, decodedOrSame) : text;

const decodedOrSame = (encoded: string): string => {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
};

/** Words without what a page may put between their letters: spaces, and places where a line may break. */
const squeezed = (text: string): string =>
  text.normalize('NFKC').replace(/[\s\u00AD\u200B\u2060\uFEFF]+/gu, '');
