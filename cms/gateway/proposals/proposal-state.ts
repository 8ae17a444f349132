import type { ProposalKind, ProposalState } from '../../wire/stages.ts';

export {
  type ProposalKind,
  type ProposalState,
  proposalKinds,
  proposalStates,
} from '../../wire/stages.ts';

/** What moves a proposal from one stage to another. */
export type ProposalStep =
  | 'save'
  | 'send-for-review'
  | 'take-back'
  | 'return-to-author'
  | 'undo-return'
  | 'approve'
  | 'restore';

/**
 * Where each step leads; a step that is not named cannot be taken. Steps may be taken twice, as by a second click.
 * An edit after the approval asks for another one: what was approved is no longer what would be published.
 */
const steps: Record<ProposalState, Partial<Record<ProposalStep, ProposalState>>> = {
  draft: {
    save: 'draft',
    'send-for-review': 'in-review',
    'take-back': 'draft',
    'undo-return': 'in-review',
    restore: 'draft',
  },
  'in-review': {
    save: 'in-review',
    'send-for-review': 'in-review',
    'take-back': 'draft',
    'return-to-author': 'draft',
    approve: 'approved',
    restore: 'draft',
  },
  approved: {
    save: 'in-review',
    'send-for-review': 'in-review',
    'take-back': 'draft',
    'return-to-author': 'draft',
    approve: 'approved',
    restore: 'draft',
  },
};

/** The stage after a step; null where the step cannot be taken from this stage. */
export const stageAfter = (state: ProposalState, step: ProposalStep): ProposalState | null =>
  steps[state][step] ?? null;

/**
 * Whether a proposal can be published as it stands. What is new, and what takes an entry away for good, is approved
 * first and published in a second step. A new version of an institution's own entry needs one look: to publish it from
 * 確認依頼 is the approval. (That the published version has not changed since is for the repository to see.)
 */
export const canBePublished = ({
  state,
  kind,
  isPublished,
  isOfInstitution,
}: {
  state: ProposalState;
  kind: ProposalKind;
  /** Whether readers see a version of the entry already. */
  isPublished: boolean;
  isOfInstitution: boolean;
}): boolean =>
  state === 'approved' ||
  (state === 'in-review' && kind !== 'deletion' && isPublished && isOfInstitution);

/**
 * Whether an editor may approve and publish a proposal in one step: what was asked for, and of what is still a draft only
 * what the network's own office began, which nobody else would ask it to look at.
 */
export const canBeApprovedAndPublished = ({
  state,
  kind,
  isBegunByEditors,
}: {
  state: ProposalState;
  kind: ProposalKind;
  isBegunByEditors: boolean;
}): boolean => state !== 'draft' || (isBegunByEditors && kind === 'entry');
