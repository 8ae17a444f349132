import {
  type MarkupElement,
  markupTree,
  saidIn,
  withDescendants,
  withoutStretches,
  wordsOf,
} from './markup-tree.ts';
import type { Traces } from './traces.ts';

type Stretch = readonly [from: number, to: number];

/** Whether a page or feed names what is gone. */
export const markupTells = (text: string, traces: Traces, isXml = false): boolean =>
  traces.in(saidIn(markupTree(text, isXml)));

/**
 * A built page without what names something that is gone: the item of a list, the row of a table around a link to it. In
 * the text of an entry such a link becomes plain words, as in the next build. All else stays byte for byte.
 */
export const pageWithout = (html: string, traces: Traces): string => {
  const stretches: Stretch[] = [];
  const root = markupTree(html);
  for (const element of withDescendants(root)) {
    if (!Object.values(element.attributes).some(traces.in)) continue;
    if (element.name === 'a' && isInProse(element)) stretches.push(...tagsOf(element));
    else stretches.push(wholeOf(itemAround(element)));
  }
  stretches.push(...namedInWords(root, traces).map((element) => wholeOf(itemAround(element))));
  return withoutStretches(html, stretches);
};

/** A feed or a site map without the entries that name something that is gone. */
export const feedWithout = (xml: string, traces: Traces): string => {
  const stretches = [...withDescendants(markupTree(xml, true))]
    .filter((element) => feedItems.has(element.name) && traces.in(saidIn(element)))
    .map(wholeOf);
  return withoutStretches(xml, stretches);
};

const feedItems = new Set(['entry', 'item', 'url', 'sitemap']);

const wholeOf = ({ from, to }: MarkupElement): Stretch => [from, to];
const tagsOf = ({ from, startTagEnd, endTag, to }: MarkupElement): Stretch[] => [
  [from, startTagEnd],
  [endTag, to],
];

/** Parts of a page that say one thing each, and can go by themselves. */
const items = new Set(['li', 'tr', 'option', 'figure']);

/** The smallest part of a page that goes with an element; the element itself where it stands in no list. */
const itemAround = (element: MarkupElement): MarkupElement => {
  for (let at: MarkupElement | null = element; at; at = at.parent) {
    if (items.has(at.name) || (at.name === 'div' && at.parent?.name === 'dl')) return at;
  }
  return element;
};

/** What the author of an entry wrote, as the loader has rendered it. */
const isInProse = (element: MarkupElement): boolean => {
  for (let at = element.parent; at; at = at.parent) {
    if (at.attributes['class']?.split(/\s+/).includes('prose')) return true;
  }
  return false;
};

/** The smallest elements whose words name what is gone, outside of what authors wrote. */
const namedInWords = (element: MarkupElement, traces: Traces): MarkupElement[] => {
  if (element.attributes['class']?.split(/\s+/).includes('prose')) return [];
  if (!traces.in(wordsOf(element))) return [];
  const within = element.children.flatMap((child) => namedInWords(child, traces));
  return within.length > 0 || element.parent === null || whole.has(element.name)
    ? within
    : [element];
};

/** Never cut out: without them there is no page. */
const whole = new Set(['html', 'head', 'title', 'body', 'main', 'header', 'footer', 'h1']);
