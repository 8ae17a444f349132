import type { APIRoute } from 'astro';
import { catalog } from '../../catalog/catalog.ts';
import { wholeList } from '../../catalog/list-pages.ts';
import { type ListName, listNames } from '../../catalog/lists.ts';
import type { ListIndex } from '../../components/narrow-list.ts';

export const getStaticPaths = () => listNames.map((list) => ({ params: { list } }));

/** The whole list for the script that combines facets; fetched when a reader first combines two. */
export const GET: APIRoute = async ({ params }) => {
  const { items, facets } = wholeList(params['list'] as ListName, await catalog());
  const labels = Object.fromEntries(
    facets.map(({ facet, values }) => [
      facet,
      Object.fromEntries(values.map(({ value, label }) => [value, label])),
    ]),
  );
  return Response.json({ items, labels } satisfies ListIndex);
};
