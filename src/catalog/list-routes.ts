import { themeIds } from '../schema/taxonomy.ts';
import { type ShownBundle, themeBundle } from './bundles.ts';
import { type EventsOverview, eventsOverview } from './events-overview.ts';
import { type ListPage, listPages } from './list-pages.ts';
import type { Catalog } from './shown-content.ts';

/** All that a page of a list shows. */
export type ListRoute = {
  page: ListPage;
  /** The files of a theme as one, on the first page of what carries it. */
  bundle: ShownBundle | undefined;
  /** What is to come, on the first page of all events. */
  events: EventsOverview | undefined;
};

/** The addresses of all pages of lists, with what each shows. */
export const listRoutes = (from: Catalog) =>
  listPages(from).map((page) => {
    const number = page.current > 1 ? `${page.current}/` : '';
    const props: ListRoute = {
      page,
      bundle: bundleOn(page, from),
      events: eventsOn(page, from),
    };
    return {
      params: {
        list: page.list.name,
        page: `${page.folder}${number}`.replace(/\/$/, '') || undefined,
      },
      props,
    };
  });

const bundleOn = ({ folder, current }: ListPage, from: Catalog): ShownBundle | undefined => {
  const theme = current === 1 && themeIds.find((id) => folder === `by/theme/${id}/`);
  return theme ? themeBundle(theme, from) : undefined;
};

const eventsOn = ({ list, folder, current }: ListPage, from: Catalog) => {
  if (list.name !== 'symposia' || folder !== '' || current !== 1) return undefined;
  const years = list.facets.find(({ facet }) => facet === 'year')?.values ?? [];
  return eventsOverview(from, from.day, years);
};
