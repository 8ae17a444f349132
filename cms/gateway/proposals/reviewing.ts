import type { Action } from '../permissions/action.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { ContentVersion } from '../repository/repository.ts';
import type { ChangeProposal, ProposalChange } from './change-proposal.ts';
import { type ProposalOutcome, refusal } from './proposal.ts';
import type { ProposalParts } from './proposal-parts.ts';
import { approvalBy } from './proposal-record.ts';
import { type ProposalStep, stageAfter } from './proposal-state.ts';
import { sentences, stepRefused } from './sentences.ts';

/** Taking a proposal from one stage to another. */
export type Reviewing = {
  /** 確認依頼. Whether the content is sound enough is for the check to say before. */
  sendForReview(who: Contributor, entry: EntryAddress): Promise<ProposalOutcome>;
  /** Back to 下書き by those who wrote it. */
  takeBack(who: Contributor, entry: EntryAddress): Promise<ProposalOutcome>;
  /** Back to 下書き by the network's office: 差し戻し. */
  returnToAuthor(who: Contributor, entry: EntryAddress): Promise<ProposalOutcome>;
  /** 公開待ち. @param seen the content that the editor has read: a later one is not approved by accident */
  approve(
    who: Contributor,
    entry: EntryAddress,
    seen: ContentVersion | null,
  ): Promise<ProposalOutcome>;
};

export const createReviewing = (
  { clock }: Pick<ProposalParts, 'clock'>,
  change: ChangeProposal,
): Reviewing => {
  const take = (
    who: Contributor,
    entry: EntryAddress,
    step: Exclude<ProposalStep, 'save' | 'restore'> & Action['kind'],
    done: string,
    next: ProposalChange['next'],
  ) => change({ who, entry, actions: [{ kind: step, entry }], done, next: onStep(step, next) });

  const withoutApproval: ProposalChange['next'] = (now) =>
    now ? { ...now.record, approval: null } : missing;

  return {
    sendForReview: (who, entry) =>
      take(who, entry, 'send-for-review', '確認を依頼', withoutApproval),
    takeBack: (who, entry) => take(who, entry, 'take-back', '下書きに戻す', withoutApproval),
    returnToAuthor: (who, entry) =>
      take(who, entry, 'return-to-author', '差し戻し', withoutApproval),
    approve: (who, entry, seen) =>
      take(who, entry, 'approve', '承認', (now) => {
        if (now?.content !== seen) return changedSinceSeen;
        return { ...now.record, approval: approvalBy(who, clock()) };
      }),
  };
};

const missing = refusal('missing', sentences.missing);
const changedSinceSeen = refusal('changed-since-seen', sentences.changedSinceSeen);

/** Takes a step before the rest of a change, if it can be taken from the present stage. */
const onStep =
  (
    step: Exclude<ProposalStep, 'save' | 'restore'>,
    next: ProposalChange['next'],
  ): ProposalChange['next'] =>
  (now) => {
    if (!now) return missing;
    const state = stageAfter(now.record.state, step);
    if (!state) return refusal('wrong-state', stepRefused(now.record.state, step));
    return next({ ...now, record: { ...now.record, state } });
  };
