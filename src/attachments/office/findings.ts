import { type Finding, type FindingKind, findingKinds } from '../reading.ts';

/** Gathers what is found in one file. */
export type Findings = {
  /** @param place as the file's author finds it; without one where the finding is about the whole file */
  add(kind: FindingKind, place?: string): void;
  has(kind: FindingKind): boolean;
  /** Each kind once, in the order of `findingKinds`, its places in the order in which they were found. */
  list(): Finding[];
};

/** Far more than anybody looks up one by one. */
const mostPlaces = 500;

/** Begins with no findings. */
export const createFindings = (): Findings => {
  const found = new Map<FindingKind, Set<string>>();
  return {
    add(kind, place = '') {
      const places = found.get(kind) ?? new Set();
      found.set(kind, places);
      if (place !== '' && places.size < mostPlaces) places.add(place);
    },
    has: (kind) => found.has(kind),
    list: () =>
      findingKinds.flatMap((kind) => {
        const places = found.get(kind);
        return places ? [{ kind, places: [...places] }] : [];
      }),
  };
};
