/** Tries something again while it is needed, and now and then while it is not. */
export type KeptTrying = {
  /** Says that it may have become needed: the next attempt comes soon. */
  look(): void;
  end(): void;
};

const longestWaitMs = 30_000;

/** How long to wait before the next attempt: a quarter of a second at first, half a minute in the end. */
export const growingWait = (attempt: number): number => Math.min(250 * 2 ** attempt, longestWaitMs);

/**
 * Makes attempts one after the other. Nothing waits for them, and they keep no process alive.
 * @param attempt does it, and leaves it to `isNeeded` whether it has to be done again
 * @param waitMs how long to wait before the next attempt, by the number of those before it
 */
export const keepTrying = ({
  attempt,
  isNeeded,
  onTrouble,
  waitMs,
}: {
  attempt(): Promise<void>;
  isNeeded(): boolean;
  onTrouble(error: unknown): void;
  waitMs: (attempt: number) => number;
}): KeptTrying => {
  let timer: NodeJS.Timeout | null = null;
  let count = 0;
  let isUrgent = false;
  let isEnded = false;

  const plan = () => {
    if (isEnded) return;
    isUrgent = isNeeded();
    timer = setTimeout(run, isUrgent ? waitMs(count) : longestWaitMs).unref();
  };
  const run = async () => {
    timer = null;
    count = isUrgent ? count + 1 : 0;
    await attempt().catch((error) => isEnded || onTrouble(error));
    plan();
  };
  plan();
  return {
    look() {
      // An attempt that is under way plans the next one itself.
      if (!timer || isUrgent || !isNeeded()) return;
      clearTimeout(timer);
      count = 0;
      plan();
    },
    end() {
      isEnded = true;
      if (timer) clearTimeout(timer);
    },
  };
};
