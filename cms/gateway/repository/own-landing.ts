import { createFinishing } from './finishing.ts';
import type { Landing, PublishAgain } from './landing.ts';
import { type PublicationRecord, recorded } from './publication-records.ts';
import type { OwnParts } from './repository-parts.ts';

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
