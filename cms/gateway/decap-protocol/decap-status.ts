import type { ProposalState } from '../proposals/proposal-state.ts';

/** What Decap calls the stages of a proposal. */
export const decapStatuses = ['draft', 'pending_review', 'pending_publish'] as const;
export type DecapStatus = (typeof decapStatuses)[number];

export const statusOf: Record<ProposalState, DecapStatus> = {
  draft: 'draft',
  'in-review': 'pending_review',
  approved: 'pending_publish',
};
