import type { APIRoute } from 'astro';
import { catalog } from '../../catalog/catalog.ts';
import { labelsOf, wholeList } from '../../catalog/list-pages.ts';
import { type ListName, listNames } from '../../catalog/lists.ts';
import type { ListIndex } from '../../components/narrow-list.ts';

export const getStaticPaths = () => listNames.map((list) => ({ params: { list } }));

/** The whole list for the script that combines facets; fetched when a reader first combines two. */
export const GET: APIRoute = async ({ params }) => {
  const content = await catalog();
  const list = wholeList(params['list'] as ListName, content);
  return Response.json({
    items: list.items,
    labels: labelsOf(list, content),
  } satisfies ListIndex);
};
