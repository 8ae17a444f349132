import type { Contributor } from '../permissions/contributor.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { ContentVersion } from '../repository/repository.ts';
import { historyMessage } from './history-message.ts';
import { forbidden, publicationInWords } from './obstacles.ts';
import { type PublicationOutcome, proposalOf, type Refusal, refusal } from './proposal.ts';
import type { ProposalParts } from './proposal-parts.ts';
import { approvalBy } from './proposal-record.ts';
import { canBePublished, type ProposalKind } from './proposal-state.ts';
import { roleAccountOf } from './role-account.ts';
import { sentences, stepRefused } from './sentences.ts';
import { storedOutline } from './stored-text.ts';

/** Showing a proposal to readers. */
export type Publishing = {
  /**
   * Publishes a proposal, whose drafts and notes end with it. It stands in the history under the office that began it.
   * @param seen the content that the editor has read
   */
  publish(
    who: Contributor,
    entry: EntryAddress,
    seen: ContentVersion | null,
  ): Promise<PublicationOutcome>;
};

const done: Record<ProposalKind, string> = {
  entry: '公開',
  withdrawal: '掲載停止',
  deletion: '削除',
};

export const createPublishing = ({
  repository,
  institutionName,
  clock,
}: ProposalParts): Publishing => ({
  async publish(who, entry, seen) {
    const refused = forbidden(who, [{ kind: 'publish', entry }]);
    if (refused) return refused;
    const { title } = await storedOutline(repository, entry);
    const at = clock();
    const outcome = await repository.publish<Refusal>(entry, ({ proposal, isPublished }) => {
      const { content, record } = proposalOf(proposal);
      const { kind, state, startedBy } = record;
      const isOfInstitution = entry.institution !== null;
      if (content !== seen) return stopped('changed-since-seen', sentences.changedSinceSeen);
      if (!canBePublished({ kind, state, isPublished, isOfInstitution })) {
        return stopped('wrong-state', stepRefused(state, 'publish'));
      }
      const approval = record.approval ?? approvalBy(who, at);
      return {
        author: roleAccountOf(startedBy, institutionName),
        at,
        message: historyMessage({
          done: done[kind],
          entry,
          title,
          institutionName,
          state: 'published',
          approval,
        }),
      };
    });
    return publicationInWords(outcome);
  },
});

const stopped = (code: Refusal['code'], reason: string) =>
  ({ kind: 'refused', refusal: refusal(code, reason) }) as const;
