import { Worker } from 'node:worker_threads';
import type { Answer, Task } from './reading-worker.ts';

/** How much one file may take before it is given up as too complex. */
export type ReadingLimits = {
  /** From the moment that the worker has it. */
  seconds: number;
  /** The most that the worker may hold, on its heap and in buffers each. */
  megabytes: number;
};

/** 70 pages of text take 2 to 4 seconds and a process of 250 MB on a small machine: ten times that still passes. */
export const usualLimits: ReadingLimits = { seconds: 60, megabytes: 700 };

/** Where files are read, one at a time. */
export interface ReadingThread {
  /**
   * Gives null where a file takes more than it may.
   * @throws Error where the thread broke for a reason that is not in the file: a module that is not there
   */
  ask(task: Task): Promise<Answer | null>;
  close(): Promise<void>;
}

/**
 * A worker thread that is started when it is asked, ended where a file takes too much, and started again. It keeps no
 * process from ending.
 */
export function readingThread(limits: ReadingLimits = usualLimits): ReadingThread {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const started = (): Worker =>
    new Worker(new URL('./reading-worker.ts', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });

  const end = async (ended: Worker): Promise<void> => {
    if (worker === ended) worker = undefined;
    await ended.terminate();
  };

  async function answerOf(task: Task): Promise<Answer | null> {
    if (closed) throw new Error('The attachment reader is closed.');
    worker ??= started();
    const asked = worker;
    // Only while there is something to wait for does the thread keep the process.
    asked.ref();
    // Not slice(): a Buffer's shares the memory that is handed over here.
    const own = new Uint8Array(task.bytes);
    asked.postMessage({ ...task, bytes: own } satisfies Task, [own.buffer]);
    const answer = await firstWord(asked, limits).catch(async (error) => {
      await end(asked);
      throw error;
    });
    if (answer) asked.unref();
    else await end(asked);
    return answer;
  }

  return {
    ask(task) {
      const answer = last.then(() => answerOf(task));
      last = answer.catch(() => null);
      return answer;
    },
    async close() {
      closed = true;
      if (worker) await end(worker);
    },
  };
}

/** How often the memory of a working thread is looked at. */
const lookEveryMs = 200;

/** Waits for a worker to answer, within the limits; null where it does not. */
const firstWord = (worker: Worker, limits: ReadingLimits): Promise<Answer | null> =>
  new Promise((resolve, reject) => {
    // An answer that came while this thread was busy is taken before the clock is looked at.
    const timer = setTimeout(() => setImmediate(settle, null), limits.seconds * 1000);
    const look = setInterval(() => {
      void buffersOf(worker).then((bytes) => {
        if (bytes > limits.megabytes * 2 ** 20) settle(null);
      });
    }, lookEveryMs);
    const settle = (answer: Answer | null, error?: Error) => {
      clearTimeout(timer);
      clearInterval(look);
      worker.off('message', answered).off('error', fail).off('exit', exit);
      if (error) reject(error);
      else resolve(answer);
    };
    const answered = (answer: Answer) => settle(answer);
    const fail = (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? settle(null) : settle(null, error);
    const exit = () => settle(null);
    worker.on('message', answered).on('error', fail).on('exit', exit);
  });

/** Buffers are not on the heap that resourceLimits bound. A thread that has just ended holds none. */
const buffersOf = async (worker: Worker): Promise<number> => {
  try {
    return (await worker.getHeapStatistics()).external_memory;
  } catch {
    return 0;
  }
};
