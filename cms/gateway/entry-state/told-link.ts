import type { ApprovalLinkState } from '../../wire/entry-state.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { approvalLinkForEditors, approvalLinkOf } from '../proposals/approval-link.ts';
import type { Proposal } from '../proposals/proposal.ts';

/** What somebody is told of the link for the approval inside an institution; null where there is nothing to say. */
export const toldLink = (
  who: Contributor,
  proposal: Proposal | null,
  now: Date,
): ApprovalLinkState | null => {
  if (!proposal) return null;
  return who.role === 'editor'
    ? approvalLinkForEditors(proposal, now)
    : approvalLinkOf(proposal, now);
};
