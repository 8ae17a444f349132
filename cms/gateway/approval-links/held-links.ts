import { timingSafeEqual } from 'node:crypto';
import { digestOf } from '../permissions/link-token.ts';
import { type LinkStanding, standingOf } from '../proposals/approval-link.ts';
import { type Proposal, proposalOf } from '../proposals/proposal.ts';
import type { Repository, StoredProposal } from '../repository/repository.ts';

/** What somebody holds who has the address of a link. */
export type HeldLink = { readonly proposal: Proposal; readonly standing: LinkStanding };

/** Finds what the token of a link leads to. */
export type HeldLinks = {
  /**
   * What a token leads to; null where it leads to nothing any more, or never did. All proposals are gone through in each
   * case, so that the time it takes tells nothing.
   */
  find(token: string): Promise<HeldLink | null>;
  /** Whether a token was made here, or led to something when links were looked for last: costs no reading of the repository. */
  isKnown(token: string): boolean;
  /** Notes one that was just made. */
  remember(token: string): void;
};

/** Makes the finder over the proposals of a repository. */
export const createHeldLinks = ({
  repository,
  clock,
}: {
  repository: Pick<Repository, 'proposals'>;
  clock: () => Date;
}): HeldLinks => {
  /** By what the repository gave: it gives the same for the same commit. */
  const read = new WeakMap<StoredProposal, Proposal>();
  const readOnce = (stored: StoredProposal): Proposal => {
    const proposal = read.get(stored) ?? proposalOf(stored);
    read.set(stored, proposal);
    return proposal;
  };
  let known = new Set<string>();

  return {
    async find(token) {
      const digest = Buffer.from(digestOf(token));
      const proposals = (await repository.proposals()).map(readOnce);
      const now = clock();
      const alive = new Set<string>();
      let found: HeldLink | null = null;
      for (const proposal of proposals) {
        const kept = proposal.record.approvalLink?.digest ?? '';
        const standing = standingOf(proposal, now);
        if (!standing || standing.kind === 'void' || standing.kind === 'expired') continue;
        alive.add(kept);
        if (timingSafeEqual(digest, Buffer.from(kept))) found = { proposal, standing };
      }
      known = alive;
      return found;
    },
    isKnown: (token) => known.has(digestOf(token)),
    remember: (token) => void known.add(digestOf(token)),
  };
};
