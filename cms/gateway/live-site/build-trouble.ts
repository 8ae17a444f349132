import type { Problem } from '../../../src/check/problem.ts';
import { type LeftOutEntry, leftOutProblem } from '../../../src/loader/left-out.ts';

/** Why the site could not be made anew, for those who can see to it. */
export type BuildTrouble = {
  readonly sentence: string;
  /** What is wrong with the content, by file; empty where the fault is not the content's. */
  readonly problems: readonly Problem[];
};

/** What is told of a site that was made without some entries; null where it has all. */
export const leftOutTrouble = (entries: readonly LeftOutEntry[]): BuildTrouble | null =>
  entries.length === 0
    ? null
    : { sentence: leftOutSentence(entries.length), problems: entries.map(leftOutProblem) };

const leftOutSentence = (count: number): string =>
  `ページにできない記事が${count}件あり、除いてサイトを新しくしましたので、一覧の記事を直してください。`;
