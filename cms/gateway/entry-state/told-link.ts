import type { ApprovalLinkState } from '../../wire/entry-state.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { Proposal } from '../proposals/proposal.ts';

/** What somebody is told of the link for the approval inside an institution; null where there is nothing to say. */
export type ToldLink = (
  who: Contributor,
  proposal: Proposal | null,
  now: Date,
) => ApprovalLinkState | null;

/** No proposal carries such a link yet. */
export const toldLink: ToldLink = () => null;
