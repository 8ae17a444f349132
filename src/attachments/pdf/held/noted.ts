import type { FindingKind } from '../../reading.ts';
import { pagePlaces } from '../page-places.ts';

/** Collects what is found in a file, each kind with its pages and other places. */
export class Noted {
  readonly #pages = new Map<FindingKind, Set<number>>();
  readonly #others = new Map<FindingKind, Set<string>>();

  /** @param place a page, by its number; words that say where; or nothing, where it is about the file */
  add(kind: FindingKind, place?: number | string | null): void {
    const pages = this.#pages.get(kind) ?? new Set();
    const others = this.#others.get(kind) ?? new Set();
    this.#pages.set(kind, pages);
    this.#others.set(kind, others);
    if (typeof place === 'number') pages.add(place);
    else if (place) others.add(place);
  }

  has(kind: FindingKind): boolean {
    return this.#pages.has(kind);
  }

  pagesOf(kind: FindingKind): number[] {
    return [...(this.#pages.get(kind) ?? [])].sort((one, other) => one - other);
  }

  /** As their author finds them; of more than can be read, the first. */
  placesOf(kind: FindingKind): string[] {
    const places = [...pagePlaces(this.pagesOf(kind)), ...(this.#others.get(kind) ?? [])];
    return places.length > mostPlaces ? [...places.slice(0, mostPlaces), 'ほか'] : places;
  }
}

/** Nobody reads a longer list. */
const mostPlaces = 30;
