import type { FieldProblem } from '../../../src/check/problem.ts';
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

/**
 * What is wrong with the content keeps it from where it was to go. `unsafe`: what could do harm is never stored, not even
 * in a draft. `unsound`: only what has no errors goes on to review and to readers. `breaks-others`: nothing is published
 * that leaves other entries with broken links.
 */
export type HeldUp<Kind extends HeldUpKind = HeldUpKind> = Kind extends HeldUpKind
  ? {
      readonly kind: Kind;
      readonly problems: readonly FieldProblem[];
      readonly reason: string;
    }
  : never;
export type HeldUpKind = 'unsafe' | 'unsound' | 'breaks-others';

export type ProposalOutcome =
  | { readonly kind: 'done'; readonly proposal: Proposal }
  | Overtaken
  | Refusal;

/** What became of a save: a draft may have problems, which its author is told. */
export type SaveOutcome =
  | {
      readonly kind: 'done';
      readonly proposal: Proposal;
      readonly problems: readonly FieldProblem[];
    }
  | HeldUp<'unsafe'>
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
