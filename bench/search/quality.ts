import type { BenchQuery } from './queries.ts';
import { type FoldedPage, rightPages } from './truth.ts';

export type Quality = {
  recall: number;
  precision: number;
  /** Of the first five results, how many are right, where five could be. */
  precisionAt5: number;
  absentWordsFound: number;
  absentWords: number;
  /** One divided by the place of the page whose title was typed. */
  titleMrr: number;
  worst: { query: string; wrong: number; missed: number }[];
};

/** Compares what was found with what should be. Recall and precision are over all pairs of query and page. */
export function quality(
  pages: readonly FoldedPage[],
  queries: readonly BenchQuery[],
  found: readonly (readonly string[])[],
): Quality {
  let right = 0;
  let shown = 0;
  let wanted = 0;
  const at5: number[] = [];
  const reciprocals: number[] = [];
  let absentWordsFound = 0;
  const worst: Quality['worst'] = [];
  for (const [index, { kind, text, title }] of queries.entries()) {
    const truth = rightPages(pages, text);
    const results = found[index] ?? [];
    const hits = results.filter((url) => truth.has(url)).length;
    right += hits;
    shown += results.length;
    wanted += truth.size;
    if (hits < results.length || hits < truth.size) {
      worst.push({ query: text, wrong: results.length - hits, missed: truth.size - hits });
    }
    if (kind === 'absent word' && results.length > 0) absentWordsFound += 1;
    if (truth.size > 0) {
      const first = results.slice(0, 5).filter((url) => truth.has(url)).length;
      at5.push(first / Math.min(5, truth.size));
    }
    if (title !== undefined) {
      const titled = new Set(pages.filter((page) => page.written === title).map(({ url }) => url));
      const place = results.findIndex((url) => titled.has(url));
      reciprocals.push(place < 0 ? 0 : 1 / (place + 1));
    }
  }
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return {
    recall: right / wanted,
    precision: right / shown,
    precisionAt5: mean(at5),
    absentWordsFound,
    absentWords: queries.filter(({ kind }) => kind === 'absent word').length,
    titleMrr: mean(reciprocals),
    worst: worst.sort((a, b) => b.wrong + b.missed - (a.wrong + a.missed)).slice(0, 10),
  };
}
