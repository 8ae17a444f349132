import { partOf } from '../dom/element.ts';
import { aspectOf, type PlaceAspect, placeLabel } from '../schema/place.ts';
import {
  keptPlace,
  noPlace,
  type PlaceInForce,
  placeInForce,
  placeParameter,
  placeStorage,
  writePlace,
} from './kept-place.ts';
import { agreed, countAlike, nearFirst, nearness, type Place } from './near-first.ts';
import { placeWords } from './words.ts';

const words = placeWords.line;
type Placed = { profile: Place };

/** What a place is called: 私立大学・医学部なし. */
export const labelOfPlace = (place: Place): string => place.map(placeLabel).join('・');

/** Something that is put in order by the reader's institution, with the line above it that says so. */
export type NearList = {
  /** Whether anything is put in order. */
  isOn: boolean;
  place: Place;
  /** What comes from places like the reader's first. */
  order<Item extends Placed>(items: readonly Item[]): Item[];
  /** The tag of one item; nothing where it comes from another kind of place. */
  tag(item: Placed): HTMLSpanElement | null;
  /** Says above the items by what they are ordered; where they are all that was found, also how many come from such a place. */
  say(items: readonly Placed[], isWhole?: boolean): void;
  /** An address of the same page that keeps what this one's address says of the reader's institution. */
  withPlace(address: string): string;
};

/** The aspects of which most institutions say nothing: what was said of them needs to say so. */
const rarelyKnown: readonly PlaceAspect[] = ['medical', 'size', 'study'];

/** What is not known of the items, aspect by aspect: 規模が分かるのは164件のうち20件です. */
export const unknownLines = (items: readonly Placed[], place: Place): string[] =>
  rarelyKnown
    .filter((aspect) => place.some((id) => aspectOf(id) === aspect))
    .flatMap((aspect) => {
      const known = items.filter(({ profile }) => profile.some((id) => aspectOf(id) === aspect));
      return known.length === items.length
        ? []
        : [words.knownOf(placeWords.aspects[aspect], known.length, items.length)];
    });

/** The tag of what comes from a place like the reader's, with what is the same. */
export function nearTag(profile: Place, place: Place): HTMLSpanElement | null {
  if (place.length === 0 || nearness(profile, place) !== 'alike') return null;
  const tag = document.createElement('span');
  tag.className = 'tag near';
  tag.textContent = words.same(labelOfPlace(agreed(profile, place)));
  return tag;
}

/**
 * Opens the order of a page: what its address says, else what this browser keeps.
 * @param line what `NearLine.astro` wrote; none on a page that is not ordered
 */
export function nearList(line: HTMLElement | null): NearList {
  const base = line?.dataset['base'] ?? '/';
  const inForce = (): PlaceInForce =>
    line
      ? placeInForce(location.search, keptPlace(base, placeStorage()))
      : { place: [], isOff: true, kept: [] };
  const { place, isOff, kept } = inForce();

  const withPlace = (address: string): string => {
    const said = new URLSearchParams(location.search).get(placeParameter);
    if (said === null || said === '') return address;
    const query = `${placeParameter}=${isOff ? noPlace : writePlace(place)}`;
    return `${address}${address.includes('?') ? '&' : '?'}${query}`;
  };

  const say = (items: readonly Placed[], isWhole = true): void => {
    if (!line) return;
    const change = partOf<HTMLAnchorElement>(line, 'near-change');
    const toggle = partOf<HTMLAnchorElement>(line, 'near-switch');
    const here = new URL(location.href);
    const isKeptOff = isOff && kept.length > 0;
    const alike = countAlike(items, place);
    partOf(line, 'near-said').textContent = isKeptOff
      ? words.off
      : place.length === 0
        ? ''
        : [
            ...(isWhole
              ? [
                  alike > 0
                    ? words.order(labelOfPlace(place), alike)
                    : words.none(labelOfPlace(place)),
                  ...unknownLines(items, place),
                ]
              : [words.ordered(labelOfPlace(place))]),
          ].join('　');
    change.textContent = place.length > 0 ? words.change : words.switchOn;
    change.hidden = isKeptOff;
    toggle.hidden = place.length === 0 && !isKeptOff;
    toggle.textContent = isKeptOff ? words.switchOn : words.switchOff;
    if (isKeptOff) here.searchParams.delete(placeParameter);
    else here.searchParams.set(placeParameter, noPlace);
    toggle.href = here.href;
    const form = new URL(change.href);
    if (place.length > 0) form.searchParams.set(placeParameter, writePlace(place));
    change.href = form.href;
  };

  return {
    isOn: place.length > 0,
    place,
    order: (items) => nearFirst(items, place),
    tag: ({ profile }) => nearTag(profile, place),
    say,
    withPlace,
  };
}
