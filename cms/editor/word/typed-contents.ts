import { type Block, plainWords } from './blocks.ts';
import type { Losses } from './sentences.ts';

/**
 * Leaves out an index that somebody typed: below 「目次」, lines that say again what stands further down, or that end with
 * the number of a page.
 */
export const withoutTypedContents = (blocks: readonly Block[], losses: Losses): Block[] => {
  const texts = blocks.map(textOf);
  const start = texts.findIndex((text) => /^(?:目次|もくじ)$/u.test(text));
  if (start === -1) return [...blocks];
  let end = start + 1;
  while (end < start + mostLines && isEntry(texts, end)) end += 1;
  if (end - start < fewestLines) return [...blocks];
  losses.add('contents');
  return blocks.filter((_block, at) => at < start || at >= end);
};

/** The word itself, and two lines. */
const fewestLines = 3;
const mostLines = 300;

const textOf = (block: Block): string =>
  block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'item'
    ? plainWords(block.words).replace(/\s+/gu, '')
    : '';

const pageNumber = /[.．…‥・･]{2,}[0-9０-９]{1,4}$/u;
const articles = /[（(]第[^）)]{1,30}[）)]$/u;

const isEntry = (texts: readonly string[], at: number): boolean => {
  const text = texts[at] ?? '';
  if (text === '') return false;
  if (pageNumber.test(text.slice(-30))) return true;
  const name = text.replace(articles, '').replace(/[0-9０-９]{1,4}$/u, '');
  return name !== '' && texts.slice(at + 1).some((later) => later.startsWith(name));
};
