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
import type { Losses } from './sentences.ts';
import { withoutBeginning } from './shape-text.ts';
import { type NumberForm, typedNumberOf } from './typed-marks.ts';
import type { ReadWordOptions } from './word-import.ts';

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
  /^(?:第?\s*[0-9０-９]+\s*[章節]?(?:[.．][0-9０-９]+)*[.．、)）:：]?|[(（][0-9０-９]+[)）]|[①-⑳])\s*/u;
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
  const kinds: string[] = [];
  let rank = -1;
  return blocks.map((block, at) => {
    if (block.kind === 'heading') {
      rank = block.level;
      return block;
    }
    if (block.kind !== 'paragraph' || block.role !== 'text') return block;
    const kind = guessedKind(block, safeNumbers.get(at));
    if (kind === null || isLast(blocks, at)) return block;
    if (!kinds.includes(kind)) kinds.push(kind);
    losses.add('headingGuessed', beginning(plainWords(block.words)));
    const words = kind === 'brackets' ? withoutBrackets(block.words) : block.words;
    const level = rank + 1 + kinds.indexOf(kind);
    return {
      kind: 'heading',
      words: kind === 'sign' ? withoutBeginning(words, typedSign) : words,
      level,
      guessed: true,
    };
  });
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
  'dot',
  'bracket',
  'circle',
  'closing',
  'space',
];

type Numbered = { at: number; form: NumberForm; number: number };

/**
 * Where 「１．」「(1)」「①」「第１条」 at the beginning of short lines are headings and no list: they count from 1 without a
 * gap, anew below each heading that is above them, there are several, and text stands between them.
 * @returns the form of each, by its place
 */
const numbersThatHead = (blocks: readonly Block[]): ReadonlyMap<number, NumberForm> => {
  const lines = blocks.flatMap((block, at): Numbered[] => {
    if (block.kind !== 'paragraph' || block.role !== 'text') return [];
    const text = plainWords(block.words);
    const typed = isHeadingLike(text) ? typedNumberOf(text) : null;
    if (!typed || typed.length === text.length || !headingForms.includes(typed.form)) return [];
    return [{ at, form: typed.form, number: typed.number }];
  });
  const heads = new Map<number, NumberForm>();
  const isHeading = blocks.map(({ kind }) => kind === 'heading');
  for (const form of new Set(lines.map((line) => line.form))) {
    const own = lines.filter((line) => line.form === form);
    if (!countsThrough(own, headingsBefore(isHeading))) continue;
    for (const { at } of own) {
      heads.set(at, form);
      isHeading[at] = true;
    }
  }
  return heads;
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
  { headings = 'practice' }: ReadWordOptions,
  losses: Losses,
): Block[] => {
  if (headings === 'free') return levelled(blocks, () => false, 2);
  const isWhole = headings === 'practice';
  const seen = new Set<string>();
  const tops = new Set<Block>();
  const shaped = blocks.map((block): Block => {
    if (block.kind !== 'heading') return block;
    const text = plainWords(block.words);
    const name = practiceHeadingOf(text);
    if (name === null) return block;
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
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 2) {
      const name = practiceHeadingOf(plainWords(block.words));
      sections.push({ order: name === null ? -1 : practiceHeadings.indexOf(name), blocks: [] });
    }
    sections.at(-1)?.blocks.push(block);
  }
  const sorted = sections.toSorted((one, other) => one.order - other.order);
  if (sorted.some((section, at) => section !== sections[at])) losses.add('headingsMoved');
  return sorted.flatMap((section) => section.blocks);
};

/** Headings of practices are no titles of documents. */
export const isPracticeHeading = ({ words }: Heading): boolean =>
  practiceHeadingOf(plainWords(words)) !== null;
