import { type EntryOwner, ownerOf } from './entry-owner.ts';
import type { Catalog, ShownEntry, ShownPractice } from './shown-content.ts';

/** What sharing each of these is worth: the same kind of institution, scene and subtheme count most. */
const worth = { scene: 4, subtheme: 3, kind: 5, medicalSchool: 1, direction: 1 } as const;

/** Which practices carry a value: their places in the list of all practices. */
type Places = ReadonlyMap<string, readonly number[]>;

function placesBy(
  practices: readonly ShownPractice[],
  valuesOf: (practice: ShownPractice) => readonly string[],
): Places {
  const places = new Map<string, number[]>();
  for (const [place, practice] of practices.entries()) {
    for (const value of valuesOf(practice)) {
      const known = places.get(value);
      if (known) known.push(place);
      else places.set(value, [place]);
    }
  }
  return places;
}

/** What an entry shares with others beside its tags, as numbers: those of equal institutions and kinds are equal. */
function numbering(): (value: string | undefined) => number {
  const numbers = new Map<string | undefined, number>();
  return (value) => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  };
}

const medicineOf = ({ institution }: EntryOwner): number =>
  Number(institution?.data.medicalSchool?.value ?? -1);

/** How often values of one list stand in another. */
const shared = (one: readonly string[], other: readonly string[]): number => {
  let count = 0;
  for (const value of one) for (const theirs of other) if (theirs === value) count += 1;
  return count;
};

/** How close a practice is to an entry, as `nearInstitutionFinder` counts it; 0 where it is none of its neighbours. */
export function closenessOf(practice: ShownPractice, entry: ShownEntry, from: Catalog): number {
  const [theirs, own] = [practice.data, entry.data];
  const situation =
    shared(own.scenes, theirs.scenes) * worth.scene +
    shared(own.subthemes, theirs.subthemes) * worth.subtheme;
  if (situation === 0 || theirs.institution === own.institution) return 0;
  const [owner, ownOwner] = [ownerOf(practice, from), ownerOf(entry, from)];
  const isOfKind = ownOwner.kind !== undefined && owner.kind === ownOwner.kind;
  const isAlike =
    ownOwner.institution?.data.medicalSchool !== undefined &&
    medicineOf(owner) === medicineOf(ownOwner);
  return (
    situation +
    shared(own.directions, theirs.directions) * worth.direction +
    (isOfKind ? worth.kind : 0) +
    (isAlike ? worth.medicalSchool : 0)
  );
}

/** So many neighbours are shown of an entry. */
export const mostNear = 5;

/**
 * 近い機関の取組: what other institutions do in the same situation; of each institution the closest one.
 * Prepared once for all entries, and counted in numbers alone: each entry is compared with each, which with thousands of
 * them is much of what a page costs, and any entry that moves to the front may be another's neighbour.
 */
export function nearInstitutionFinder(
  from: Catalog,
  most = mostNear,
): (entry: ShownEntry) => ShownPractice[] {
  const { practices } = from;
  const byScene = placesBy(practices, ({ data }) => data.scenes);
  const bySubtheme = placesBy(practices, ({ data }) => data.subthemes);
  const byDirection = placesBy(practices, ({ data }) => data.directions);
  const [institutionNumber, kindNumber] = [numbering(), numbering()];
  const owners = practices.map((practice) => ownerOf(practice, from));
  const institutions = Int32Array.from(practices, ({ data }) =>
    institutionNumber(data.institution),
  );
  const kinds = Int32Array.from(owners, ({ kind }) => kindNumber(kind));
  const medicines = Int8Array.from(owners, medicineOf);
  const situations = new Uint16Array(practices.length);
  const directions = new Uint8Array(practices.length);
  /** By the number of an institution: its closest practice, and how close that is; 0 where none is. */
  const closest = new Int32Array(practices.length);
  const closeness = new Uint16Array(practices.length);

  const count = (
    tally: Uint16Array | Uint8Array,
    places: Places,
    values: readonly string[],
    each: number,
  ) => {
    for (const value of values) {
      for (const place of places.get(value) ?? []) tally[place] = (tally[place] ?? 0) + each;
    }
  };

  const isBefore = (one: number, other: number): boolean =>
    closeness[one] === closeness[other]
      ? (closest[one] as number) < (closest[other] as number)
      : (closeness[one] as number) > (closeness[other] as number);

  return (entry) => {
    const { data } = entry;
    const own = ownerOf(entry, from);
    const ownInstitution = institutionNumber(data.institution);
    // What nobody knows of is shared with nobody.
    const ownKind = own.kind === undefined ? -1 : kindNumber(own.kind);
    const ownMedicine = own.institution?.data.medicalSchool === undefined ? -2 : medicineOf(own);
    situations.fill(0);
    directions.fill(0);
    count(situations, byScene, data.scenes, worth.scene);
    count(situations, bySubtheme, data.subthemes, worth.subtheme);
    count(directions, byDirection, data.directions, worth.direction);

    closeness.fill(0);
    const found: number[] = [];
    for (let place = 0; place < practices.length; place += 1) {
      const situation = situations[place] as number;
      const institution = institutions[place] as number;
      if (situation === 0 || institution === ownInstitution) continue;
      const close =
        situation +
        (directions[place] as number) +
        (kinds[place] === ownKind ? worth.kind : 0) +
        (medicines[place] === ownMedicine ? worth.medicalSchool : 0);
      const before = closeness[institution] as number;
      if (before === 0) found.push(institution);
      if (close <= before) continue;
      closeness[institution] = close;
      closest[institution] = place;
    }
    const first: number[] = [];
    for (const institution of found) {
      const place = first.findLastIndex((other) => !isBefore(institution, other)) + 1;
      if (place < most) first.splice(place, 0, institution);
      if (first.length > most) first.pop();
    }
    return first.flatMap((institution) => practices[closest[institution] as number] ?? []);
  };
}
