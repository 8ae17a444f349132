import type { Unanswered } from './unanswered.ts';

/** How often it is looked whether a month is over. */
const pause = 6 * 60 * 60 * 1000;
/** And after a start for the first time, so that nothing of it makes a start longer. */
const firstPause = 60 * 1000;

/**
 * Ends the months of the count of searches, some times a day.
 * @param onTrouble hears why it could not be done; it is tried again the next time
 */
export const endingMonths = (
  unanswered: Pick<Unanswered, 'endMonths'>,
  onTrouble: (error: unknown) => void,
): { stop(): Promise<void> } => {
  let isStopped = false;
  let underWay = Promise.resolve();
  const end = () => {
    underWay = unanswered.endMonths().catch((error: unknown) => {
      if (!isStopped) onTrouble(error);
    });
  };
  const first = setTimeout(end, firstPause);
  const timer = setInterval(end, pause);
  first.unref();
  timer.unref();
  return {
    /** Resolves once what is under way has ended. */
    async stop() {
      isStopped = true;
      clearTimeout(first);
      clearInterval(timer);
      await underWay;
    },
  };
};
