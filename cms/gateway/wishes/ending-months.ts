import type { Unanswered } from './unanswered.ts';

/** How often it is looked whether a month is over. */
const pause = 6 * 60 * 60 * 1000;

/**
 * Ends the months of the count of searches: once at the start, and some times a day.
 * @param onTrouble hears why it could not be done; it is tried again the next time
 */
export const endingMonths = (
  unanswered: Pick<Unanswered, 'endMonths'>,
  onTrouble: (error: unknown) => void,
): { stop(): Promise<void> } => {
  let isStopped = false;
  let latest = Promise.resolve();
  const end = () => {
    latest = unanswered.endMonths().catch((error: unknown) => {
      if (!isStopped) onTrouble(error);
    });
  };
  const timer = setInterval(end, pause);
  timer.unref();
  end();
  return {
    /** Ends once what is under way has ended. */
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await latest;
    },
  };
};
