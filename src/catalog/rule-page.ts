import {
  type EditionStatus,
  editionStatus,
  isEverMarked,
  type JudgedEdition,
  sureDay,
} from '../rule-editions/edition-status.ts';
import type { Catalog, Shown, ShownEntry } from './shown-content.ts';

/** An edition of a rule, as lists of editions and notices show it. */
export type ShownEdition = {
  contentPath: string;
  title: string;
  address: string;
  /** What it is called among its editions: 第四版. */
  version: string | undefined;
  asOf: string | undefined;
  edition: JudgedEdition;
  status: EditionStatus;
  /** Amendments between the edition before and this one are not in the content. */
  missingBefore: boolean;
};

/** What is shown of one edition. */
export function shownEdition(rule: Shown<'guidelines'>, from: Catalog): ShownEdition {
  const { contentPath, address, data } = rule;
  const edition = { ...none, ...from.rules.editionOf(contentPath), judged: from.day };
  return {
    contentPath,
    title: data.title,
    address,
    version: data.edition,
    asOf: data.asOf,
    edition,
    status: editionStatus(edition, from.day),
    missingBefore: data.missingBefore,
  };
}
const none = { from: null, until: null, announced: null, checked: null };

/** The dates of an edition that is marked in lists on some day; undefined for any other entry. */
export function everMarked(contentPath: string, from: Catalog): JudgedEdition | undefined {
  const edition = from.rules.editionOf(contentPath);
  if (!edition || !isEverMarked(edition, from.day)) return undefined;
  return { ...edition, judged: from.day };
}

/** All editions of the rule that an entry is one of, newest first; none where it is no rule. */
export const editionsOf = (entry: ShownEntry, from: Catalog): ShownEdition[] =>
  from.rules.chainOf(entry.contentPath).map((rule) => shownEdition(rule, from));

/** An amendment that came after an entry: the edition by which it is judged, and while it is what the amendment is there. */
export type Amendment = {
  /** The edition that brought it. */
  by: ShownEdition;
  edition: JudgedEdition;
  status: EditionStatus;
  whileIts: readonly EditionStatus[];
};

/**
 * Amendments that an entry does not know of: it cites an edition that was replaced, or was written before a rule that it cites was
 * amended. Where an editor has judged that an amendment changes nothing (法令影響 なし), it is none of them; one that the portal
 * shows only since then is still to be judged.
 */
export function amendmentsOf(entry: ShownEntry, from: Catalog): Amendment[] {
  const { data } = entry;
  const own = from.rules.chainOf(entry.contentPath);
  const amendments = data.cites.flatMap(({ guideline }): Amendment[] => {
    const chain = from.rules.chainOf(guideline);
    const cited = chain.find(({ contentPath }) => contentPath === guideline);
    if (!cited || chain === own || own.includes(cited)) return [];
    const next = chain[chain.indexOf(cited) - 1];
    const { edition, status } = shownEdition(cited, from);
    if (next) {
      return [{ by: shownEdition(next, from), edition, status, whileIts: ['superseded'] }];
    }
    return wasWrittenBefore(data.asOf, cited)
      ? [{ by: shownEdition(cited, from), edition, status, whileIts: inForceOrAfter }]
      : [];
  });
  return amendments.filter(
    ({ by }) => data.lawImpact !== 'no' || publishedOn(by, from) > data.updated,
  );
}

const inForceOrAfter = ['current', 'unchecked', 'superseded'] as const;

const publishedOn = ({ contentPath }: ShownEdition, from: Catalog): string =>
  (from.at(contentPath) as Shown<'guidelines'> | undefined)?.data.published ?? '';

/** Whoever wrote after an amendment was made known, knew of it, though it came into force later. */
function wasWrittenBefore(asOf: string | undefined, { data }: Shown<'guidelines'>): boolean {
  const known = data.announced ?? data.asOf ?? data.effectiveFrom;
  if (asOf === undefined || known === undefined || data.supersedes === undefined) return false;
  return sureDay(asOf) < sureDay(known);
}
