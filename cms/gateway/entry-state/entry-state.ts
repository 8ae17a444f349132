import type { z } from 'zod';
import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import type { AtWork, entryState } from '../../wire/entry-state.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { decide } from '../permissions/decide.ts';
import type { Presence } from '../presence/presence.ts';
import {
  type LogEvent,
  openRequest,
  standingRefusal,
  standingStop,
} from '../proposals/entry-log.ts';
import type { Deed, ProposalRecord } from '../proposals/proposal-record.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { EntryFacts } from './entry-facts.ts';
import { possibleSteps } from './possible-steps.ts';
import { toldLink } from './told-link.ts';

/** Where an entry is, as the gateway tells it. */
export type ToldState = z.input<typeof entryState>;

type Parts = {
  readonly institutionName: InstitutionName;
  readonly presence: Pick<Presence, 'others'>;
};
type StateParts = Parts & { readonly clock: () => Date };

/** Those who have an entry open beside the one who asks, by name. It is for those alone who may read its drafts. */
export const othersAtWork = (
  { institutionName, presence }: Parts,
  who: Contributor,
  { path }: EntryAddress,
): AtWork[] =>
  presence.others(who, path).map(({ who: other, minutesAgo }) => ({
    name: roleAccountOf(other, institutionName).name,
    minutesAgo,
  }));

/** Puts what is known of an entry into what somebody is told, who may read its drafts. */
export const stateFor = (parts: StateParts, who: Contributor, facts: EntryFacts): ToldState => {
  const { entry, proposal, published, log, publication } = facts;
  const record = proposal?.record ?? null;
  const nameOf = (by: Contributor) => roleAccountOf(by, parts.institutionName).name;
  const told = (deed: Deed) => ({ by: nameOf(deed.by), at: deed.at });
  const toldEvent = (event: LogEvent | null) =>
    event && { ...told(event), reason: event.reason ?? '' };
  const isWithdrawn = published?.isWithdrawn ?? false;
  const stop = standingStop(log, isWithdrawn);
  return {
    kind: record?.kind ?? null,
    stage: record?.state ?? null,
    version: proposal?.content ?? null,
    begun: record && {
      by: nameOf(record.startedBy),
      byEditors: record.startedBy.role === 'editor',
    },
    asked: askedIn(proposal, told, nameOf),
    returned: record?.returned
      ? { ...told(record.returned), reason: record.returned.reason }
      : null,
    approved: record && approvedIn(record),
    approvalLink: toldLink(who, proposal, parts.clock()),
    mayAskApproval:
      record?.kind === 'entry' && decide(who, { kind: 'ask-approval', entry }).allowed,
    ...(proposal?.isHereOnly ? { isHereOnly: true } : {}),
    removalAsked: published && toldEvent(openRequest(log, isWithdrawn)),
    removalRefused: toldEvent(standingRefusal(log)),
    openNotes: record?.notes.filter(({ isResolved }) => !isResolved).length ?? 0,
    published: published && !isWithdrawn ? { since: published.since } : null,
    takenDown: isWithdrawn
      ? { since: stop && dayInJapan(new Date(stop.at)), reason: stop?.reason ?? null }
      : null,
    publication,
    atWork: othersAtWork(parts, who, entry),
    may: possibleSteps(who, facts),
  };
};

/** The request for review that stands; older records know only who began the proposal, and when it last changed. */
const askedIn = (
  proposal: EntryFacts['proposal'],
  told: (deed: Deed) => { by: string; at: string },
  nameOf: (by: Contributor) => string,
) => {
  if (!proposal) return null;
  const { asked, state, startedBy } = proposal.record;
  if (asked) return told(asked);
  return state === 'draft' ? null : { by: nameOf(startedBy), at: proposal.savedAt.toISOString() };
};

/** The approval that stands; older records know the day alone. */
const approvedIn = ({ state, approval }: ProposalRecord) =>
  approval && state === 'approved'
    ? {
        by: `${approval.office}（事務局）`,
        at: approval.at ?? new Date(`${approval.on}T00:00:00+09:00`).toISOString(),
      }
    : null;
