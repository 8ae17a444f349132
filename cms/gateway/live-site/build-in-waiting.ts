import type { ChildProcess } from 'node:child_process';

/**
 * A build that has loaded its program and waits to be told to begin: loading takes three seconds of a processor, which
 * whoever publishes need not wait for.
 */
export type BuildInWaiting = {
  /** Starts one where none waits, and lets it wait longer. */
  warmUp(): void;
  /** Tells the one that waits to begin, and gives it away; null where none waits. */
  take(): ChildProcess | null;
  /** Ends the one that waits. */
  end(): void;
};

/** An editor who has opened a proposal publishes it within this time, or is busy with something else. */
const usualWait = 10 * 60_000;

/**
 * Makes the keeper of a build in waiting.
 * @param start starts a process that begins when it is sent a message
 * @param endProcess ends it, with all that it started
 */
export const createBuildInWaiting = ({
  start,
  endProcess,
  wait = usualWait,
}: {
  start(): ChildProcess;
  endProcess(child: ChildProcess): void;
  wait?: number;
}): BuildInWaiting => {
  let waiting: ChildProcess | null = null;
  let timer: NodeJS.Timeout | undefined;

  const letGo = (): ChildProcess | null => {
    clearTimeout(timer);
    const child = waiting;
    waiting = null;
    return child;
  };
  const end = (): void => {
    const child = letGo();
    if (child) endProcess(child);
  };

  return {
    warmUp() {
      if (!waiting) {
        const child = start();
        waiting = child;
        for (const ending of ['exit', 'error'] as const) {
          child.once(ending, () => {
            if (waiting === child) letGo();
          });
        }
      }
      clearTimeout(timer);
      timer = setTimeout(end, wait).unref();
    },
    take() {
      const child = letGo();
      if (!child?.connected) return null;
      child.send('begin', () => {});
      return child;
    },
    end,
  };
};
