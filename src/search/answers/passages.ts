import type { PageText } from '../index-files.ts';
import { foldedText } from '../text/letters.ts';

/** A few lines of a page under their heading: what can answer a question by itself. */
export type Passage = {
  heading: string;
  /** The anchor of the heading, if it has one. */
  anchor: string;
  text: string;
};

/** The address of a page at the end of a line, or alone in it: nothing to read. */
const address = / ?\/[\w/%.-]+$/gmu;

/** A passage has about so many letters; a line that is longer alone is cut at its sentences. */
const usualLetters = 120;
const mostLetters = 200;

/** What pages are called, and what stands after a title to say whose it is. */
export type PageNames = {
  /** As search compares them. */
  titles: ReadonlySet<string>;
  /** The parts of names of institutions and of kinds. */
  owners: ReadonlySet<string>;
};

/**
 * Brings together what pages are called.
 * @param titles as search compares them
 * @param owners names of institutions and of kinds, as they are shown
 */
export const pageNames = (titles: readonly string[], owners: readonly string[]): PageNames => ({
  titles: new Set(titles.filter((title) => title !== '')),
  owners: new Set([...owners, formerly].flatMap((name) => partsOf(foldedText(name)))),
});

/** A line with a sentence in it is more than a name: it need not be folded to be told from one. */
const sentence = /[。．]/u;

/** Stands after an institution that has another name now. */
const formerly = '当時';
const partsOf = (folded: string): string[] => folded.split('\n');

/** Whether a line only names another page of the site and whose it is, as rows of links and lists of sources do. */
function namesAnotherPage(line: string, { titles, owners }: PageNames): boolean {
  if (sentence.test(line)) return false;
  const parts = partsOf(foldedText(line));
  for (let end = parts.length; end > 0; end -= 1) {
    if (titles.has(parts.slice(0, end).join('\n'))) return true;
    if (!owners.has(parts[end - 1] ?? '')) return false;
  }
  return false;
}

/**
 * Cuts a page into passages. What stands beside the text of the page is left out, and what only names another page: it answers
 * nothing, and the other page is found by itself.
 */
export function passagesOf({ sections }: PageText, names: PageNames): Passage[] {
  return sections
    .map(({ text, ...section }) => ({
      ...section,
      lines: text
        .replace(address, '')
        .split('\n')
        .filter((line) => line !== '' && !namesAnotherPage(line, names)),
    }))
    .filter(({ aside }) => !aside)
    .flatMap(({ heading, anchor, lines }) =>
      joined(lines.flatMap(sentencesOf)).map((text) => ({ heading, anchor, text })),
    );
}

const sentencesOf = (line: string): string[] =>
  line.length <= mostLetters
    ? [line]
    : joined(line.match(/[^。！？!?]+[。！？!?」』）)]*|[。！？!?]+/g) ?? [line], '');

/** Short lines go together until there is enough to understand. */
function joined(lines: readonly string[], between = '\n'): string[] {
  const passages: string[] = [];
  for (const line of lines) {
    const last = passages.at(-1);
    if (last !== undefined && last.length + line.length <= usualLetters) {
      passages[passages.length - 1] = last + between + line;
    } else passages.push(line);
  }
  return passages;
}

/** Whether a passage says something, and is not only a row of names and titles. */
export const isProse = ({ text }: Passage): boolean => /[。．][」』）)]?(?:\s|$)/u.test(text);
