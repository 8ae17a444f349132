import type { ListItem } from '../catalog/facets.ts';
import type { InstitutionProfile } from '../catalog/institution-profile.ts';
import { type InstitutionKind, type Subtheme, subthemeIds } from '../schema/taxonomy.ts';
import { nearFirst, type Place } from './near-first.ts';

/** An entry that tells what an institution does, as the page 私の機関 knows it. */
export type Doing = {
  title: string;
  address: string;
  /** Whose it is, in words. */
  institution: string;
  /** The institutions that did it; none where it was told in confidence. */
  by: readonly string[];
  profile: Place;
  subthemes: readonly string[];
  scenes: readonly string[];
};

/** What the portal holds of an institution's own doing. */
export type Covered = { subthemes: ReadonlySet<string>; scenes: ReadonlySet<string> };

/** A theme or scene that the portal holds nothing on from an institution, and what others do, places like it first. */
export type Gap = { id: string; others: Doing[] };

/** Whether an entry tells what an institution does: a practice, or a rule of its own. An event or a survey does not. */
export const isOwnDoing = (list: string, { facets }: Pick<ListItem, 'facets'>): boolean =>
  list === 'practices' || (list === 'guidelines' && facets.level.includes('institution'));

/** The subthemes of an entry; what belongs to none alone fills no theme. */
export const ownSubthemes = ({ facets }: Pick<ListItem, 'facets'>): Subtheme[] =>
  subthemeIds.filter((id) => facets.subtheme.includes(id));

/** The subthemes that the portal holds something of an institution's own doing on. */
export function coveredSubthemes({ published }: Pick<InstitutionProfile, 'published'>): Subtheme[] {
  const held = new Set(
    published.flatMap(({ list, items }) =>
      items.filter((item) => isOwnDoing(list, item)).flatMap(ownSubthemes),
    ),
  );
  return subthemeIds.filter((id) => held.has(id));
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

/** What the portal holds of an institution's own doing. */
export function coveredBy(id: string, doings: readonly Doing[]): Covered {
  const own = doings.filter(({ by }) => by.includes(id));
  return {
    subthemes: new Set(own.flatMap(({ subthemes }) => subthemes)),
    scenes: new Set(own.flatMap(({ scenes }) => scenes)),
  };
}

/**
 * What others do that an institution has nothing on, one thing of each of them. That the portal holds nothing never means
 * that an institution does nothing.
 * @param ids the subthemes or scenes, in the order of the page
 */
export function gapsOf(
  institution: string,
  doings: readonly Doing[],
  of: keyof Covered,
  ids: readonly string[],
  place: Place,
): Gap[] {
  const own = coveredBy(institution, doings)[of];
  return ids
    .filter((id) => !own.has(id))
    .map((id) => {
      const there = nearFirst(
        doings.filter((one) => one[of].includes(id)),
        place,
      );
      const first = new Map<string, Doing>();
      for (const one of there) {
        const whose = one.by[0] ?? one.address;
        if (!first.has(whose)) first.set(whose, one);
      }
      return { id, others: [...first.values()] };
    });
}
