import type { InstitutionId } from '../schema/field.ts';
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

/** What of an entry, and of whose it is, decides what is near to it. */
const situationOf = ({ data }: ShownEntry, { kind, institution }: EntryOwner) => [
  data.institution,
  data.scenes,
  data.subthemes,
  data.directions,
  kind ?? null,
  institution?.data.medicalSchool?.value ?? null,
];

/**
 * What was found last, by the situation of whoever was asked for: places in the list of practices. It holds for as long as
 * the practices stand in the same order with the same situations, so that a text which changes has nothing compared anew.
 */
let found: { among: string; places: Map<string, readonly number[]> } = {
  among: '',
  places: new Map(),
};

/**
 * 近い機関の取組: what other institutions do in the same situation; of each institution the closest one.
 * Prepared once for all entries: with thousands of them, comparing each with each by its words is what a build
 * would spend most of its time on.
 */
export function nearInstitutionFinder(
  from: Catalog,
  most = 5,
): (entry: ShownEntry) => ShownPractice[] {
  const { practices } = from;
  const byScene = placesBy(practices, ({ data }) => data.scenes);
  const bySubtheme = placesBy(practices, ({ data }) => data.subthemes);
  const byDirection = placesBy(practices, ({ data }) => data.directions);
  const owners = practices.map((practice) => ownerOf(practice, from));
  const situations = new Uint16Array(practices.length);
  const directions = new Uint8Array(practices.length);
  const among = JSON.stringify([
    most,
    practices.map((practice, place) => situationOf(practice, owners[place] as EntryOwner)),
  ]);
  if (found.among !== among) found = { among, places: new Map() };
  const { places: known } = found;

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

  const placesNear = ({ data }: ShownEntry, own: EntryOwner): number[] => {
    const ownMedicine = own.institution?.data.medicalSchool?.value;
    situations.fill(0);
    directions.fill(0);
    count(situations, byScene, data.scenes, worth.scene);
    count(situations, bySubtheme, data.subthemes, worth.subtheme);
    count(directions, byDirection, data.directions, worth.direction);

    const best = new Map<InstitutionId, { place: number; closeness: number }>();
    for (const [place, { data: other }] of practices.entries()) {
      const situation = situations[place] ?? 0;
      if (situation === 0 || other.institution === data.institution) continue;
      const owner = owners[place];
      const sameKind = own.kind !== undefined && owner?.kind === own.kind;
      const sameMedicine =
        ownMedicine !== undefined && owner?.institution?.data.medicalSchool?.value === ownMedicine;
      const closeness =
        situation +
        (directions[place] ?? 0) +
        (sameKind ? worth.kind : 0) +
        (sameMedicine ? worth.medicalSchool : 0);
      const known = best.get(other.institution);
      if (!known || closeness > known.closeness) best.set(other.institution, { place, closeness });
    }
    return [...best.values()]
      .sort((a, b) => b.closeness - a.closeness || a.place - b.place)
      .slice(0, most)
      .map(({ place }) => place);
  };

  return (entry) => {
    const own = ownerOf(entry, from);
    const situation = JSON.stringify(situationOf(entry, own));
    const places = known.get(situation) ?? placesNear(entry, own);
    known.set(situation, places);
    return places.flatMap((place) => practices[place] ?? []);
  };
}
