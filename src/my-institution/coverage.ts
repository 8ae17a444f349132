import type { ListItem } from '../catalog/facets.ts';
import type { InstitutionProfile } from '../catalog/institution-profile.ts';
import { placeOf } from '../schema/place.ts';
import { type InstitutionKind, type Subtheme, subthemeIds } from '../schema/taxonomy.ts';
import { nearFirst, type Place } from './near-first.ts';

/** What the portal holds of an institution's own doing: the subthemes and scenes of its practices and its own rules. */
export type Covered = { subthemes: string[]; scenes: string[] };

/** An institution in the index of this page: what it is, and what the portal holds of it. */
export type CoveredInstitution = Covered & {
  id: string;
  name: string;
  address: string;
  profile: Place;
};

/** What one theme or scene is to an institution: whether it has something, and who else has, places like it first. */
export type Gap = { id: string; others: CoveredInstitution[] };

/** Whether an entry tells what an institution does: a practice, or a rule of its own. An event or a survey does not. */
const isOwnDoing = ({ list, item }: { list: string; item: ListItem }): boolean =>
  list === 'practices' || item.facets.level.includes('institution');

/** What the portal holds of an institution's own doing. */
export function coveredBy({ published }: Pick<InstitutionProfile, 'published'>): Covered {
  const own = published
    .flatMap(({ list, items }) => items.map((item) => ({ list, item })))
    .filter(isOwnDoing)
    .map(({ item }) => item.facets);
  const held = new Set<string>(own.flatMap(({ subtheme }) => subtheme));
  return {
    subthemes: subthemeIds.filter((id) => held.has(id)),
    scenes: [...new Set(own.flatMap(({ scene }) => scene))].sort(),
  };
}

/** Of these one may ask what they do in a theme; a ministry or a society makes rules for others. */
const doers: readonly InstitutionKind[] = [
  'national',
  'public',
  'private',
  'kosen',
  'inter-university',
  'research-institute',
];

/** Whether an institution is asked what it does: it is of such a kind, and still there. */
export const isDoer = ({ institution }: Pick<InstitutionProfile, 'institution'>): boolean =>
  doers.includes(institution.data.kind) && institution.data.validUntil === undefined;

/** The index of all institutions that do things, in the order of the registry. */
export const coverage = (profiles: readonly InstitutionProfile[]): CoveredInstitution[] =>
  profiles.filter(isDoer).map((profile) => ({
    id: profile.institution.id,
    name: profile.institution.data.name,
    address: profile.institution.address,
    profile: placeOf(profile.institution.data.kind, profile.institution.data),
    ...coveredBy(profile),
  }));

/**
 * What others have that an institution has nothing on. That the portal holds nothing never means that it does nothing.
 * @param ids the subthemes or scenes, in the order of the page
 */
export const gapsOf = (
  index: readonly CoveredInstitution[],
  own: CoveredInstitution,
  of: keyof Covered,
  ids: readonly string[],
  place: Place,
): Gap[] =>
  ids
    .filter((id) => !own[of].includes(id))
    .map((id) => ({
      id,
      others: nearFirst(
        index.filter((other) => other.id !== own.id && other[of].includes(id)),
        place,
      ),
    }));

/** Subthemes in the order of the taxonomy, for `gapsOf`. */
export const allSubthemes: readonly Subtheme[] = subthemeIds;
