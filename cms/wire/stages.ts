import { z } from 'zod';

/** The stages of a proposal, with their names on the screen. Once published it is a proposal no longer. */
export const proposalStates = {
  draft: '下書き',
  'in-review': '確認依頼',
  approved: '公開待ち',
} as const;
export type ProposalState = keyof typeof proposalStates;

/** What a proposal is to do with its entry. */
export const proposalKinds = {
  entry: '投稿案',
  withdrawal: '掲載停止の依頼',
  deletion: '削除の依頼',
} as const;
export type ProposalKind = keyof typeof proposalKinds;

export const proposalKind = z.enum(Object.keys(proposalKinds) as [ProposalKind, ...ProposalKind[]]);

/** What Decap calls the stages of a proposal. */
export const decapStatus = z.enum(['draft', 'pending_review', 'pending_publish']);
export type DecapStatus = z.infer<typeof decapStatus>;

export const statusOf: Record<ProposalState, DecapStatus> = {
  draft: 'draft',
  'in-review': 'pending_review',
  approved: 'pending_publish',
};
