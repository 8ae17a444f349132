import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { highestMemory, treeCpuSeconds, treeMemory } from '../build/process-tree.ts';

/** A server in a process of its own, which the bench can measure and kill. */
export type ServerProcess = {
  readonly pid: number;
  /** Processor time until now, every git that it started included. */
  cpuSeconds(): number;
  /** Memory that it and what it started hold now. */
  residentBytes(): number;
  /** The most memory that it alone, without what it started, ever held. */
  highestBytes(): number;
  isAlive(): boolean;
  /** The last that it printed. */
  printed(): string;
  /** As SIGKILL and a failing machine do it: at once, and every git that it started with it. */
  kill(): Promise<void>;
};

/** A Node program that serves. */
export type ServerCommand = {
  args: readonly string[];
  /** What it is started by, with its own arguments: `prlimit --data=…`. */
  under?: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string>>;
  /** Whether it answers; may reject as long as it does not. */
  isUp: () => Promise<boolean>;
};

/** The portal builds its site before it answers: at 5,000 entries, on a machine with other things to do. */
const patienceSeconds = 900;
const askEveryMs = 25;

/** A port of the loopback address that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts a server and waits until it answers.
 * @throws Error with the last that it printed, where it ends or does not answer in time
 */
export async function startServer(command: ServerCommand): Promise<ServerProcess> {
  const [program = process.execPath, ...args] = [
    ...(command.under ?? []),
    process.execPath,
    ...command.args,
  ];
  const child = spawn(program, args, {
    cwd: command.cwd,
    env: { ...process.env, ...command.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, which can be killed as a whole.
    detached: true,
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${command.args[0]} could not be started.`);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-4000);
    });
  }
  const closed = once(child, 'close');
  let hasEnded = false;
  const killGroup = () => {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  process.once('exit', killGroup);
  child.once('close', () => {
    hasEnded = true;
    process.off('exit', killGroup);
  });
  const kill = async () => {
    killGroup();
    await closed;
  };

  const until = performance.now() + patienceSeconds * 1000;
  while (!(await command.isUp().catch(() => false))) {
    if (hasEnded || performance.now() > until) {
      await kill();
      throw new Error(`${command.args[0]} does not serve:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, askEveryMs));
  }
  return {
    pid,
    cpuSeconds: () => treeCpuSeconds(pid),
    residentBytes: () => treeMemory(pid).resident,
    highestBytes: () => highestMemory(pid),
    isAlive: () => !hasEnded,
    printed: () => printed,
    kill,
  };
}
