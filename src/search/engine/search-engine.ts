import { dayInJapan } from '../../formats/time-in-japan.ts';
import { nearFirst } from '../../my-institution/near-first.ts';
import { currentFirst } from '../../rule-editions/current-first.ts';
import type { PlaceId } from '../../schema/place.ts';
import type { KnownWords } from '../answers/near-answers.ts';
import type { NearTier, nearTier as nearTierOf } from '../answers/near-tier.ts';
import type { PageTable, PageText, Vocabulary } from '../index-files.ts';
import type { Sought } from '../text/occurrences.ts';
import { parseQuery, type Query } from '../text/query.ts';
import { addressWithMarks } from './address-with-marks.ts';
import { excerptOf, marked } from './excerpt.ts';
import { facetCounts, filtered } from './facets.ts';
import { formsOf, matchesOn, pagesOfTerms, pagesWithTerm, type TermMatches } from './matching.ts';
import { nearQueries } from './near-queries.ts';
import { once } from './once.ts';
import { inBoth, onlyInFirst } from './page-sets.ts';
import type { PlaceIndex } from './place-index.ts';
import { editionsIn, hasTypedTitle, scores } from './ranking.ts';
import { type SceneMatch, scenesFirst } from './scene-words.ts';
import { type SearchFiles, searchFiles } from './search-files.ts';
import type { SearchOptions, SearchResponse, SearchResult } from './search-response.ts';
import { SearchUnavailable } from './search-unavailable.ts';
import { type Suggestion, suggestions } from './suggestions.ts';
import { type Synonyms, synonymsOf } from './synonyms.ts';

/** Answers queries from the index of a built site. */
export type SearchEngine = {
  search(query: string, options?: SearchOptions): Promise<SearchResponse>;
  near(query: string): Promise<NearQuery[]>;
  suggest(typed: string, limit?: number): Promise<Suggestion[]>;
};

/** A query that finds something, offered for one that does not. */
export type NearQuery = { words: string; total: number };

const usualLimit = 10;
const noNear: NearTier = {
  total: 0,
  lacking: [],
  quotes: [],
  covers: 0,
  inEnglish: false,
  gloss: () => null,
  corrected: null,
  unfiltered: [],
  results: [],
};

/** What is loaded once, before the first answer. */
type Opened = {
  index: PlaceIndex;
  table: PageTable;
  vocabulary: Vocabulary;
  synonyms: Synonyms;
};

/**
 * The search of a built site. Nothing is fetched before the first question.
 * @param folder the address of the site's folder /search/, with a slash at its end
 * @param today the reader's day, by which it is judged which edition of a rule is in force
 */
export function createSearchEngine(
  folder: string,
  today: () => string = () => dayInJapan(new Date()),
): SearchEngine {
  const base = new URL('..', folder).pathname.replace(/\/$/, '');
  const open = () => openedSite(searchFiles(folder));
  let site = open();

  /** Asks the site. One that has been replaced since its files were fetched is opened anew, once. */
  async function ask<Answer>(question: (of: OpenedSite) => Promise<Answer>): Promise<Answer> {
    const asked = site;
    try {
      return await question(asked);
    } catch (error) {
      if (!(error instanceof SearchUnavailable) || !(await asked.files.areOutdated())) throw error;
      if (site === asked) site = open();
      return question(site);
    }
  }

  /** What comes after the exact results of a query, where they leave room on the page. */
  async function nearTo(
    { files, nearParts }: OpenedSite,
    site: Opened,
    typed: string,
    query: Query,
    options: SearchOptions & { offset: number; limit: number },
    exactPages: readonly number[],
    exactTotal: number,
  ): Promise<NearTier> {
    const { offset, limit } = options;
    const isFull = exactTotal >= offset + limit;
    // Who excludes a word, or quotes all of them, asks for exactly that.
    const isStrict = query.unwanted.length > 0 || query.wanted.every(({ exact }) => exact);
    if (isFull || isStrict) return noNear;
    const { nearTier, known } = await nearParts();
    return nearTier({
      ...site,
      typed,
      query,
      options,
      known,
      base,
      today: today(),
      textOf: (page) => files.textOf(site.index.ids[page] ?? ''),
      exactPages: new Set(exactPages),
      from: Math.max(0, offset - exactTotal),
      to: offset + limit - exactTotal,
    });
  }

  async function search(
    of: OpenedSite,
    typed: string,
    options: SearchOptions,
  ): Promise<SearchResponse> {
    const site = await of.opened();
    const query = parseQuery(typed);
    const found = await findPages(site, query, options);
    const order = inOrder(site, query, found, options, today());
    const { offset = 0, limit = usualLimit, filters = {} } = options;
    const exactTotal = order.pages.length;
    const shown = order.pages.slice(offset, offset + limit);
    const exact = await Promise.all(
      shown.map(async (page) => {
        const text = await of.files.textOf(site.index.ids[page] ?? '');
        const profile = site.table.profiles[page] ?? [];
        return text && resultOf(text, base, soughtOn(page, found), profile, order.scenes.get(page));
      }),
    );
    const near = await nearTo(
      of,
      site,
      typed,
      query,
      { ...options, offset, limit },
      found.pages,
      exactTotal,
    );
    return {
      total: exactTotal || near.total,
      exactTotal,
      nearTotal: near.total,
      lacking: near.lacking,
      quotes: near.quotes,
      covers: near.covers,
      inEnglish: near.inEnglish,
      corrected: near.corrected,
      // Of the pages that the total counts: those that have every word, where there are any.
      facets: facetCounts(
        site.table,
        order.unfiltered.length > 0 ? order.unfiltered : near.unfiltered,
        filters,
      ),
      expanded: found.expanded,
      related: query.wanted.flatMap(({ text }) => site.synonyms.nearTo(text)),
      tooLong: query.tooLong && near.total === 0,
      results: [...exact.filter((result) => result !== null), ...near.results].map((result) => {
        const gloss = near.gloss({ url: result.url.slice(base.length), title: result.title });
        return gloss === null ? result : { ...result, gloss };
      }),
    };
  }

  async function near(of: OpenedSite, typed: string): Promise<NearQuery[]> {
    const site = await of.opened();
    const offered = new Map<string, number>();
    for (const row of nearQueries(parseQuery(typed), site.vocabulary.terms)) {
      for (const words of row) {
        const { pages } = await findPages(site, parseQuery(words), {});
        if (pages.length === 0) continue;
        offered.set(words, pages.length);
        break;
      }
    }
    return [...offered].map(([words, total]) => ({ words, total }));
  }

  async function suggest(
    { files }: OpenedSite,
    typed: string,
    limit: number,
  ): Promise<Suggestion[]> {
    const [{ terms, scenes }, pages] = await Promise.all([files.vocabulary(), files.titles()]);
    const sources = { terms, scenes, titles: pages };
    return suggestions(typed, sources, limit, today()).map((suggestion) => ({
      ...suggestion,
      url: base + suggestion.url,
    }));
  }

  return {
    search: (typed, options = {}) => ask((of) => search(of, typed, options)),
    near: (typed) => ask((of) => near(of, typed)),
    suggest: (typed, limit = 8) => ask((of) => suggest(of, typed, limit)),
  };
}

/** A site with what is made of its files when it is first asked. */
type OpenedSite = {
  files: SearchFiles;
  opened(): Promise<Opened>;
  nearParts(): Promise<NearParts>;
};

/** What finds near answers: a file of the built site, beside this one (bundle-engine.ts). */
type NearParts = { nearTier: typeof nearTierOf; known: KnownWords };

function openedSite(files: SearchFiles): OpenedSite {
  const opened = once(async (): Promise<Opened> => {
    const [index, table, vocabulary] = await Promise.all([
      files.index(),
      files.table(),
      files.vocabulary(),
    ]);
    return { index, table, vocabulary, synonyms: synonymsOf(vocabulary.terms) };
  });
  const nearParts = once(async (): Promise<NearParts> => {
    const [{ knownWords, nearTier }, words, { table, vocabulary }] = await Promise.all([
      import('../answers/near.ts'),
      files.answerWords(),
      opened(),
    ]);
    return { nearTier, known: knownWords(table, vocabulary, words) };
  });
  return { files, opened, nearParts };
}

type Found = {
  /** For each wanted term, where it stands. */
  terms: TermMatches[];
  /** The pages that have every wanted term and no unwanted one. */
  pages: number[];
  expanded: string[];
};

const nothing: Found = { terms: [], pages: [], expanded: [] };

/** The pages that are found, without those that were taken down after the index was made. */
async function findPages(site: Opened, query: Query, options: SearchOptions): Promise<Found> {
  const found = await findInIndex(site, query, options);
  const gone = new Set(site.table.gone);
  return gone.size > 0 ? { ...found, pages: found.pages.filter((page) => !gone.has(page)) } : found;
}

async function findInIndex(site: Opened, query: Query, options: SearchOptions): Promise<Found> {
  const { index, table, synonyms, vocabulary } = site;
  if (query.tooLong) return nothing;
  if (query.wanted.length === 0) {
    // Without a word, filters alone list what they leave.
    const browsing = query.unwanted.length === 0 && Object.keys(options.filters ?? {}).length > 0;
    return browsing ? { ...nothing, pages: index.ids.map((_, page) => page) } : nothing;
  }
  const wantedForms = query.wanted.map((term) =>
    formsOf(
      term,
      options.synonyms === false || term.exact ? [] : synonyms.sameAs(term.text),
      vocabulary.longVowelStems,
    ),
  );
  const unwantedForms = query.unwanted.map((term) => formsOf(term, [], vocabulary.longVowelStems));
  const all = await pagesOfTerms(index, [...wantedForms, ...unwantedForms]);
  const wanted = all.slice(0, wantedForms.length);
  const unwanted = all.slice(wantedForms.length);
  const pages = unwanted
    .map(pagesWithTerm)
    .reduce(onlyInFirst, wanted.map(pagesWithTerm).reduce(inBoth));
  const terms: TermMatches[] = [];
  for (const forms of wanted) terms.push(await matchesOn(index, forms, pages, table.titleLengths));
  const expanded = wanted
    .flatMap((forms) => [...forms])
    .filter(([{ isSynonym }, withForm]) => isSynonym && withForm.size > 0)
    .map(([{ text }]) => text);
  return { terms, pages: [...pages], expanded };
}

type Order = {
  /** The pages that pass the filters, in the order of results. */
  pages: number[];
  /** The same without the filters, for counting facets. */
  unfiltered: number[];
  scenes: Map<number, SceneMatch>;
};

function inOrder(
  site: Opened,
  query: Query,
  found: Found,
  options: SearchOptions,
  today: string,
): Order {
  const { index, table, vocabulary } = site;
  const scored = scores({
    terms: found.terms,
    pages: found.pages,
    lengths: index.lengths,
    titleLengths: table.titleLengths,
  });
  const days = (page: number) => table.days[page] ?? Number.NEGATIVE_INFINITY;
  // Infinity minus itself is no number: two pages without a date are told apart by their score.
  const byDate = (a: number, b: number) => days(b) - days(a) || 0;
  const byScore = (a: number, b: number) =>
    (scored.get(b) ?? 0) - (scored.get(a) ?? 0) || byDate(a, b) || a - b;
  const ranked = [...found.pages].sort(byScore);
  const scenes = new Map(
    scenesFirst(vocabulary.scenes, query, ranked).map((scene) => [scene.page, scene]),
  );
  // Only the page with the very title that was typed comes before a scene.
  const isTitled = (page: number) => hasTypedTitle(scored.get(page) ?? 0);
  const scenesThenOthers = [...scenes.keys(), ...ranked.filter((page) => !scenes.has(page))];
  const relevant = [
    ...scenesThenOthers.filter(isTitled),
    ...scenesThenOthers.filter((page) => !isTitled(page)),
  ];
  const unfiltered =
    options.sort === 'date'
      ? [...relevant].sort(byDate)
      : currentFirst(
          nearPagesFirst(
            relevant,
            site,
            options.near ?? [],
            (page) => isTitled(page) || scenes.has(page),
          ),
          editionsIn(table),
          today,
        );
  return { unfiltered, pages: filtered(table, unfiltered, options.filters ?? {}), scenes };
}

/** What comes from places like the reader's before the rest; scenes, and the page with the very title, stay before both. */
function nearPagesFirst(
  pages: readonly number[],
  { table }: Opened,
  place: readonly PlaceId[],
  staysFirst: (page: number) => boolean,
): number[] {
  const others = pages.filter((page) => !staysFirst(page));
  const placed = others.map((page) => ({ page, profile: table.profiles[page] ?? [] }));
  return [...pages.filter(staysFirst), ...nearFirst(placed, place).map(({ page }) => page)];
}

/** The forms that stand on a page, to be marked there. */
const soughtOn = (page: number, { terms }: Found): Sought[] =>
  terms.flatMap(({ on }) => on.get(page)?.form ?? []);

function resultOf(
  { url, title, sections, ...facts }: PageText,
  base: string,
  sought: readonly Sought[],
  profile: readonly PlaceId[],
  scene: SceneMatch | undefined,
): SearchResult {
  const words = scene?.words.map((text) => ({ text, whole: false })) ?? [];
  const all = [...sought, ...words.filter(({ text }) => !sought.some((one) => one.text === text))];
  const { excerpt, headings } = excerptOf({ url: base + url, title, sections }, all);
  return {
    ...facts,
    url: base + url,
    href: addressWithMarks(base + url, all),
    title,
    titleHtml: marked(title, all),
    excerpt,
    headings,
    profile,
    match: 'exact',
    missing: [],
    ...(scene ? { sceneWords: scene.words } : {}),
  };
}
