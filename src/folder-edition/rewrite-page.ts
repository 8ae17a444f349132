import type { FolderAddresses } from './folder-addresses.ts';
import { folderPolicy } from './folder-policy.ts';
import {
  attributeOf,
  type Edit,
  edited,
  endOf,
  type Tag,
  type TagAttribute,
  tagsOf,
  writtenAttribute,
} from './html-tags.ts';
import { markedAttributes } from './reader/marks.ts';
import { isBundle } from './site-files.ts';

/** What is put on every page of the folder edition. */
export type PageFrame = {
  addresses: FolderAddresses;
  /** 控えの日付, as it is shown. */
  day: string;
  /** The link to the page on the site itself, where its address is known. */
  latest: string;
  /** Said beside the words that were a link to a bundle. */
  instead: string;
  /** Where the folder's style sheet and first script lie in the folder. */
  styleSheet: string;
  firstScript: string;
  /**
   * The classic script in place of a module of the site, by the module's path.
   * @throws Error where nobody knows which it is
   */
  scriptFor(modulePath: string): string;
  /** The way from a page to something that is only in the folder. */
  toFolder(page: string, folderPath: string): string;
};

/** A page as the folder holds it, and what it needs. */
export type RewrittenPage = {
  html: string;
  /** Files of the site that the page leads to or shows. */
  linked: Set<string>;
  /** Files of the site that its scripts ask for. */
  asked: Set<string>;
};

/** Marks what makes sense on the site alone, for the folder edition to leave out. */
const onlineOnly = 'data-online';

const addressAttributes = new Set(['href', 'xlink:href', 'src', 'action', 'formaction', 'poster']);
const listAttributes = new Set(['srcset', 'imagesrcset']);
const moduleLinks = /^(?:manifest|modulepreload|preload|prefetch)$/;

/**
 * Turns a page of the built site into one that works from a disk: its links are relative and name files, its module
 * scripts are classic ones, addresses for scripts are marked, and what only a server can give is taken out.
 * @param path the site's path of the page
 * @throws Error where the page needs a file that the site does not have
 */
export function rewritePage(html: string, path: string, frame: PageFrame): RewrittenPage {
  const tags = tagsOf(html);
  const edits: Edit[] = [];
  const linked = new Set<string>();
  const asked = new Set<string>();
  const { addresses } = frame;
  const canonical = tags.find(
    (tag) => tag.name === 'link' && attributeOf(tag, 'rel') === 'canonical',
  );

  const replace = ({ start, end }: { start: number; end: number }, text: string) =>
    edits.push({ start, end, text });
  const insert = (place: number, text: string) => replace({ start: place, end: place }, text);
  const removeElement = (index: number) => {
    const tag = tags[index] as Tag;
    const last = tags[endOf(tags, index) ?? index] as Tag;
    replace({ start: tag.start, end: last.end }, '');
  };

  /** The address for the folder, or where the folder holds nothing of the kind the path that is missing. */
  const relative = (link: string): { address: string } | { missing: string } => {
    if (/^(?:[#?]|$)/.test(link)) return { address: link };
    const target = addresses.follow(link, path);
    if (target.kind === 'missing') return { missing: target.path };
    if (target.kind === 'elsewhere') return { address: link };
    linked.add(target.path);
    return { address: addresses.relative(path, target) };
  };

  /** The words of a link to what the folder does not hold stay; in a list of ways the whole way goes. */
  const withoutWay = (index: number, missing: string) => {
    const end = endOf(tags, index) ?? index;
    const isWholeItem = tags[index - 1]?.name === 'li' && tags[end + 1]?.name === 'li';
    if (isWholeItem && isWithin(tags, index, 'nav')) return removeElement(index - 1);
    const note = isBundle(missing) ? `<small>${frame.instead}</small>` : '';
    replace(tags[index] as Tag, '<span>');
    replace(tags[end] as Tag, `</span>${note}`);
  };

  const rewriteData = (tag: Tag) => {
    const changed = tag.attributes.filter((attribute) => {
      if (!attribute.name.startsWith('data-')) return false;
      const value = markedData(attribute.value, addresses);
      if (value === attribute.value) return false;
      const target = addresses.follow(attribute.value, path);
      if (target.kind === 'held') asked.add(target.path);
      replace(attribute, writtenAttribute(attribute.name, value));
      return true;
    });
    if (changed.length === 0) return;
    const names = changed.map(({ name }) => name).join(' ');
    const after = tag.attributes.at(-1)?.end ?? tag.end;
    insert(after, ` ${writtenAttribute(markedAttributes, names)}`);
  };

  const rewriteAddresses = (tag: Tag, index: number) => {
    for (const attribute of tag.attributes) {
      const { name, value } = attribute;
      if (listAttributes.has(name)) {
        replace(attribute, writtenAttribute(name, relativeSet(value, relative)));
      }
      if (!addressAttributes.has(name)) continue;
      const found = relative(value);
      if ('address' in found) {
        if (found.address !== value) replace(attribute, writtenAttribute(name, found.address));
      } else if (tag.name === 'a' || tag.name === 'area') return withoutWay(index, found.missing);
      else if (tag.name === 'link') return removeElement(index);
      else throw new Error(`${path} needs ${value}, which the site does not have.`);
    }
  };

  const scripts = new Set<string>();
  for (const [index, tag] of tags.entries()) {
    if (tag.isEnd) continue;
    if (attributeOf(tag, onlineOnly) !== undefined) removeElement(index);
    else if (tag.name === 'meta') rewriteMeta(tag, path, addresses, replace);
    else if (tag.name === 'script') {
      const source = attributeOf(tag, 'src');
      if (source === undefined) continue;
      const module = new URL(source, `http://site.invalid/${path}`).pathname;
      const script = frame.toFolder(path, frame.scriptFor(module));
      // A module runs once however often a page names it, a classic script each time.
      if (scripts.has(script)) removeElement(index);
      else replace(tag, `<script defer ${writtenAttribute('src', script)}>`);
      scripts.add(script);
    } else if (tag.name === 'link' && moduleLinks.test(attributeOf(tag, 'rel') ?? '')) {
      removeElement(index);
    } else {
      rewriteData(tag);
      rewriteAddresses(tag, index);
    }
  }

  const head = tags.find(({ name, isEnd }) => name === 'head' && isEnd);
  const header = tags.find(({ name }) => name === 'header');
  if (!head || !header) throw new Error(`${path} has no head or no header to put the day in.`);
  const style = writtenAttribute('href', frame.toFolder(path, frame.styleSheet));
  insert(head.start, `<link rel="stylesheet" ${style}>`);
  const script = writtenAttribute('src', frame.toFolder(path, frame.firstScript));
  const firstOfAll = tags.find(({ name }) => name === 'script') ?? head;
  insert(Math.min(firstOfAll.start, head.start), `<script defer ${script}></script>`);
  const strip = dayStrip(frame, canonical && attributeOf(canonical, 'href'));
  insert(header.end, strip);
  return { html: edited(html, edits), linked, asked };
}

/** Whether a tag stands inside an element of this name. */
const isWithin = (tags: readonly Tag[], at: number, name: string): boolean =>
  tags
    .slice(0, at)
    .some(
      (tag, index) => tag.name === name && !tag.isEnd && (endOf(tags, index) ?? tags.length) > at,
    );

const dayStrip = ({ day, latest }: PageFrame, canonical: string | undefined): string => {
  const link = canonical ? ` <a ${writtenAttribute('href', canonical)}>${latest}</a>` : '';
  return `<div class="copy-day"><p class="wrap"><strong>${day}</strong>${link}</p></div>`;
};

/** Data of an attribute, an address or JSON, with its addresses marked. */
function markedData(value: string, addresses: FolderAddresses): string {
  if (!/^[[{]/.test(value)) return String(addresses.marked(value));
  try {
    const data: unknown = JSON.parse(value);
    const marked = JSON.stringify(addresses.marked(data));
    return marked === JSON.stringify(data) ? value : marked;
  } catch {
    return value;
  }
}

const relativeSet = (
  value: string,
  relative: (link: string) => { address: string } | { missing: string },
): string =>
  value
    .split(/,\s+/)
    .map((candidate) => {
      const [link = '', ...size] = candidate.trim().split(/\s+/);
      const found = relative(link);
      return ['address' in found ? found.address : link, ...size].join(' ');
    })
    .join(', ');

function rewriteMeta(
  tag: Tag,
  path: string,
  addresses: FolderAddresses,
  replace: (place: TagAttribute, text: string) => void,
): void {
  const content = tag.attributes.find(({ name }) => name === 'content');
  const says = attributeOf(tag, 'http-equiv')?.toLowerCase();
  if (!content || !says) return;
  if (says === 'content-security-policy') {
    replace(content, writtenAttribute('content', folderPolicy(content.value)));
  }
  const [, wait = '', link = ''] = /^(\d+;\s*url=)(.*)$/i.exec(content.value) ?? [];
  const target = says === 'refresh' ? addresses.follow(link, path) : undefined;
  if (target?.kind === 'held') {
    replace(content, writtenAttribute('content', wait + addresses.relative(path, target)));
  }
}
