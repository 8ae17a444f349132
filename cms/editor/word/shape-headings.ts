import { beginning } from '../../../src/attachments/office/beginning.ts';
import { practiceHeadings } from '../../../src/schema/taxonomy.ts';
import {
  type Block,
  type Heading,
  type Inline,
  type Paragraph,
  plainly,
  plainWords,
} from './blocks.ts';
import type { ReadOptions } from './document-import.ts';
import { boldLines, itemsThatHead, wordsWithNumber } from './heading-looks.ts';
import { letterLine } from './letter-lines.ts';
import { questionsAnswered, rankOfSupplements } from './named-headings.ts';
import { type HeadingNumber, isHeadingLike, numbersThatHead } from './numbered-headings.ts';
import type { Losses } from './sentences.ts';
import { withoutBeginning } from './shape-text.ts';
import { circledDigits } from './typed-marks.ts';

/** Other ways in which people write the headings of practices. */
const otherNames: Record<string, (typeof practiceHeadings)[number]> = {
  経緯と根拠: '経緯・根拠',
  '経緯、根拠': '経緯・根拠',
  経緯及び根拠: '経緯・根拠',
  経緯および根拠: '経緯・根拠',
  対象と基準: '対象・基準',
  '対象、基準': '対象・基準',
  対象及び基準: '対象・基準',
  対象および基準: '対象・基準',
  つまづき: 'つまずき',
  躓き: 'つまずき',
  工数と費用: '工数・費用',
  '工数、費用': '工数・費用',
  工数及び費用: '工数・費用',
  工数および費用: '工数・費用',
  問合せ先: '問い合わせ先',
  問合わせ先: '問い合わせ先',
  問い合せ先: '問い合わせ先',
  お問い合わせ先: '問い合わせ先',
  お問合せ先: '問い合わせ先',
};

/** 「１．」「第2章」「(3)」「④」 before a heading. */
const typedNumber = new RegExp(
  `^(?:第?\\s*[0-9０-９]+\\s*[章節]?(?:[.．][0-9０-９]+)*[.．、)）:：]?|[(（][0-9０-９]+[)）]|[${circledDigits}]|[Ⅰ-Ⅻ][.．、]?)\\s*`,
  'u',
);
const typedSign = /^[■□◆◇▼▶●]\s*/u;
const brackets = /^[【〔［[《](.+?)[】〕］\]》]$/u;

/** The heading of practices that a text means; null where it means another. */
const practiceHeadingOf = (text: string): (typeof practiceHeadings)[number] | null => {
  const bare = text.replace(typedSign, '').replace(typedNumber, '').replace(/\s+/gu, '');
  const name = (brackets.exec(bare)?.[1] ?? bare).replace(/[:：]$/, '').replaceAll('･', '・');
  return practiceHeadings.find((heading) => heading === name) ?? otherNames[name] ?? null;
};

/**
 * Makes headings of lines that only look like one to a reader, where that is safe: short lines that end no sentence.
 * Those of practices are headings in any case. The levels are made ranks: a smaller one is higher.
 */
export const guessHeadings = (blocks: readonly Block[], losses: Losses): Block[] => {
  const looks: Looks = {
    numbers: numbersThatHead(blocks),
    questions: questionsAnswered(blocks),
    bold: boldLines(blocks),
    ranks: looksOfHeadings(blocks),
  };
  const end = closingAt(blocks);
  const items = itemsThatHead(blocks);
  const kinds: string[] = [];
  let rank = -1;
  const guessed = blocks.map((block, at): Block => {
    if (block.kind === 'heading') {
      rank = block.level;
      return block;
    }
    if (block.kind === 'item' && items.has(at)) {
      const kind = `item ${block.place.list} ${block.place.depth}`;
      if (!kinds.includes(kind)) kinds.push(kind);
      const words = wordsWithNumber(block);
      losses.add('headingGuessed', beginning(plainWords(words)));
      return { kind: 'heading', words, level: rank + 1 + kinds.indexOf(kind), guessed: true };
    }
    if (block.kind !== 'paragraph' || block.role !== 'text') return block;
    const look = lookAt(block, at, looks);
    if (look === null || (isLast(blocks, at) && !look.isSure)) return block;
    // Who can be asked stands below 「以上」, for the whole.
    if (at > end && !look.isSure) return block;
    if (look.rank === undefined && !kinds.includes(look.kind)) kinds.push(look.kind);
    losses.add('headingGuessed', beginning(plainWords(block.words)));
    const words = look.kind === 'brackets' ? withoutBrackets(block.words) : block.words;
    return {
      kind: 'heading',
      words: look.kind === 'sign' ? withoutBeginning(words, typedSign) : words,
      level: look.rank ?? rank + 1 + (isContact(block) ? 0 : kinds.indexOf(look.kind)),
      guessed: true,
    };
  });
  return withSupplements(guessed, losses);
};

/** Who can be asked is written last, and belongs to the whole. */
const isContact = ({ words }: Paragraph): boolean =>
  practiceHeadingOf(plainWords(words)) === '問い合わせ先';

/** 附則, 別表 and 様式 stand behind the last chapter, and belong to none. */
const withSupplements = (blocks: readonly Block[], losses: Losses): Block[] => {
  const ranks = rankOfSupplements(blocks);
  return blocks.map((block, at) => {
    const level = ranks.get(at);
    if (level === undefined || block.kind !== 'paragraph') return block;
    losses.add('headingGuessed', beginning(plainWords(block.words)));
    return { kind: 'heading', words: block.words, level, guessed: true };
  });
};

type Looks = {
  numbers: ReadonlyMap<number, HeadingNumber>;
  questions: ReadonlySet<number>;
  bold: ReadonlySet<number>;
  ranks: ReadonlyMap<string, number>;
};

/** What makes a line look like a heading; sure where others count with it. */
type Look = { kind: string; rank?: number | undefined; isSure: boolean };

const lookAt = (
  block: Paragraph,
  at: number,
  { numbers, questions, bold, ranks }: Looks,
): Look | null => {
  if (questions.has(at)) return { kind: 'question', isSure: true };
  const number = numbers.get(at);
  const kind = guessedKind(block, number?.form);
  if (kind === null) return bold.has(at) ? { kind: 'bold', isSure: false } : null;
  return kind === number?.form
    ? { kind, rank: number.rank, isSure: true }
    : { kind, rank: ranks.get(kind), isSure: false };
};

/** Headings that the document calls so may look like lines that only look like one: both are of one rank. */
const looksOfHeadings = (blocks: readonly Block[]): ReadonlyMap<string, number> => {
  const ranks = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    const text = plainWords(block.words);
    const look = brackets.test(text) ? 'brackets' : typedSign.test(text) ? 'sign' : null;
    if (look !== null && !ranks.has(look)) ranks.set(look, block.level);
  }
  return ranks;
};

const guessedKind = ({ words }: Paragraph, number: string | undefined): string | null => {
  const text = plainWords(words);
  if (!isHeadingLike(text) || words.some(({ kind }) => kind === 'break')) return null;
  if (brackets.test(text)) return 'brackets';
  if (typedSign.test(text)) return 'sign';
  if (number !== undefined) return number;
  return practiceHeadingOf(text) !== null ? 'practice' : null;
};

/** A heading with nothing under it is none: the last line may be 【以上】. */
const isLast = (blocks: readonly Block[], at: number): boolean => at === blocks.length - 1;

const withoutBrackets = (words: readonly Inline[]): Inline[] => {
  const text = brackets.exec(plainWords(words))?.[1] ?? plainWords(words);
  return [plainly(text), ...words.filter(({ kind }) => kind === 'note')];
};

/**
 * Gives each heading the level that it has on the page, 2 to 4. The headings of practices are of level 2, each once
 * and in their order; the others are below them.
 */
export const levelHeadings = (
  blocks: readonly Block[],
  { headings = 'practice' }: ReadOptions,
  losses: Losses,
): Block[] => {
  if (headings === 'free') return levelled(blocks, () => false, 2);
  const isWhole = headings === 'practice';
  const seen = new Set<string>();
  const tops = new Set<Block>();
  const ranks = new Set<number>();
  const others: Heading[] = [];
  const shaped = blocks.map((block): Block => {
    if (block.kind !== 'heading') return block;
    const text = plainWords(block.words);
    const name = practiceHeadingOf(text);
    if (name === null) {
      others.push(block);
      return block;
    }
    ranks.add(block.level);
    if (seen.has(name)) {
      losses.add('headingRepeated', beginning(text));
      return block;
    }
    seen.add(name);
    if (name !== text) losses.add('headingRenamed', `「${text}」を「${name}」`);
    const notes = block.words.filter(({ kind }) => kind === 'note');
    const top = { ...block, words: name === text ? block.words : [plainly(name), ...notes] };
    tops.add(top);
    return top;
  });
  for (const { level, words } of others) {
    if (isWhole && ranks.has(level)) losses.add('headingBelow', beginning(plainWords(words)));
  }
  if (isWhole && seen.size === 0 && blocks.some(({ kind }) => kind === 'heading')) {
    losses.add('headingsMissing');
  }
  const onPage = levelled(shaped, (heading) => tops.has(heading), 3);
  return isWhole ? inOrder(onPage, losses) : onPage;
};

/**
 * Turns ranks into levels of the page, none of which is skipped on the way down, so that those who listen to a page
 * are not lost. Neighbours of the same rank have the same level.
 * @param isTop headings that are of level 2 whatever their rank
 * @param highest the level of the others where none is above them
 */
const levelled = (
  blocks: readonly Block[],
  isTop: (heading: Heading) => boolean,
  highest: 2 | 3,
): Block[] => {
  let above: { rank: number; level: number }[] = [];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const rank = isTop(block) ? -1 : block.level;
    above = rank === -1 ? [] : above.filter((one) => one.rank < rank);
    const level = rank === -1 ? 2 : Math.min(4, (above.at(-1)?.level ?? highest - 1) + 1);
    above.push({ rank, level });
    return { ...block, level };
  });
};

/** The sections of a practice in the order in which readers compare them. */
const inOrder = (blocks: readonly Block[], losses: Losses): Block[] => {
  const sections: { order: number; blocks: Block[] }[] = [{ order: -1, blocks: [] }];
  const end = closingAt(blocks);
  for (const block of blocks.slice(0, end)) {
    if (block.kind === 'heading' && block.level === 2) {
      const name = practiceHeadingOf(plainWords(block.words));
      sections.push({ order: name === null ? -1 : practiceHeadings.indexOf(name), blocks: [] });
    }
    sections.at(-1)?.blocks.push(block);
  }
  const sorted = sections.toSorted((one, other) => one.order - other.order);
  if (sorted.some((section, at) => section !== sections[at])) losses.add('headingsMoved');
  return [...sorted.flatMap((section) => section.blocks), ...blocks.slice(end)];
};

/** So many lines may stand below 「以上」. */
const mostLinesBelow = 6;

/**
 * Where the end of a letter begins, which belongs to the whole text and to none of its sections: 「以上」 with who can be
 * asked, or a date and a sender on the right.
 * @returns the number of blocks where there is none
 */
const closingAt = (blocks: readonly Block[]): number => {
  const isLine = (block: Block | undefined): block is Paragraph => block?.kind === 'paragraph';
  const end = blocks.findLastIndex(
    (block) => isLine(block) && letterLine(plainWords(block.words)) === 'end',
  );
  const below = blocks.slice(end + 1);
  if (end !== -1 && below.length <= mostLinesBelow && below.every(isLine)) return end;
  let at = blocks.length;
  for (; isLine(blocks[at - 1]); at -= 1) {
    if ((blocks[at - 1] as Paragraph).aligned !== 'end') break;
  }
  return at;
};

/** Headings of practices are no titles of documents. */
export const isPracticeHeading = ({ words }: Heading): boolean =>
  practiceHeadingOf(plainWords(words)) !== null;
