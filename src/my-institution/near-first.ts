import { aspectOf, type PlaceAspect, type PlaceId, placeAspectIds } from '../schema/place.ts';

/** What a reader said of their own institution; nothing is empty. */
export type Place = readonly PlaceId[];

/** How alike a place is: no rank, but a group. Those of one group keep the order that they had. */
export type Nearness = 'alike' | 'partly' | 'other';
const groups: readonly Nearness[] = ['alike', 'partly', 'other'];

/** What is said of one aspect; several, where somebody said several. */
const saidOf = (place: Place, aspect: PlaceAspect): PlaceId[] =>
  place.filter((id) => aspectOf(id) === aspect);

/** What of the reader's institution holds of another one too, in the order in which it is named. */
export const agreed = (profile: Place, place: Place): PlaceId[] =>
  placeAspectIds.flatMap((aspect) => saidOf(place, aspect).filter((id) => profile.includes(id)));

/**
 * How alike an institution is to the reader's. The first thing that was said has to agree, which is the kind wherever one
 * was said; what is not known of the institution is held neither for it nor against it.
 * @param profile what is known of the institution
 */
export function nearness(profile: Place, place: Place): Nearness {
  const said = placeAspectIds.filter((aspect) => saidOf(place, aspect).length > 0);
  const [first] = said;
  const agrees = (aspect: PlaceAspect) => saidOf(place, aspect).some((id) => profile.includes(id));
  if (first === undefined || !agrees(first)) return 'other';
  const differs = said.some((aspect) => saidOf(profile, aspect).length > 0 && !agrees(aspect));
  return differs ? 'partly' : 'alike';
}

/**
 * Puts what comes from places like the reader's first. Nothing is added, left out or otherwise moved: within each of the
 * three groups the order is that of `items`.
 */
export function nearFirst<Item extends { profile: Place }>(
  items: readonly Item[],
  place: Place,
): Item[] {
  if (place.length === 0) return [...items];
  const nearnesses = items.map(({ profile }) => nearness(profile, place));
  return groups.flatMap((group) => items.filter((_, index) => nearnesses[index] === group));
}

/** How many come from a place that is like the reader's in all that is known. */
export const countAlike = (items: readonly { profile: Place }[], place: Place): number =>
  items.filter(({ profile }) => nearness(profile, place) === 'alike').length;
