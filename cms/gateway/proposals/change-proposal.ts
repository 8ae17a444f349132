import type { Action } from '../permissions/action.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { FileEdit, FileVersion } from '../repository/repository.ts';
import { outlineOf } from './entry-text.ts';
import { historyMessage } from './history-message.ts';
import { forbidden, inWords } from './obstacles.ts';
import { type Proposal, type ProposalOutcome, proposalOf, type Refusal } from './proposal.ts';
import type { ProposalParts } from './proposal-parts.ts';
import { type ProposalRecord, recordText } from './proposal-record.ts';
import { roleAccountOf } from './role-account.ts';
import { storedOutline } from './stored-text.ts';

/** A new version of a proposal: files, record or both. */
export type ProposalChange = {
  readonly who: Contributor;
  readonly entry: EntryAddress;
  /** Everything that has to be allowed for it. */
  readonly actions: readonly Action[];
  /** What the history says was done. */
  readonly done: string;
  readonly edits?: readonly FileEdit[];
  readonly over?: FileVersion | null | undefined;
  /** The next record from the proposal as it is now, null for none. Pure: it can be called again. */
  next(now: Proposal | null): ProposalRecord | Refusal;
};

export type ChangeProposal = (change: ProposalChange) => Promise<ProposalOutcome>;

/** Makes the one way in which proposals change: allowed, from the present version, signed by an office. */
export const createChangeProposal =
  ({ repository, institutionName, clock }: ProposalParts): ChangeProposal =>
  async ({ who, entry, actions, done, edits = [], over, next }) => {
    const refused = forbidden(who, actions);
    if (refused) return refused;
    const newText = edits.find(({ address }) => address.part === 'text')?.bytes;
    const title = newText
      ? outlineOf(entry, newText).title
      : (await storedOutline(repository, entry)).title;

    const outcome = await repository.propose<Refusal>({
      entry,
      edits,
      ...(over === undefined ? {} : { over }),
      author: roleAccountOf(who, institutionName),
      at: clock(),
      describe: (now) => {
        const record = next(now && proposalOf(now));
        if (record.kind === 'refused') return { kind: 'refused', refusal: record };
        const { state, approval } = record;
        return {
          record: recordText({ ...record, changedBy: who }),
          message: historyMessage({ done, entry, title, institutionName, state, approval }),
        };
      },
    });
    switch (outcome.kind) {
      case 'saved':
        return { kind: 'done', proposal: proposalOf(outcome.proposal) };
      case 'refused':
        return outcome.refusal;
      default:
        return inWords(outcome);
    }
  };
