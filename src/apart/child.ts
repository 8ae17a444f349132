import { type ChildProcess, spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledCode } from './bundled-code.ts';
import { childEnvironment } from './child-environment.ts';
import { hold } from './hold.ts';
import type { Limits } from './limits.ts';
import type { FromChild, ToChild } from './messages.ts';
import { processorSeconds } from './processor-time.ts';
import { startCommand } from './start-command.ts';

/** What became of a task. */
export type Outcome<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** The process lives, and the task was more than the language bears. */
  | { readonly kind: 'too-complex' }
  /** The process was ended, since the task took too long. */
  | { readonly kind: 'too-long' }
  /** The process ended in the middle of the task. */
  | { readonly kind: 'died' }
  /** The fault is ours: the process cannot be started, or its code is wrong. */
  | { readonly kind: 'fault'; readonly error: Error };

/** What a process apart is made of. */
export type ChildParts = {
  /** The module that it runs, which calls answerTasks. */
  readonly module: URL;
  readonly limits: Limits;
  /** Files and folders that it may read beside the code. */
  readonly reads?: readonly string[] | undefined;
  /** What its module finds in `process.argv[2]`. */
  readonly argument?: string | undefined;
  /** How far it gives way to others, from 0 to 19 (nice). */
  readonly niceness?: number | undefined;
};

/** A running process that answers one task at a time. */
export type Child<Task, Answer> = {
  readonly pid: number | undefined;
  /** How many tasks it has answered. */
  readonly answered: number;
  readonly isAlive: boolean;
  /** @param seconds of a processor that it may take, once the process is ready; the usual limit where it is left out */
  ask(task: Task, seconds?: number): Promise<Outcome<Answer>>;
  /** Ends it at once. */
  end(): Promise<void>;
};

/** What takes long can wait for all that people see at once. */
const usualNiceness = 10;

/** Loading a module takes about a second on a small machine; what takes as long as this never ends. */
const mostStartSeconds = 120;

/**
 * A process that gives way to others gets little of a busy machine, so that a clock on the wall would call sound files too
 * complex there. This many times its limit it may take by that clock all the same: others wait.
 */
const patience = 4;

/** How often it is looked at, at least as often as this many times within its limit. */
const looks = 8;

/** The last that a process says of itself, for the log. */
const mostWords = 4_000;

/** Starts a process apart. It keeps the one that starts it from ending only while a task is waited for. */
export const startChild = <Task, Answer>({
  module,
  limits,
  reads = [],
  argument,
  niceness = usualNiceness,
}: ChildParts): Child<Task, Answer> => {
  const path = fileURLToPath(module);
  const code = bundledCode(path);
  const command = startCommand(code, { limits, reads: [...reads, dirname(code)], argument });
  const child = spawn(command.program, [...command.args], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: childEnvironment(process.env),
    windowsHide: true,
  });
  giveWay(child, niceness);
  const words = lastWordsOf(child);
  let isAlive = true;
  let isReady = false;
  let answered = 0;
  let hear: ((message: FromChild<Answer> | null) => void) | null = null;
  const ended = endOf(child).then(() => {
    isAlive = false;
    hear?.(null);
  });
  child.on('message', (message: FromChild<Answer>) => {
    if (message.kind === 'ready') isReady = true;
    hear?.(message);
  });
  hold(child, false);

  const isLateFrom = (seconds: number): (() => boolean) => {
    const began = performance.now();
    const used = child.pid === undefined ? null : processorSeconds(child.pid);
    return () => {
      const passed = (performance.now() - began) / 1000;
      const now = used === null || child.pid === undefined ? null : processorSeconds(child.pid);
      if (used === null || now === null) return passed >= seconds;
      return now - used >= seconds || passed >= patience * seconds;
    };
  };

  /** The next message; null where the process ends before it, `late` where that takes too long. */
  const next = (seconds: number): Promise<FromChild<Answer> | null | 'late'> =>
    new Promise((resolve) => {
      const settle = (message: FromChild<Answer> | null | 'late') => {
        clearInterval(timer);
        hear = null;
        resolve(message);
      };
      const isLate = isLateFrom(seconds);
      // An answer that came while this process was busy is taken before the clock is looked at.
      const timer = setInterval(
        () => setImmediate(() => hear === settle && isLate() && settle('late')),
        (seconds * 1000) / looks,
      );
      hear = settle;
      if (!isAlive) settle(null);
    });

  const end = async (): Promise<void> => {
    // Its end is waited for: with nothing else to do, this process would be gone before.
    hold(child, true);
    child.kill('SIGKILL');
    if (isAlive) await ended;
  };

  const getReady = async (): Promise<Error | null> => {
    if (isReady) return null;
    await next(mostStartSeconds);
    if (isReady) return null;
    await end();
    return new Error(`The process of ${path} did not start.\n${words()}`);
  };

  const outcomeOf = async (task: Task, seconds: number): Promise<Outcome<Answer>> => {
    const error = await getReady();
    if (error) return { kind: 'fault', error };
    // What cannot be sent any more is told by the end of the process.
    child.send({ task } satisfies ToChild<Task> as never, () => {});
    const message = await next(seconds);
    if (message === 'late') {
      await end();
      return { kind: 'too-long' };
    }
    if (message === null) return { kind: 'died' };
    switch (message.kind) {
      case 'answer':
        answered += 1;
        return message;
      case 'too-complex':
        return message;
      default: {
        const fault = message.kind === 'fault' ? message.fault : `It said ${message.kind}.`;
        return { kind: 'fault', error: new Error(fault) };
      }
    }
  };

  return {
    pid: child.pid,
    get answered() {
      return answered;
    },
    get isAlive() {
      return isAlive;
    },
    async ask(task, seconds = limits.seconds) {
      hold(child, true);
      try {
        return await outcomeOf(task, seconds);
      } finally {
        hold(child, false);
      }
    },
    end,
  };
};

const giveWay = ({ pid }: ChildProcess, niceness: number): void => {
  try {
    if (pid) setPriority(pid, niceness);
  } catch {
    // It has ended already, or the system lets nobody give way.
  }
};

const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });

const lastWordsOf = (child: ChildProcess): (() => string) => {
  let words = '';
  child.on('error', (error) => {
    words += String(error);
  });
  child.stderr?.setEncoding('utf8').on('data', (more: string) => {
    words = (words + more).slice(-mostWords);
  });
  return () => words;
};
