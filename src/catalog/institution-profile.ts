import { type InstitutionKind, institutionKindIds, institutionKinds } from '../schema/taxonomy.ts';
import type { FacetValue, ListItem } from './facets.ts';
import { entriesOf, type ListName, listItem, listNames } from './lists.ts';
import { onceForCatalog } from './once-for-catalog.ts';
import type { Catalog, Shown } from './shown-content.ts';

/** An institution of this edition. */
export type ShownInstitution = Shown<'institutions'>;

/** An institution as another one's page names it. */
export type InstitutionLink = { name: string; address: string; count: number };

/** A name that an institution had, or that a body had which became part of it. */
export type EarlierName = {
  name: string;
  address: string | undefined;
  /** How many entries it has, where the registry has it. */
  count: number;
  until: string | undefined;
  relation: ShownInstitution['data']['formerNames'][number]['relation'] | undefined;
  source: ShownInstitution['data']['formerNames'][number]['source'];
};

/** Everything an institution's page shows, and a row of the registry with it. */
export type InstitutionProfile = {
  institution: ShownInstitution;
  /** Oldest first; those of unknown date before all others. */
  earlierNames: EarlierName[];
  parent: InstitutionLink | undefined;
  successor: InstitutionLink | undefined;
  /** The bodies that are part of it. */
  members: InstitutionLink[];
  /** What it published alone or together with others, list by list; empty lists are left out. */
  published: { list: ListName; items: ListItem[] }[];
  /** How many entries that is. None says nothing about what the institution does. */
  count: number;
  /** How many entries its members and those that became part of it have. */
  relatedCount: number;
};

type Published = Map<string, Map<ListName, ListItem[]>>;

/** One pass over all entries; an entry stands with its institution and with each that took part. */
function publishedBy(from: Catalog): Published {
  const published: Published = new Map();
  for (const list of listNames) {
    for (const entry of entriesOf(from, list)) {
      const item = listItem(entry, from);
      for (const id of new Set([entry.data.institution, ...entry.data.with])) {
        const lists = published.get(id) ?? new Map<ListName, ListItem[]>();
        lists.set(list, [...(lists.get(list) ?? []), item]);
        published.set(id, lists);
      }
    }
  }
  return published;
}

/** The profiles of all institutions of this edition, in the order of the registry. */
export const institutionProfiles = onceForCatalog((from): InstitutionProfile[] => {
  const all = from.all('institutions');
  const published = publishedBy(from);
  const countOf = (id: string) =>
    [...(published.get(id)?.values() ?? [])].reduce((sum, items) => sum + items.length, 0);
  const link = (institution: ShownInstitution): InstitutionLink => ({
    name: institution.data.name,
    address: institution.address,
    count: countOf(institution.id),
  });
  const linkTo = (id: string | undefined) => {
    const institution = id === undefined ? undefined : from.institution(id);
    return institution && link(institution);
  };

  return all.map((institution) => {
    const { formerNames, partOf, successor } = institution.data;
    const members = all.filter(({ data }) => data.partOf === institution.id);
    const predecessors = all.filter(({ data }) => data.successor === institution.id);
    const named = new Set<string>(formerNames.flatMap(({ id }) => id ?? []));
    const earlierNames: EarlierName[] = [
      ...formerNames.map(({ name, id, until, relation, source }) => ({
        name,
        address: linkTo(id)?.address,
        count: linkTo(id)?.count ?? 0,
        until,
        relation,
        source,
      })),
      ...predecessors
        .filter(({ id }) => !named.has(id))
        .map(({ id, data: { name, validUntil }, address }) => ({
          name,
          address,
          count: countOf(id),
          until: validUntil,
          relation: undefined,
          source: undefined,
        })),
    ].sort((a, b) => (a.until ?? '').localeCompare(b.until ?? ''));
    const lists = published.get(institution.id);
    return {
      institution,
      earlierNames,
      parent: linkTo(partOf),
      successor: linkTo(successor),
      members: members.map(link),
      published: listNames.flatMap((list) => {
        const items = lists?.get(list);
        return items ? [{ list, items }] : [];
      }),
      count: countOf(institution.id),
      relatedCount: [...members, ...predecessors].reduce((sum, { id }) => sum + countOf(id), 0),
    };
  });
});

/** How many institutions of each kind the registry has, in the order of the taxonomy. */
export const kindCounts = (profiles: readonly InstitutionProfile[]): FacetValue[] =>
  institutionKindIds
    .map((kind) => ({
      value: kind,
      label: institutionKinds[kind],
      count: ofKind(profiles, kind).length,
    }))
    .filter(({ count }) => count > 0);

/** Those of one kind. */
export const ofKind = (
  profiles: readonly InstitutionProfile[],
  kind: InstitutionKind,
): InstitutionProfile[] => profiles.filter(({ institution }) => institution.data.kind === kind);
