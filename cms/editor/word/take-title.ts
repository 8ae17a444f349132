import { beginning } from '../../../src/attachments/office/beginning.ts';
import { type Block, type Heading, plainWords } from './blocks.ts';
import type { Losses } from './sentences.ts';
import { isPracticeHeading } from './shape-headings.ts';

/** A document without its title, which has become a field. */
export type Titled = { title: string; summary?: string; blocks: Block[] };

/** What Word and other programs write into the properties when nobody did. */
const madeTitle =
  /^(?:microsoft word\b.*|word 文書.*|文書\s*\d*|document\s*\d*|無題.*|untitled.*|タイトル|.*\.docx?|powerpoint.*)$/i;
const longestTitle = 100;

/**
 * Takes the title out of the text: from Word's style for titles, else the first heading where it stands above all
 * others, else the properties of the file, else a centred line at the beginning.
 * @param named the title in the properties; empty where there is none
 */
export const takeTitle = (blocks: readonly Block[], named: string, losses: Losses): Titled => {
  const styled = blocks.filter((block) => block.kind === 'paragraph' && block.role === 'title');
  if (styled.length > 0) {
    return withSummary(blocks, styled, styled.map(textOf).filter(Boolean).join('　'));
  }
  const heading = blocks.find((block) => block.kind === 'heading');
  if (heading && isAboveAll(heading, blocks)) {
    return withSummary(blocks, [heading], textOf(heading));
  }
  const property = named.trim();
  if (property !== '' && !madeTitle.test(property)) {
    const line = blocks.slice(0, 3).find((block) => textOf(block) === property);
    return withSummary(blocks, line ? [line] : [], property);
  }
  const centred = blocks
    .slice(0, 3)
    .find((block) => block.kind === 'paragraph' && block.centred && block.role === 'text');
  if (centred && textOf(centred).length <= longestTitle) {
    losses.add('titleGuessed', beginning(textOf(centred), 40));
    return withSummary(blocks, [centred], textOf(centred));
  }
  losses.add('titleMissing');
  return withSummary(blocks, [], '');
};

const textOf = (block: Block): string =>
  block.kind === 'paragraph' || block.kind === 'heading' ? unspaced(plainWords(block.words)) : '';

/** 「提　案　書」 is set wide, and says 提案書. */
const unspaced = (text: string): string =>
  /^\S(?:\s+\S){1,}$/u.test(text) && !/[\d０-９]/u.test(text) ? text.replace(/\s+/gu, '') : text;

const isAboveAll = (heading: Heading, blocks: readonly Block[]): boolean =>
  heading.guessed !== true &&
  !isPracticeHeading(heading) &&
  blocks.every(
    (block) => block.kind !== 'heading' || block === heading || block.level > heading.level,
  );

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
