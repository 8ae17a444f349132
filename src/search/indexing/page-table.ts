import { type PlaceId, placeIdsOf, placeLabel } from '../../schema/place.ts';
import type { PageTable } from '../index-files.ts';
import type { PageRecord } from './page-record.ts';

const dayLength = 86_400_000;

/** The first day of a date as far as it is known; a fiscal year begins in April. */
function dayOf(date: string | undefined): number | null {
  const first = date?.replace(/^FY(\d{4})$/, '$1-04-01');
  const day = first === undefined ? Number.NaN : Math.floor(Date.parse(first) / dayLength);
  return Number.isNaN(day) ? null : day;
}

const kindsByLabel = new Map(placeIdsOf('kind').map((id) => [placeLabel(id), id]));

/** What is known of the institution of each page, from that institution's own page; of a page without one, its kind. */
function profilesOf(records: readonly PageRecord[]): PlaceId[][] {
  const known = new Map(
    records.flatMap(({ institution, profile }) =>
      institution && profile ? [[institution, profile] as const] : [],
    ),
  );
  return records.map(({ institution, facets }) => {
    const kinds = (facets['institutionKind'] ?? []).flatMap(
      (label) => kindsByLabel.get(label) ?? [],
    );
    return known.get(institution ?? '') ?? kinds;
  });
}

/** Sets out what ranking, facets and dates need of every page, in columns. */
export function pageTable(
  pages: readonly { record: PageRecord; titleLength: number }[],
): PageTable {
  const table: PageTable = {
    titleLengths: [],
    days: [],
    facets: {},
    profiles: profilesOf(pages.map(({ record }) => record)),
  };
  const places = new Map<string, Map<string, number>>();
  const names = new Set(pages.flatMap(({ record }) => Object.keys(record.facets)));
  for (const name of names) {
    table.facets[name] = { values: [], pages: [] };
    places.set(name, new Map());
  }
  const editions = pages.flatMap(({ record }, page) =>
    record.edition ? [[page, record.edition] as const] : [],
  );
  if (editions.length > 0) table.editions = editions;
  for (const { record, titleLength } of pages) {
    table.titleLengths.push(titleLength);
    table.days.push(dayOf(record.date));
    for (const [name, facet] of Object.entries(table.facets)) {
      const place = places.get(name) as Map<string, number>;
      facet.pages.push(
        [...new Set(record.facets[name] ?? [])].map((value) => {
          if (!place.has(value)) place.set(value, facet.values.push(value) - 1);
          return place.get(value) as number;
        }),
      );
    }
  }
  return table;
}
