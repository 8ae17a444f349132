import { spawn } from 'node:child_process';
import { childrenCpuSeconds, treeMemory } from './process-tree.ts';

/** A command as a user would give it, in the folder where they would. */
export type Command = {
  args: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string>>;
};

/** What one run of a command took. */
export type Cost = { cpuSeconds: number; wallSeconds: number; peakBytes: number };

const lookEveryMs = 50;

/**
 * Runs a Node program to its end and measures its whole process tree. Never two at once, because of how
 * processor time is counted: the kernel adds a program's time, and that of all it waited for, to its parent
 * when it ends (`times(2)`, as `time` of the shell shows it). That is exact for threads, workers and short-lived
 * processes alike, which looking at running processes is not; memory can only be looked at.
 * @throws Error with the last lines that the program printed, where it fails
 */
export async function measure({ args, cwd, env }: Command): Promise<Cost> {
  const cpuBefore = childrenCpuSeconds();
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-4000);
    });
  }
  let peakBytes = 0;
  const watch = setInterval(() => {
    const { resident, highestOfOne } = treeMemory(child.pid ?? 0);
    peakBytes = Math.max(peakBytes, resident, highestOfOne);
  }, lookEveryMs);
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    });
    if (status !== 0) throw new Error(`node ${args.join(' ')} failed (${status}):\n${printed}`);
  } finally {
    clearInterval(watch);
  }
  return {
    cpuSeconds: childrenCpuSeconds() - cpuBefore,
    wallSeconds: (performance.now() - started) / 1000,
    peakBytes,
  };
}
