import type { TakenBack } from './checkout.ts';
import type { CommitMessage } from './commit-message.ts';
import type { EndedProposal, PublicationRecord } from './publication-records.ts';
import type { CommitId, LeftFile } from './repository.ts';

/** How publications come onto the branch, with what goes along. All of it happens in the turn of the publications. */
export type Landing = {
  /** Does what is left of former ones. Doing it again changes nothing. */
  finishAll(): Promise<void>;
  /** The files that are not in the checkout, as of the last attempt. */
  pendingFiles(): readonly LeftFile[];
  /** Whether something has to be tried again, or a record may be of nothing. */
  isUnfinished(): boolean;
  /** How many files were brought into the checkout so far. */
  filesBrought(): number;
  /**
   * Brings a publication about, with the end of its proposal or the move of what was said.
   * @param onto the branch, and the tip that the publication stands on
   * @returns `outdated` where the branch has moved; or the files that are not in the checkout, null where nothing came through
   */
  land(
    record: PublicationRecord,
    onto: { readonly ref: string; readonly from: CommitId },
  ): Promise<{ readonly left: readonly LeftFile[] | null } | 'outdated'>;
  /** By which a publication is known again on the branch, where that is what tells whether it has come about. */
  trailersOf(ends: EndedProposal | null): CommitMessage['trailers'];
  /**
   * The commit by which a proposal was published already, although it has not ended; it is ended then. null where it was
   * not.
   * @param since what the proposal began from; @param tip where the branch is
   */
  landedBefore(ends: EndedProposal, since: CommitId, tip: CommitId): Promise<CommitId | null>;
};

/** Makes a publication of files that were taken back by a commit whose author never saw them. */
export type PublishAgain = (files: readonly TakenBack[]) => Promise<unknown>;

/** Makes a landing. */
export type MakeLanding = (publishAgain: PublishAgain) => Landing;
