import type { Action } from '../permissions/action.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { CommitId, FileContent, Outdated } from '../repository/repository.ts';
import { type EntryLog, type LogEvent, logTextWith, openRequest, readLog } from './entry-log.ts';
import { publishedFacts, shownText, withdrawnText } from './entry-text.ts';
import { type Happening, type HappeningKind, untold } from './happenings.ts';
import { historyMessage } from './history-message.ts';
import { forbidden, publicationInWords } from './obstacles.ts';
import { type HeldUp, type PublicationOutcome, type Refusal, refusal } from './proposal.ts';
import type { ProposalParts } from './proposal-parts.ts';
import { approvalBy, deedOf } from './proposal-record.ts';
import { readReason } from './reason.ts';
import { roleAccountOf } from './role-account.ts';
import { sentences } from './sentences.ts';
import { filesAt, publishedText, standingTitle } from './stored-entry.ts';

/**
 * Whether readers see a published entry: 掲載停止 and 掲載の再開, asked for and done. All of it goes on beside a proposal
 * that is under way, which stays as it is and meets the change when it is published. Reasons are kept with the drafts;
 * the published history says no more than what was done.
 */
export type Showing = {
  /** Asks for 掲載停止: the entry leaves every edition, and its text stays. @param reason a must */
  requestWithdrawal(who: Contributor, entry: EntryAddress, reason: string): Promise<LogOutcome>;
  /** Asks that a withdrawn entry be shown again. @param reason may be empty */
  requestRepublication(who: Contributor, entry: EntryAddress, reason: string): Promise<LogOutcome>;
  /** Takes a request back. */
  takeBackRequest(who: Contributor, entry: EntryAddress): Promise<LogOutcome>;
  /** Answers a request with no. @param reason a must */
  refuseRequest(who: Contributor, entry: EntryAddress, reason: string): Promise<LogOutcome>;
  /** 掲載停止 at once. @param reason a must */
  withdraw(who: Contributor, entry: EntryAddress, reason: string): Promise<PublicationOutcome>;
  /** Shows a withdrawn entry again, if it is sound and breaks no other. */
  republish(
    who: Contributor,
    entry: EntryAddress,
  ): Promise<PublicationOutcome | HeldUp<'unsound' | 'breaks-others'>>;
};

export type LogOutcome = { readonly kind: 'done'; readonly log: EntryLog } | Refusal;

type RequestAction = Extract<
  Action['kind'],
  'request-withdrawal' | 'request-republication' | 'take-back-removal' | 'refuse-removal'
>;
type Answered = {
  readonly action: RequestAction;
  readonly what: LogEvent['what'];
  readonly done: string;
  readonly tells: HappeningKind;
  /** Why it cannot be said now; null where it can. */
  obstacle(log: EntryLog, isWithdrawn: boolean): Refusal | null;
};

const wrongState = (reason: string) => refusal('wrong-state', reason);

/** What can be asked and answered, with when. */
const answers = {
  requestWithdrawal: {
    action: 'request-withdrawal',
    what: 'ask-withdrawal',
    done: '掲載停止を依頼',
    tells: 'withdrawal-asked',
    obstacle: (log, isWithdrawn) => {
      if (isWithdrawn) return wrongState(sentences.alreadyWithdrawn);
      return openRequest(log, isWithdrawn) && wrongState(sentences.removalAlreadyAsked);
    },
  },
  requestRepublication: {
    action: 'request-republication',
    what: 'ask-republication',
    done: '掲載の再開を依頼',
    tells: 'republication-asked',
    obstacle: (log, isWithdrawn) => {
      if (!isWithdrawn) return wrongState(sentences.notWithdrawn);
      return openRequest(log, isWithdrawn) && wrongState(sentences.removalAlreadyAsked);
    },
  },
  takeBackRequest: {
    action: 'take-back-removal',
    what: 'take-back',
    done: '掲載についての依頼を取り下げ',
    tells: 'request-taken-back',
    obstacle: (log, isWithdrawn) =>
      openRequest(log, isWithdrawn) ? null : wrongState(sentences.noRemovalRequest),
  },
  refuseRequest: {
    action: 'refuse-removal',
    what: 'refuse',
    done: '掲載についての依頼を断る',
    tells: 'request-refused',
    obstacle: (log, isWithdrawn) =>
      openRequest(log, isWithdrawn) ? null : wrongState(sentences.noRemovalRequest),
  },
} as const satisfies Record<string, Answered>;

export const createShowing = (parts: ProposalParts): Showing => {
  const { repository, intake, institutionName, clock, onHappening = untold } = parts;

  const told = (
    kind: HappeningKind,
    { who, entry }: { who: Contributor; entry: EntryAddress },
    { reason = null, version = null }: Partial<Pick<Happening, 'reason' | 'version'>>,
  ) => {
    const beside = { from: 'published', proposal: null } as const;
    onHappening({ kind, entry, by: who, at: clock(), ...beside, reason, version });
  };

  /** The published text and whether it is withdrawn, or why there is none. */
  const published = async (entry: EntryAddress) => {
    const text = await publishedText(repository, entry);
    return text
      ? { text, isWithdrawn: publishedFacts(entry, text.bytes).isWithdrawn }
      : refusal('missing', sentences.missingEntry);
  };

  /** Writes down what was asked or decided. */
  const note = async (
    who: Contributor,
    entry: EntryAddress,
    done: string,
    event: Pick<LogEvent, 'what' | 'reason'>,
    obstacle: (log: EntryLog) => Refusal | null = () => null,
  ): Promise<LogOutcome> => {
    const title = await standingTitle(parts, entry);
    const outcome = await repository.changeEntryLog<Refusal>(entry, {
      author: roleAccountOf(who, institutionName),
      at: clock(),
      describe(text) {
        const log = readLog(text);
        const refused = obstacle(log);
        if (refused) return { kind: 'refused', refusal: refused };
        const state = 'published';
        return {
          record: logTextWith(log, { ...event, ...deedOf(who, clock()) }),
          message: historyMessage({ done, entry, title, institutionName, state, approval: null }),
        };
      },
    });
    return outcome.kind === 'refused'
      ? outcome.refusal
      : { kind: 'done', log: readLog(outcome.text) };
  };

  const answer = async (
    who: Contributor,
    entry: EntryAddress,
    { action, what, done, tells, obstacle }: Answered,
    reason: string | null,
  ): Promise<LogOutcome> => {
    const refused = forbidden(who, [{ kind: action, entry }]);
    if (refused) return refused;
    const said = reason === null ? null : readReason(reason);
    if (said && 'kind' in said) return said;
    const there = await published(entry);
    if ('kind' in there) return there;
    const event = { what, reason: said?.text ?? null };
    const outcome = await note(who, entry, done, event, (log) => obstacle(log, there.isWithdrawn));
    if (outcome.kind === 'done') told(tells, { who, entry }, event);
    return outcome;
  };

  /** Publishes the entry's text with 掲載停止 set or taken out. */
  const publishText = async (
    who: Contributor,
    entry: EntryAddress,
    { address, version }: FileContent,
    bytes: Uint8Array,
    done: string,
    judge: (tip: CommitId) => Promise<Held | Outdated | null> = async () => null,
  ): Promise<PublicationOutcome | Held> => {
    const at = clock();
    const title = await standingTitle(parts, entry);
    const edits = [{ address, bytes, basedOn: version }];
    const outcome = await repository.publishEdits<Held>(entry, edits, async (tip) => {
      const held = await judge(tip);
      if (held) return held.kind === 'outdated' ? held : { kind: 'refused', refusal: held };
      const approval = approvalBy(who, at);
      const state = 'published';
      return {
        author: roleAccountOf(who, institutionName),
        at,
        message: historyMessage({ done, entry, title, institutionName, state, approval }),
      };
    });
    return outcome.kind === 'refused'
      ? outcome.refusal
      : publicationInWords(outcome, roleAccountOf(who, institutionName).name);
  };

  return {
    requestWithdrawal: (who, entry, reason) =>
      answer(who, entry, answers.requestWithdrawal, reason),
    requestRepublication: (who, entry, reason) =>
      answer(who, entry, answers.requestRepublication, reason.trim() === '' ? null : reason),
    takeBackRequest: (who, entry) => answer(who, entry, answers.takeBackRequest, null),
    refuseRequest: (who, entry, reason) => answer(who, entry, answers.refuseRequest, reason),

    async withdraw(who, entry, reason) {
      const refused = forbidden(who, [{ kind: 'withdraw', entry }]);
      if (refused) return refused;
      const said = readReason(reason);
      if ('kind' in said) return said;
      const there = await published(entry);
      if ('kind' in there) return there;
      if (there.isWithdrawn) return wrongState(sentences.alreadyWithdrawn);
      const bytes = withdrawnText(entry, there.text.bytes);
      if (!bytes) return refusal('invalid', sentences.unreadableFields);
      // The reason first: where the stop does not come about, it says nothing of an entry that is shown.
      const noted = await note(who, entry, '掲載停止', { what: 'withdraw', reason: said.text });
      if (noted.kind === 'refused') return noted;
      const outcome = await publishText(who, entry, there.text, bytes, '掲載停止');
      if (outcome.kind === 'published') {
        const version = outcome.commit;
        told('withdrawn', { who, entry }, { reason: said.text, version });
      }
      return outcome as PublicationOutcome;
    },

    async republish(who, entry) {
      const refused = forbidden(who, [{ kind: 'republish', entry }]);
      if (refused) return refused;
      const there = await published(entry);
      if ('kind' in there) return there;
      if (!there.isWithdrawn) return wrongState(sentences.notWithdrawn);
      const bytes = shownText(entry, there.text.bytes);
      if (!bytes) return refusal('invalid', sentences.unreadableFields);
      const judge = async (tip: CommitId): Promise<Held | Outdated | null> => {
        const files = await filesAt(repository, entry, tip);
        const shown = files.map((file) =>
          file.address.part === 'text' ? { ...file, bytes } : file,
        );
        const judged = await intake.soundAt(tip, entry, shown, who);
        if ('kind' in judged) return judged;
        return intake.breakingOthers(entry, shown, tip);
      };
      const outcome = await publishText(who, entry, there.text, bytes, '掲載再開', judge);
      if (outcome.kind === 'published') {
        told('republished', { who, entry }, { version: outcome.commit });
        await note(who, entry, '掲載再開', { what: 'republish', reason: null });
      }
      return outcome;
    },
  };
};

type Held = HeldUp<'unsound' | 'breaks-others'>;
