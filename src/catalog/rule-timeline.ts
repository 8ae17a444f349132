import { canChangeAfter, sureDay } from '../rule-editions/edition-status.ts';
import { collectionNames } from '../schema/collections.ts';
import { referencesIn } from '../schema/references.ts';
import type { Source } from '../schema/source.ts';
import { type Subtheme, subthemeIds } from '../schema/taxonomy.ts';
import { onceForCatalog } from './once-for-catalog.ts';
import { onceForEntry } from './once-for-entry.ts';
import type { Reference } from './references.ts';
import { referencesTo } from './references.ts';
import { type ShownEdition, shownEdition } from './rule-page.ts';
import type { Catalog, Shown } from './shown-content.ts';

/** A national rule in the timeline of いまのルール. */
export type TimelineRule = ShownEdition & {
  summary: string;
  issuer: string;
  number: string | undefined;
  sources: readonly Source[];
  subthemes: readonly Subtheme[];
  /** Where it stands in the timeline: since when it is in force, or of when it is; null where nothing is stated. */
  date: string | null;
  isInForceSince: boolean;
  /** Whether it is one of several editions, or says since when it is in force: then it can be current or not. */
  hasEditions: boolean;
  /** Which of the portal's texts refer to it. */
  citedBy: readonly Reference[];
};

/** A page of いまのルール: of one subtheme, or of all. */
export type RulesPageData = {
  subtheme: Subtheme | null;
  /** Of every rule with editions those that are in force, or will be before anybody builds again. */
  inUse: readonly TimelineRule[];
  /** All that have a date, the latest first. */
  timeline: readonly TimelineRule[];
  undated: readonly TimelineRule[];
  /** Subthemes that have a page. */
  subthemes: readonly Subtheme[];
  /** `YYYY-MM-DD`: by which day it is judged what is in force. */
  day: string;
};

/** Laws and what ministries issue; minutes and other records of events rule nothing. */
export const nationalRules = onceForCatalog((from): readonly TimelineRule[] => {
  const citing = citingPaths(from);
  return from
    .all('guidelines')
    .filter(
      ({ data }) =>
        (data.level === 'law' || data.level === 'ministry') && data.reviewBasis !== 'event',
    )
    .map((rule) => timelineRule(rule, citing, from))
    .sort(latestFirst);
});

function timelineRule(
  rule: Shown<'guidelines'>,
  citing: ReadonlyMap<string, readonly string[]>,
  from: Catalog,
): TimelineRule {
  const { data, contentPath } = rule;
  const shown = shownEdition(rule, from);
  const date = data.effectiveFrom ?? data.announced ?? data.asOf ?? null;
  return {
    ...shown,
    summary: data.summary,
    issuer: data.issuer,
    number: data.number,
    sources: data.sources,
    subthemes: data.subthemes,
    date,
    isInForceSince: data.effectiveFrom !== undefined,
    hasEditions: shown.edition.chain !== undefined || data.effectiveFrom !== undefined,
    citedBy: referencesTo(citing.get(contentPath) ?? [], from),
  };
}

/** What is to come stands first, though nobody may say when. */
const latestFirst = (a: TimelineRule, b: TimelineRule): number =>
  Number(isOpen(b)) - Number(isOpen(a)) ||
  (b.date === null ? '' : sureDay(b.date)).localeCompare(a.date === null ? '' : sureDay(a.date)) ||
  a.contentPath.localeCompare(b.contentPath);
const isOpen = ({ status, edition }: TimelineRule): boolean =>
  status === 'announced' && edition.from === null;

const usedBy = onceForEntry(
  ({ collection, data }: Shown): ReadonlySet<string> =>
    new Set(
      referencesIn(collection, data)
        .filter((one) => one.to === 'entry' || one.to === 'guideline')
        .filter(({ field }) => field !== 'related.*' && field !== 'supersedes')
        .map(({ value }) => value),
    ),
);

/** By content path, the texts whose fields lead there; that it is near or came before is no use of it. */
function citingPaths(from: Catalog): Map<string, string[]> {
  const citing = new Map<string, string[]>();
  for (const name of collectionNames) {
    for (const entry of from.all(name)) {
      const { contentPath } = entry;
      for (const used of usedBy(entry)) {
        const known = citing.get(used);
        if (known) known.push(contentPath);
        else citing.set(used, [contentPath]);
      }
    }
  }
  return citing;
}

/** The pages of いまのルール: all rules first, then a page for each subtheme that has any. */
export function rulesPages(from: Catalog): RulesPageData[] {
  const all = nationalRules(from);
  const subthemes = subthemeIds.filter((id) => all.some((rule) => rule.subthemes.includes(id)));
  return [null, ...subthemes].map((subtheme) => {
    const rules = subtheme === null ? all : all.filter((rule) => rule.subthemes.includes(subtheme));
    return {
      subtheme,
      inUse: rules.filter(
        ({ hasEditions, status, edition }) =>
          hasEditions &&
          (status === 'current' || status === 'unchecked' || canChangeAfter(edition, from.day)),
      ),
      timeline: rules.filter((rule) => rule.date !== null || rule.status === 'announced'),
      undated: rules.filter((rule) => rule.date === null && rule.status !== 'announced'),
      subthemes,
      day: from.day,
    };
  });
}

/**
 * The short timeline of a page: the rules that it names with every edition of them, the latest first.
 * @param paths content paths of guidelines
 */
export function rulesAmong(
  rules: readonly TimelineRule[],
  paths: Iterable<string>,
  from: Catalog,
): TimelineRule[] {
  const wanted = new Set(
    [...paths].flatMap((path) => from.rules.chainOf(path).map(({ contentPath }) => contentPath)),
  );
  return rules.filter(({ contentPath }) => wanted.has(contentPath));
}
