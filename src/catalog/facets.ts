import type { JudgedEdition } from '../rule-editions/edition-status.ts';
import type { PlaceId } from '../schema/place.ts';
import {
  directions,
  guidelineLevels,
  institutionKinds,
  subthemes,
  themes,
} from '../schema/taxonomy.ts';

/** What a list shows of an entry, and what it can be narrowed by. Small, because script downloads it whole. */
export type ListItem = {
  address: string;
  title: string;
  summary: string;
  /** 事例, 取組, 規程・指針 … */
  badge: string;
  selected: boolean;
  /** The mark of what the public edition doesn't have, in words. */
  membersOnly?: string;
  institution: string;
  kind: string;
  /** What is known of the institution, by which it is compared with the reader's own. */
  profile: PlaceId[];
  asOf: string | null;
  /** Of a rule that is announced or replaced on some day: its dates, by which it is marked. */
  edition?: JudgedEdition;
  facets: Record<FacetName, string[]>;
};

/** The ways to narrow a list. A value's words come from the taxonomy, or from the content (scenes), or are years. */
export const facetLabels = {
  scene: '場面',
  theme: 'テーマ',
  subtheme: 'サブテーマ',
  direction: '方向性',
  level: '区分',
  kind: '機関の種別',
  model: 'モデル機関',
  year: '内容の年',
} as const;
/** One of the facets of the lists. */
export type FacetName = keyof typeof facetLabels;
/** All facets, in the order of the page. */
export const facetNames = Object.keys(facetLabels) as FacetName[];

/** The column of the map for entries that belong to no single subtheme. */
export const common = 'common';
/** The value of an entry whose year is not known. */
export const unknownYear = 'unknown';

/** The words for a facet's value; `scenes` gives the titles of scenes by id. */
export function facetValueLabel(
  facet: FacetName,
  value: string,
  scenes: ReadonlyMap<string, string>,
): string {
  switch (facet) {
    case 'scene':
      return scenes.get(value) ?? value;
    case 'theme':
      return themes[value as keyof typeof themes] ?? value;
    case 'subtheme':
      return value === common
        ? '共通'
        : (subthemes[value as keyof typeof subthemes]?.label ?? value);
    case 'direction':
      return directions[value as keyof typeof directions] ?? value;
    case 'level':
      return guidelineLevels[value as keyof typeof guidelineLevels] ?? value;
    case 'kind':
      return institutionKinds[value as keyof typeof institutionKinds] ?? value;
    case 'model':
      return 'モデル機関の取組';
    case 'year':
      return value === unknownYear ? '年不明' : `${value}年`;
  }
}

/** A value of a facet, with how many entries have it. */
export type FacetValue = { value: string; label: string; count: number };

/**
 * How many items each value of a facet would leave.
 * Values stand in the order of the taxonomy (`order`), years newest first with 年不明 last.
 */
export function facetCounts(
  items: readonly ListItem[],
  facet: FacetName,
  order: readonly string[],
  scenes: ReadonlyMap<string, string>,
): FacetValue[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const value of item.facets[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const rank = (value: string) => {
    if (value === unknownYear) return Number.POSITIVE_INFINITY;
    return order.includes(value) ? order.indexOf(value) : order.length;
  };
  return [...counts]
    .map(([value, count]) => ({ value, count, label: facetValueLabel(facet, value, scenes) }))
    .sort((a, b) =>
      rank(a.value) === rank(b.value)
        ? b.value.localeCompare(a.value)
        : rank(a.value) - rank(b.value),
    );
}

/** What has been chosen: within a facet any of the values, across facets all of them. */
export type Chosen = Partial<Record<FacetName, string[]>>;

/** Whether an entry has, for each facet that was chosen from, one of the chosen values. */
export const matches = (item: ListItem, chosen: Chosen): boolean => matcher(chosen)(item);

/** The same for many entries. */
export function matcher(chosen: Chosen): (item: ListItem) => boolean {
  const wanted = facetNames.flatMap((facet) => {
    const values = chosen[facet] ?? [];
    return values.length > 0 ? [{ facet, values }] : [];
  });
  return ({ facets }) =>
    wanted.every(({ facet, values }) => values.some((value) => facets[facet].includes(value)));
}

/**
 * How many items a value would leave, with what else is chosen as it is. What is chosen within the same facet widens a
 * list, so it is left out.
 */
export const countWithin = (
  items: readonly ListItem[],
  chosen: Chosen,
  facet: FacetName,
  value: string,
): number => items.filter(matcher({ ...chosen, [facet]: [value] })).length;

/** The words for a value before 「の取組」; those beside the facet itself may name the list already. */
const conditionLabel = (facet: FacetName, label: string): string =>
  facet === 'model' ? facetLabels.model : label;

/**
 * What a list is called once it is narrowed: 「国立大学または私立大学 × 2023年の取組」. Without a condition it is its title.
 * @param labelOf gives the words for a value of a facet
 */
export function narrowedTitle(
  title: string,
  chosen: Chosen,
  labelOf: (facet: FacetName, value: string) => string,
): string {
  const conditions = facetNames
    .map((facet) =>
      (chosen[facet] ?? []).map((value) => conditionLabel(facet, labelOf(facet, value))),
    )
    .filter((values) => values.length > 0)
    .map((values) => values.join('または'));
  return conditions.length > 0 ? `${conditions.join(' × ')}の${title}` : title;
}

/**
 * The kind of most entries of a list, which goes without saying: what every row says tells nothing. Empty where no kind
 * is that of more than half.
 */
export function usualKind(items: readonly ListItem[]): string {
  const counts = new Map<string, number>();
  for (const { badge } of items) counts.set(badge, (counts.get(badge) ?? 0) + 1);
  const [usual] = [...counts].find(([, count]) => count > items.length / 2) ?? [''];
  return usual;
}

/** How many entries a page of a list shows. */
export const pageSize = 20;
