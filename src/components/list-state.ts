import { type Chosen, type FacetName, facetNames } from '../catalog/facets.ts';

/** What the address of a list says that a script has narrowed: what is chosen, and which page of it, from 1. */
export type ListState = { chosen: Chosen; page: number };

/** Reads a state from the part of an address after the question mark. What is no facet is left out. */
export const stateOf = (query: URLSearchParams): ListState => {
  const chosen: Chosen = {};
  for (const facet of facetNames) {
    const values = [...new Set(query.getAll(facet))];
    if (values.length > 0) chosen[facet] = values;
  }
  return { chosen, page: Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1) };
};

/** The address of a list in a state; `list` is that of the whole list. */
export const addressOf = (list: string, { chosen, page }: ListState): string => {
  const query = new URLSearchParams();
  for (const facet of facetNames)
    for (const value of chosen[facet] ?? []) query.append(facet, value);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text ? `${list}?${text}` : list;
};

/** What is chosen with a value more, or without it where it was chosen. */
export const toggled = (chosen: Chosen, facet: FacetName, value: string): Chosen => {
  const values = chosen[facet] ?? [];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return { ...chosen, [facet]: next };
};

/**
 * What is chosen without the values that nobody knows: an address may say anything, and nothing of it stands in a title
 * but words of the list itself.
 */
export function withKnownValues(
  chosen: Chosen,
  labels: Partial<Record<FacetName, Record<string, string>>>,
): Chosen {
  const known: Chosen = {};
  for (const facet of facetNames) {
    const values = (chosen[facet] ?? []).filter((value) =>
      Object.hasOwn(labels[facet] ?? {}, value),
    );
    if (values.length > 0) known[facet] = values;
  }
  return known;
}
