import type { Meter } from './compare-lists.ts';
import { compareProse } from './compare-prose.ts';
import { type Line, linesOf } from './lines.ts';
import { earlierText, laterText, type Run } from './runs.ts';
import { type Sign, signOf } from './sign.ts';

/** What stands below one heading of a text; the heading is null for what stands before the first. */
export type Section = {
  /** As it is now, or was where it is gone. */
  readonly heading: string | null;
  readonly headingRuns: readonly Run[];
  readonly lines: readonly Line[];
  /** null where nothing below the heading changed. */
  readonly sign: Sign | null;
};

/** What of a text in Markdown is not as in an earlier version of it, by its headings. */
export const compareBodies = (before: string, after: string, meter?: Meter): Section[] => {
  const sections: { heading: Line | null; lines: Line[] }[] = [{ heading: null, lines: [] }];
  let isCode = false;
  for (const line of linesOf(compareProse(ended(before), ended(after), meter))) {
    const text = textOf(line);
    if (/^\s*(?:```|~~~)/.test(text)) isCode = !isCode;
    if (!isCode && headingMark.test(text)) sections.push({ heading: line, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections
    .filter(({ heading, lines }) => heading !== null || lines.length > 0)
    .map(({ heading, lines }) => {
      const headingRuns = heading ? withoutMark(heading.runs) : [];
      return {
        heading: heading && textOf({ ...heading, runs: headingRuns }),
        headingRuns,
        lines,
        sign: signOf([...headingRuns, ...lines.flatMap(({ runs }) => runs)]),
      };
    });
};

/** Whether the last line of a text has an end says nothing; that each line has one keeps what follows apart. */
const ended = (text: string): string => (text.trim() === '' ? '' : `${text.trimEnd()}\n`);

const headingMark = /^#{1,6}[ \t]+/;

/** The line as it is now, or was where it is gone. */
const textOf = ({ runs }: Line): string => laterText(runs) || earlierText(runs);

const withoutMark = (runs: readonly Run[]): Run[] =>
  runs
    .map((run) => ({ ...run, text: run.text.replace(headingMark, '') }))
    .filter(({ text }) => text !== '');
