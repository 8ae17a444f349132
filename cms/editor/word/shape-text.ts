import { beginning } from '../../../src/attachments/office/beginning.ts';
import { type Block, type Inline, isText, type Paragraph, plainWords } from './blocks.ts';
import type { Losses } from './sentences.ts';
import { typedBullet, typedNumberOf } from './typed-marks.ts';

/** Puts the captions of figures with them, and makes lists of lines that were only typed like one. */
export const shapeText = (blocks: readonly Block[], losses: Losses): Block[] =>
  withLists(withCaptions(blocks), losses);

/** 「図1　申請の流れ」 without Word's own style for captions. */
const typedCaption = /^図\s*[\d０-９]/u;

/** Word stands captions below figures, some people above; a caption belongs to one figure. */
const withCaptions = (blocks: readonly Block[]): Block[] => {
  const shaped: Block[] = [];
  const taken = new Set<Block>();
  for (const [at, block] of blocks.entries()) {
    if (taken.has(block)) continue;
    if (block.kind !== 'figure') {
      shaped.push(block);
      continue;
    }
    const below = blocks[at + 1];
    const above = shaped.at(-1);
    if (isCaption(below)) {
      taken.add(below);
      shaped.push({ ...block, caption: below.words });
    } else if (isCaption(above)) {
      shaped[shaped.length - 1] = { ...block, caption: above.words };
    } else shaped.push(block);
  }
  return shaped;
};

const isCaption = (block: Block | undefined): block is Paragraph => {
  if (block?.kind !== 'paragraph') return false;
  const text = plainWords(block.words);
  if (/^[表\s]*表\s*[\d０-９]/u.test(text)) return false;
  return (
    block.role === 'caption' || (typedCaption.test(text) && text.length <= 60 && !/。$/.test(text))
  );
};

const withLists = (blocks: readonly Block[], losses: Losses): Block[] => {
  const lines = blocks.flatMap((block): Block[] => (isText(block) ? typedLines(block) : [block]));
  return lines.map((block, at): Block => {
    if (block.kind === 'box') return { ...block, blocks: withLists(block.blocks, losses) };
    if (block.kind === 'item') return withoutSecondMark(block);
    if (!isTypedItem(block)) return block;
    // One line alone may be meant as it is.
    if (!isTypedItem(lines[at - 1]) && !isTypedItem(lines[at + 1])) return block;
    const words = withoutBeginning(block.words, typedBullet);
    if (!isTypedItem(lines[at - 1])) losses.add('listGuessed', beginning(plainWords(words)));
    const place = {
      list: 'typed',
      depth: indentOf(block.words),
      ordered: false,
      number: 0,
      shown: '',
      isWord: false,
    };
    return { kind: 'item', words, place };
  });
};

const isTypedItem = (block: Block | undefined): block is Paragraph =>
  block?.kind === 'paragraph' && isMarked(block.words);

const isMarked = (words: readonly Inline[]): boolean =>
  typedBullet.test(plainWords(words)) && plainWords(words).replace(typedBullet, '') !== '';

/** Lines of one paragraph that each have a mark of a list become paragraphs; the others stay lines of one. */
const typedLines = (block: Paragraph): Paragraph[] => {
  const lines: Inline[][] = [[]];
  for (const part of block.words) {
    if (part.kind === 'break') lines.push([]);
    else lines.at(-1)?.push(part);
  }
  if (lines.filter(isMarked).length < 2) return [block];
  const paragraphs: Inline[][] = [];
  let last = false;
  for (const line of lines) {
    const marked = isMarked(line);
    const open = paragraphs.at(-1);
    if (open && !marked && !last) open.push({ kind: 'break' }, ...line);
    else paragraphs.push([...line]);
    last = marked;
  }
  return paragraphs
    .filter((words) => plainWords(words) !== '' || words.some(({ kind }) => kind === 'note'))
    .map((words) => ({ ...block, words }));
};

const deepestIndent = 4;

/** How deep a typed line is set in: a wide space or a tab is one level, and so are two narrow ones. */
const indentOf = (words: readonly Inline[]): number => {
  const [first] = words;
  const space = /^\s*/u.exec(first?.kind === 'words' ? first.text : '')?.[0] ?? '';
  const width = [...space].reduce((sum, sign) => sum + (/[\u3000\t]/.test(sign) ? 2 : 1), 0);
  return Math.min(deepestIndent, Math.floor(width / 2));
};

/** An item of a list whose number was typed too has one: 「1. ① 申告書」 is 「1. 申告書」. */
const withoutSecondMark = (block: Extract<Block, { kind: 'item' }>): Block => {
  const { ordered, number } = block.place;
  const text = plainWords(block.words);
  const typed = typedNumberOf(text);
  const second = ordered
    ? typed !== null && typed.number === number && typed.form !== 'space'
      ? typed.length
      : 0
    : (typedBullet.exec(text)?.[0].length ?? 0);
  if (second === 0 || second === text.length) return block;
  return { ...block, words: withoutBeginning(block.words, new RegExp(`^[^]{${second}}`, 'u')) };
};

/** The words without what a pattern finds at their beginning, though it may be cut into several runs. */
export const withoutBeginning = (words: readonly Inline[], pattern: RegExp): Inline[] => {
  const text = words.map((part) => (part.kind === 'words' ? part.text : '\n')).join('');
  const blank = /^\s*/u.exec(text)?.[0].length ?? 0;
  let left = blank + (pattern.exec(text.slice(blank))?.[0].length ?? 0);
  const rest: Inline[] = [];
  for (const part of words) {
    const length = part.kind === 'words' ? part.text.length : 1;
    if (left >= length) left -= length;
    else {
      rest.push(
        left > 0 && part.kind === 'words' ? { ...part, text: part.text.slice(left) } : part,
      );
      left = 0;
    }
  }
  return rest;
};
