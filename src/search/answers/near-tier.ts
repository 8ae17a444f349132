import { currentFirst } from '../../rule-editions/current-first.ts';
import { addressWithMarks } from '../engine/address-with-marks.ts';
import { marked } from '../engine/excerpt.ts';
import { filtered } from '../engine/facets.ts';
import { editionsIn } from '../engine/ranking.ts';
import type { Quote, SearchOptions, SearchResult } from '../engine/search-response.ts';
import type { PageText } from '../index-files.ts';
import type { Sought } from '../text/occurrences.ts';
import type { Query } from '../text/query.ts';
import { isInEnglish } from './english.ts';
import { type Gloss, noGloss } from './gloss.ts';
import type { Lexicon } from './lexicon.ts';
import { meantBy } from './misspelling.ts';
import { type AnswerSources, type NearPage, nearAnswers } from './near-answers.ts';
import type { PlacedConcept } from './nearest-pages.ts';
import { isProse, type Passage } from './passages.ts';

/** What comes after the exact results of a query. */
export type NearTier = {
  total: number;
  /** Words of the query that none of the near pages has. */
  lacking: string[];
  quotes: Quote[];
  /** How much of the question, from 0 to 1, the lines have that have most of it. */
  covers: number;
  inEnglish: boolean;
  /** What the title of a page is in English; of a question that is not, no page has any. */
  gloss: Gloss;
  /** The known word that was looked for in place of one that is a letter away; null where nothing was mended. */
  corrected: string | null;
  /** The near pages without the filters, for counting facets. */
  unfiltered: readonly number[];
  results: SearchResult[];
};

type Asked = AnswerSources & {
  typed: string;
  query: Query;
  options: SearchOptions;
  base: string;
  /** The reader's day. */
  today: string;
  exactPages: ReadonlySet<number>;
  /** Which of the near pages are shown. */
  from: number;
  to: number;
};

/** A passage that covers less than this share of a question doesn't answer it. */
const leastForQuote = 0.65;
const mostQuotes = 3;

/** The near pages of a query, with those results of them that are to be shown. */
export async function nearTier(asked: Asked): Promise<NearTier> {
  const { typed, query, options, table, base, exactPages } = asked;
  const inEnglish = isInEnglish(typed);
  const corrected = exactPages.size === 0 ? correctionOf(query, asked.known.lexicon) : null;
  const answers = await nearAnswers(corrected ?? typed, query, asked, {
    exclude: exactPages,
    synonyms: options.synonyms !== false,
  });
  const { concepts, scenes } = answers;
  const placeOf = new Map(scenes.map(({ page }, place) => [page, place]));
  const found = [
    ...answers.pages
      .filter(({ page }) => placeOf.has(page))
      .sort((a, b) => (placeOf.get(a.page) ?? 0) - (placeOf.get(b.page) ?? 0)),
    ...answers.pages.filter(({ page }) => !placeOf.has(page)),
  ];
  const byDate = ({ page: a }: NearPage, { page: b }: NearPage) =>
    (table.days[b] ?? Number.NEGATIVE_INFINITY) - (table.days[a] ?? Number.NEGATIVE_INFINITY) || 0;
  const editionAt = editionsIn(table);
  const inOrder =
    options.sort === 'date'
      ? [...found].sort(byDate)
      : currentFirst(found, ({ page }) => editionAt(page), asked.today);
  const unfiltered = inOrder.map(({ page }) => page);
  const left = new Set(filtered(table, unfiltered, options.filters ?? {}));
  const near = inOrder.filter(({ page }) => left.has(page));
  const sought = asSought(concepts);
  const results = await Promise.all(
    near.slice(asked.from, asked.to).map(async (one) => {
      const text = await asked.textOf(one.page);
      const words = scenes.find(({ page }) => page === one.page)?.words;
      const there = asSought(concepts.filter((concept) => !one.missing.includes(concept.text)));
      return text && resultOf(text, base, one, there, words);
    }),
  );
  const isFirstPage = asked.from === 0 && exactPages.size === 0;
  const lacking = concepts
    .filter(({ text }) => near.every(({ missing }) => missing.includes(text)))
    .map(({ text }) => text);
  // What a question asks for and no page names, as a rate or a price, is not answered by lines on all the rest of it.
  const mayQuote = isFirstPage && lacking.length === 0;
  return {
    total: near.length,
    lacking,
    quotes: mayQuote ? await quotesOf(near, asked, sought) : [],
    covers: Math.max(0, ...near.map(({ passage }) => passage?.covers ?? 0)),
    inEnglish,
    gloss: inEnglish ? asked.known.gloss : noGloss,
    corrected,
    unfiltered,
    results: results.filter((result) => result !== null),
  };
}

/** A single word that no page has, and that is a letter away from one that is known. */
const correctionOf = ({ wanted, unwanted }: Query, lexicon: Lexicon): string | null => {
  const [only, ...others] = wanted;
  if (!only || only.exact || others.length > 0 || unwanted.length > 0) return null;
  return meantBy(only.text, lexicon);
};

const asSought = (concepts: readonly PlacedConcept[]): Sought[] =>
  concepts.flatMap(({ present }) => present.map((text) => ({ text, whole: false })));

function resultOf(
  { url, title, sections: _, ...facts }: PageText,
  base: string,
  { missing, passage }: NearPage,
  sought: readonly Sought[],
  sceneWords: string[] | undefined,
): SearchResult {
  return {
    ...facts,
    url: base + url,
    href: addressWithMarks(base + url, sought),
    title,
    titleHtml: marked(title, sought),
    excerpt: passage ? marked(passage.passage.text, sought) : '',
    headings: [],
    // Near answers keep the order of what they answer, wherever they come from.
    profile: [],
    match: 'partial',
    missing,
    ...(sceneWords ? { sceneWords } : {}),
  };
}

/** The passages that cover enough of a question, best first, one of a page. */
async function quotesOf(
  near: readonly NearPage[],
  { base, textOf }: Asked,
  sought: readonly Sought[],
): Promise<Quote[]> {
  const best = near
    .filter(({ passage }) => passage && passage.covers >= leastForQuote && isProse(passage.passage))
    .slice(0, mostQuotes);
  const quotes = await Promise.all(
    best.map(async ({ page, passage }) => {
      const text = await textOf(page);
      return text && passage && quoteOf(text, passage.passage, base, sought);
    }),
  );
  return quotes.filter((quote) => quote !== null && quote !== undefined);
}

const quoteOf = (
  { url, title, institution, date, kind, edition, membersOnly }: PageText,
  { heading, anchor, text }: Passage,
  base: string,
  sought: readonly Sought[],
): Quote => ({
  html: marked(text, sought),
  heading,
  href: anchor ? `${base}${url}#${anchor}` : base + url,
  title,
  ...(institution ? { institution } : {}),
  ...(date ? { date } : {}),
  ...(kind ? { kind } : {}),
  ...(edition ? { edition } : {}),
  ...(membersOnly ? { membersOnly } : {}),
});
