/**
 * How a list became another: stretches that went, each with what stands there now. A place is one of the list before, and
 * the stretches are in its order.
 */
export type ListEdits<Item> = (readonly [at: number, dropped: number, ...added: Item[]])[];

/** A list with edits made. The other way of `editsBetween` (indexing/edits-between.ts). */
export function edited<Item>(list: readonly Item[], edits: ListEdits<Item>): Item[] {
  const whole: Item[] = [];
  let from = 0;
  const keepTo = (to: number) => {
    for (; from < to; from += 1) whole.push(list[from] as Item);
  };
  for (const [at, dropped, ...added] of edits) {
    keepTo(at);
    from = at + dropped;
    for (const item of added) whole.push(item);
  }
  keepTo(list.length);
  return whole;
}

/**
 * Edits with each of the items that they add put through a function.
 * @param change is given where the item stands in the list that comes of it; what it answers with takes the item's place
 */
export function withAdded<Item, Other>(
  edits: ListEdits<Item>,
  change: (item: Item, place: number) => readonly Other[],
): ListEdits<Other> {
  let shift = 0;
  return edits.map(([at, dropped, ...added]) => {
    const changed = added.flatMap((item, index) => change(item, at + shift + index));
    shift += added.length - dropped;
    return [at, dropped, ...changed] as const;
  });
}

/** Which places of the list before are dropped. */
export const droppedPlaces = (edits: ListEdits<unknown>): number[] =>
  edits.flatMap(([at, dropped]) => Array.from({ length: dropped }, (_, index) => at + index));

/** A list in which what edits drop is blank: they make the same of it. */
export function withoutDropped<Item>(
  list: readonly Item[],
  edits: ListEdits<Item>,
  blank: Item,
): Item[] {
  const isDropped = new Set(droppedPlaces(edits));
  return list.map((item, place) => (isDropped.has(place) ? blank : item));
}
