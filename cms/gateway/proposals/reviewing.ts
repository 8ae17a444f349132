import type { Action } from '../permissions/action.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { ContentVersion } from '../repository/repository.ts';
import type { ChangeProposal, ProposalChange } from './change-proposal.ts';
import { type HeldUp, type ProposalOutcome, refusal } from './proposal.ts';
import type { ProposalParts } from './proposal-parts.ts';
import { approvalBy, reviewedAt } from './proposal-record.ts';
import { type ProposalStep, stageAfter } from './proposal-state.ts';
import { sentences, stepRefused } from './sentences.ts';
import { filesAt } from './stored-entry.ts';

/** Taking a proposal from one stage to another. */
export type Reviewing = {
  /** 確認依頼, of what is sound. */
  sendForReview(
    who: Contributor,
    entry: EntryAddress,
  ): Promise<ProposalOutcome | HeldUp<'unsound'>>;
  /** Back to 下書き by those who wrote it. */
  takeBack(who: Contributor, entry: EntryAddress): Promise<ProposalOutcome>;
  /** Back to 下書き by the network's office: 差し戻し. */
  returnToAuthor(who: Contributor, entry: EntryAddress): Promise<ProposalOutcome>;
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
  { repository, intake, clock }: Pick<ProposalParts, 'repository' | 'intake' | 'clock'>,
  change: ChangeProposal,
): Reviewing => {
  /** Only what is sound goes on; what only takes an entry from sight is never held up by its mistakes. */
  const soundOnly =
    (who: Contributor, entry: EntryAddress): Judge =>
    async (now, at) =>
      now?.record.kind === 'entry'
        ? intake.sound(entry, await filesAt(repository, entry, at), who)
        : null;

  const step = (who: Contributor, entry: EntryAddress, kind: ReviewStep, done: string) => ({
    who,
    entry,
    actions: [{ kind, entry }],
    done,
    next: onStep(kind, withoutApproval),
  });

  return {
    sendForReview: (who, entry) =>
      change<'unsound'>({
        ...step(who, entry, 'send-for-review', '確認を依頼'),
        judge: soundOnly(who, entry),
      }),
    takeBack: (who, entry) => change(step(who, entry, 'take-back', '下書きに戻す')),
    returnToAuthor: (who, entry) =>
      change({
        ...step(who, entry, 'return-to-author', '差し戻し'),
        next: onStep('return-to-author', (now) =>
          now
            ? { ...now.record, approval: null, reviewed: reviewedAt(now.commit, clock()) }
            : missing,
        ),
      }),
    approve: (who, entry, seen) =>
      change<'unsound'>({
        ...step(who, entry, 'approve', '承認'),
        // That it has changed is said before what is wrong with it now.
        judge: async (now, at) => (now?.content === seen ? soundOnly(who, entry)(now, at) : null),
        next: onStep('approve', (now) => {
          if (now?.content !== seen) return changedSinceSeen;
          const at = clock();
          return {
            ...now.record,
            approval: approvalBy(who, at),
            reviewed: reviewedAt(now.commit, at),
          };
        }),
      }),
  };
};

type ReviewStep = Exclude<ProposalStep, 'save' | 'restore'> & Action['kind'];
type Judge = NonNullable<ProposalChange<'unsound'>['judge']>;

const missing = refusal('missing', sentences.missing);
const changedSinceSeen = refusal('changed-since-seen', sentences.changedSinceSeen);

const withoutApproval: ProposalChange['next'] = (now) =>
  now ? { ...now.record, approval: null } : missing;

/** Takes a step before the rest of a change, if it can be taken from the present stage. */
const onStep =
  (step: ReviewStep, next: ProposalChange['next']): ProposalChange['next'] =>
  (now) => {
    if (!now) return missing;
    const state = stageAfter(now.record.state, step);
    if (!state) return refusal('wrong-state', stepRefused(now.record.state, step));
    return next({ ...now, record: { ...now.record, state } });
  };
