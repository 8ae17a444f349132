import { loadDefaultJapaneseParser } from 'budoux';

const phrasing = loadDefaultJapaneseParser();
const words = new Intl.Segmenter('ja', { granularity: 'word' });
const signs = new Intl.Segmenter('ja', { granularity: 'grapheme' });

const segmentsOf = (segmenter: Intl.Segmenter, text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/** What a person takes for single signs: an emoji of several parts is one, and so is a letter with its marks. */
export const graphemesOf = (text: string): string[] => segmentsOf(signs, text);

/** After a line's end, and after the end of a sentence with what closes it; what breaks the line belongs to its sentence. */
const blockEnd =
  /(?<=\n)(?!\n)|(?<=[。！？][」』）】]*)(?![」』）】。！？\n])|(?<=．)(?![0-9０-９\n])/u;

/** Sentences and lines, each with its end; joined they are the text. */
export const blocksOf = (text: string): string[] => text.split(blockEnd).filter(Boolean);

/** Phrases, as a reader would pause; joined they are the text. */
export const phrasesOf = (text: string): string[] =>
  text
    .split(/(?<=[。．、，！？\n|])/u)
    .flatMap((part) => (part === '' ? [] : phrasing.parse(part)));

/** Numbers with their counter, Latin words and paths, tags, and the marks of strong words and of tables. */
const whole =
  /<[^<>\n]*>|(?:(?:令和|平成|昭和)元|(?:令和|平成|昭和)?[0-9０-９]+(?:[.,:．，：/][0-9０-９]+)*)(?:年度|[年月日時分秒回件名人円条項号％%]|ページ|か月|営業日|週間)?|[A-Za-zＡ-Ｚａ-ｚ]+(?:[0-9A-Za-z._/-]*[0-9A-Za-z])?|\*\*|\|/gu;

/** A block in its parts: the number of a step in Markdown, what it says, and the line breaks at its end. */
export type BlockParts = {
  readonly number: string;
  readonly said: string;
  readonly end: string;
};

/** Takes a block apart; joined the parts are the block. */
export const partsOf = (block: string): BlockParts => {
  const number = /^[ \t]*\d{1,3}[.)][ \t]+/.exec(block)?.[0] ?? '';
  const end = /\n*$/.exec(block)?.[0] ?? '';
  const rest = block.slice(number.length);
  return { number, said: rest.slice(0, rest.length - end.length), end };
};

/** Whether a text may be cut there: not within a number and its counter, a Latin word, a tag or a mark. */
export const mayCut = (text: string): ((at: number) => boolean) => {
  const wholes = Array.from(text.matchAll(whole), ({ index, 0: found }) => [
    index,
    index + found.length,
  ]);
  return (at) => !wholes.some(([from = 0, to = 0]) => from < at && at < to);
};

/** Words; what is `whole` is never taken apart. Joined they are the text. */
export const wordsOf = (text: string): string[] => {
  const out: string[] = [];
  let at = 0;
  for (const match of text.matchAll(whole)) {
    out.push(...segmentsOf(words, text.slice(at, match.index)), match[0]);
    at = match.index + match[0].length;
  }
  out.push(...segmentsOf(words, text.slice(at)));
  return out;
};
