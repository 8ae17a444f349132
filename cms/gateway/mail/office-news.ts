import { createHash } from 'node:crypto';
import { isInConfidence } from '../../../src/schema/in-confidence.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { EntryLog, LogEvent } from '../proposals/entry-log.ts';
import type { Proposal } from '../proposals/proposal.ts';
import { type ProposalRecord, recordText } from '../proposals/proposal-record.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { CommitId } from '../repository/repository.ts';

/** What offices are told about. */
export type NewsKind =
  | 'review-asked'
  | 'returned'
  | 'approved'
  | 'approved-inside'
  | 'returned-inside'
  | 'published'
  | 'deleted'
  | 'withdrawal-asked'
  | 'republication-asked'
  | 'request-refused'
  | 'withdrawn'
  | 'republished'
  | 'commented'
  | 'review-soon';

/** What can wait until the next day. */
export const unhurried: ReadonlySet<NewsKind> = new Set(['commented', 'review-soon']);

/** Who is told: the network's office, an office of an institution, or, where none is known, whoever answers for the institution. */
export type Recipient =
  | { readonly role: 'network' }
  | {
      readonly role: 'institution';
      readonly institution: NonNullable<EntryAddress['institution']>;
      readonly office: string | null;
    };

/** Something that an office is told. */
export type News = {
  /** The same for the same thing, whoever finds it and however often. */
  readonly key: string;
  readonly kind: NewsKind;
  readonly entry: EntryAddress;
  readonly to: Recipient;
  /** Which office did it; null where it came about by itself. */
  readonly by: Contributor | null;
  readonly at: Date;
  /** What was said to it, for the office that it was said to. */
  readonly reason: string | null;
  /** The proposal in which the title stands; null for the published text. */
  readonly version: CommitId | null;
  /** Whether whoever is told has something to do now. */
  readonly waits: boolean;
};

/** What news are found in: all of it is in the store, so that nothing is lost with whoever was about to tell it. */
export type Standing = {
  readonly proposals: readonly Proposal[];
  /** Proposals that were published, with when they were changed last. */
  readonly published: readonly {
    readonly entry: EntryAddress;
    readonly record: ProposalRecord;
    readonly changedAt: Date;
  }[];
  readonly logs: readonly {
    readonly entry: EntryAddress;
    readonly log: EntryLog;
    /** Whether readers see the entry no longer. */
    readonly isWithdrawn: boolean;
  }[];
};

/** What there is to tell, the earliest first. Nobody is told what their own office did. */
export const officeNews = ({ proposals, published, logs }: Standing): News[] =>
  [
    ...proposals.flatMap(ofProposal),
    ...published.flatMap(ofPublication),
    ...logs.flatMap(({ entry, log, isWithdrawn }) =>
      log.flatMap((event, index) => ofEvent(entry, event, log.slice(0, index), isWithdrawn)),
    ),
  ].sort((one, other) => one.at.getTime() - other.at.getTime());

/** Names a thing that is told, so that it is known again. @param what tells it from others of its kind and entry */
export const newsKey = (kind: NewsKind, { path }: EntryAddress, what: string): string =>
  createHash('sha256').update(`${kind}\n${path}\n${what}`).digest('hex');

/** A person's reading of who is told, for what is kept. */
export const recipientName = (to: Recipient): string =>
  to.role === 'network' ? 'network' : `${to.institution}/${to.office ?? ''}`;

const network: Recipient = { role: 'network' };

/** The office of an institution; null for the network's own, which knows what it did. */
const officeOf = (who: Contributor): Recipient | null =>
  who.role === 'contributor'
    ? { role: 'institution', institution: who.institution, office: who.office }
    : null;

/** The office that waits for what becomes of a proposal. */
const authorOf = ({ asked, returned, startedBy }: ProposalRecord): Contributor =>
  asked?.by ?? returned?.asked?.by ?? startedBy;

const ofProposal = ({ entry, commit, record }: Proposal): News[] => {
  const found: News[] = [];
  const author = authorOf(record);
  const to = officeOf(author);
  const { asked, returned, approval, approvalLink, state, notes } = record;
  const tell = (
    kind: NewsKind,
    at: string,
    rest: Pick<News, 'to' | 'by' | 'waits'> & { reason?: string; what?: string },
  ) => {
    const { what = at, reason = null, ...told } = rest;
    const key = newsKey(kind, entry, what);
    found.push({ key, kind, entry, at: new Date(at), version: commit, reason, ...told });
  };
  if (state === 'in-review' && asked?.by.role === 'contributor') {
    tell('review-asked', asked.at, { to: network, by: asked.by, waits: true });
  }
  if (returned && to) {
    const { by, reason } = returned;
    tell('returned', returned.at, { to, by, reason, waits: true });
  }
  if (state === 'approved' && approval?.at && to) {
    tell('approved', approval.at, { to, by: null, waits: false });
  }
  // What was said inside an institution is told to the office that asked there, and to nobody else.
  const answer = approvalLink?.answer;
  const askedBy = approvalLink && officeOf(approvalLink.madeBy);
  if (answer && askedBy) {
    const isReturned = answer.kind === 'returned';
    tell(isReturned ? 'returned-inside' : 'approved-inside', answer.at, {
      to: askedBy,
      by: null,
      waits: isReturned,
      ...(isReturned ? { reason: answer.reason } : {}),
    });
  }
  for (const note of notes) {
    // The reason of a return is told with the return.
    if (note.id === returned?.note) continue;
    const reader = note.by.role === 'contributor' ? network : to;
    if (reader)
      tell('commented', note.at, { to: reader, by: note.by, waits: false, what: note.id });
  }
  return found;
};

const ofPublication = ({ entry, record, changedAt }: Standing['published'][number]): News[] => {
  const to = officeOf(authorOf(record));
  if (!to) return [];
  const kind = publicationKinds[record.kind];
  const key = newsKey(kind, entry, recordText(record));
  return [
    { key, kind, entry, to, by: null, at: changedAt, reason: null, version: null, waits: false },
  ];
};

const publicationKinds = {
  entry: 'published',
  withdrawal: 'withdrawn',
  deletion: 'deleted',
} as const satisfies Record<ProposalRecord['kind'], NewsKind>;

const ofEvent = (
  entry: EntryAddress,
  event: LogEvent,
  before: EntryLog,
  isWithdrawn: boolean,
): News[] => {
  const { what, by, at, reason } = event;
  const asker = before.findLast((each) => each.what.startsWith('ask-'))?.by ?? null;
  const owner: Recipient | null =
    entry.institution && !isInConfidence({ institution: entry.institution })
      ? { role: 'institution', institution: entry.institution, office: null }
      : null;
  const answered = (asker && officeOf(asker)) ?? owner;
  const news = (kind: NewsKind, to: Recipient | null, waits = false): News[] =>
    to
      ? [
          {
            key: newsKey(kind, entry, at),
            kind,
            entry,
            to,
            by,
            at: new Date(at),
            reason,
            version: null,
            waits,
          },
        ]
      : [];
  switch (what) {
    case 'ask-withdrawal':
    case 'ask-republication': {
      const kind = what === 'ask-withdrawal' ? 'withdrawal-asked' : 'republication-asked';
      return by.role === 'contributor' ? news(kind, network, true) : [];
    }
    case 'refuse':
      return news('request-refused', answered);
    case 'withdraw':
      // The reason is written down first: a stop that did not come about is not told.
      return isWithdrawn ? news('withdrawn', answered) : [];
    case 'republish':
      return isWithdrawn ? [] : news('republished', answered);
    case 'take-back':
      return [];
  }
};
