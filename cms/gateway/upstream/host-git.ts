import { spawn } from 'node:child_process';
import { GitFailure, GitTooSlow } from '../repository/run-git.ts';
import { type HostAccess, hostEnvironment } from './host-access.ts';

/** Runs git commands that speak to the host. */
export type HostGit = {
  /**
   * @param folder where the command runs; @param gitFolder the repository, where it has one
   * @returns what it writes
   * @throws GitFailure, with what it wrote and said in its words; GitTooSlow where it took longer than its limit
   */
  run(
    place: { readonly folder: string; readonly gitFolder?: string },
    args: readonly string[],
    limitMs?: number,
  ): Promise<string>;
  /** Ends every command that is under way. */
  close(): void;
};

/** Files of 100 MB over a slow line; a host that is silent is given up long before. */
const usualLimitMs = 10 * 60_000;

/** What the drafts' repository sets for itself must not change these words, nor run anything. */
const settings = [
  ...['core.hooksPath=/dev/null', 'gc.auto=0', 'maintenance.auto=false', 'core.fsmonitor='],
  ...['core.fsync=committed,pack-metadata', 'core.quotePath=false', 'color.ui=false'],
].flatMap((setting) => ['-c', setting]);

/**
 * Makes what runs them. Git starts helpers for the network that outlive it when it alone is killed, and hold its pipes
 * open: each command leads a group of processes, which is ended whole.
 */
export const createHostGit = (access: HostAccess): HostGit => {
  const env = hostEnvironment(access);
  const underWay = new Set<number>();
  let isClosed = false;

  const endGroup = (leader: number) => {
    try {
      process.kill(-leader, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };

  return {
    run: ({ folder, gitFolder }, args, limitMs = usualLimitMs) =>
      new Promise((resolve, reject) => {
        if (isClosed) throw new Error('The git host is not spoken to any more.');
        const child = spawn('git', [...settings, ...args], {
          cwd: folder,
          env: gitFolder ? { ...env, GIT_DIR: gitFolder } : env,
          detached: true,
          windowsHide: true,
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        const { pid } = child;
        if (pid !== undefined) underWay.add(pid);
        const output: Buffer[] = [];
        const words: Buffer[] = [];
        let isTooSlow = false;
        const limit = setTimeout(() => {
          isTooSlow = true;
          if (pid !== undefined) endGroup(pid);
        }, limitMs);
        child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
        child.stderr.on('data', (chunk: Buffer) => words.push(chunk));
        child.on('error', (error) => {
          clearTimeout(limit);
          if (pid !== undefined) underWay.delete(pid);
          reject(error);
        });
        // A helper of a git that was killed from outside would hold the pipes for ever.
        child.on('exit', (_code, signal) => {
          if (signal !== null && pid !== undefined) endGroup(pid);
        });
        child.on('close', (code) => {
          clearTimeout(limit);
          if (pid !== undefined) underWay.delete(pid);
          const said = Buffer.concat(output).toString();
          if (code === 0) return resolve(said);
          if (isTooSlow) return reject(new GitTooSlow(args.slice(0, 1), limitMs));
          reject(new GitFailure(args, code, `${Buffer.concat(words).toString()}${said}`));
        });
      }),
    close() {
      isClosed = true;
      for (const leader of underWay) endGroup(leader);
    },
  };
};
