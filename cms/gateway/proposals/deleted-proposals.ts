import type { Repository } from '../repository/repository.ts';

/** How many days a deleted proposal can be fetched back. */
export const deletedKeptDays = 90;

const day = 24 * 60 * 60 * 1000;
/** How often it is looked whether any has been kept long enough. */
const pause = day / 4;

/**
 * Lets go of proposals that were deleted long ago: once at the start, and some times a day.
 * @param onTrouble hears why it could not be done; it is tried again the next time
 */
export const lettingGoOfDeleted = ({
  repository,
  clock,
  onTrouble,
}: {
  repository: Pick<Repository, 'purgeDeletedProposals'>;
  clock: () => Date;
  onTrouble(error: unknown): void;
}): { stop(): void } => {
  let isStopped = false;
  const letGo = () => {
    const before = new Date(clock().getTime() - deletedKeptDays * day);
    repository.purgeDeletedProposals(before).catch((error: unknown) => {
      if (!isStopped) onTrouble(error);
    });
  };
  const timer = setInterval(letGo, pause);
  timer.unref();
  letGo();
  return {
    stop() {
      isStopped = true;
      clearInterval(timer);
    },
  };
};
