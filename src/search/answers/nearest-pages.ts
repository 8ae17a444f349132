import {
  type Form,
  formsOf,
  type PagesOfForms,
  pagesOfTerms,
  pagesWithTerm,
} from '../engine/matching.ts';
import type { Pages } from '../engine/page-sets.ts';
import type { PlaceIndex } from '../engine/place-index.ts';
import { foldedText } from '../text/letters.ts';
import { hasFolded } from '../text/occurrences.ts';
import { spellings } from '../text/spellings.ts';
import type { Lookup } from '../text/tokens.ts';
import type { Concept } from './concepts.ts';

/** A concept with the pages that have it, however they say it. */
export type PlacedConcept = Concept & {
  /** Every form that stands somewhere on the site, and the same as search compares it. */
  present: readonly string[];
  folded: readonly string[];
  pages: Pages;
  /** What its being on a page tells: how much it says by itself, times how rare it is. */
  rarity: number;
  /** The same for ranking: what no page has tells none from another. */
  weighs: number;
};

/**
 * The most tokens that a question may look up, each of which may lie in a part of the index of its own: what stays of its
 * concepts tells most. Counted by tokens, since how the index is cut into parts depends on all pages.
 */
const mostTokens = 70;

/**
 * Finds the pages of each concept. What is fetched for it is bounded: concepts that would go beyond that are left out, the ones
 * that say least first.
 */
export async function placed(
  index: PlaceIndex,
  concepts: readonly Concept[],
  longVowelStems: readonly string[],
): Promise<PlacedConcept[]> {
  const tokens = new Set<string>();
  const asked: { concept: Concept; forms: Form[] }[] = [];
  const inOrder = [...concepts].sort(
    (a, b) => b.weight * b.tells - a.weight * a.tells || b.text.length - a.text.length,
  );
  for (const concept of inOrder) {
    const forms = concept.forms.flatMap((text, place) =>
      spellings(text, longVowelStems).flatMap((spelling) =>
        formsOf({ text: spelling, exact: true }, [], []).map((form) => ({
          ...form,
          isSynonym: place > 0,
        })),
      ),
    );
    const fitting: Form[] = [];
    for (const form of forms) {
      const needed = tokensOf(form.lookup).filter((token) => !tokens.has(token));
      if (tokens.size + needed.length > mostTokens) continue;
      for (const token of needed) tokens.add(token);
      fitting.push(form);
    }
    if (fitting.length > 0) asked.push({ concept, forms: fitting });
  }
  const found = await pagesOfTerms(
    index,
    asked.map(({ forms }) => forms),
  );
  const all = index.ids.length;
  const placedConcepts = asked.map(({ concept }, place): PlacedConcept => {
    const forms = found[place] as PagesOfForms;
    const pages = pagesWithTerm(forms);
    const rarity =
      concept.weight * concept.tells * rarityOf(Math.max(pages.size, fewestPages), all);
    const present = [...forms].filter(([, on]) => on.size > 0).map(([{ text }]) => text);
    return {
      ...concept,
      present,
      folded: present.map(foldedText),
      pages,
      rarity,
      weighs: pages.size === 0 ? rarity * absentShare : rarity,
    };
  });
  const order = new Map(concepts.map((concept, place) => [concept.text, place]));
  return placedConcepts.sort((a, b) => (order.get(a.text) ?? 0) - (order.get(b.text) ?? 0));
}

const tokensOf = ({ row, beginning }: Lookup): string[] =>
  beginning === undefined ? row : [...row, beginning];

/** A word on fewer pages than this tells no more than one on so many: a name that one page drops, a slip. */
const fewestPages = 3;
/** So much of a word that no page has stays in the whole of which a page has its share. */
const absentShare = 0.3;

/** How much it tells that a page has a word that so many of all pages have: Robertson's inverse document frequency. */
const rarityOf = (pages: number, all: number): number =>
  Math.log(1 + (all - pages + 0.5) / (pages + 0.5));

/** How much of a question each page has, from 0 to 1, by what its concepts tell. Pages that have nothing of it are left out. */
export function coverage(concepts: readonly PlacedConcept[]): Map<number, number> {
  const whole = concepts.reduce((sum, { weighs }) => sum + weighs, 0);
  const covered = new Map<number, number>();
  for (const { pages, weighs } of concepts) {
    for (const page of pages) covered.set(page, (covered.get(page) ?? 0) + weighs / whole);
  }
  return covered;
}

/** What share of a question a folded text has, from 0 to 1, by what its concepts tell. */
export function shareIn(
  text: string,
  concepts: readonly PlacedConcept[],
  by: 'rarity' | 'weighs' = 'weighs',
): number {
  if (text === '') return 0;
  let whole = 0;
  let found = 0;
  for (const concept of concepts) {
    whole += concept[by];
    if (concept.folded.some((form) => hasFolded(text, form))) found += concept[by];
  }
  return whole === 0 ? 0 : found / whole;
}
