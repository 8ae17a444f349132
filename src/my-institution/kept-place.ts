import { isPlaceId, type PlaceId, placeAspectIds, placeIdsOf } from '../schema/place.ts';
import type { Place } from './near-first.ts';

/** The name under which an address says what the reader's institution is. */
export const placeParameter = 'place';
/** Said in its place, the order is the list's own, whatever is kept. */
export const noPlace = 'none';

/** An institution's identifier as it may stand in an address or in the browser's storage. */
const institutionId = /^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/;
/** Longer than anything that could be meant. */
const longest = 200;

/** What a reader said of their institution, and which one of the registry it is, where they said that. */
export type KeptPlace = { place: Place; institution: string };
export const nothingKept: KeptPlace = { place: [], institution: '' };

const order = placeAspectIds.flatMap(placeIdsOf);

/** Reads `private,no-medical`: what is not in the closed list is left out, and each stands once, in the list's order. */
export function readPlace(text: string): PlaceId[] {
  const said = new Set(text.slice(0, longest).split(',').filter(isPlaceId));
  return order.filter((id) => said.has(id));
}

/** Writes it as addresses, attributes and the storage have it. */
export const writePlace = (place: Place): string => place.join(',');

/** An identifier of an institution, or nothing where the text is none. */
export const readInstitution = (text: string): string => (institutionId.test(text) ? text : '');

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where a site keeps it: two editions on one host keep two. */
const keyOf = (base: string): string => `my-institution:${base}`;

/**
 * What this browser keeps; nothing where it keeps nothing, or lets no page keep anything.
 * @param base the site's base path
 */
export function keptPlace(base: string, storage: Store | null): KeptPlace {
  try {
    const [place = '', institution = ''] = (storage?.getItem(keyOf(base)) ?? '').split(' ');
    return { place: readPlace(place), institution: readInstitution(institution) };
  } catch {
    return nothingKept;
  }
}

/**
 * Keeps what was said in this browser, and nowhere else.
 * @returns whether it is kept: a browser may refuse
 */
export function keepPlace(
  base: string,
  storage: Store | null,
  { place, institution }: KeptPlace,
): boolean {
  try {
    storage?.setItem(keyOf(base), `${writePlace(place)} ${institution}`);
    return storage !== null;
  } catch {
    return false;
  }
}

/** Forgets it. */
export function forgetPlace(base: string, storage: Store | null): void {
  try {
    storage?.removeItem(keyOf(base));
  } catch {
    // What lets nothing be kept has nothing to forget.
  }
}

/** The browser's storage; null where it refuses. */
export function placeStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** What orders a page: what its address says, else what is kept; and whether the address switched it off. */
export type PlaceInForce = { place: Place; isOff: boolean; kept: Place };

/**
 * What orders a page.
 * @param search the part of the address from the question mark on
 */
export function placeInForce(search: string, { place: kept }: KeptPlace): PlaceInForce {
  const said = new URLSearchParams(search).get(placeParameter);
  if (said === noPlace) return { place: [], isOff: true, kept };
  const stated = readPlace(said ?? '');
  return { place: stated.length > 0 ? stated : kept, isOff: false, kept };
}
