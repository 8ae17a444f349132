import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../../../src/apart/child-environment.ts';
import { hold } from '../../../src/apart/hold.ts';
import { type GitCommand, type GitEnd, runGit } from './git-command.ts';

/*
 * To start a program, a system copies the table of all memory that the starting process has, while that process does
 * nothing else: 2 ms for one of 50 MB, 13 ms for one of 350 MB, for each of some ten commands of a save. So a large process
 * has git started by a small one, which it starts when it first needs it and lets go of when it is quiet.
 */

/** What the starter is sent. */
export type ToStarter = { readonly id: number; readonly command: GitCommand };

/** What it answers. */
export type FromStarter = {
  readonly id: number;
  readonly answer: {
    readonly end:
      | Exclude<GitEnd, { kind: 'not-started' }>
      | {
          readonly kind: 'not-started';
          readonly message: string;
          readonly code: string | undefined;
        };
    readonly output: Uint8Array;
  };
};

type Ran = Awaited<ReturnType<typeof runGit>>;

/** A process below this size starts git as fast as another one would. In bytes. */
const smallProcess = 96 * 2 ** 20;
/** What is longer would be copied once more on its way. In bytes. */
const mostInput = 2 ** 20;
/** After so long without a command the starter is let go of. */
const quietMs = 20_000;

/** Runs a git command, by a starter where that is faster. */
export const startedFromSmall = (command: GitCommand): Promise<Ran> => {
  if (!isWorthIt(command)) return runGit(command);
  starter ??= startStarter();
  return starter.run(command);
};

/** Windows starts programs without copying anything. */
const isWorthIt = ({ input }: GitCommand): boolean =>
  process.platform !== 'win32' &&
  process.memoryUsage.rss() > smallProcess &&
  input.reduce((sum, { length }) => sum + length, 0) <= mostInput;

type Starter = { run(command: GitCommand): Promise<Ran> };

let starter: Starter | null = null;

const program = fileURLToPath(new URL('git-starter-process.ts', import.meta.url));

const startStarter = (): Starter => {
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    env: childEnvironment(process.env),
    windowsHide: true,
  });
  const waiting = new Map<number, (ran: Ran) => void>();
  let lastId = 0;
  let quiet: NodeJS.Timeout | undefined;
  hold(child, false);

  const settle = (id: number, ran: Ran) => {
    waiting.get(id)?.(ran);
    waiting.delete(id);
    if (waiting.size > 0) return;
    hold(child, false);
    quiet = setTimeout(letGo, quietMs).unref();
  };
  const letGo = () => {
    if (starter === own) starter = null;
    if (child.connected) child.disconnect();
  };
  child.on('message', ({ id, answer }: FromStarter) => settle(id, ranOf(answer)));
  // Whether git has done what it was asked is for the repository to say, as after any command that was killed.
  whenGone(child, () => {
    letGo();
    const words = 'the process that had started it ended';
    for (const id of waiting.keys())
      settle(id, { end: { kind: 'ended', exitCode: null, words }, output: Buffer.alloc(0) });
  });

  const own: Starter = {
    run: (command) =>
      new Promise((resolve) => {
        clearTimeout(quiet);
        hold(child, true);
        lastId += 1;
        waiting.set(lastId, resolve);
        // What cannot be sent any more is told by the end of the process.
        child.send({ id: lastId, command } satisfies ToStarter, () => {});
      }),
  };
  return own;
};

const ranOf = ({ end, output }: FromStarter['answer']): Ran => ({
  end:
    end.kind === 'not-started'
      ? { kind: 'not-started', error: Object.assign(new Error(end.message), { code: end.code }) }
      : end,
  output: Buffer.from(output.buffer, output.byteOffset, output.byteLength),
});

const whenGone = (child: ChildProcess, tell: () => void): void => {
  child.once('exit', tell);
  child.once('error', tell);
};
