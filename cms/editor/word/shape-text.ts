import { beginning } from '../../../src/attachments/office/beginning.ts';
import { type Block, type Inline, type Paragraph, plainWords } from './blocks.ts';
import type { Losses } from './sentences.ts';

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

/** Marks that people type before each line instead of making a list. ※ and numbers stay: the text may name them. */
const typedMark = /^[・･•●○◯▪]\s*/u;

const withLists = (blocks: readonly Block[], losses: Losses): Block[] =>
  blocks.map((block, at) => {
    if (block.kind === 'box') return { ...block, blocks: withLists(block.blocks, losses) };
    if (!isTypedItem(block)) return block;
    // One line alone may be meant as it is.
    if (!isTypedItem(blocks[at - 1]) && !isTypedItem(blocks[at + 1])) return block;
    const words = withoutBeginning(block.words, typedMark);
    if (!isTypedItem(blocks[at - 1])) losses.add('listGuessed', beginning(plainWords(words)));
    const place = {
      list: 'typed',
      depth: 0,
      ordered: false,
      number: 0,
      shown: '',
      isWord: false,
    };
    return { kind: 'item', words, place };
  });

const isTypedItem = (block: Block | undefined): block is Paragraph =>
  block?.kind === 'paragraph' &&
  typedMark.test(plainWords(block.words)) &&
  plainWords(block.words).replace(typedMark, '') !== '';

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
