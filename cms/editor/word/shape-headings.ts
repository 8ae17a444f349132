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
import { letterLine } from './letter-lines.ts';
import type { Losses } from './sentences.ts';
import { withoutBeginning } from './shape-text.ts';
import { type NumberForm, typedNumberOf } from './typed-marks.ts';

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
const typedNumber =
  /^(?:第?\s*[0-9０-９]+\s*[章節]?(?:[.．][0-9０-９]+)*[.．、)）:：]?|[(（][0-9０-９]+[)）]|[①-⑳]|[Ⅰ-Ⅻ][.．、]?)\s*/u;
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
  const safeNumbers = numbersThatHead(blocks);
  const ranksOfLooks = looksOfHeadings(blocks);
  const kinds: string[] = [];
  let rank = -1;
  return blocks.map((block, at) => {
    if (block.kind === 'heading') {
      rank = block.level;
      return block;
    }
    if (block.kind !== 'paragraph' || block.role !== 'text') return block;
    const number = safeNumbers.get(at);
    const kind = guessedKind(block, number?.form);
    if (kind === null || (isLast(blocks, at) && kind !== number?.form)) return block;
    const known = kind === number?.form ? number.rank : ranksOfLooks.get(kind);
    if (known === undefined && !kinds.includes(kind)) kinds.push(kind);
    losses.add('headingGuessed', beginning(plainWords(block.words)));
    const words = kind === 'brackets' ? withoutBrackets(block.words) : block.words;
    const level = known ?? rank + 1 + kinds.indexOf(kind);
    return {
      kind: 'heading',
      words: kind === 'sign' ? withoutBeginning(words, typedSign) : words,
      level,
      guessed: true,
    };
  });
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

const longestHeading = 40;

const isHeadingLike = (text: string): boolean =>
  text !== '' && [...text].length <= longestHeading && !/[。．.、，！？!?]$/u.test(text);

const guessedKind = ({ words }: Paragraph, number: NumberForm | undefined): string | null => {
  const text = plainWords(words);
  if (!isHeadingLike(text) || words.some(({ kind }) => kind === 'break')) return null;
  if (brackets.test(text)) return 'brackets';
  if (typedSign.test(text)) return 'sign';
  if (number !== undefined) return number;
  return practiceHeadingOf(text) !== null ? 'practice' : null;
};

/** A heading with nothing under it is none: the last line may be 【以上】. */
const isLast = (blocks: readonly Block[], at: number): boolean => at === blocks.length - 1;

/** Forms of numbers that head a section; those of kana only ever count items. */
const headingForms: readonly NumberForm[] = [
  'chapter',
  'section',
  'article',
  'roman',
  'parts-3',
  'parts-2',
  'dot',
  'bracket',
  'circle',
  'closing',
  'space',
];

/** A numbered line, and its rank where the document calls it a heading. */
type Numbered = { at: number; form: NumberForm; number: number; rank: number | null };
/** The form of a number that heads a section; the rank only where headings of the document count on with it. */
type HeadingNumber = { form: NumberForm; rank?: number };

/**
 * Where 「１．」「(1)」「①」「第１条」 at the beginning of short lines are headings and no list: they count from 1 without a
 * gap, anew below each heading that is above them, there are several, and text stands between them.
 * @returns the form of each, by its place
 */
const numbersThatHead = (blocks: readonly Block[]): ReadonlyMap<number, HeadingNumber> => {
  const all = blocks.flatMap((block, at): Numbered[] => {
    if (block.kind !== 'heading' && (block.kind !== 'paragraph' || block.role !== 'text'))
      return [];
    const text = plainWords(block.words);
    const typed = isHeadingLike(text) ? typedNumberOf(text) : null;
    if (!typed || typed.length === text.length || !headingForms.includes(typed.form)) return [];
    const rank = block.kind === 'heading' ? block.level : null;
    return [{ at, form: typed.form, number: typed.number, rank }];
  });
  const lines = all.filter(({ rank }) => rank === null);
  const heads = new Map<number, HeadingNumber>();
  const isHeading = blocks.map(({ kind }) => kind === 'heading');
  for (const form of new Set(lines.map((line) => line.form))) {
    const own = lines.filter((line) => line.form === form);
    const rank = rankOfRow(all.filter((line) => line.form === form));
    if (rank === null && !countsThrough(own, headingsBefore(isHeading))) continue;
    for (const { at } of own) {
      heads.set(at, rank === null ? { form } : { form, rank });
      isHeading[at] = true;
    }
  }
  return heads;
};

/** The rank of headings that count in one row with lines that only look like one; null where they do not. */
const rankOfRow = (lines: readonly Numbered[]): number | null => {
  const isRow = lines.every(
    ({ at, number }, place) => number === place + 1 && lines[place - 1]?.at !== at - 1,
  );
  const ranks = new Set(lines.flatMap(({ rank }) => rank ?? []));
  return isRow && ranks.size === 1 ? ([...ranks][0] ?? null) : null;
};

/** By place, how many headings stand before it. */
const headingsBefore = (isHeading: readonly boolean[]): readonly number[] => {
  let count = 0;
  return isHeading.map((is) => (is ? count++ : count));
};

/** Whether lines count from 1, and anew only below a heading, with something between them. */
const countsThrough = (lines: readonly Numbered[], headings: readonly number[]): boolean => {
  let before: Numbered | null = null;
  let follows = false;
  for (const line of lines) {
    const last: Numbered | null = before;
    if (last?.at === line.at - 1) return false;
    const isNew = last === null || (headings[line.at] ?? 0) > (headings[last.at] ?? 0);
    const goesOn = last !== null && line.number === last.number + 1;
    if (!goesOn && !(isNew && line.number === 1)) return false;
    follows ||= goesOn;
    before = line;
  }
  return follows;
};

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
