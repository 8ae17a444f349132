import { beginning } from '../../../src/attachments/office/beginning.ts';
import { type Block, type Heading, type Paragraph, plainly, plainWords } from './blocks.ts';
import { isSubject, letterLine, namesDocument } from './letter-lines.ts';
import type { Losses } from './sentences.ts';
import { isPracticeHeading } from './shape-headings.ts';
import { withoutBeginning } from './shape-text.ts';
import { typedNumberOf } from './typed-marks.ts';
import { withoutWideSetting } from './wide-setting.ts';

/** What a document is called beside its text. */
export type Names = {
  /**
   * In the properties of its file. Nobody sees them, and they may be those of the document that it was copied from: they
   * only tell which line of the text is the title.
   */
  property: string;
  /** On a tab, as a sheet is. */
  shown?: string;
};

/** A document without its title, which has become a field. */
export type Titled = { title: string; summary?: string; blocks: Block[] };

const longestTitle = 100;

/**
 * Takes the title out of the text: from the style for titles, else the first heading where it stands above all others,
 * else a line at the beginning that the properties of the file name, is what a letter is about, is centred or names a
 * document, else the name that its readers see on it.
 */
export const takeTitle = (
  blocks: readonly Block[],
  { property, shown = '' }: Names,
  losses: Losses,
): Titled => {
  const styled = blocks.filter((block) => block.kind === 'paragraph' && block.role === 'title');
  if (styled.length > 0) {
    return withSummary(blocks, styled, styled.map(titleOf).filter(Boolean).join('　'));
  }
  const guess = guessedTitle(blocks);
  const heading = blocks.find((block) => block.kind === 'heading');
  const isNamed = guess !== null && namesDocument(guess.title);
  if (
    heading &&
    blocks.indexOf(heading) < mostLinesAbove &&
    isAboveAll(heading, blocks) &&
    // 「趣旨」 is the only heading below the name of the whole.
    (!isNamed || namesDocument(textOf(heading)))
  ) {
    return withSummary(blocks, [heading], titleOf(heading));
  }
  const named = property.trim();
  const line = named !== '' && blocks.slice(0, 3).find((block) => textOf(block) === named);
  if (line) return withSummary(blocks, [line], named);
  if (guess && (shown === '' || guess.isSure)) {
    losses.add('titleGuessed', beginning(guess.title, 40));
    return withSummary(withLetterHead(blocks, guess.lines), guess.lines, guess.title);
  }
  if (shown !== '') {
    losses.add('titleOfSheet', beginning(shown, 40));
    return withSummary(blocks, [], shown);
  }
  losses.add('titleMissing');
  return withSummary(blocks, [], '');
};

const textOf = (block: Block): string =>
  block.kind === 'paragraph' || block.kind === 'heading'
    ? withoutWideSetting(plainWords(block.words))
    : '';

/** A title in several lines, each set wide by itself. */
const titleOf = (block: Block): string => {
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return '';
  const lines: string[] = [''];
  for (const part of block.words) {
    if (part.kind === 'break') lines.push('');
    else if (part.kind === 'words') lines[lines.length - 1] += part.text;
  }
  return lines
    .map((line) => withoutWideSetting(line.trim()))
    .filter(Boolean)
    .reduce((title, line) => joinedTitle(title, line), '');
};

const joinedTitle = (title: string, line: string): string => {
  if (title === '' || /\p{Script=Hiragana}$/u.test(title)) return title + line;
  const between = /\p{Script=Latin}$/u.test(title) && /^\p{Script=Latin}/u.test(line) ? ' ' : '　';
  return title + between + line;
};

const isAboveAll = (heading: Heading, blocks: readonly Block[]): boolean =>
  heading.guessed !== true &&
  !isPracticeHeading(heading) &&
  // 「１．目的」 is one of several, though the others may be of other levels.
  typedNumberOf(plainWords(heading.words)) === null &&
  blocks.every(
    (block) => block.kind !== 'heading' || block === heading || block.level > heading.level,
  );

/** So many lines a letter may have above what it is about. */
const mostLinesAbove = 15;

type Guess = { title: string; lines: Paragraph[]; isSure: boolean };

const guessedTitle = (blocks: readonly Block[]): Guess | null => {
  const above = blocks.slice(0, mostLinesAbove);
  const end = above.findIndex(({ kind }) => kind !== 'paragraph' && kind !== 'figure');
  const lines = above
    .slice(0, end === -1 ? above.length : end)
    .filter((block): block is Paragraph => block.kind === 'paragraph' && block.role === 'text')
    .filter((block) => textOf(block) !== '' && textOf(block).length <= longestTitle);
  const mark = lines.findIndex((line) => letterLine(textOf(line)) === 'list');
  const head = mark === -1 ? lines : lines.slice(0, mark);
  const plain = head.filter((line) => letterLine(textOf(line)) === null);
  const named = head.find((line) => subjectSign.test(textOf(line)));
  if (named) {
    return { title: textOf(named).replace(subjectSign, ''), lines: [named], isSure: true };
  }
  const isLetter = head.some((line) =>
    /number|date|addressee/.test(letterLine(textOf(line)) ?? ''),
  );
  const subject = isLetter ? plain.find((line) => isSubject(textOf(line))) : undefined;
  if (subject) return { title: titleOf(subject), lines: [subject], isSure: true };
  const setIn = plain.find((line) => isSetIn(line) && namesDocument(textOf(line)));
  if (setIn) return { title: titleOf(setIn), lines: [setIn], isSure: true };
  const centred = plain.find((line) => isCentredTitle(line, blocks));
  if (centred) return centredTitle(centred, plain);
  const [first] = plain;
  if (first && namesDocument(textOf(first)) && first.aligned !== 'end') {
    return { title: titleOf(first), lines: [first], isSure: true };
  }
  if (plain.length === 1 && first && first === blocks[0] && isShort(textOf(first))) {
    if (blocks[1]?.kind === 'heading') {
      return { title: titleOf(first), lines: [first], isSure: false };
    }
  }
  const label = head.find(
    (line) => line.aligned === 'centre' && letterLine(textOf(line)) === 'label',
  );
  return label ? { title: textOf(label), lines: [label], isSure: false } : null;
};

/** Many set a line into the middle by blanks; a paragraph begins with one. */
const isSetIn = ({ words: [first] }: Paragraph): boolean =>
  first?.kind === 'words' && /^(?:\u3000|\s{2}){3}/u.test(first.text);

/** A line in the middle is a title near the beginning, or where only such lines stand above as a letter has. */
const isCentredTitle = (line: Paragraph, blocks: readonly Block[]): boolean => {
  const text = textOf(line);
  if (line.aligned !== 'centre' || !/\p{L}.*\p{L}/u.test(text)) return false;
  if (/^[図表]\s*[\d０-９]|^[（(][^）)]*[）)]$|[。、]$/u.test(text)) return false;
  const above = blocks.slice(0, blocks.indexOf(line));
  return above.length < 3 || above.every((block) => isShort(textOf(block)));
};

const isShort = (text: string): boolean => text.length <= 40 && !/[。、]$/u.test(text);

const subjectSign = /^(?:件\s*名|題\s*名|標\s*題)\s*[：:　]\s*/u;

/** A long title may be set in two lines, the institution or the first half of it above. */
const centredTitle = (first: Paragraph, plain: readonly Paragraph[]): Guess => {
  const title = titleOf(first);
  const second = plain[plain.indexOf(first) + 1];
  const goesOn =
    second?.aligned === 'centre' && !namesDocument(title) && namesDocument(textOf(second));
  if (!second || !goesOn) return { title, lines: [first], isSure: true };
  return { title: joinedTitle(title, titleOf(second)), lines: [first, second], isSure: true };
};

/** What stands above the subject of a letter, number, date, addressee and sender, becomes one paragraph of lines. */
const withLetterHead = (blocks: readonly Block[], title: readonly Block[]): Block[] => {
  const at = blocks.findIndex((block) => title.includes(block));
  const above = blocks.slice(0, at);
  const isHead =
    above.length > 1 &&
    above.every((block) => block.kind === 'paragraph' && textOf(block).length <= longestTitle) &&
    above.some((block) => /number|date|addressee/.test(letterLine(textOf(block)) ?? ''));
  if (!isHead) return [...blocks];
  const words = above.flatMap((block, line) =>
    block.kind === 'paragraph'
      ? [...(line > 0 ? [{ kind: 'break' } as const] : []), ...withoutBeginning(block.words, /^/u)]
      : [],
  );
  return [{ kind: 'paragraph', words, role: 'text', aligned: 'start' }, ...blocks.slice(at)];
};

const summaryName = /^(?:[【■]?\s*)(?:概要|要約|要旨)\s*】?$/u;
/** As long as a list of entries shows well. */
const longestSummary = 300;

/** A short paragraph under 「概要」 is the entry's summary. */
const withSummary = (blocks: readonly Block[], taken: readonly Block[], title: string): Titled => {
  const rest = blocks.filter((block) => !taken.includes(block));
  const at = rest.findIndex((block) => block.kind === 'heading' && summaryName.test(textOf(block)));
  const [heading, paragraph, next] = at === -1 ? [] : rest.slice(at, at + 3);
  const isShort =
    paragraph?.kind === 'paragraph' &&
    paragraph.words.every((part) => part.kind === 'words' && part.link === null) &&
    textOf(paragraph).length <= longestSummary &&
    next?.kind === 'heading';
  if (!heading || !isShort) return { title, blocks: rest };
  return {
    title,
    summary: textOf(paragraph),
    blocks: rest.filter((block) => block !== heading && block !== paragraph),
  };
};

/** Headings that are set wide say the same without it. */
export const headingsSetClose = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const text = plainWords(block.words);
    const close = withoutWideSetting(text);
    if (close === text) return block;
    return {
      ...block,
      words: [plainly(close), ...block.words.filter(({ kind }) => kind === 'note')],
    };
  });
