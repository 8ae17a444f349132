import { beginning } from '../../../src/attachments/office/beginning.ts';
import { type Block, type Inline, isText, linesOf, plainWords } from '../word/blocks.ts';
import type { Losses } from '../word/sentences.ts';
import { typedBullet, typedNumberOf } from '../word/typed-marks.ts';

/**
 * Joins lines that end where the page of a PDF ended, in the middle of sentences, and leaves out the numbers of its pages.
 * Lines that a person broke are of any length, and stay.
 */
export const withoutBrokenLines = (blocks: readonly Block[], losses: Losses): Block[] => {
  const texts = blocks.filter(isText).flatMap(({ words }) => linesOf(words).map(plainWords));
  const width = widthOfPage(texts.filter((text) => !isPageNumber(text)));
  if (width === null) return [...blocks];
  return blocks.flatMap((block): Block[] => {
    if (!isText(block)) return [block];
    const lines = linesOf(block.words).filter((line) => {
      const text = plainWords(line);
      if (isPageNumber(text)) losses.add('pageNumbers', `「${text}」`);
      return !isPageNumber(text);
    });
    return lines.length === 0 ? [] : [{ ...block, words: joined(lines, width, losses) }];
  });
};

/** 「- 3 -」「3 / 12」「３ページ」 */
const isPageNumber = (text: string): boolean =>
  /^(?:[-－‐–—―]\s*[0-9０-９]{1,4}\s*[-－‐–—―]|[0-9０-９]{1,4}\s*[/／]\s*[0-9０-９]{1,4}|[0-9０-９]{1,4}\s*ページ)$/u.test(
    text,
  );

/** A wide letter counts two. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[ -\u02FF\uFF61-\uFF9F]/u.test(sign) ? 1 : 2), 0);

const sentenceEnd = /[。．！？!?：:」』】]$/u;
/** A page is wider, and a line that ends at its margin not much shorter: Japanese moves no more than two letters on. */
const narrowestPage = 40;
const slack = 4;

/** How wide the lines are that end at the margin of a page; null where they end where somebody wanted it. */
const widthOfPage = (lines: readonly string[]): number | null => {
  const open = lines.filter(
    (text, at) => !sentenceEnd.test(text) && goesOnWith(lines[at + 1] ?? ''),
  );
  const width = lines.reduce((widest, line) => Math.max(widest, widthOf(line)), 0);
  const full = open.filter((text) => widthOf(text) >= width - slack);
  const isPage = width >= narrowestPage && full.length > 1 && full.length * 4 >= open.length * 3;
  return isPage ? width : null;
};

/** Whether a line may be the rest of a sentence: it begins no paragraph, item or heading. */
const goesOnWith = (text: string): boolean =>
  text !== '' &&
  !typedBullet.test(text) &&
  !/^[【■□◆●※＊]/u.test(text) &&
  typedNumberOf(text) === null;

const joined = (lines: readonly Inline[][], width: number, losses: Losses): Inline[] => {
  const words: Inline[] = [];
  for (const [at, line] of lines.entries()) {
    const before = plainWords(lines[at - 1] ?? []);
    const text = plainWords(line);
    const isRest =
      at > 0 &&
      !sentenceEnd.test(before) &&
      widthOf(before) >= width - slack &&
      goesOnWith(text) &&
      !isSetIn(line);
    if (isRest) {
      losses.add('linesJoined', beginning(before));
      if (/[!-~]$/.test(before) && /^[!-~]/.test(text)) words.push({ ...blank });
    } else if (at > 0) words.push({ kind: 'break' });
    words.push(...line);
  }
  return words;
};

const blank: Inline = {
  kind: 'words',
  text: ' ',
  bold: false,
  italic: false,
  struck: false,
  link: null,
  reading: null,
};

const isSetIn = ([first]: readonly Inline[]): boolean =>
  first?.kind === 'words' && /^\s/u.test(first.text);
