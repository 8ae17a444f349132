import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Parser } from 'htmlparser2';

export type BrokenLink = {
  page: string;
  link: string;
  reason: 'no such page' | 'no such anchor' | 'another host';
};

type Page = { ids: Set<string>; links: string[]; loads: string[] };

/** Attributes that lead a reader somewhere, and those that make the browser fetch something. */
const leads = new Map([
  ['a', 'href'],
  ['form', 'action'],
]);
const loads = new Map([
  ['link', 'href'],
  ['script', 'src'],
  ['img', 'src'],
  ['iframe', 'src'],
  ['source', 'src'],
]);
/** Relations that name an address without fetching it. */
const namesOnly = new Set(['canonical', 'alternate']);

function readPage(html: string): Page {
  const page: Page = { ids: new Set(), links: [], loads: [] };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (attributes['id']) page.ids.add(attributes['id']);
      const lead = leads.get(name);
      if (lead && attributes[lead] !== undefined) page.links.push(attributes[lead]);
      const load = loads.get(name);
      if (load && attributes[load] !== undefined) {
        (namesOnly.has(attributes['rel'] ?? '') ? page.links : page.loads).push(attributes[load]);
      }
    },
  });
  parser.end(html);
  return page;
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );

/**
 * Every internal link of a built site that leads nowhere, every anchor that is not there,
 * and everything that a page would fetch from another host.
 * @param base the path that the site stands under, with a slash at both ends.
 */
export function brokenLinks(folder: string, base = '/'): BrokenLink[] {
  const files = new Set(filesBelow(folder).map((path) => posix.join('/', path)));
  const pages = new Map(
    [...files]
      .filter((path) => path.endsWith('.html'))
      .map((path) => [path, readPage(readFileSync(join(folder, path), 'utf8'))]),
  );
  const origin = 'http://site.invalid';
  const fileOf = (pathname: string): string | undefined => {
    if (!pathname.startsWith(base)) return undefined;
    const path = posix.join('/', decodeURIComponent(pathname.slice(base.length)));
    return [path, posix.join(path, 'index.html')].find((candidate) => files.has(candidate));
  };

  return [...pages].flatMap(([page, { links, loads: fetched }]) => {
    const here = `${origin}${posix.join(base, page.replace(/index\.html$/, ''))}`;
    const judge = (link: string, fetches: boolean): BrokenLink[] => {
      const address = new URL(link, here);
      if (address.origin !== origin) return fetches ? [{ page, link, reason: 'another host' }] : [];
      const file = fileOf(address.pathname);
      if (!file) return [{ page, link, reason: 'no such page' }];
      const anchor = decodeURIComponent(address.hash.slice(1));
      if (anchor && pages.get(file)?.ids.has(anchor) === false)
        return [{ page, link, reason: 'no such anchor' }];
      return [];
    };
    return [
      ...links.flatMap((link) => judge(link, false)),
      ...fetched.flatMap((link) => judge(link, true)),
    ];
  });
}
