import { HostAway } from './git-host.ts';

/** Looks at the host now and then. */
export type HostPoll = { hasten(): void; end(): void };

/** A host that does not answer is looked for more often. */
const firstWaitAwayMs = 2_000;

/**
 * Makes the poll. Nothing waits for it, and it keeps no process alive.
 * @param exchange brings here what the host has, and there what waits here
 * @param everyMs how often, by and by: portals that were started together do not ask together
 */
export const pollHost = ({
  exchange,
  everyMs,
  onTrouble,
}: {
  exchange(): Promise<unknown>;
  everyMs: number;
  onTrouble(error: unknown): void;
}): HostPoll => {
  let timer: NodeJS.Timeout | null = null;
  let isRunning = false;
  let isAskedFor = false;
  let isEnded = false;
  let failures = 0;

  const plan = (waitMs: number) => {
    if (isEnded) return;
    timer = setTimeout(run, waitMs).unref();
  };
  const run = async () => {
    timer = null;
    isRunning = true;
    isAskedFor = false;
    try {
      await exchange();
      failures = 0;
    } catch (error) {
      // Said once, and not with every attempt; the health of the portal tells it for as long as it lasts.
      if (failures === 0 && !isEnded)
        onTrouble(error instanceof HostAway ? (error.cause ?? error) : error);
      failures += 1;
    }
    isRunning = false;
    if (isAskedFor) return plan(0);
    const usual = everyMs * (0.85 + Math.random() * 0.3);
    plan(failures > 0 ? Math.min(firstWaitAwayMs * 2 ** (failures - 1), usual) : usual);
  };
  plan(everyMs);
  return {
    hasten() {
      isAskedFor = true;
      if (isRunning || isEnded) return;
      if (timer) clearTimeout(timer);
      plan(0);
    },
    end() {
      isEnded = true;
      if (timer) clearTimeout(timer);
    },
  };
};
