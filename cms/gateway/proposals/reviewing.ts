import type { Action } from '../permissions/action.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { ContentVersion } from '../repository/repository.ts';
import type { ChangeProposal, ProposalChange } from './change-proposal.ts';
import type { HappeningKind } from './happenings.ts';
import { type HeldUp, type Proposal, type ProposalOutcome, refusal } from './proposal.ts';
import type { ProposalParts } from './proposal-parts.ts';
import { approvalBy, deedOf, type ProposalRecord, reviewedAt } from './proposal-record.ts';
import { type ProposalState, type ProposalStep, stageAfter } from './proposal-state.ts';
import { readReason } from './reason.ts';
import { mostNotes, withChangedNote, withNote } from './review-notes.ts';
import { sentences, stepRefused } from './sentences.ts';
import { staleApproval } from './stale-approval.ts';
import { filesAt } from './stored-entry.ts';

/** What a person has seen of a proposal; left out where nobody asked them to look. Another version is not decided about. */
export type Seen = ContentVersion | null | undefined;

/** Taking a proposal from one stage to another. */
export type Reviewing = {
  /** 確認依頼, of what is sound. It answers a return. */
  sendForReview(
    who: Contributor,
    entry: EntryAddress,
    seen?: Seen,
  ): Promise<ProposalOutcome | HeldUp<'unsound'>>;
  /** Back to 下書き by those who wrote it. */
  takeBack(who: Contributor, entry: EntryAddress, seen?: Seen): Promise<ProposalOutcome>;
  /** Back to 下書き by the network's office: 差し戻し. @param reason a must; it stands among the notes, too */
  returnToAuthor(
    who: Contributor,
    entry: EntryAddress,
    reason: string,
    seen?: Seen,
  ): Promise<ProposalOutcome>;
  /** Takes a return back: what was returned is in 確認依頼 again, as it stands now if that is sound. */
  undoReturn(
    who: Contributor,
    entry: EntryAddress,
    seen?: Seen,
  ): Promise<ProposalOutcome | HeldUp<'unsound'>>;
  /**
   * 公開待ち, of what is sound.
   * @param seen the content that the editor has read: a later one is not approved by accident
   */
  approve(
    who: Contributor,
    entry: EntryAddress,
    seen: ContentVersion | null,
  ): Promise<ProposalOutcome | HeldUp<'unsound'>>;
};

export const createReviewing = (
  {
    repository,
    intake,
    clock,
    newId,
  }: Pick<ProposalParts, 'repository' | 'intake' | 'clock' | 'newId'>,
  change: ChangeProposal,
): Reviewing => {
  /** Only what is sound goes on; what only takes an entry from sight is never held up by its mistakes. */
  const soundOnly =
    (who: Contributor, entry: EntryAddress): Judge =>
    async (now, at) => {
      if (now?.record.kind !== 'entry') return null;
      const judged = await intake.sound(entry, await filesAt(repository, entry, at), who);
      return 'kind' in judged ? judged : (staleApproval(now, judged.outline) ?? judged);
    };

  const step = (
    { who, entry, kind, done, tells, reason }: StepMade,
    seen: Seen,
    next: (now: Proposal) => ReturnType<ProposalChange['next']>,
  ) => ({
    who,
    entry,
    actions: [{ kind, entry }],
    done,
    tells,
    ...(reason === undefined ? {} : { reason }),
    next: onStep(who, kind, (now) => (isAsSeen(now, seen) ? next(now) : changedSinceSeen)),
  });

  return {
    sendForReview: (who, entry, seen) =>
      change<'unsound'>({
        ...step(
          { who, entry, kind: 'send-for-review', done: '確認を依頼', tells: 'sent-for-review' },
          seen,
          ({ record }) => ({
            ...record,
            approval: null,
            // What is back from the approval was asked for before.
            asked: record.asked ?? deedOf(who, clock()),
            returned: null,
          }),
        ),
        // That it has changed is said before what is wrong with it now.
        judge: async (now, at) => (isAsSeen(now, seen) ? soundOnly(who, entry)(now, at) : null),
      }),

    takeBack: (who, entry, seen) =>
      change(
        step(
          { who, entry, kind: 'take-back', done: '下書きに戻す', tells: 'taken-back' },
          seen,
          ({ record }) => ({
            ...record,
            approval: null,
            asked: null,
          }),
        ),
      ),

    async returnToAuthor(who, entry, reason, seen) {
      const said = readReason(reason);
      if ('kind' in said) return said;
      const deed = deedOf(who, clock());
      const note = { id: newId(), ...deed, text: said.text, place: null, answers: null };
      return change(
        step(
          {
            who,
            entry,
            kind: 'return-to-author',
            done: '差し戻し',
            tells: 'returned',
            reason: said.text,
          },
          seen,
          ({ record, content, commit }): ProposalRecord => {
            const hasRoom = record.notes.length < mostNotes;
            return {
              ...record,
              approval: null,
              asked: null,
              returned: {
                ...deed,
                reason: said.text,
                note: hasRoom ? note.id : null,
                of: content,
                asked: record.asked,
              },
              notes: hasRoom ? withNote(record.notes, note) : record.notes,
              reviewed: reviewedAt(commit, new Date(deed.at)),
            };
          },
        ),
      );
    },

    undoReturn: (who, entry, seen) =>
      change<'unsound'>({
        ...step(
          { who, entry, kind: 'undo-return', done: '差し戻しを取り消し', tells: 'return-undone' },
          seen,
          (now) => {
            const { returned, notes, ...record } = now.record;
            if (!returned) return refusal('wrong-state', sentences.noReturn);
            return {
              ...record,
              asked: returned.asked,
              returned: null,
              notes: withChangedNote(notes, returned.note ?? '', { isResolved: true }),
            };
          },
        ),
        // What is as it was returned was asked for as it is; what was written since goes on only if it is sound.
        judge: async (now, at) =>
          isAsSeen(now, seen) && now?.record.returned && now.record.returned.of !== now.content
            ? soundOnly(who, entry)(now, at)
            : null,
      }),

    approve: (who, entry, seen) =>
      change<'unsound'>({
        ...step(
          { who, entry, kind: 'approve', done: '承認', tells: 'approved' },
          seen,
          ({ record, commit }) => ({
            ...record,
            approval: approvalBy(who, clock()),
            reviewed: reviewedAt(commit, clock()),
          }),
        ),
        judge: async (now, at) => (isAsSeen(now, seen) ? soundOnly(who, entry)(now, at) : null),
      }),
  };
};

type ReviewStep = Exclude<ProposalStep, 'save' | 'restore'> & Action['kind'];
type StepMade = {
  readonly who: Contributor;
  readonly entry: EntryAddress;
  readonly kind: ReviewStep;
  readonly done: string;
  readonly tells: HappeningKind;
  readonly reason?: string;
};
type Judge = NonNullable<ProposalChange<'unsound'>['judge']>;

const missing = refusal('missing', sentences.missing);
const changedSinceSeen = refusal('changed-since-seen', sentences.changedSinceSeen);

/** Whether a proposal is what somebody has seen of it. */
export const isAsSeen = (now: Pick<Proposal, 'content'> | null, seen: Seen): boolean =>
  seen === undefined || now?.content === seen;

/** Takes a step before the rest of a change, if it can be taken from the present stage. */
const onStep =
  (
    who: Contributor,
    step: ReviewStep,
    next: (now: Proposal) => ReturnType<ProposalChange['next']>,
  ): ProposalChange['next'] =>
  (now) => {
    if (!now) return missing;
    const state = stageAfter(now.record.state, step);
    if (!state) return refusal('wrong-state', stepRefused(now.record.state, step));
    if (isAskedByAuthor(step, now.record.state) && isOthers(who, now.record)) {
      return refusal('forbidden', sentences.askedByAuthors);
    }
    return next({ ...now, record: { ...now.record, state } });
  };

/** What an office does with its own text: it asks, and takes back what it asked. */
const isAskedByAuthor = (step: ReviewStep, state: ProposalState): boolean =>
  (step === 'send-for-review' && state === 'draft') || (step === 'take-back' && state !== 'draft');

/** An editor asks for nobody but the network's own office. */
const isOthers = (who: Contributor, { startedBy }: ProposalRecord): boolean =>
  who.role === 'editor' && startedBy.role !== 'editor';
