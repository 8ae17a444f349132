import type { Repository } from '../repository/repository.ts';

const day = 24 * 60 * 60 * 1000;
/** How often it is looked whether any has been kept long enough. */
const pause = day / 4;

/**
 * Lets go of proposals that were deleted long ago: once at the start, and some times a day.
 * @param keptDays for how many days a deleted proposal can be fetched back
 * @param onTrouble hears why it could not be done; it is tried again the next time
 */
export const lettingGoOfDeleted = ({
  repository,
  keptDays,
  clock,
  onTrouble,
}: {
  repository: Pick<Repository, 'purgeDeletedProposals'>;
  keptDays: number;
  clock: () => Date;
  onTrouble(error: unknown): void;
}): { stop(): void } => {
  let isStopped = false;
  const letGo = () => {
    const before = new Date(clock().getTime() - keptDays * day);
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
