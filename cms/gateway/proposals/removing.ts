import type { Contributor } from '../permissions/contributor.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { FileEdit } from '../repository/repository.ts';
import type { ChangeProposal } from './change-proposal.ts';
import { withdrawnText } from './entry-text.ts';
import { historyMessage } from './history-message.ts';
import { forbidden, publicationInWords } from './obstacles.ts';
import {
  type ProposalOutcome,
  type PublicationOutcome,
  type Refusal,
  refusal,
} from './proposal.ts';
import type { ProposalParts } from './proposal-parts.ts';
import { approvalBy, newRecord } from './proposal-record.ts';
import type { ProposalKind } from './proposal-state.ts';
import { roleAccountOf } from './role-account.ts';
import { sentences } from './sentences.ts';
import { publishedText, standingTitle } from './stored-entry.ts';

/** Taking a published entry from readers' sight: as a proposal, or by an editor at once. */
export type Removing = {
  /** Asks for 掲載停止: the entry leaves every edition, and its text stays. */
  requestWithdrawal(who: Contributor, entry: EntryAddress): Promise<ProposalOutcome>;
  /** Asks that an entry be taken away with all that lies beside it. */
  requestDeletion(who: Contributor, entry: EntryAddress): Promise<ProposalOutcome>;
  /** 掲載停止 without a proposal. One that is under way stays as it is, and meets the withdrawal when it is published. */
  withdraw(who: Contributor, entry: EntryAddress): Promise<PublicationOutcome>;
};

type RemovalRequest = {
  readonly action: 'request-withdrawal' | 'request-deletion';
  readonly kind: ProposalKind;
  readonly done: string;
  /** What the proposal does to the entry's files. */
  edits(entry: EntryAddress): Promise<FileEdit[] | Refusal>;
};

export const createRemoving = (parts: ProposalParts, change: ChangeProposal): Removing => {
  const { repository, institutionName, clock } = parts;

  const withdrawal = async (entry: EntryAddress): Promise<FileEdit[] | Refusal> => {
    const text = await publishedText(repository, entry);
    if (!text) return refusal('missing', sentences.missingEntry);
    const bytes = withdrawnText(entry, text.bytes);
    return bytes
      ? [{ address: text.address, bytes, basedOn: text.version }]
      : refusal('invalid', sentences.unreadableFields);
  };

  const deletions = async (entry: EntryAddress): Promise<FileEdit[] | Refusal> => {
    const files = await repository.list(await repository.published(), entry);
    if (files.length === 0) return refusal('missing', sentences.missingEntry);
    return files.map(({ address, version }) => ({ address, bytes: null, basedOn: version }));
  };

  /** Begins a proposal that goes for review at once: there is nothing to write. */
  const request = async (
    who: Contributor,
    entry: EntryAddress,
    { action, kind, done, edits }: RemovalRequest,
  ): Promise<ProposalOutcome> => {
    const actions = [{ kind: action, entry }];
    const refused = forbidden(who, actions);
    if (refused) return refused;
    const made = await edits(entry);
    if ('kind' in made) return made;
    return change({
      who,
      entry,
      actions,
      done,
      edits: made,
      next: (now) =>
        now ? refusal('occupied', sentences.occupied) : newRecord(who, kind, 'in-review'),
    });
  };

  return {
    requestWithdrawal: (who, entry) =>
      request(who, entry, {
        action: 'request-withdrawal',
        kind: 'withdrawal',
        done: '掲載停止を依頼',
        edits: withdrawal,
      }),

    requestDeletion: (who, entry) =>
      request(who, entry, {
        action: 'request-deletion',
        kind: 'deletion',
        done: '削除を依頼',
        edits: deletions,
      }),

    async withdraw(who, entry) {
      const refused = forbidden(who, [{ kind: 'withdraw', entry }]);
      if (refused) return refused;
      const edits = await withdrawal(entry);
      if ('kind' in edits) return edits;
      const publication = {
        author: roleAccountOf(who, institutionName),
        at: clock(),
        message: historyMessage({
          done: '掲載停止',
          entry,
          title: await standingTitle(parts, entry),
          institutionName,
          state: 'published',
          approval: approvalBy(who, clock()),
        }),
      };
      const outcome = await repository.publishEdits<Refusal>(entry, edits, () => publication);
      return publicationInWords(outcome);
    },
  };
};
