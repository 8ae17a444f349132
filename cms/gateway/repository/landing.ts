import type { TakenBack } from './checkout.ts';
import type { CommitMessage } from './commit-message.ts';
import { createFinishing, type Finishing, type PublishAgain } from './finishing.ts';
import { type EndedProposal, type PublicationRecord, recorded } from './publication-records.ts';
import type { CommitId, LeftFile } from './repository.ts';
import type { OwnParts } from './repository-parts.ts';

/** How publications come onto the branch, with what goes along. All of it happens in the turn of the publications. */
export type Landing = Pick<
  Finishing,
  'finishAll' | 'pendingFiles' | 'isUnfinished' | 'filesBrought'
> & {
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

/** Makes a landing. @param publishAgain publishes what was taken back unawares */
export type MakeLanding = (
  publishAgain: (files: readonly TakenBack[]) => Promise<unknown>,
) => Landing;

/**
 * Makes the landing in a repository that is its own store. The order of its steps, and how it goes on where it was cut
 * off, stand in publication-records.ts.
 */
export const createLanding = (parts: OwnParts, publishAgain: PublishAgain): Landing => {
  const { drafts, lent, movePublished, onStep } = parts;
  const finishing = createFinishing(parts, publishAgain);

  /** Whether a record stands, which it may from an attempt in the same second that made the same commit. */
  const writeDown = async (record: PublicationRecord): Promise<boolean> => {
    finishing.expect();
    const move = recorded(record);
    if ((await drafts.moveRefs([move])) === 'moved') return true;
    return (await drafts.reader.read(move.ref))?.id === move.to;
  };

  return {
    ...finishing,
    // What is written down before the branch moves tells that.
    trailersOf: () => ({}),
    landedBefore: async () => null,
    async land(record, { ref, from }) {
      if (!(await writeDown(record))) return 'outdated';
      await onStep('record-written');
      // Where the branch does not move, the record is found later to be of nothing, and takes back what was handed over.
      await lent.handOver(record.commit, from);
      await onStep('objects-handed-over');
      const moved = await movePublished([{ ref, from, to: record.commit }]);
      if (moved === 'outdated') return moved;
      await onStep('branch-moved');
      return { left: await finishing.finish(record) };
    },
  };
};
