import { parseHTML } from 'linkedom';
import type { Section } from '../index-files.ts';
import { type PageRecord, type PageSearchData, pageRecord } from './page-record.ts';

/** Set with their own rules or said twice: readings over words, scripts, controls, ways around the site. */
const unread = new Set(
  'script style template noscript svg rt rp nav form button select input textarea iframe'.split(
    ' ',
  ),
);
const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd label mark q ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
const elementNode = 1;
const textNode = 3;

/** A line break in the source between two Japanese letters is no space: browsers and authors differ on it. */
const breakInJapanese =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。])[ \t]*\n\s*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。])/gu;
/** Where a heading may be broken; nothing for a reader to see or search. */
const breakOpportunity = /[\u00ad\u200b\u2060]/g;

const inOneLine = (text: string) =>
  text.replace(breakOpportunity, '').replace(breakInJapanese, '').replace(/\s+/gu, ' ').trim();

/** The words of an element as one line, without what is not read. */
function lineOf(element: Element): string {
  let line = '';
  const visit = (node: Node) => {
    if (node.nodeType === textNode) line += node.textContent ?? '';
    if (node.nodeType !== elementNode || isUnread(node as Element)) return;
    for (const child of node.childNodes) visit(child);
  };
  for (const child of element.childNodes) visit(child);
  return inOneLine(line);
}

const isUnread = (element: Element) =>
  unread.has(element.localName) ||
  element.hasAttribute('data-pagefind-ignore') ||
  element.hasAttribute('hidden');

/**
 * Cuts the marked part of a page into sections at its headings, block by block.
 * @param heading the first heading of the page
 * @param isTitle whether it is the title, which is not among them; else it is the first line
 */
function sectionsOf(body: Element, heading: Element | null, isTitle = true): Section[] {
  const sections: Section[] = [];
  let current: Section;
  let blocks: string[] = [];
  let block = '';
  let anchor = '';
  let isAside = false;

  const section = (heading: string, ownAnchor: string): Section => ({
    heading,
    anchor: ownAnchor,
    text: '',
    ...(isAside ? { aside: true } : {}),
  });
  const endBlock = () => {
    const line = inOneLine(block);
    if (line) blocks.push(line);
    block = '';
  };
  const endSection = () => {
    endBlock();
    current.text = blocks.join('\n');
    if (current.heading || current.text) sections.push(current);
    blocks = [];
  };
  const visit = (node: Node): void => {
    if (node.nodeType === textNode) block += node.textContent ?? '';
    if (node.nodeType !== elementNode) return;
    const element = node as Element;
    if (isUnread(element)) return;
    if (element === heading) {
      if (!isTitle) block = lineOf(element);
      endBlock();
      return;
    }
    if (element.localName === 'br') endBlock();
    if (/^h[1-6]$/.test(element.localName)) {
      endSection();
      current = section(lineOf(element), element.id || anchor);
      return;
    }
    if (element.localName === 'aside' && !isAside) {
      endSection();
      isAside = true;
      current = section('', '');
      for (const child of element.childNodes) visit(child);
      endSection();
      isAside = false;
      current = section('', '');
      return;
    }
    const isBlock = !inline.has(element.localName);
    const outer = anchor;
    if (element.localName === 'section' && element.id) anchor = element.id;
    if (isBlock) endBlock();
    for (const child of element.childNodes) visit(child);
    if (isBlock) endBlock();
    anchor = outer;
  };
  current = section('', '');
  visit(body);
  endSection();
  return sections;
}

/**
 * Reads one built page for the index: nothing if no part of it is marked `data-pagefind-body`, and for the text of a file
 * one record for each of the file's pages that has text.
 * @param url the page's address from the root of the site
 * @throws Error naming the page whose `data-search` is no JSON.
 */
export function readPage(html: string, url: string): PageRecord[] {
  if (!html.includes('data-pagefind-body')) return [];
  const { document } = parseHTML(html);
  const bodies = [...document.querySelectorAll('[data-pagefind-body]')];
  if (bodies.length === 0) return [];
  const heading = bodies.map((body) => body.querySelector('h1')).find((found) => found !== null);
  const data = Object.assign({}, ...bodies.map((body) => dataOf(body, url))) as PageSearchData;
  const title = data.title ?? (heading ? lineOf(heading) : inOneLine(document.title));
  if (data.file) {
    const { opensAtPage } = data.file;
    const pages = bodies.flatMap((body) => [...body.querySelectorAll('[data-file-page]')]);
    return pages
      .map((page) => recordOfFilePage(page, { url, title, opensAtPage }, data))
      .filter(({ sections, page = 1 }) => page === 1 || sections.length > 0);
  }
  const sections = bodies.flatMap((body) =>
    sectionsOf(body, heading ?? null, data.title === undefined),
  );
  return [pageRecord({ url, title, sections }, data)];
}

/** A page of a file. The first is there without text too: it has the title, by which the file is found. */
function recordOfFilePage(
  section: Element,
  { url, title, opensAtPage }: { url: string; title: string; opensAtPage: string | null },
  data: PageSearchData,
): PageRecord {
  const place = section.getAttribute('data-place') ?? '';
  const sections = sectionsOf(section, null);
  // A Word file is one long page with headings to go to.
  if (place === '' && opensAtPage === null) return pageRecord({ url, title, sections }, data);
  const page = Number(section.getAttribute('data-file-page'));
  return pageRecord(
    {
      url: opensAtPage === null ? `${url}#${section.id}` : `${opensAtPage}#page=${page}`,
      title,
      page,
      ...(place ? { place } : {}),
      sections: sections.map((one) => ({ ...one, anchor: '' })),
    },
    data,
  );
}

function dataOf(body: Element, url: string): PageSearchData {
  const written = body.getAttribute('data-search');
  if (!written) return {};
  try {
    return JSON.parse(written) as PageSearchData;
  } catch (cause) {
    throw new Error(`The data-search of ${url} is no JSON. Write it with searchAttribute().`, {
      cause,
    });
  }
}
