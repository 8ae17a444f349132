import { placeParameter } from '../../my-institution/kept-place.ts';
import type { SearchOptions } from '../engine/search-response.ts';

/** Everything that the address of a page of results says. */
export type SearchState = {
  query: string;
  filters: Record<string, string[]>;
  /** From 1. */
  page: number;
  sort: 'relevance' | 'date';
  synonyms: boolean;
  /** What the address says of the reader's institution, as it stands there. */
  place?: string;
};

/** How many results a page shows. */
export const resultsOnPage = 10;
const otherThanFacets = new Set(['q', 'page', 'sort', 'synonyms', placeParameter]);

/** Reads the part of an address after the question mark. What it does not know as a facet is left out. */
export function stateOf(search: string, facets: readonly string[]): SearchState {
  const parameters = new URLSearchParams(search);
  const filters: SearchState['filters'] = {};
  for (const name of facets) {
    const values = [...new Set(parameters.getAll(name))].filter((value) => value !== '');
    if (values.length > 0 && !otherThanFacets.has(name)) filters[name] = values;
  }
  const page = Number.parseInt(parameters.get('page') ?? '1', 10);
  const place = parameters.get(placeParameter);
  return {
    query: (parameters.get('q') ?? '').trim(),
    filters,
    page: page >= 1 ? page : 1,
    sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
    synonyms: parameters.get('synonyms') !== 'off',
    ...(place ? { place } : {}),
  };
}

/** Writes a state as the part of an address from the question mark on; what is usual is left out. */
export function addressOf({ query, filters, page, sort, synonyms, place }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  for (const [name, values] of Object.entries(filters)) {
    for (const value of values) parameters.append(name, value);
  }
  if (sort === 'date') parameters.set('sort', sort);
  if (!synonyms) parameters.set('synonyms', 'off');
  if (place) parameters.set(placeParameter, place);
  if (page > 1) parameters.set('page', String(page));
  return `?${parameters}`;
}

/** What to ask the engine for. */
export const optionsOf = ({ filters, page, sort, synonyms }: SearchState): SearchOptions => ({
  filters,
  sort,
  synonyms,
  offset: (page - 1) * resultsOnPage,
  limit: resultsOnPage,
});

/** The same search with a value of a facet chosen, or no longer chosen; it starts from the first page. */
export function withValueToggled(state: SearchState, facet: string, value: string): SearchState {
  const chosen = state.filters[facet] ?? [];
  const values = chosen.includes(value)
    ? chosen.filter((one) => one !== value)
    : [...chosen, value];
  const { [facet]: _, ...others } = state.filters;
  return {
    ...state,
    page: 1,
    filters: values.length > 0 ? { ...others, [facet]: values } : others,
  };
}
