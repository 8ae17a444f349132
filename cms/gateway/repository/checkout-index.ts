import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Git } from './run-git.ts';

/**
 * The index of a checkout. What it has of a file is what the next plain `git commit` records, whatever lies in the
 * folder; and a file that is guarded there (`assume-unchanged`) is left alone by `git commit -a` and `git add -u`, which
 * would otherwise record the old version of a file that could not be written yet, and take its publication back.
 */
export type CheckoutIndex = {
  /** What stands there of some files: none where they have no line. */
  linesOf(paths: readonly string[]): Promise<ReadonlyMap<string, IndexLine>>;
  /** Writes lines, all of them or none. */
  write(lines: readonly NewLine[]): Promise<void>;
  /** Takes the guard from files that are as the index has them. */
  unguard(paths: readonly string[]): Promise<void>;
  /** Takes away the lock that a killed portal left on it, and no other: a person's may be held for as long as an editor is open. */
  freeOwnLock(): Promise<void>;
  /** Whether another git process holds it at the moment, or left its lock behind. */
  isHeld(): Promise<boolean>;
};

/** A file's version; `unmerged` in the middle of a merge, where it has several. */
export type IndexLine = { readonly version: string; readonly isGuarded: boolean };
export type NewLine =
  | { readonly path: string; readonly version: string; readonly guarded: boolean }
  /** Takes a line away. */
  | { readonly path: string; readonly version: null; readonly former: string };

/** Makes the access to the index. @param git runs in the root of the checkout; @param gitFolder the checkout's own */
export const createCheckoutIndex = (git: Git, gitFolder: string): CheckoutIndex => {
  const lock = join(gitFolder, 'index.lock');
  const mark = join(gitFolder, 'portal-writing-index');

  const writeOnce = async (args: readonly string[], input: readonly string[]) => {
    await writeFile(mark, '');
    try {
      await git(['update-index', ...args], input);
    } finally {
      await rm(mark, { force: true });
    }
  };

  /** Writes into the index, and leaves a mark while it does. Git itself gives up at once where another holds it. */
  const writing = async (args: readonly string[], input: readonly string[] = []) => {
    for (const waitMs of waitsForOthersMs) {
      try {
        return await writeOnce(args, input);
      } catch (error) {
        if (!isIndexLocked(error)) throw error;
        await pause(waitMs);
      }
    }
    return writeOnce(args, input);
  };

  return {
    isHeld: () => stat(lock).then(Boolean, () => false),

    async freeOwnLock() {
      const [marked, locked] = await Promise.all(
        [mark, lock].map((path) => stat(path).catch(() => null)),
      );
      if (!marked) return;
      const isOwn = locked && Math.abs(locked.mtimeMs - marked.mtimeMs) < ownLockWithin;
      if (isOwn) await rm(lock, { force: true });
      await rm(mark, { force: true });
    },

    async linesOf(paths) {
      const lines = new Map<string, IndexLine>();
      if (paths.length === 0) return lines;
      const output = await git(['ls-files', '-v', '--stage', '-z', '--', ...paths]);
      for (const line of output.toString().split('\0').filter(Boolean)) {
        const tab = line.indexOf('\t');
        const [tag = '', , id = '', stage = ''] = line.slice(0, tab).split(' ');
        const version = stage === '0' ? id : 'unmerged';
        lines.set(line.slice(tab + 1), { version, isGuarded: tag === tag.toLowerCase() });
      }
      return lines;
    },

    async write(lines) {
      const plain = lines.map((line) => {
        if (line.version === null) return `0 ${line.former}\t${line.path}\0`;
        return line.guarded ? '' : `100644 ${line.version}\t${line.path}\0`;
      });
      const guarded = lines.filter((line) => line.version !== null && line.guarded);
      if (plain.some((line) => line !== '')) {
        await writing(['-z', '--index-info'], plain);
      }
      if (guarded.length > 0) {
        // One command, so that a line is never there without its guard.
        const infos = guarded.flatMap(({ path, version }) => [
          '--cacheinfo',
          `100644,${version},${path}`,
        ]);
        const paths = guarded.map(({ path }) => path);
        await writing(['--add', ...infos, '--assume-unchanged', '--', ...paths]);
      }
    },

    async unguard(paths) {
      if (paths.length === 0) return;
      const input = paths.map((path) => `${path}\0`);
      await writing(['--no-assume-unchanged', '-z', '--stdin'], input);
    },
  };
};

/** Another portal holds the index for milliseconds, a person perhaps for as long as an editor is open: only the first is waited for. */
const waitsForOthersMs = [10, 20, 40, 80, 160, 320, 640];

/** Git takes the lock within milliseconds after it was started. */
const ownLockWithin = 2_000;

/** Whether a command failed because another holds the index, or was killed while it did. */
export const isIndexLocked = (error: unknown): boolean =>
  error instanceof Error && /index\.lock/.test(error.message);
