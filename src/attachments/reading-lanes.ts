import { type Apart, createApart } from '../apart/apart.ts';
import type { Limits } from '../apart/limits.ts';
import type { Asker } from '../apart/turns.ts';
import type { Answer, Task } from './reading-process.ts';

/** How much one file may take before it is given up as too complex. */
export type ReadingLimits = Limits;

/** 70 pages of text take 2 to 4 seconds and a process of 250 MB on a small machine: five times that still passes. */
export const usualLimits: ReadingLimits = { seconds: 20, megabytes: 700 };

/**
 * For a build, for which nobody waits: what a gateway has taken in on a better day is not left out of a site for want of
 * seconds.
 */
export const patientLimits: ReadingLimits = { ...usualLimits, seconds: 90 };

/** A file that is no larger, and no archive, is as a rule read within a second. */
const mostShortBytes = 2 * 2 ** 20;
const mostShortSeconds = 3;

/** Where files are read. */
export interface ReadingLanes {
  /** What the most patient lane gives a file. */
  readonly limits: ReadingLimits;
  /**
   * Gives null where a file takes more than it may.
   * @throws Error where the process broke for a reason that is not in the file: a module that is not there
   */
  ask(task: Task, asker: Asker): Promise<Answer | null>;
  close(): Promise<void>;
}

/**
 * Two processes, each with a queue of its own: one for what is short, so that it never waits for what is long. A small
 * file that takes long after all goes on in the other.
 */
export const readingLanes = (limits: ReadingLimits = usualLimits): ReadingLanes => {
  const lane = (): Apart<Task, Answer> =>
    createApart({ module: new URL('./reading-process.ts', import.meta.url), limits });
  return lanesOf({ short: lane(), long: lane() }, limits);
};

/** The same over processes that are there. */
export const lanesOf = (
  { short, long }: Record<'short' | 'long', Apart<Task, Answer>>,
  limits: ReadingLimits,
): ReadingLanes => ({
  limits,
  async ask(task, asker) {
    if (isShort(task)) {
      const seconds = Math.min(mostShortSeconds, limits.seconds);
      const answer = await short.ask(task, asker, { seconds });
      if (answer !== 'too-complex') return answer;
      if (seconds === limits.seconds) return null;
    }
    const answer = await long.ask(task, asker);
    return answer === 'too-complex' ? null : answer;
  },
  async close() {
    await Promise.all([short.close(), long.close()]);
  },
});

const isShort = (task: Task): boolean =>
  task.task !== 'draw' && task.ending !== '.zip' && task.bytes.length <= mostShortBytes;
