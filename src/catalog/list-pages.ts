import { directionIds, subthemeIds } from '../schema/taxonomy.ts';
import {
  type Chosen,
  type FacetName,
  type FacetValue,
  facetCounts,
  facetValueLabel,
  type ListItem,
  matches,
  pageSize,
} from './facets.ts';
import {
  entriesOf,
  facetOrder,
  type ListName,
  listItem,
  listNames,
  lists,
  sceneTitles,
} from './lists.ts';
import { mapColumnIds } from './practice-map.ts';
import type { Catalog } from './shown-content.ts';

/** Everything a list has, whatever page of it is shown. */
export type WholeList = {
  name: ListName;
  items: readonly ListItem[];
  facets: readonly { facet: FacetName; values: readonly FacetValue[] }[];
};

export function wholeList(name: ListName, from: Catalog): WholeList {
  const items = entriesOf(from, name).map((entry) => listItem(entry, from));
  const scenes = sceneTitles(from);
  return {
    name,
    items,
    facets: lists[name].facets
      .map((facet) => ({
        facet,
        values: facetCounts(items, facet, facetOrder(facet, from), scenes),
      }))
      .filter(({ values }) => values.length > 0),
  };
}

/** One page of a list: all of it, of one facet's value, or of one cell of the map. */
export type ListPage = {
  list: WholeList;
  chosen: Chosen;
  /** The words of what was chosen, outermost first. */
  chosenLabels: readonly string[];
  items: readonly ListItem[];
  total: number;
  current: number;
  last: number;
  /** Below the list's folder, of the first page: '' or `by/scene/training/`. */
  folder: string;
};

function pagesOf(
  list: WholeList,
  chosen: Chosen,
  folder: string,
  scenes: ReadonlyMap<string, string>,
): ListPage[] {
  const items = list.items.filter((item) => matches(item, chosen));
  const last = Math.max(1, Math.ceil(items.length / pageSize));
  const chosenLabels = Object.entries(chosen).flatMap(([facet, values]) =>
    values.map((value) => facetValueLabel(facet as FacetName, value, scenes)),
  );
  return Array.from({ length: last }, (_, index) => ({
    list,
    chosen,
    chosenLabels,
    items: items.slice(index * pageSize, (index + 1) * pageSize),
    total: items.length,
    current: index + 1,
    last,
    folder,
  }));
}

/**
 * Values whose pages are there before anything is listed: tags on entries of other lists and on scenes lead to the
 * practices, and an empty page invites.
 */
const alwaysListed: Partial<Record<ListName, Partial<Record<FacetName, readonly string[]>>>> = {
  practices: { subtheme: subthemeIds, direction: directionIds },
};

/** The cells of 場面 × 機関の種別 that hold something; an empty one leads to how to take part. */
function sceneCells({ items }: WholeList): { scene: string; kind: string }[] {
  const cells = new Map(
    items.flatMap(({ facets }) =>
      facets.scene.flatMap((scene) =>
        facets.kind.map((kind) => [`${scene}/${kind}`, { scene, kind }] as const),
      ),
    ),
  );
  return [...cells.values()];
}

/** Every page that the lists are written to, so that each facet and each cell of the map is an address of its own. */
export function listPages(from: Catalog): ListPage[] {
  const scenes = sceneTitles(from);
  return listNames.flatMap((name) => {
    const list = wholeList(name, from);
    const single = lists[name].facets.flatMap((facet) => {
      const found = list.facets.find((one) => one.facet === facet)?.values ?? [];
      const always = alwaysListed[name]?.[facet] ?? [];
      const values = new Set([...found.map(({ value }) => value), ...always]);
      return [...values].flatMap((value) =>
        pagesOf(list, { [facet]: [value] }, `by/${facet}/${value}/`, scenes),
      );
    });
    const cells =
      name === 'practices'
        ? directionIds.flatMap((direction) =>
            mapColumnIds.flatMap((subtheme) =>
              pagesOf(
                list,
                { direction: [direction], subtheme: [subtheme] },
                `by/direction/${direction}/${subtheme}/`,
                scenes,
              ),
            ),
          )
        : [];
    const kinds = name === 'practices' ? sceneCells(list) : [];
    const kindCells = kinds.flatMap(({ scene, kind }) =>
      pagesOf(list, { scene: [scene], kind: [kind] }, `by/scene/${scene}/${kind}/`, scenes),
    );
    return [...pagesOf(list, {}, '', scenes), ...single, ...cells, ...kindCells];
  });
}
