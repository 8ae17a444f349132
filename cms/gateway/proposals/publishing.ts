import type { Contributor } from '../permissions/contributor.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { ContentVersion } from '../repository/repository.ts';
import { historyMessage } from './history-message.ts';
import { forbidden, publicationInWords } from './obstacles.ts';
import {
  type HeldUp,
  type Proposal,
  type PublicationOutcome,
  proposalOf,
  type Refusal,
  refusal,
} from './proposal.ts';
import type { ProposalParts } from './proposal-parts.ts';
import { approvalBy } from './proposal-record.ts';
import { canBePublished, type ProposalKind } from './proposal-state.ts';
import { roleAccountOf } from './role-account.ts';
import { sentences, stepRefused } from './sentences.ts';
import { filesAt, titleAt } from './stored-entry.ts';

/** Showing a proposal to readers. */
export type Publishing = {
  /**
   * Publishes a proposal that is sound and breaks no other entry; its drafts and notes end with it. It stands in the history under the office that began it.
   * @param seen the content that the editor has read
   */
  publish(
    who: Contributor,
    entry: EntryAddress,
    seen: ContentVersion | null,
  ): Promise<PublicationOutcome | HeldUp<'unsound' | 'breaks-others'>>;
};

const done: Record<ProposalKind, string> = {
  entry: '公開',
  withdrawal: '掲載停止',
  deletion: '削除',
};

export const createPublishing = ({
  repository,
  intake,
  institutionName,
  clock,
}: ProposalParts): Publishing => {
  /**
   * Judges what is to be published, and gives its title. What takes an entry from sight is never held up by its mistakes;
   * what takes it away for good may leave links to it.
   */
  const judge = async ({
    entry,
    commit,
    record: { kind },
  }: Proposal): Promise<{ title: string | null } | HeldUp<'unsound' | 'breaks-others'>> => {
    const titleOf = { repository, intake };
    if (kind === 'withdrawal') return { title: await titleAt(titleOf, entry, commit) };
    const files = await filesAt(repository, entry, commit);
    const judged = kind === 'entry' ? await intake.sound(entry, files) : null;
    if (judged && 'kind' in judged) return judged;
    const broken = await intake.breakingOthers(entry, files);
    if (broken) return broken;
    return judged ? judged.outline : { title: await titleAt(titleOf, entry, commit) };
  };

  return {
    async publish(who, entry, seen) {
      const refused = forbidden(who, [{ kind: 'publish', entry }]);
      if (refused) return refused;
      const stored = await repository.proposal(entry);
      if (!stored) return refusal('missing', sentences.missing);
      const known = proposalOf(stored);
      // That it has changed is said before what is wrong with it now.
      const judged = known.content === seen ? await judge(known) : null;
      if (judged && 'kind' in judged) return judged;
      const at = clock();
      const outcome = await repository.publish<Refusal>(entry, ({ proposal, isPublished }) => {
        const { content, record } = proposalOf(proposal);
        const { kind, state, startedBy } = record;
        const isOfInstitution = entry.institution !== null;
        // What was judged is what is published: the same files, by a proposal of the same kind.
        if (!judged || content !== seen || kind !== known.record.kind) {
          return stopped('changed-since-seen', sentences.changedSinceSeen);
        }
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
            title: judged.title,
            institutionName,
            state: 'published',
            approval,
          }),
        };
      });
      return publicationInWords(outcome);
    },
  };
};

const stopped = (code: Refusal['code'], reason: string) =>
  ({ kind: 'refused', refusal: refusal(code, reason) }) as const;
