import type { PageTable } from '../index-files.ts';

/** By facet, the values of which one is wanted. */
export type Filters = Readonly<Record<string, readonly string[]>>;
/** By facet and value, on how many of the pages found it stands. */
export type FacetCounts = Record<string, Record<string, number>>;

/** Whether a page has one of the values that are asked for. A name or value that nobody has matches no page. */
function hasOneOf(
  table: PageTable,
  page: number,
  name: string,
  values: readonly string[],
): boolean {
  const facet = table.facets[name];
  const places = facet?.pages[page] ?? [];
  return places.some((place) => values.includes(facet?.values[place] ?? ''));
}

/** The filters that ask for something. */
const asking = (filters: Filters) =>
  Object.entries(filters).filter(([, values]) => values.length > 0);

/** The pages that pass every filter: one value of each is enough. */
export const filtered = (table: PageTable, pages: readonly number[], filters: Filters): number[] =>
  pages.filter((page) =>
    asking(filters).every(([name, values]) => hasOneOf(table, page, name, values)),
  );

/**
 * For each value of each facet, how many pages there would be if it alone were chosen in its facet,
 * with the other facets as they are. Values without a page are left out.
 */
export function facetCounts(
  table: PageTable,
  pages: readonly number[],
  filters: Filters,
): FacetCounts {
  const counts: FacetCounts = {};
  for (const [name, facet] of Object.entries(table.facets)) {
    const others = Object.fromEntries(asking(filters).filter(([other]) => other !== name));
    const tally = new Map<number, number>();
    for (const page of filtered(table, pages, others)) {
      for (const place of facet.pages[page] ?? []) tally.set(place, (tally.get(place) ?? 0) + 1);
    }
    counts[name] = Object.fromEntries(
      [...tally]
        .sort(([a, countA], [b, countB]) => countB - countA || a - b)
        .map(([place, count]) => [facet.values[place] ?? '', count]),
    );
  }
  return counts;
}
