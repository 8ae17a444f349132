import { type PlaceId, placeIdsOf, placeLabel } from '../../schema/place.ts';
import type { PageRow } from '../overlay/page-rows.ts';
import type { PageOutline } from './readings.ts';

const dayLength = 86_400_000;

/** The first day of a date as far as it is known; a fiscal year begins in April. */
function dayOf(date: string | undefined): number | null {
  const first = date?.replace(/^FY(\d{4})$/, '$1-04-01');
  const day = first === undefined ? Number.NaN : Math.floor(Date.parse(first) / dayLength);
  return Number.isNaN(day) ? null : day;
}

const kindsByLabel = new Map(placeIdsOf('kind').map((id) => [placeLabel(id), id]));

/** What is known of the institution of each page, from that institution's own page; of a page without one, its kind. */
function profilesOf(pages: readonly RowSource[]): PlaceId[][] {
  const known = new Map(
    pages.flatMap(({ institution, profile }) =>
      institution && profile ? [[institution, profile] as const] : [],
    ),
  );
  return pages.map(({ institution, facets }) => {
    const kinds = (facets['institutionKind'] ?? []).flatMap(
      (label) => kindsByLabel.get(label) ?? [],
    );
    return known.get(institution ?? '') ?? kinds;
  });
}

/** What of a page its row is made of. */
type RowSource = Pick<
  PageOutline,
  'institution' | 'profile' | 'facets' | 'date' | 'edition' | 'titleLength'
>;

/** What ranking, facets and dates need of every page. */
export function pageRows(pages: readonly RowSource[]): PageRow[] {
  const profiles = profilesOf(pages);
  return pages.map(({ titleLength, date, edition, facets }, page) => ({
    titleLength,
    day: dayOf(date),
    facets: facetsOf(facets),
    ...(edition ? { edition } : {}),
    profile: profiles[page] ?? [],
  }));
}

/** Each value once, the facets in the order of their names. */
const facetsOf = (facets: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(
    Object.keys(facets)
      .sort()
      .map((name): [string, string[]] => [name, [...new Set(facets[name])]])
      .filter(([, values]) => values.length > 0),
  );
