import type { CommitId, Conflict, LeftFile, StoredProposal } from '../repository/repository.ts';
import { type ProposalRecord, readRecord } from './proposal-record.ts';

/** A proposal with its stage and its notes. */
export type Proposal = Omit<StoredProposal, 'record'> & { readonly record: ProposalRecord };

/** Reads a proposal as the repository gave it. */
export const proposalOf = (stored: StoredProposal): Proposal => ({
  ...stored,
  record: readRecord(stored.record),
});

/** Why a wish was not fulfilled: what kind of obstacle, for the status of an answer, and a sentence for the person. */
export type Refusal = {
  readonly kind: 'refused';
  readonly code:
    | 'forbidden'
    | 'missing'
    | 'wrong-state'
    | 'changed-since-seen'
    | 'occupied'
    | 'invalid'
    | 'unwritable';
  readonly reason: string;
};

/** Somebody else was faster. */
export type Overtaken = {
  readonly kind: 'conflict';
  readonly conflicts: readonly Conflict[];
  readonly reason: string;
};

export type ProposalOutcome =
  | { readonly kind: 'done'; readonly proposal: Proposal }
  | Overtaken
  | Refusal;

export type PublicationOutcome =
  | {
      readonly kind: 'published';
      readonly commit: CommitId;
      /** Files that are published and do not show yet, each with a sentence. */
      readonly left: readonly (LeftFile & { readonly reason: string })[];
    }
  | Overtaken
  | Refusal;

/** Makes a refusal. */
export const refusal = (code: Refusal['code'], reason: string): Refusal => ({
  kind: 'refused',
  code,
  reason,
});
