import type { Element, ElementContent, Root } from 'hast';

/** A headword and the address of its page. */
export type Headword = { term: string; address: string };

/** Finds headwords in running text; `null` when there are none to find. */
export type HeadwordFinder = { pattern: RegExp; addressOf: ReadonlyMap<string, string> } | null;

/** Text inside these is left alone: links already lead somewhere, headings are read as a list, ruby and charts are set. */
const untouched = new Set([
  'a',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'code',
  'pre',
  'ruby',
  'svg',
  'th',
  'figcaption',
]);

const escapeForPattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Prepares the headwords once for all bodies; the longest wins, so 研究インテグリティ is not split at インテグリティ. */
export function headwordFinder(headwords: readonly Headword[]): HeadwordFinder {
  if (headwords.length === 0) return null;
  const longestFirst = [...headwords].sort((a, b) => b.term.length - a.term.length);
  return {
    pattern: new RegExp(longestFirst.map(({ term }) => escapeForPattern(term)).join('|'), 'gu'),
    addressOf: new Map(headwords.map(({ term, address }) => [term, address])),
  };
}

/** Links each headword where the body first uses it. Changes the tree in place. */
export function linkHeadwords(tree: Root, finder: HeadwordFinder): void {
  if (!finder) return;
  const seen = new Set<string>();

  const split = (text: string): ElementContent[] | null => {
    const parts: ElementContent[] = [];
    let from = 0;
    for (const match of text.matchAll(finder.pattern)) {
      const [term] = match;
      if (seen.has(term)) continue;
      seen.add(term);
      if (match.index > from) parts.push({ type: 'text', value: text.slice(from, match.index) });
      parts.push({
        type: 'element',
        tagName: 'a',
        properties: { href: finder.addressOf.get(term) ?? '', className: ['term'] },
        children: [{ type: 'text', value: term }],
      });
      from = match.index + term.length;
    }
    if (parts.length === 0) return null;
    if (from < text.length) parts.push({ type: 'text', value: text.slice(from) });
    return parts;
  };

  const visit = (parent: Root | Element): void => {
    for (let index = 0; index < parent.children.length; index += 1) {
      const child = parent.children[index];
      if (child?.type === 'element' && !untouched.has(child.tagName)) visit(child);
      if (child?.type !== 'text') continue;
      const parts = split(child.value);
      if (!parts) continue;
      parent.children.splice(index, 1, ...parts);
      index += parts.length - 1;
    }
  };
  visit(tree);
}
