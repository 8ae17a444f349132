import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** A program that either passes or does not. */
export type Step = {
  /** What people call it; each step has a name of its own. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The names of the steps that have to pass before it. */
  readonly after?: readonly string[];
};

export type StepsOutcome = { readonly passed: number; readonly failed: number };

/**
 * Runs steps, so many at once, each as soon as those that it needs have passed; of those that could begin, the first
 * begins. A step that passes is one line; of one that does not, everything that it printed is told, no other begins, and
 * those under way are ended and count neither way.
 * @param environment for each step, beside its own
 * @param tell hears what people shall read
 * @param patience how long a step that has to end may take to put its own things away, in milliseconds
 * @param signal ends everything
 */
export async function runSteps(
  steps: readonly Step[],
  {
    atOnce,
    cwd,
    environment = process.env,
    tell,
    patience = 5000,
    signal,
  }: {
    atOnce: number;
    cwd: string;
    environment?: NodeJS.ProcessEnv;
    tell(words: string): void;
    patience?: number;
    signal?: AbortSignal;
  },
): Promise<StepsOutcome> {
  const waiting = [...steps];
  const passed = new Set<string>();
  const underWay = new Map<string, Promise<void>>();
  const ending = new AbortController();
  const isEnding = signal ? AbortSignal.any([signal, ending.signal]) : ending.signal;
  let failed = 0;

  const run = async (step: Step): Promise<void> => {
    const began = performance.now();
    const { exitCode, printed } = await runProgram(step, {
      cwd,
      environment,
      patience,
      signal: isEnding,
    });
    underWay.delete(step.name);
    if (isEnding.aborted) return;
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    if (exitCode === 0) {
      passed.add(step.name);
      tell(`── ${step.name}：通りました（${seconds}秒）。`);
      return;
    }
    failed += 1;
    ending.abort();
    tell(`\n${printed.trimEnd()}\n── ${step.name}：通りませんでした（${seconds}秒）。`);
  };

  while (!isEnding.aborted) {
    const next = waiting.find(({ after = [] }) => after.every((name) => passed.has(name)));
    if (next && underWay.size < atOnce) {
      waiting.splice(waiting.indexOf(next), 1);
      underWay.set(next.name, run(next));
    } else if (underWay.size > 0) {
      await Promise.race(underWay.values());
    } else if (waiting.length > 0) {
      throw new Error(`Nothing comes before ${waiting.map(({ name }) => name).join(', ')}.`);
    } else {
      break;
    }
  }
  await Promise.all(underWay.values());
  return { passed: passed.size, failed };
}

type Program = {
  readonly cwd: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly patience: number;
  readonly signal: AbortSignal;
};

/** Runs a program in a group of processes of its own, so that all that it started can be ended with it. */
async function runProgram(
  { command, args, env }: Step,
  { cwd, environment, patience, signal }: Program,
): Promise<{ exitCode: number | null; printed: string }> {
  const child = spawn(command, args, {
    cwd,
    env: { ...environment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => printed.push(bytes));
  }
  let ended = Promise.resolve();
  const end = () => {
    ended = endGroup(child.pid, patience);
  };
  signal.addEventListener('abort', end, { once: true });
  const exitCode = await new Promise<number | null>((resolve) => {
    child.on('error', (error) => printed.push(Buffer.from(String(error)))).on('close', resolve);
  });
  signal.removeEventListener('abort', end);
  await ended;
  return { exitCode, printed: Buffer.concat(printed).toString() };
}

/** Asks a program and all that it started to end, and makes them where they do not. */
async function endGroup(group: number | undefined, patience: number): Promise<void> {
  if (!group) return;
  const until = performance.now() + patience;
  signalGroup(group, 'SIGTERM');
  while (performance.now() < until && signalGroup(group, 0)) await pause(20);
  signalGroup(group, 'SIGKILL');
}

/** @returns whether anything of the group was left */
function signalGroup(group: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    return false;
  }
}
