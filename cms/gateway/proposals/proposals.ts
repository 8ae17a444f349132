import type { Contributor } from '../permissions/contributor.ts';
import { decide } from '../permissions/decide.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import { type Approving, createApproving } from './approving.ts';
import { createChangeProposal } from './change-proposal.ts';
import { type Conversation, createConversation } from './conversation.ts';
import { createDrafting, type Drafting } from './drafting.ts';
import { createKeeping, type Keeping } from './keeping.ts';
import { forbidden } from './obstacles.ts';
import { type Proposal, type ProposalOutcome, proposalOf, refusal } from './proposal.ts';
import type { ProposalParts } from './proposal-parts.ts';
import { createPublishing, type Publishing } from './publishing.ts';
import { createRemoving, type Removing } from './removing.ts';
import { createReviewing, type Reviewing } from './reviewing.ts';
import { sentences } from './sentences.ts';
import { createShowing, type Showing } from './showing.ts';

/**
 * The proposals of the portal, from the first draft to publication. Every method decides for itself whether it is
 * allowed to the one who asks, and whether the content is sound enough for it; none throws for what a person does.
 * Whoever brings wishes here, over HTTP or by mail, only translates them and the answers.
 */
export type Proposals = Drafting &
  Reviewing &
  Conversation &
  Removing &
  Showing &
  Keeping &
  Publishing &
  Approving & {
    find(who: Contributor, entry: EntryAddress): Promise<ProposalOutcome>;
    /** The proposals that somebody may see, the latest first. */
    all(who: Contributor): Promise<Proposal[]>;
    /** The deleted proposals that somebody may see, and restore by their commit. */
    deleted(who: Contributor): Promise<Proposal[]>;
  };

/** Makes the proposals of a repository. */
export const createProposals = (parts: ProposalParts): Proposals => {
  const { repository } = parts;
  const change = createChangeProposal(parts);
  const visibleTo = (who: Contributor, proposals: readonly Proposal[]): Proposal[] =>
    proposals.filter(({ entry }) => decide(who, { kind: 'read-draft', entry }).allowed);

  return {
    ...createDrafting(parts, change),
    ...createReviewing(parts, change),
    ...createConversation(parts, change),
    ...createRemoving(parts, change),
    ...createShowing(parts),
    ...createKeeping(parts),
    ...createPublishing(parts),
    ...createApproving(parts, change),

    async find(who, entry) {
      const refused = forbidden(who, [{ kind: 'read-draft', entry }]);
      if (refused) return refused;
      const stored = await repository.proposal(entry);
      return stored
        ? { kind: 'done', proposal: proposalOf(stored) }
        : refusal('missing', sentences.missing);
    },
    all: async (who) => visibleTo(who, (await repository.proposals()).map(proposalOf)),
    deleted: async (who) => visibleTo(who, (await repository.deletedProposals()).map(proposalOf)),
  };
};
