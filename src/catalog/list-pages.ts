import { directionIds, subthemeIds } from '../schema/taxonomy.ts';
import {
  type Chosen,
  type FacetName,
  type FacetValue,
  facetCounts,
  facetLabels,
  facetNames,
  facetValueLabel,
  type ListItem,
  matcher,
  narrowedTitle,
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

/** A list as one page of it shows it. The same on all pages but the first, so that a new entry changes no other page by it. */
export type ShownList = {
  name: ListName;
  /** Counted on the first page of the whole list alone; elsewhere the script counts within what is chosen. */
  facets: readonly { facet: FacetName; values: readonly ShownValue[] }[];
  /** Whether the network has chosen any of its entries. */
  hasSelected: boolean;
};
type ShownValue = Omit<FacetValue, 'count'> & { count?: number };

const shownList = ({ name, items, facets }: WholeList, isCounted: boolean): ShownList => ({
  name,
  facets: facets.map(({ facet, values }) => ({
    facet,
    values: isCounted ? values : values.map(({ value, label }) => ({ value, label })),
  })),
  hasSelected: items.some(({ selected }) => selected),
});

/** A value that was chosen: its facet and its words, and below the list's folder where the list without it lies. */
export type Condition = { label: string; without: string };

/** One page of a list: all of it, of one facet's value, or of one cell of the map. */
export type ListPage = {
  list: ShownList;
  chosen: Chosen;
  /** What the list is called with what was chosen. */
  heading: string;
  /** Each chosen value, with the folder of the list without it. */
  conditions: readonly Condition[];
  items: readonly ListItem[];
  total: number;
  current: number;
  last: number;
  /** Below the list's folder, of the first page: '' or `by/scene/training/`. */
  folder: string;
};

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

/** The values of a facet that have a page of their own in a list. */
function valuesOf(list: WholeList, facet: FacetName): string[] {
  const found = list.facets.find((one) => one.facet === facet)?.values ?? [];
  const always = alwaysListed[list.name]?.[facet] ?? [];
  return [...new Set([...found.map(({ value }) => value), ...always])];
}

/** The words for each value that a list may be narrowed by, for the script that combines them. */
export function labelsOf(
  list: WholeList,
  from: Catalog,
): Partial<Record<FacetName, Record<string, string>>> {
  const scenes = sceneTitles(from);
  return Object.fromEntries(
    lists[list.name].facets.map((facet) => [
      facet,
      Object.fromEntries(
        valuesOf(list, facet).map((value) => [value, facetValueLabel(facet, value, scenes)]),
      ),
    ]),
  );
}

type Lists = {
  whole: WholeList;
  counted: ShownList;
  uncounted: ShownList;
  /** The items that have a value of a facet, in the order of the list: hundreds of pages are cut from few of them. */
  having(facet: FacetName, value: string): readonly ListItem[];
};

function havingIn(items: readonly ListItem[]): Lists['having'] {
  const ofFacets = new Map<FacetName, Map<string, ListItem[]>>();
  const grouped = (facet: FacetName): Map<string, ListItem[]> => {
    const ofValues = new Map<string, ListItem[]>();
    for (const item of items) {
      for (const value of new Set(item.facets[facet])) {
        const known = ofValues.get(value);
        if (known) known.push(item);
        else ofValues.set(value, [item]);
      }
    }
    return ofValues;
  };
  return (facet, value) => {
    const ofValues = ofFacets.get(facet) ?? grouped(facet);
    ofFacets.set(facet, ofValues);
    return ofValues.get(value) ?? [];
  };
}

function pagesOf(
  { whole: list, counted, uncounted, having }: Lists,
  chosen: Partial<Record<FacetName, [string]>>,
  folder: string,
  scenes: ReadonlyMap<string, string>,
): ListPage[] {
  const [first] = facetNames
    .flatMap((facet) => (chosen[facet] ?? []).map((value) => having(facet, value)))
    .sort((one, other) => one.length - other.length);
  const items = first ? first.filter(matcher(chosen)) : list.items;
  const last = Math.max(1, Math.ceil(items.length / pageSize));
  const labelOf = (facet: FacetName, value: string) => facetValueLabel(facet, value, scenes);
  const single = facetNames.flatMap((facet) =>
    (chosen[facet] ?? []).map((value) => ({ facet, value })),
  );
  const conditions = single.map(({ facet, value }) => {
    const [other] = single.filter((one) => one.facet !== facet);
    const isListed = other && valuesOf(list, other.facet).includes(other.value);
    return {
      label: `${facetLabels[facet]}：${labelOf(facet, value)}`,
      without: isListed ? `by/${other.facet}/${other.value}/` : '',
    };
  });
  const heading = narrowedTitle(lists[list.name].title, chosen, labelOf);
  return Array.from({ length: last }, (_, index) => ({
    list: folder === '' && index === 0 ? counted : uncounted,
    chosen,
    heading,
    conditions,
    items: items.slice(index * pageSize, (index + 1) * pageSize),
    total: items.length,
    current: index + 1,
    last,
    folder,
  }));
}

/** Every page that the lists are written to, so that each facet and each cell of the map is an address of its own. */
export function listPages(from: Catalog): ListPage[] {
  const scenes = sceneTitles(from);
  return listNames.flatMap((name) => {
    const whole = wholeList(name, from);
    const list: Lists = {
      whole,
      counted: shownList(whole, true),
      uncounted: shownList(whole, false),
      having: havingIn(whole.items),
    };
    const single = lists[name].facets.flatMap((facet) =>
      valuesOf(whole, facet).flatMap((value) =>
        pagesOf(list, { [facet]: [value] }, `by/${facet}/${value}/`, scenes),
      ),
    );
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
    const kinds = name === 'practices' ? sceneCells(whole) : [];
    const kindCells = kinds.flatMap(({ scene, kind }) =>
      pagesOf(list, { scene: [scene], kind: [kind] }, `by/scene/${scene}/${kind}/`, scenes),
    );
    return [...pagesOf(list, {}, '', scenes), ...single, ...cells, ...kindCells];
  });
}
