import type { Contributor } from '../permissions/contributor.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { FileEdit } from '../repository/repository.ts';
import type { ChangeProposal } from './change-proposal.ts';
import { forbidden } from './obstacles.ts';
import { type ProposalOutcome, refusal } from './proposal.ts';
import type { ProposalParts } from './proposal-parts.ts';
import { deedOf, newRecord } from './proposal-record.ts';
import { sentences } from './sentences.ts';

/** Taking a published entry away for good, as a proposal: what lies in git stays there, and no page shows it. */
export type Removing = {
  /** Asks that an entry be taken away with all that lies beside it. */
  requestDeletion(who: Contributor, entry: EntryAddress): Promise<ProposalOutcome>;
};

export const createRemoving = (
  { repository, clock }: Pick<ProposalParts, 'repository' | 'clock'>,
  change: ChangeProposal,
): Removing => ({
  async requestDeletion(who, entry) {
    const actions = [{ kind: 'request-deletion', entry }] as const;
    const refused = forbidden(who, actions);
    if (refused) return refused;
    const files = await repository.list(await repository.published(), entry);
    if (files.length === 0) return refusal('missing', sentences.missingEntry);
    const edits = files.map(
      ({ address, version }): FileEdit => ({ address, bytes: null, basedOn: version }),
    );
    return change({
      who,
      entry,
      actions,
      done: '削除を依頼',
      tells: 'deletion-asked',
      edits,
      // It goes for review at once: there is nothing to write.
      next: (now) =>
        now
          ? refusal('occupied', sentences.occupied)
          : { ...newRecord(who, 'deletion', 'in-review'), asked: deedOf(who, clock()) },
    });
  },
});
