import { type EditionDates, readEdition } from '../../rule-editions/edition-status.ts';
import type { PageTable } from '../index-files.ts';
import type { TermMatches } from './matching.ts';

/** How much less a page counts that has only a synonym of what was typed. */
const synonymWeight = 0.7;
/** How fast the tenth mention of a word counts less than the first, and how much long pages are held against it. */
const saturation = 1.2;
const lengthWeight = 0.4;
/** A term in the title counts as this many times as much as in the text. */
const titleWeight = 1.5;
/** A title that says what was typed and nothing else comes before every other page. */
const wholeTitle = 1000;

/** Whether a score is that of a page whose title is what was typed. */
export const hasTypedTitle = (score: number): boolean => score >= wholeTitle;

/** What pages are ranked by. */
export type RankingInput = {
  terms: readonly TermMatches[];
  pages: Iterable<number>;
  lengths: readonly number[];
  titleLengths: readonly number[];
};

/** Scores pages by how rare the terms are, how often a page has them, and how much of its title they make up. */
export function scores({ terms, pages, lengths, titleLengths }: RankingInput): Map<number, number> {
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const scored = new Map<number, number>();
  for (const page of pages) {
    const inTitle = new Set<number>();
    let score = 0;
    let asTyped = 1;
    for (const { pagesWithTerm, on } of terms) {
      const match = on.get(page);
      if (!match) continue;
      const rarity = Math.log(1 + (lengths.length - pagesWithTerm + 0.5) / (pagesWithTerm + 0.5));
      const long = 1 - lengthWeight + (lengthWeight * (lengths[page] ?? 0)) / average;
      const often = (match.count * (saturation + 1)) / (match.count + saturation * long);
      const weight = match.form.isSynonym ? synonymWeight : 1;
      asTyped = Math.min(asTyped, weight);
      score += rarity * weight * (often + (match.inTitle.length > 0 ? titleWeight : 0));
      for (const place of match.inTitle) inTitle.add(place);
    }
    const share = inTitle.size / Math.max(1, titleLengths[page] ?? 0);
    score *= 1 + share;
    if (share === 1) score += wholeTitle * asTyped;
    scored.set(page, score);
  }
  return scored;
}

/** Which edition of a rule a page is, by the table of a site; no older one stands before the one in force. */
export function editionsIn({ editions = [] }: PageTable): (page: number) => EditionDates | null {
  const known = new Map(editions.map(([page, text]) => [page, readEdition(text)]));
  return (page) => known.get(page) ?? null;
}
