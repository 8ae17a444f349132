import { createHash } from 'node:crypto';
import { xmlText } from '../formats/xml-text.ts';

/** One entry of a feed. */
export type AtomEntry = {
  title: string;
  summary: string;
  /** Address below the site's root, with the base path. */
  address: string;
  /** What stays the same wherever the site stands: the address without the base path. */
  identity: string;
  /** Days, `YYYY-MM-DD`, in Japan. */
  published: string;
  updated: string;
  /** Who wrote the text. */
  author: string;
  categories: readonly string[];
};

/** A feed with its entries. */
export type AtomFeed = {
  title: string;
  subtitle: string;
  author: string;
  /** Addresses of the page that the feed stands for, and of the feed. */
  home: string;
  self: string;
  rights: string;
  entries: readonly AtomEntry[];
};

const element = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`;

/**
 * RFC 4287 asks for an id that never changes and is a whole IRI. The site may not know its own address, so
 * it is a UUID made from what does not change (RFC 9562, version 8).
 */
function uuidOf(identity: string): string {
  const hex = createHash('sha256').update(`sangakukan-risk-portal ${identity}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return `urn:uuid:${[...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')}`;
}

const moment = (day: string): string => `${day}T00:00:00+09:00`;

/**
 * An Atom feed (RFC 4287). Links may be relative there, so the feed is valid before the site's address is
 * known; with `site` they are whole.
 */
export function atomFeed(feed: AtomFeed, site: URL | undefined): string {
  const link = (address: string) => xmlText(site ? new URL(address, site).href : address);
  const latest =
    feed.entries
      .map(({ updated }) => updated)
      .sort()
      .at(-1) ?? '1970-01-01';
  const entries = feed.entries.map((entry) =>
    [
      '<entry>',
      element('id', uuidOf(entry.identity)),
      element('title', entry.title),
      `<link href="${link(entry.address)}"/>`,
      element('published', moment(entry.published)),
      element('updated', moment(entry.updated)),
      `<author>${element('name', entry.author)}</author>`,
      ...entry.categories.map((category) => `<category term="${xmlText(category)}"/>`),
      element('summary', entry.summary),
      '</entry>',
    ].join(''),
  );
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">',
    element('id', uuidOf(feed.title)),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    `<link href="${link(feed.home)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${link(feed.self)}"/>`,
    element('updated', moment(latest)),
    `<author>${element('name', feed.author)}</author>`,
    element('rights', feed.rights),
    ...entries,
    '</feed>',
  ].join('\n')}\n`;
}
