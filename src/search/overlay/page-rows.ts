import type { PlaceId } from '../../schema/place.ts';
import type { PageTable } from '../index-files.ts';

/** What the table says of one page. The table has it in columns, which are smaller. */
export type PageRow = {
  titleLength: number;
  day: number | null;
  /** By facet, its values; facets without any are left out. */
  facets: Record<string, string[]>;
  edition?: string;
  profile: PlaceId[];
};

/** The row of a page of which nothing is said. */
export const blankRow: PageRow = { titleLength: 0, day: null, facets: {}, profile: [] };

/** Sets rows out in columns. Values of a facet are in the order in which pages have them. */
export function tableOf(rows: readonly PageRow[]): PageTable {
  const table: PageTable = {
    titleLengths: rows.map(({ titleLength }) => titleLength),
    days: rows.map(({ day }) => day),
    facets: {},
    profiles: rows.map(({ profile }) => profile),
  };
  const names = new Set(rows.flatMap(({ facets }) => Object.keys(facets)));
  for (const name of [...names].sort()) {
    const places = new Map<string, number>();
    const pages = rows.map(({ facets }) =>
      (facets[name] ?? []).map((value) => {
        const place = places.get(value) ?? places.size;
        places.set(value, place);
        return place;
      }),
    );
    table.facets[name] = { values: [...places.keys()], pages };
  }
  const editions = rows.flatMap(({ edition }, page) => (edition ? [[page, edition] as const] : []));
  if (editions.length > 0) table.editions = editions;
  return table;
}

/** The rows of a table. */
export function rowsOf({
  titleLengths,
  days,
  facets,
  editions = [],
  profiles,
}: PageTable): PageRow[] {
  const editionAt = new Map(editions);
  const columns = Object.entries(facets);
  return titleLengths.map((titleLength, page) => {
    const edition = editionAt.get(page);
    const own = columns.flatMap(([name, { values, pages }]) => {
      const there = (pages[page] ?? []).map((place) => values[place] ?? '');
      return there.length > 0 ? [[name, there] as const] : [];
    });
    return {
      titleLength,
      day: days[page] ?? null,
      facets: Object.fromEntries(own),
      ...(edition ? { edition } : {}),
      profile: profiles[page] ?? [],
    };
  });
}
