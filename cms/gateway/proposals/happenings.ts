import type { ProposalKind, ProposalState } from '../../wire/stages.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { CommitId } from '../repository/repository.ts';

/** What can happen to a proposal or to a published entry. */
export const happeningKinds = [
  'saved',
  'sent-for-review',
  'taken-back',
  'returned',
  'return-undone',
  'approved',
  'published',
  'draft-deleted',
  'draft-restored',
  'deletion-asked',
  'commented',
  'comment-changed',
  'comment-deleted',
  'comment-resolved',
  'approval-link-made',
  'approval-link-withdrawn',
  'approved-by-link',
  'returned-by-link',
  'withdrawal-asked',
  'republication-asked',
  'request-taken-back',
  'request-refused',
  'withdrawn',
  'republished',
  'renamed',
] as const;
export type HappeningKind = (typeof happeningKinds)[number];

/** One thing that has happened, and is in the store. */
export type Happening = {
  readonly kind: HappeningKind;
  readonly entry: EntryAddress;
  /** Which office did it; never a person. */
  readonly by: Contributor;
  readonly at: Date;
  /** The stage before it: of a proposal, or `published` for what was done to an entry that readers see; null where nothing was there. */
  readonly from: ProposalState | 'published' | null;
  /** What the proposal was to do; null for what happened beside proposals. */
  readonly proposal: ProposalKind | null;
  /** What was said to it. It may hold anything that a person types: it belongs into no log. */
  readonly reason: string | null;
  /** The commit in which it stands: of the drafts, or of what is published; null for what is kept in an entry's log. */
  readonly version: CommitId | null;
};

/** Has somebody told. It is never waited for, and what goes wrong in it is its own. */
export type OnHappening = (happening: Happening) => void;

/**
 * Tells several listeners, one after another, so that one that fails costs the others nothing.
 * @param onTrouble told what a listener throws
 */
export const tellAll =
  (listeners: readonly OnHappening[], onTrouble: (error: unknown) => void): OnHappening =>
  (happening) => {
    for (const listener of listeners) {
      try {
        listener(happening);
      } catch (error) {
        onTrouble(error);
      }
    }
  };

/** Where nobody listens. */
export const untold: OnHappening = () => {};
