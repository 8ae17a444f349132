import { adoptStyle, element } from '../../dom/element.ts';
import { occurrences, type Sought } from '../text/occurrences.ts';
import { parseQuery } from '../text/query.ts';
import { searchWords } from '../words.ts';
import { markBarStyle } from './late-styles.ts';

const unmarked = 'script, style, template, svg, rt, rp, [hidden], [data-pagefind-ignore]';
const blocks =
  'p, li, dd, dt, td, th, h1, h2, h3, h4, h5, h6, figcaption, blockquote, div, section, summary';

/** A text node and where it begins in the text of the whole. */
type Piece = { node: Text; start: number };

/** The text of an element, with a line break between blocks, and the nodes that it comes from. */
function textOf(body: Element): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  let text = '';
  let block: Element | null = null;
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement;
    if (!parent || parent.closest(unmarked)) continue;
    const ownBlock = parent.closest(blocks);
    if (ownBlock !== block) text += '\n';
    block = ownBlock;
    pieces.push({ node, start: text.length });
    text += node.data;
  }
  return { text, pieces };
}

/** Puts `<mark>` around a stretch of text, in as many nodes as it runs through. Returns the marks in order. */
function mark(pieces: Piece[], start: number, end: number): HTMLElement[] {
  const marks: HTMLElement[] = [];
  // From the end, since a node that is split keeps its beginning.
  for (const piece of [...pieces].reverse()) {
    const from = Math.max(0, start - piece.start);
    const to = Math.min(piece.node.length, end - piece.start);
    if (from >= to || piece.start >= end) continue;
    piece.node.splitText(to);
    const middle = piece.node.splitText(from);
    const made = element('mark');
    middle.replaceWith(made);
    made.append(middle);
    marks.unshift(made);
  }
  return marks;
}

/**
 * Marks the words of `?q=` on a page that was opened from a result, and scrolls to the first of them
 * unless the address leads to a heading.
 */
export function markPage(body: Element): void {
  const query = new URLSearchParams(location.search).get('q') ?? '';
  const { wanted } = parseQuery(query);
  const sought: Sought[] = wanted.map(({ text, exact }) => ({ text, whole: exact }));
  const { text, pieces } = textOf(body);
  let from = Number.POSITIVE_INFINITY;
  const found: HTMLElement[][] = [];
  for (const { start, end } of occurrences(text, sought).reverse()) {
    if (end > from) continue;
    found.unshift(mark(pieces, start, end));
    from = start;
  }
  const first = found[0]?.[0];
  if (!first) return;
  if (location.hash === '') first.scrollIntoView({ block: 'center' });
  showBar(body, wanted.map((term) => term.text).join(' '), found);
}

/** Says how many marks there are, and lets the reader go through them or take them away. */
function showBar(body: Element, words: string, found: HTMLElement[][]): void {
  adoptStyle(markBarStyle);
  let current = 0;
  const next = element('button', { type: 'button' }, searchWords.marks.next);
  const clear = element('button', { type: 'button' }, searchWords.marks.clear);
  const bar = element(
    'div',
    { class: 'search-marks', role: 'status', 'data-pagefind-ignore': true },
    element('span', {}, searchWords.marks.found(words, found.length)),
    next,
    clear,
  );
  next.hidden = found.length < 2;
  next.addEventListener('click', () => {
    current = (current + 1) % found.length;
    found[current]?.[0]?.scrollIntoView({ block: 'center' });
  });
  clear.addEventListener('click', () => {
    for (const one of found.flat()) one.replaceWith(...one.childNodes);
    body.normalize();
    bar.remove();
    const address = new URL(location.href);
    address.searchParams.delete('q');
    history.replaceState(null, '', address);
  });
  body.prepend(bar);
}
