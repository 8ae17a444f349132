import { type EditionDates, editionStatus } from './edition-status.ts';

const places = { current: 0, unchecked: 0, announced: 1, superseded: 2 } as const;

/**
 * Puts the editions of one rule in their order within a list, the one in force first. They change places among themselves only,
 * so that everything else stays where it is.
 * @param editionOf the edition that an item is; undefined where it is none
 */
export function currentFirst<Item>(
  items: readonly Item[],
  editionOf: (item: Item) => EditionDates | null | undefined,
  day: string,
): Item[] {
  const chains = new Map<string, { at: number; place: number; item: Item }[]>();
  for (const [at, item] of items.entries()) {
    const edition = editionOf(item);
    if (!edition?.chain) continue;
    const members = chains.get(edition.chain) ?? [];
    members.push({ at, place: places[editionStatus(edition, day)], item });
    chains.set(edition.chain, members);
  }
  const ordered = [...items];
  for (const members of chains.values()) {
    const taken = members.map(({ at }) => at);
    const sorted = [...members].sort((a, b) => a.place - b.place || a.at - b.at);
    for (const [index, { item }] of sorted.entries()) ordered[taken[index] as number] = item;
  }
  return ordered;
}
