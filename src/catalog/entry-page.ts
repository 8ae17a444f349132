import type { JudgedEdition } from '../rule-editions/edition-status.ts';
import { isInConfidence } from '../schema/in-confidence.ts';
import type { ContactDesk } from '../schema/source.ts';
import { type Subtheme, subthemes } from '../schema/taxonomy.ts';
import { siteAddress } from '../site-address.ts';
import { absentHeadings } from './absent-headings.ts';
import { bundleOf, type ShownBundle } from './bundles.ts';
import { type EntryOwner, isEntry, ownerOf } from './entry-owner.ts';
import { cardRows, type EntrySection } from './entry-sections.ts';
import { type EventPageData, eventPage } from './event-page.ts';
import type { ListItem } from './facets.ts';
import { formsByEntry, type ServingForm } from './kit-forms.ts';
import { entriesOf, type ListName, listItem, listNames, listOf } from './lists.ts';
import { nearAsBefore } from './near-as-before.ts';
import { onceForCatalog } from './once-for-catalog.ts';
import { onceForEntry } from './once-for-entry.ts';
import type { Reference } from './references.ts';
import {
  type Amendment,
  amendmentsOf,
  editionsOf,
  everMarked,
  type ShownEdition,
} from './rule-page.ts';
import { nationalRules } from './rule-timeline.ts';
import {
  type Catalog,
  type Shown,
  type ShownEntry,
  type ShownPractice,
  titleOf,
} from './shown-content.ts';

/** Everything an entry's page shows beside the entry itself. */
export type EntryPageData = {
  list: ListName;
  entry: ShownEntry;
  owner: EntryOwner;
  /** Whom to ask: the entry's own office, or that of its institution. */
  contact: ContactDesk | undefined;
  /** Its text as rows that are read on one screen; `null` for one that keeps the layout of a page. */
  card: EntrySection[] | null;
  /** What the institution has become, where it is no more. */
  successor: Shown<'institutions'> | undefined;
  together: Shown<'institutions'>[];
  scenes: Shown<'scenes'>[];
  cites: (Reference & {
    /** The edition that the entry says it followed. */
    edition: string | undefined;
    /** Of a rule that is announced or replaced on some day. */
    judged: JudgedEdition | undefined;
  })[];
  citedBy: ListItem[];
  related: ListItem[];
  near: ListItem[];
  /** What the editors' kits have for it: files, or a kit that was drawn from it. */
  forms: readonly ServingForm[];
  /** The timeline of the rules that its subject is under. */
  rules: Reference | undefined;
  /** Of a rule: all its editions, newest first, this one among them. */
  editions: readonly ShownEdition[];
  /** Amendments of rules that the entry cites, which it does not know of. */
  amendments: readonly Amendment[];
  /** The headings that readers look for and the source says nothing about. */
  absentHeadings: string[];
  /** Its files as one, where its page offers them so. */
  bundle: ShownBundle | undefined;
  /** Of an event: its day, its materials, and its text around the programme. */
  event: EventPageData | undefined;
};

const reference = (item: Shown): Reference => ({
  title: titleOf(item),
  address: item.address,
  note: '',
});

function present<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value): value is T => value !== undefined);
}

const rulesOf = (own: readonly Subtheme[], ruled: ReadonlySet<Subtheme>): Reference | undefined => {
  const subtheme = own.find((id) => ruled.has(id));
  return (
    subtheme && {
      title: subthemes[subtheme].label,
      address: siteAddress(`/rules/${subtheme}/`),
      note: '',
    }
  );
};

const cardOf = onceForEntry(({ html }: ShownEntry) => cardRows(html));

function entryPage(
  list: ListName,
  entry: ShownEntry,
  from: Catalog,
  { citing, near, ruled, forms }: Surroundings,
): EntryPageData {
  const { data } = entry;
  const owner = ownerOf(entry, from);
  const { institution } = owner;
  const at = (path: string) => from.at(path);
  const contact = data.contact ?? institution?.data.contact;
  const isPractice = entry.collection === 'case-studies' || entry.collection === 'best-practices';
  return {
    list,
    entry,
    owner,
    contact,
    card: cardOf(entry),
    successor: institution?.data.successor
      ? from.institution(institution.data.successor)
      : undefined,
    together: present(data.with.map((id) => from.institution(id))),
    scenes: present(data.scenes.map((id) => at(`scenes/${id}`) as Shown<'scenes'> | undefined)),
    cites: present(
      data.cites.map(({ guideline, edition }) => {
        const item = at(guideline);
        return item && { ...reference(item), edition, judged: everMarked(guideline, from) };
      }),
    ),
    citedBy: (citing.get(entry.contentPath) ?? []).map((other) => listItem(other, from)),
    related: present(data.related.map(at))
      .filter(isEntry)
      .map((other) => listItem(other, from)),
    near: near(entry).map((other) => listItem(other, from)),
    forms: isPractice ? (forms.get(entry.contentPath) ?? []) : [],
    rules: rulesOf(data.subthemes, ruled),
    editions: editionsOf(entry, from),
    amendments: amendmentsOf(entry, from),
    absentHeadings: isPractice
      ? absentHeadings({
          headings: entry.headings,
          html: entry.html,
          attachments: data.attachments,
          contactSettled: contact !== undefined || isInConfidence(data),
        })
      : [],
    bundle: bundleOf(entry, from),
    event: eventPage(entry),
  };
}

/** What lies around all entries, looked up once instead of once for each. */
type Surroundings = {
  /** The entries that cite a guideline, by its content path. */
  citing: ReadonlyMap<string, readonly ShownEntry[]>;
  near: (entry: ShownEntry) => ShownPractice[];
  /** The subthemes that have a timeline of rules. */
  ruled: ReadonlySet<Subtheme>;
  /** What of the kits serves an entry, by its content path. */
  forms: ReadonlyMap<string, readonly ServingForm[]>;
};

function surroundingsIn(from: Catalog): Surroundings {
  const citing = new Map<string, ShownEntry[]>();
  for (const entry of from.entries) {
    for (const guideline of new Set(entry.data.cites.map((cited) => cited.guideline))) {
      const known = citing.get(guideline);
      if (known) known.push(entry);
      else citing.set(guideline, [entry]);
    }
  }
  const ruled = new Set(nationalRules(from).flatMap((rule) => rule.subthemes));
  return { citing, near: nearAsBefore(from), ruled, forms: formsByEntry(from) };
}

/** The pages of all entries of this edition. */
export const entryPages = onceForCatalog((from): EntryPageData[] => {
  const surroundings = surroundingsIn(from);
  return listNames.flatMap((list) =>
    entriesOf(from, list).map((entry) => entryPage(list, entry, from, surroundings)),
  );
});

/** The page of one entry alone. */
export const pageOfEntry = (entry: ShownEntry, from: Catalog): EntryPageData =>
  entryPage(listOf(entry), entry, from, surroundingsIn(from));
