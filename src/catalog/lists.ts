import type { JudgedEdition } from '../rule-editions/edition-status.ts';
import { collections } from '../schema/collections.ts';
import { placeOf } from '../schema/place.ts';
import {
  directionIds,
  guidelineLevelIds,
  institutionKindIds,
  institutionKinds,
  subthemeIds,
  themeIds,
} from '../schema/taxonomy.ts';
import { type EntryOwner, ownerOf } from './entry-owner.ts';
import { common, type FacetName, type ListItem, unknownYear } from './facets.ts';
import { membersOnly } from './members-only.ts';
import { onceForCatalog } from './once-for-catalog.ts';
import { everMarked } from './rule-page.ts';
import type { Catalog, ShownEntry } from './shown-content.ts';

/** The lists of entries that readers browse, and what each can be narrowed by. */
export const lists = {
  practices: {
    title: '取組',
    subtitle: '機関の取組と事例',
    facets: ['scene', 'subtheme', 'direction', 'kind', 'model', 'theme', 'year'],
  },
  guidelines: {
    title: '規程・指針',
    subtitle: '法令、国や学会の指針、学内の規程',
    facets: ['level', 'scene', 'subtheme', 'kind', 'theme', 'year'],
  },
  symposia: {
    title: 'シンポジウム',
    subtitle: 'シンポジウム、説明会、研修',
    facets: ['subtheme', 'scene', 'direction', 'kind', 'year'],
  },
  surveys: {
    title: '調査',
    subtitle: '実施状況調査、アンケート',
    facets: ['subtheme', 'scene', 'direction', 'kind', 'year'],
  },
} as const satisfies Record<
  string,
  { title: string; subtitle: string; facets: readonly FacetName[] }
>;
/** The name of a list, as in its address. */
export type ListName = keyof typeof lists;
/** All lists. */
export const listNames = Object.keys(lists) as ListName[];

/** The entries of a list, newest first. */
export const entriesOf = (from: Catalog, name: ListName): readonly ShownEntry[] =>
  name === 'practices' ? from.practices : from.all(name);

/** The list in which an entry stands. */
export const listOf = ({ collection }: ShownEntry): ListName =>
  collection === 'case-studies' || collection === 'best-practices' ? 'practices' : collection;

/** The columns of the map that an entry stands in: its subthemes, or 共通 where it has none. */
export const mapColumns = ({ data }: ShownEntry): string[] =>
  data.subthemes.length > 0 ? data.subthemes : [common];

/** What a list shows of an entry, with what it was made from beside the entry. */
type KeptItem = { institution: EntryOwner['institution']; edition: string; item: ListItem };
const keptItems = new WeakMap<ShownEntry, KeptItem>();

/** What was made for a content: most entries stand in many lists. */
const itemsIn = onceForCatalog(() => new Map<ShownEntry, ListItem>());

/** What a list shows of an entry; the same object for as long as it is made from the same, since many pages show it. */
export function listItem(entry: ShownEntry, from: Catalog): ListItem {
  const items = itemsIn(from);
  const item = items.get(entry) ?? itemAsBefore(entry, from);
  items.set(entry, item);
  return item;
}

function itemAsBefore(entry: ShownEntry, from: Catalog): ListItem {
  const owner = ownerOf(entry, from);
  const judged = everMarked(entry.contentPath, from);
  const edition = JSON.stringify(judged ?? null);
  const kept = keptItems.get(entry);
  if (kept?.institution === owner.institution && kept?.edition === edition) return kept.item;
  const item = newListItem(entry, owner, judged);
  keptItems.set(entry, { institution: owner.institution, edition, item });
  return item;
}

function newListItem(
  entry: ShownEntry,
  { name, kind, institution }: EntryOwner,
  edition: JudgedEdition | undefined,
): ListItem {
  const { collection, data, address } = entry;
  // Of an event, the day on which it is.
  const asOf = ('sessions' in data && data.date) || data.asOf;
  const mark = membersOnly(entry, institution);
  return {
    address,
    title: data.title,
    summary: data.summary,
    badge: collections[collection].label,
    selected: 'selected' in data && data.selected !== undefined,
    ...(mark ? { membersOnly: mark } : {}),
    institution: name,
    kind: kind ? institutionKinds[kind] : '',
    profile: placeOf(kind, institution?.data),
    asOf: asOf ?? null,
    ...(edition ? { edition } : {}),
    facets: {
      scene: data.scenes,
      theme: data.themes,
      subtheme: mapColumns(entry),
      direction: data.directions,
      level: 'level' in data ? [data.level] : [],
      kind: kind ? [kind] : [],
      model: institution && institution.data.modelTerms.length > 0 ? ['yes'] : [],
      year: [asOf ? asOf.replace('FY', '').slice(0, 4) : unknownYear],
    },
  };
}

/** The order in which a facet's values stand. Years have none of their own: newest first. */
export function facetOrder(facet: FacetName, from: Catalog): readonly string[] {
  switch (facet) {
    case 'scene':
      return from.all('scenes').map(({ id }) => id);
    case 'theme':
      return themeIds;
    case 'subtheme':
      return [...subthemeIds, common];
    case 'direction':
      return directionIds;
    case 'level':
      return guidelineLevelIds;
    case 'kind':
      return institutionKindIds;
    case 'model':
    case 'year':
      return [];
  }
}

/** Titles of scenes by id, for the words beside a facet's value. */
export const sceneTitles = (from: Catalog): ReadonlyMap<string, string> =>
  new Map(from.all('scenes').map(({ id, data }) => [id, data.title]));
