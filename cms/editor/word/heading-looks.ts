import type { ListPlace } from '../../../src/attachments/office/word/numbering.ts';
import { type Block, type Inline, type Paragraph, plainly, plainWords } from './blocks.ts';
import { letterLine } from './letter-lines.ts';
import { isHeadingLike } from './numbered-headings.ts';

/**
 * Where short lines stand that are bold as a whole, each with something else below it: many make headings so. There are
 * several, and no two say the same, as the names of those do who speak in minutes.
 */
export const boldLines = (blocks: readonly Block[]): ReadonlySet<number> => {
  // Above the first heading that the document calls one stands what belongs to its title.
  const first = Math.max(
    0,
    blocks.findIndex(({ kind }) => kind === 'heading'),
  );
  const found = blocks.flatMap((block, at) => (at > first && isBoldLine(block) ? [at] : []));
  const all = new Set(found);
  const texts = found.map((at) => plainWords((blocks[at] as Paragraph).words));
  const heads = found.filter((at) => at + 1 < blocks.length && !all.has(at + 1));
  return new Set(heads.length > 1 && new Set(texts).size === texts.length ? heads : []);
};

const isBoldLine = (block: Block): boolean => {
  if (block.kind !== 'paragraph' || block.role !== 'text' || block.aligned !== 'start')
    return false;
  const text = plainWords(block.words);
  return (
    isHeadingLike(text) &&
    /\p{L}/u.test(text) &&
    // A label, or a remark.
    !/[:：]$|^[※＊*（(]/u.test(text) &&
    letterLine(text) === null &&
    block.words.every(
      (part) =>
        part.kind === 'note' || (part.kind === 'words' && (part.bold || part.text.trim() === '')),
    )
  );
};

type Item = Extract<Block, { kind: 'item' }>;

/**
 * Where items of a numbered list are headings: all of one level are short, and something else than an item stands below
 * each of them, or an item that is itself a heading.
 */
export const itemsThatHead = (blocks: readonly Block[]): ReadonlySet<number> => {
  const levels = new Map<string, number[]>();
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'item' || !block.place.ordered) continue;
    const level = levelOf(block.place);
    const places = levels.get(level);
    if (places) places.push(at);
    else levels.set(level, [at]);
  }
  const depthOf = ([at = 0]: readonly number[]) => (blocks[at] as Item).place.depth;
  const deepestFirst = [...levels.values()].toSorted((one, other) => depthOf(other) - depthOf(one));
  const heads = new Set<number>();
  for (const places of deepestFirst) {
    const isHead = (at: number): boolean => {
      const [own, below] = [blocks[at] as Item, blocks[at + 1]];
      if (!below || !isHeadingLike(plainWords(own.words))) return false;
      return below.kind !== 'item' || (heads.has(at + 1) && below.place.depth > own.place.depth);
    };
    if (places.length > 1 && places.every(isHead)) for (const at of places) heads.add(at);
  }
  return heads;
};

const levelOf = ({ list, depth }: ListPlace): string => `${list} ${depth}`;

/** The words of an item as those of a heading, with its number. */
export const wordsWithNumber = ({ words, place: { shown } }: Item): Inline[] => [
  plainly(shown + (/[.)]$/.test(shown) ? ' ' : '\u3000')),
  ...words,
];
