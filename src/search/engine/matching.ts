import type { Term } from '../text/query.ts';
import { spellings } from '../text/spellings.ts';
import { type Lookup, lookupOf } from '../text/tokens.ts';
import { inBoth, inEither, type Pages } from './page-sets.ts';
import type { PlaceIndex } from './place-index.ts';

/** One way in which a term may be written on a page. */
export type Form = {
  text: string;
  lookup: Lookup;
  /** A single Latin word must be the whole word. */
  whole: boolean;
  /** A synonym of what was typed, which counts a little less. */
  isSynonym: boolean;
};

/** Where a term stands on one page. */
export type Match = {
  form: Form;
  /** How often. */
  count: number;
  /** The places of the title that it covers. */
  inTitle: number[];
};

/** What is known of a term: how many pages have it, and how it stands on those that matter. */
export type TermMatches = { pagesWithTerm: number; on: Map<number, Match> };

/** The pages that have each form of a term. */
export type PagesOfForms = Map<Form, Pages>;

/**
 * Of a row longer than this, its beginning is looked up first: a sentence that nobody wrote ends there,
 * and most of the index stays where it is.
 */
const longRow = 8;

const beginningOf = ({ row, beginning }: Lookup): Lookup =>
  row.length > longRow ? { row: row.slice(0, longRow), beginning: undefined } : { row, beginning };

/** Every form in which a term is looked for: as typed, as otherwise written, and its synonyms. */
export function formsOf(
  term: Term,
  synonyms: readonly string[],
  longVowelStems: readonly string[],
): Form[] {
  const form = (text: string, isSynonym: boolean): Form => {
    const whole = isSynonym || term.exact;
    return { text, whole, isSynonym, lookup: lookupOf(text, whole) };
  };
  const typed = term.exact ? [term.text] : spellings(term.text, longVowelStems);
  return [...typed.map((text) => form(text, false)), ...synonyms.map((text) => form(text, true))];
}

/**
 * The pages that have a lookup. Exact: its tokens stand there in a row.
 * Only where punctuation parts the last letter from the rest may that letter stand elsewhere on the page.
 */
async function pagesWith(index: PlaceIndex, lookup: Lookup): Promise<Pages> {
  if (lookup.row.length > longRow) {
    const begun = await index.pagesWithRow(beginningOf(lookup).row);
    if (begun.size === 0) return begun;
    await index.load([lookup]);
  }
  const { row, beginning } = lookup;
  const withRow = row.length > 0 ? await index.pagesWithRow(row) : undefined;
  if (beginning === undefined || withRow?.size === 0) return withRow ?? new Set();
  const withBeginning = new Set((await index.places([beginning])).keys());
  return withRow ? inBoth(withRow, withBeginning) : withBeginning;
}

/** Finds the pages that have the forms of each term. What has to be fetched is fetched together. */
export async function pagesOfTerms(
  index: PlaceIndex,
  terms: readonly (readonly Form[])[],
): Promise<PagesOfForms[]> {
  await index.load(terms.flat().map(({ lookup }) => beginningOf(lookup)));
  const found: PagesOfForms[] = [];
  for (const forms of terms) {
    const pages: PagesOfForms = new Map();
    for (const form of forms) pages.set(form, await pagesWith(index, form.lookup));
    found.push(pages);
  }
  return found;
}

/** The pages that have a term in whatever form. */
export const pagesWithTerm = (forms: PagesOfForms): Pages =>
  [...forms.values()].reduce(inEither, new Set<number>());

/**
 * How a term stands on some pages that have it: with the form that makes up most of the title, or stands there most.
 * @param titleLengths how many places of each page are its title
 */
export async function matchesOn(
  index: PlaceIndex,
  forms: PagesOfForms,
  pages: Pages,
  titleLengths: readonly number[],
): Promise<TermMatches> {
  const on: TermMatches['on'] = new Map();
  for (const [form, withForm] of forms) {
    const here = inBoth(withForm, pages);
    if (here.size === 0) continue;
    for (const [page, match] of await countForm(index, form, here, titleLengths)) {
      const before = on.get(page);
      const inTitle = match.inTitle.length - (before?.inTitle.length ?? 0);
      if (!before || inTitle > 0 || (inTitle === 0 && match.count > before.count)) {
        on.set(page, match);
      }
    }
  }
  return { pagesWithTerm: pagesWithTerm(forms).size, on };
}

async function countForm(
  index: PlaceIndex,
  form: Form,
  pages: Pages,
  titleLengths: readonly number[],
): Promise<TermMatches['on']> {
  const { row, beginning } = form.lookup;
  const tokens = row.length > 0 ? row : beginning === undefined ? [] : [beginning];
  // The last token of a row holds the unit after it too.
  const covered = row.length > 0 && beginning === undefined ? row.length + 1 : tokens.length;
  const places = await index.places(tokens);
  const matches: TermMatches['on'] = new Map();
  for (const page of pages) {
    const starts = startsOfRows(places.get(page) ?? [], tokens.length);
    const inTitle = starts
      .filter((start) => start + covered <= (titleLengths[page] ?? 0))
      .flatMap((start) => Array.from({ length: covered }, (_, offset) => start + offset));
    matches.set(page, { form, count: Math.max(1, starts.length), inTitle });
  }
  return matches;
}

/** Where as many places as given follow each other. */
function startsOfRows(places: readonly number[], length: number): number[] {
  if (length === 1) return [...places];
  const starts: number[] = [];
  let run = 0;
  for (const [index, place] of places.entries()) {
    run = index > 0 && place === (places[index - 1] ?? 0) + 1 ? run + 1 : 1;
    if (run >= length) starts.push(place - length + 1);
  }
  return starts;
}
