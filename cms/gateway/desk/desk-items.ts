import type { ApprovalLinkState } from '../../wire/entry-state.ts';
import { toldLink } from '../entry-state/told-link.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { decide } from '../permissions/decide.ts';
import { type LogEvent, openRequest, readLog } from '../proposals/entry-log.ts';
import { publishedFacts } from '../proposals/entry-text.ts';
import type { Proposal } from '../proposals/proposal.ts';
import { type ProposalRecord, readRecord } from '../proposals/proposal-record.ts';
import { publishedText } from '../proposals/stored-entry.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { DeskParts } from './desk-parts.ts';

/** What somebody waits for, the most urgent first: what readers see and should not comes before all else. */
export const itemKinds = [
  'withdrawal-asked',
  'failed',
  'returned',
  'review',
  'deletion-asked',
  'republication-asked',
  'approved',
  'draft',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** One thing on the desk that waits for somebody. */
export type DeskItem = {
  readonly kind: ItemKind;
  readonly entry: EntryAddress;
  /** Of a proposal that is under way; null where it is about what is published. */
  readonly proposal: Proposal | null;
  /** What is known of the proposal, of one that has ended too. */
  readonly record: ProposalRecord | null;
  /** What was asked about whether readers see it. */
  readonly request: LogEvent | null;
  readonly link: ApprovalLinkState | null;
  readonly since: Date;
  /** Whether it waits for the one who looks. */
  readonly isMine: boolean;
};

type Parts = Pick<DeskParts, 'proposals' | 'repository' | 'liveSite' | 'clock'>;

/** Of how many publications it is looked at whether they reached the site, where a build has failed; the latest first. */
const mostLookedAt = 100;

/** All that waits for somebody, as far as the one who looks may see it: what waits for them first, each in the order of its urgency and age. */
export const deskItems = async (parts: Parts, who: Contributor): Promise<DeskItem[]> => {
  const now = parts.clock();
  const items = [
    ...(await parts.proposals.all(who)).map((proposal) => ofProposal(who, proposal, now)),
    ...(await requests(parts, who)),
    ...(await failedPublications(parts, who)),
  ];
  return items.toSorted(
    (one, other) =>
      Number(other.isMine) - Number(one.isMine) ||
      itemKinds.indexOf(one.kind) - itemKinds.indexOf(other.kind) ||
      one.since.getTime() - other.since.getTime(),
  );
};

const ofProposal = (who: Contributor, proposal: Proposal, now: Date): DeskItem => {
  const { entry, record, savedAt } = proposal;
  const kind = kindOf(record);
  const { asked, returned, approval } = record;
  const at = { returned: returned?.at, approved: approval?.at, draft: undefined };
  const since = kind in at ? at[kind as keyof typeof at] : asked?.at;
  return {
    kind,
    entry,
    proposal,
    record,
    request: null,
    link: toldLink(who, proposal, now),
    since: since === undefined ? savedAt : new Date(since),
    isMine: isWaitedFor(who, kind, record),
  };
};

const kindOf = ({ state, kind, returned }: ProposalRecord): ItemKind => {
  if (state === 'draft') return returned ? 'returned' : 'draft';
  if (kind === 'withdrawal') return 'withdrawal-asked';
  if (kind === 'deletion') return 'deletion-asked';
  return state === 'approved' ? 'approved' : 'review';
};

/** A draft waits for those who write it; all that was sent on, for the network's office. */
const isWaitedFor = (who: Contributor, kind: ItemKind, record: ProposalRecord | null): boolean => {
  const isDraft = kind === 'draft' || kind === 'returned';
  const isOfEditors = !isDraft || record?.startedBy.role === 'editor';
  return isOfEditors === (who.role === 'editor');
};

/** What is asked about published entries that nobody has answered. */
const requests = async (
  { repository }: Pick<Parts, 'repository'>,
  who: Contributor,
): Promise<DeskItem[]> => {
  const found = await Promise.all(
    (await repository.entryLogs()).map(async ({ entry, text }): Promise<DeskItem[]> => {
      const log = readLog(text);
      // Only where something may be open is the published text read.
      const mayBeOpen = openRequest(log, false) !== null || openRequest(log, true) !== null;
      if (!mayBeOpen || !mayRead(who, entry)) return [];
      const published = await publishedText(repository, entry);
      if (!published) return [];
      const { isWithdrawn } = publishedFacts(entry, published.bytes);
      const request = openRequest(log, isWithdrawn);
      if (!request) return [];
      const kind = isWithdrawn ? 'republication-asked' : 'withdrawal-asked';
      const since = new Date(request.at);
      const isMine = isWaitedFor(who, kind, null);
      return [{ kind, entry, proposal: null, record: null, request, link: null, since, isMine }];
    }),
  );
  return found.flat();
};

/** What was published and did not reach the site, because it could not be built. */
const failedPublications = async (
  { repository, liveSite }: Pick<Parts, 'repository' | 'liveSite'>,
  who: Contributor,
): Promise<DeskItem[]> => {
  if (liveSite.trouble() === null) return [];
  const seen = new Set<string>();
  const latest = (await repository.archivedProposals()).filter(({ entry }) => {
    const isFirst = !seen.has(entry.path);
    seen.add(entry.path);
    return isFirst && mayRead(who, entry);
  });
  const found = await Promise.all(
    latest.slice(0, mostLookedAt).map(async ({ entry, record, changedAt }): Promise<DeskItem[]> => {
      const { state } = await liveSite.stateOf(entry);
      if (state !== 'failed') return [];
      const kind = 'failed';
      const known = readRecord(record);
      const isMine = isWaitedFor(who, kind, known);
      return [
        {
          kind,
          entry,
          proposal: null,
          record: known,
          request: null,
          link: null,
          since: changedAt,
          isMine,
        },
      ];
    }),
  );
  return found.flat();
};

const mayRead = (who: Contributor, entry: EntryAddress): boolean =>
  decide(who, { kind: 'read-draft', entry }).allowed;
