import type { Alignment } from '../word/blocks.ts';
import type { ParagraphFacts, WordNode } from '../word/word-tree.ts';
import { blockNames, declared, droppedNames, nameOf } from './html-elements.ts';
import { isUnseen, linesOf } from './html-line.ts';
import { type HtmlList, listOf, placeInWord, placeOfItem } from './html-lists.ts';
import { lookWithin, tellOfLooks } from './html-look.ts';
import { tableIn } from './html-tables.ts';
import { type Look, plainLook, type Reading } from './reading.ts';

/** Deeper than any page that is meant; what is below is read as lines. */
const deepest = 150;

/** Where something stands. */
type Place = { look: Look; list: HtmlList | null; depth: number };

/** Reads what stands in an element, one below the other. */
export const blocksIn = (parent: Element, reading: Reading): WordNode[] =>
  readBlocks(parent.childNodes, { look: plainLook, list: null, depth: 0 }, reading);

/** Elements that have a line of their own in them. */
export const lineHolders = (body: Element): ReadonlySet<Node> => {
  const holders = new Set<Node>();
  for (const element of body.querySelectorAll([...blockNames].join(', '))) {
    for (
      let holder = element.parentElement;
      holder && holder !== body && !holders.has(holder);
      holder = holder.parentElement
    ) {
      holders.add(holder);
    }
  }
  return holders;
};

const readBlocks = (nodes: Iterable<Node>, place: Place, reading: Reading): WordNode[] => {
  const blocks: WordNode[] = [];
  let line: Node[] = [];
  const endLine = () => {
    blocks.push(...paragraphs(line, place.look, {}, reading));
    line = [];
  };
  for (const node of nodes) {
    const name = nameOf(node);
    if (standsInLine(node, name, place, reading)) line.push(node);
    else if (name !== '#other') {
      endLine();
      blocks.push(...readBlock(node as Element, name, place, reading));
    }
  }
  endLine();
  return blocks;
};

const standsInLine = (node: Node, name: string, { depth }: Place, reading: Reading): boolean =>
  name === '#text' ||
  (name !== '#other' &&
    (depth > deepest || (!blockNames.has(name) && !reading.holdsLines.has(node))));

const readBlock = (element: Element, name: string, place: Place, reading: Reading): WordNode[] => {
  if (droppedNames.has(name) || isUnseen(element, reading)) return [];
  const look = lookWithin(element, place.look, reading);
  const inner: Place = { look, list: place.list, depth: place.depth + 1 };
  if (name === 'table') {
    const captions = [...element.children].filter((part) => nameOf(part) === 'caption');
    return [
      ...readBlocks(captions, inner, reading),
      ...tableIn(element, reading, (cell) => readCell(cell, inner.depth, reading)),
    ];
  }
  if (name === 'ul' || name === 'ol' || name === 'menu') {
    const list = listOf(element, place.list, reading);
    return readBlocks(element.childNodes, { ...inner, list }, reading);
  }
  if (name === 'li') return readItem(element, inner, reading);
  const level = headingLevel(element, name, reading);
  if (level !== null && !reading.holdsLines.has(element)) {
    const words = inOneLine(linesOf(element.childNodes, plainLook, reading));
    const facts = { level, place: placeInWord(element, reading) };
    return words.length > 0 ? [paragraph(words, facts, reading)] : [];
  }
  if (reading.holdsLines.has(element)) return readBlocks(element.childNodes, inner, reading);
  return paragraphs(element.childNodes, look, factsOf(element, name, reading), reading);
};

const readCell = (cell: Element, depth: number, reading: Reading): WordNode[] => {
  tellOfLooks(cell, reading);
  // Cells of headings are bold by what they are.
  const look = nameOf(cell) === 'th' ? plainLook : lookWithin(cell, plainLook, reading);
  return readBlocks(cell.childNodes, { look, list: null, depth }, reading);
};

const headingLevel = (element: Element, name: string, { styles }: Reading): number | null => {
  const written = /^h([1-6])$/.exec(name)?.[1];
  if (written !== undefined) return Number(written);
  if (/^msotitle/i.test(element.className)) return 0;
  const outline = declared(styles.of(element), 'mso-outline-level');
  if (/^[1-6]$/.test(outline)) return Number(outline);
  if (element.getAttribute('role') !== 'heading') return null;
  const level = Number(element.getAttribute('aria-level') ?? 2);
  return Number.isInteger(level) && level > 0 && level < 7 ? level : 2;
};

const alignments: Readonly<Record<string, Alignment>> = {
  center: 'centre',
  right: 'end',
  end: 'end',
};

const factsOf = (element: Element, name: string, reading: Reading): Partial<ParagraphFacts> => {
  const aligned =
    declared(reading.styles.of(element), 'text-align') || element.getAttribute('align');
  const isCaption = /^msocaption/i.test(element.className) || /^(?:fig)?caption$/.test(name);
  return {
    role: isCaption ? 'caption' : 'text',
    aligned: alignments[aligned?.toLowerCase() ?? ''] ?? 'start',
    place: placeInWord(element, reading),
  };
};

/** An item is its own lines, however they are arranged; lists and tables in it stand after them. */
const readItem = (item: Element, place: Place, reading: Reading): WordNode[] => {
  const words: Node[] = [];
  const others: Element[] = [];
  const visit = (parent: Element, depth: number): void => {
    for (const node of parent.childNodes) {
      const name = nameOf(node);
      if (['ul', 'ol', 'menu', 'table', 'li'].includes(name)) others.push(node as Element);
      else if (depth > deepest || !(reading.holdsLines.has(node) || blockNames.has(name))) {
        words.push(node);
      } else if (
        name !== '#other' &&
        !droppedNames.has(name) &&
        !isUnseen(node as Element, reading)
      ) {
        words.push(lineEnd(item));
        visit(node as Element, depth + 1);
        words.push(lineEnd(item));
      }
    }
  };
  visit(item, place.depth);
  const facts = { place: placeOfItem(item, place.list, reading) };
  const box = checkBox(item);
  const line = inOneLine(linesOf(words, place.look, reading));
  const own = line.length > 0 ? [paragraph([...box, ...line], facts, reading)] : [];
  return [...own, ...others.flatMap((each) => readBlock(each, nameOf(each), place, reading))];
};

const lineEnd = (item: Element): Element => item.ownerDocument.createElement('br');

const checkBox = (item: Element): WordNode[] =>
  item.getAttribute('role') === 'checkbox'
    ? [{ type: 'checkbox', checked: item.getAttribute('aria-checked') === 'true' }]
    : [];

const paragraphs = (
  nodes: Iterable<Node>,
  look: Look,
  facts: Partial<ParagraphFacts>,
  reading: Reading,
): WordNode[] => linesOf(nodes, look, reading).map((line) => paragraph(line, facts, reading));

const inOneLine = (lines: readonly WordNode[][]): WordNode[] =>
  lines.flatMap((line, at) => (at > 0 ? [{ type: 'break', breakType: 'line' }, ...line] : line));

const paragraph = (
  children: WordNode[],
  facts: Partial<ParagraphFacts>,
  { paragraphs: known }: Reading,
): WordNode => {
  const all: ParagraphFacts = {
    role: 'text',
    level: null,
    place: null,
    aligned: 'start',
    ...facts,
  };
  return { type: 'paragraph', styleId: String(known.push(all) - 1), children };
};
