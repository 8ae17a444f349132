import type { APIRoute } from 'astro';
import { catalog } from '../../catalog/catalog.ts';
import { labelsOf, wholeList } from '../../catalog/list-pages.ts';
import { listNames } from '../../catalog/lists.ts';
import type { ListIndex } from '../../components/narrow-list.ts';

export async function getStaticPaths() {
  const content = await catalog();
  return listNames.map((name) => {
    const list = wholeList(name, content);
    const index: ListIndex = { items: list.items, labels: labelsOf(list, content) };
    return { params: { list: name }, props: { index } };
  });
}

/** The whole list for the script that combines facets; fetched when a reader first combines two. */
export const GET: APIRoute<{ index: ListIndex }> = ({ props: { index } }) => Response.json(index);
