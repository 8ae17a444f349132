import type { PlaceId } from '../../schema/place.ts';
import type { Excerpt } from './excerpt.ts';
import type { FacetCounts, Filters } from './facets.ts';

/** What narrows, pages and orders the results. */
export type SearchOptions = {
  /** For each facet the values that are wanted; one of them is enough. */
  filters?: Filters;
  offset?: number;
  limit?: number;
  sort?: 'relevance' | 'date';
  /** Whether glossary terms find what means exactly the same; they do unless told otherwise. */
  synonyms?: boolean;
  /** What the reader's institution is: what comes from places like it stands first among the exact results, unless they are sorted by date. */
  near?: readonly PlaceId[];
};

/** One page that was found. */
export type SearchResult = Excerpt & {
  url: string;
  title: string;
  /** The title as HTML with the match marked. */
  titleHtml: string;
  /** The address with the words to be marked on the page. */
  href: string;
  page?: number;
  /** What the page of a file is called: 7ページ, スライド7. */
  place?: string;
  kind?: string;
  institution?: string;
  date?: string;
  themes?: string[];
  /** Of an edition of a rule: its dates, by which it is marked. */
  edition?: string;
  /** What marks a page that the public edition doesn't have. */
  membersOnly?: string;
  /** The words of the query by which a scene came first. */
  sceneWords?: string[];
  /** Of a question in English: what the title speaks of, by its English names. */
  gloss?: string;
  /** What is known of the institution that the page is of. */
  profile: readonly PlaceId[];
  /** Whether the page has every word of the query, or only a part of it. */
  match: 'exact' | 'partial';
  /** What of the query a partial result lacks, in the query's own words. */
  missing: string[];
};

/** A few lines of a page, in its own words, that have most of a question. */
export type Quote = {
  /** HTML: escaped text with `<mark>`. */
  html: string;
  /** The heading under which it stands; empty where there is none. */
  heading: string;
  /** Where it stands. */
  href: string;
  title: string;
  institution?: string;
  date?: string;
  kind?: string;
  /** Of an edition of a rule: its dates, by which it is marked. */
  edition?: string;
  /** What marks a page that the public edition doesn't have. */
  membersOnly?: string;
};

/** The answer to a query. */
export type SearchResponse = {
  /** How many pages have every word; where none has, how many are near. */
  total: number;
  /** How many pages have every word. They come before all others. */
  exactTotal: number;
  /** How many pages come after them that have only a part; 0 too where nobody has come to the end of the exact ones. */
  nearTotal: number;
  /** Words of the query that none of the near pages has. */
  lacking: string[];
  /** Where no page has every word: what is written of it, best first. Empty where nothing covers enough of the question. */
  quotes: Quote[];
  /** How much of a question, from 0 to 1, the lines of a near page have that have most of it. */
  covers: number;
  /** What was looked for in place of a misspelt word; null where the query was taken as it is. */
  corrected: string | null;
  /** The question is in English, and the pages are not. */
  inEnglish: boolean;
  facets: FacetCounts;
  /** Exact synonyms that were looked for too. */
  expanded: string[];
  /** Words near in meaning, to be offered. */
  related: string[];
  /** The query is more than a page can be looked through for; at most scenes answer it. */
  tooLong: boolean;
  results: SearchResult[];
};
