import { type Block, plainWords } from './blocks.ts';
import { type NumberForm, type TypedNumber, typedNumberOf } from './typed-marks.ts';

const longestHeading = 40;

/** Whether a line may be a heading: it is short and ends no sentence. */
export const isHeadingLike = (text: string): boolean =>
  text !== '' && [...text].length <= longestHeading && !/[。．.、，！？!?]$/u.test(text);

/** A numbered line, and its rank where the document calls it a heading. */
type Numbered = TypedNumber & { at: number; rank: number | null; isRepealed: boolean };

/** The form of a number that heads a section; the rank only where headings of the document count on with it. */
export type HeadingNumber = { form: NumberForm; rank?: number };

/**
 * Where 「１．」「(1)」「①」「第１条」 at the beginning of short lines are headings and no list: they count from 1 without a
 * gap, but for articles that were repealed or put in later, anew below each heading that is above them, there are
 * several, and text stands between them.
 * @returns the form of each, by its place
 */
export const numbersThatHead = (blocks: readonly Block[]): ReadonlyMap<number, HeadingNumber> => {
  const all = blocks.flatMap((block, at): Numbered[] => {
    if (block.kind !== 'heading' && (block.kind !== 'paragraph' || block.role !== 'text'))
      return [];
    const text = plainWords(block.words);
    const typed = isHeadingLike(text) ? typedNumberOf(text) : null;
    // Numbers of kana only ever count items.
    if (!typed || typed.length === text.length || typed.form === 'kana') return [];
    const rank = block.kind === 'heading' ? block.level : null;
    return [{ ...typed, at, rank, isRepealed: /削\s*除$/u.test(text) }];
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
const rankOfRow = (all: readonly Numbered[]): number | null => {
  const lines = all.filter(({ isBetween }) => !isBetween);
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
  let isRow = false;
  for (const line of lines) {
    const last: Numbered | null = before;
    if (last?.at === line.at - 1 && !last.isRepealed) return false;
    const isNew = last === null || (headings[line.at] ?? 0) > (headings[last.at] ?? 0);
    const goesOn = last !== null && follows(last, line);
    if (!goesOn && !(isNew && line.number === 1)) return false;
    // Nothing else is called so, and a small set of rules may have one.
    isRow ||= goesOn || unitsOfRules.has(line.form);
    before = line;
  }
  return isRow;
};

const unitsOfRules: ReadonlySet<NumberForm> = new Set([
  'book',
  'chapter',
  'section',
  'subsection',
  'division',
]);

/** Rules leave out what was repealed, and have 第２条の２ after 第２条. */
const follows = (last: Numbered, { form, number, isBetween }: Numbered): boolean => {
  if (isBetween) return number === last.number;
  return form === 'article' ? number > last.number : number === last.number + 1;
};
