import type { PageText } from '../index-files.ts';

/** A few lines of a page under their heading: what can answer a question by itself. */
export type Passage = {
  heading: string;
  /** The anchor of the heading, if it has one. */
  anchor: string;
  text: string;
};

/** A line that is the address of a page: nothing to read. */
const address = /^\/[\w/%.-]+\n?/gmu;

/** A passage has about so many letters; a line that is longer alone is cut at its sentences. */
const usualLetters = 120;
const mostLetters = 200;

/** Cuts a page into passages. What stands beside the text of the page is left out: it answers nothing. */
export function passagesOf({ sections }: PageText): Passage[] {
  return sections
    .map((section) => ({ ...section, text: section.text.replace(address, '') }))
    .filter(({ aside, text }) => !aside && text !== '')
    .flatMap(({ heading, anchor, text }) =>
      joined(text.split('\n').flatMap(sentencesOf)).map((lines) => ({
        heading,
        anchor,
        text: lines,
      })),
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
