/** Waits for a time at which nobody publishes or is about to. */
export type QuietTime = {
  /** Something happens: the wait begins anew. */
  stir(): void;
  close(): void;
};

/**
 * Makes the watch.
 * @param wait milliseconds without anything after which it is quiet
 * @param onQuiet called once for each time that it gets quiet
 */
export const createQuietTime = (wait: number, onQuiet: () => void): QuietTime => {
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  return {
    stir() {
      clearTimeout(timer);
      if (!isClosed) timer = setTimeout(onQuiet, wait).unref();
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
};

const hour = 60 * 60_000;
/** A site of so many differences is built whole at the next quiet time. Readers' searches read what each has added. */
const manyDifferences = 50;

/**
 * How long until a site that was made by differences is to be built whole: after a day, or after an hour where there were
 * many. Nothing is wrong with it as it is; the build folds in what was added to the search index, and is what says so.
 * @param differences that were made since it was last built whole
 * @param since when that was tried last, and
 * @param now both in milliseconds
 * @returns milliseconds, 0 where it is due; null where there is nothing to build
 */
export const untilWhole = (differences: number, since: number, now: number): number | null => {
  if (differences === 0) return null;
  const wait = differences < manyDifferences ? 24 * hour : hour;
  return Math.max(0, since + wait - now);
};
