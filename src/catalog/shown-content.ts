import { z } from 'zod';
import { dayInJapan } from '../formats/time-in-japan.ts';
import { type RuleChains, ruleChains } from '../rule-editions/chains.ts';
import { currentFirst } from '../rule-editions/current-first.ts';
import { addressOf } from '../schema/addresses.ts';
import {
  type CollectionData,
  type CollectionName,
  collectionNames,
  type EntryCollection,
  entryCollections,
} from '../schema/collections.ts';
import { type EditionFile, editionFile } from '../schema/edition-file.ts';
import { entryTitle } from '../schema/entry-title.ts';
import { siteAddress } from '../site-address.ts';

const heading = z.strictObject({ depth: z.number(), slug: z.string(), text: z.string() });
/** A heading of a rendered body. */
export type Heading = z.infer<typeof heading>;

/** What the loader keeps of an entry beside its HTML. */
const keptMetadata = z.object({
  headings: z.array(heading).default([]),
  files: z.array(editionFile).default([]),
});

/** An entry of this edition, ready to be shown. */
export type Shown<Name extends CollectionName = CollectionName> = {
  [N in Name]: {
    collection: N;
    id: string;
    /** `collection/id`, as other entries refer to it. */
    contentPath: string;
    /** Address on the site, with the base path. */
    address: string;
    data: CollectionData[N];
    html: string;
    headings: Heading[];
    files: EditionFile[];
  };
}[Name];
/** An entry of this edition. */
export type ShownEntry = Shown<EntryCollection>;
/** A case study or a best practice of this edition. */
export type ShownPractice = Shown<'case-studies' | 'best-practices'>;

export type Catalog = {
  all<Name extends CollectionName>(name: Name): readonly Shown<Name>[];
  /** 取組: case studies and best practices in one list, newest first. */
  practices: readonly ShownPractice[];
  /** Every entry of an institution, of all five collections, newest first. */
  entries: readonly ShownEntry[];
  /** What a content path leads to, if this edition shows it. */
  at(contentPath: string): Shown | undefined;
  institution(id: string): Shown<'institutions'> | undefined;
  /** Which editions of rules replaced which. */
  rules: RuleChains<Shown<'guidelines'>>;
  /** `YYYY-MM-DD`: the day by which this edition's pages judge what is in force. */
  day: string;
};

/** An entry as the loader leaves it: Astro's store keeps it so, and so it is handed to a preview. */
export type StoredEntry<Data = unknown> = {
  id: string;
  data: Data;
  rendered?: { html: string; metadata?: unknown } | undefined;
};

/**
 * A stored entry, ready to be shown.
 * @throws where what was kept of its files is not what pages are made of: an older state of the code kept it
 */
export function shownEntry<Name extends CollectionName>(
  name: Name,
  { id, data, rendered }: StoredEntry,
): Shown<Name> {
  const { headings, files } = keptMetadata.parse(rendered?.metadata ?? {});
  return {
    collection: name,
    id,
    contentPath: `${name}/${id}`,
    address: siteAddress(addressOf(name, id)),
    data: data as CollectionData[Name],
    html: rendered?.html ?? '',
    headings,
    files,
  } as Shown<Name>;
}

const collator = new Intl.Collator('ja');

/** The portal's own dates first; among entries of one day, what the source dates latest, and the undated last. */
const newestFirst = (a: ShownEntry, b: ShownEntry): number =>
  b.data.updated.localeCompare(a.data.updated) ||
  b.data.published.localeCompare(a.data.published) ||
  (b.data.asOf ?? '').replace('FY', '').localeCompare((a.data.asOf ?? '').replace('FY', '')) ||
  collator.compare(a.data.title, b.data.title);

/** Events by the day on which they were held, as far as it is known, the latest first; what has no date stands last. */
const latestHeldFirst = (a: Shown<'symposia'>, b: Shown<'symposia'>): number =>
  (b.data.date ?? '').replace('FY', '').localeCompare((a.data.date ?? '').replace('FY', '')) ||
  collator.compare(a.data.title, b.data.title);

/** Where nothing else decides, entries stand by their paths, however they came here: the same content gives the same site. */
const byContentPath = (a: Shown, b: Shown): number =>
  a.contentPath < b.contentPath ? -1 : Number(a.contentPath > b.contentPath);

/**
 * Puts entries into the lists and the order in which pages show them.
 * @param day `YYYY-MM-DD`, by which it is judged which edition of a rule is in force: that one stands first
 */
export function catalogOf(entries: readonly Shown[], day = dayInJapan(new Date())): Catalog {
  const lists = new Map<CollectionName, Shown[]>(collectionNames.map((name) => [name, []]));
  for (const entry of [...entries].sort(byContentPath)) lists.get(entry.collection)?.push(entry);
  const all = <Name extends CollectionName>(name: Name) => (lists.get(name) ?? []) as Shown<Name>[];

  for (const name of entryCollections) (all(name) as ShownEntry[]).sort(newestFirst);
  const rules = ruleChains(all('guidelines'));
  const inForceFirst = <E extends ShownEntry>(sorted: readonly E[]): E[] =>
    currentFirst(sorted, ({ contentPath }) => rules.editionOf(contentPath), day);
  lists.set('guidelines', inForceFirst(all('guidelines')));
  (all('symposia') as Shown<'symposia'>[]).sort(latestHeldFirst);
  all('scenes').sort((a, b) => a.data.order - b.data.order);
  all('kits').sort((a, b) => a.data.order - b.data.order);
  all('glossary').sort((a, b) => collator.compare(a.data.reading, b.data.reading));
  all('rings').sort((a, b) => collator.compare(a.data.name, b.data.name));
  all('institutions').sort((a, b) =>
    collator.compare(a.data.kana ?? a.data.name, b.data.kana ?? b.data.name),
  );

  const institutions = new Map(all('institutions').map((one) => [one.id, one]));
  const byPath = new Map([...lists.values()].flat().map((item) => [item.contentPath, item]));
  return {
    all,
    practices: [...all('case-studies'), ...all('best-practices')].sort(newestFirst),
    entries: inForceFirst(
      entryCollections.flatMap((name) => all(name) as ShownEntry[]).sort(newestFirst),
    ),
    rules,
    day,
    at: (contentPath) => byPath.get(contentPath),
    institution: (id) => institutions.get(id),
  };
}

/** What an entry is called; the schema asks for a title, a name or a term. */
export const titleOf = ({ contentPath, data }: Pick<Shown, 'contentPath' | 'data'>): string =>
  entryTitle(data) ?? contentPath;
