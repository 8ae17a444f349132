import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/** One git command, with all that it is given. */
export type GitCommand = {
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly input: readonly (string | Uint8Array)[];
  readonly limitMs: number;
};

/** How a git command ended. */
export type GitEnd =
  | { readonly kind: 'ended'; readonly exitCode: number | null; readonly words: string }
  /** It was ended because it took longer than its limit. */
  | { readonly kind: 'too-slow' }
  /** It did not start. */
  | { readonly kind: 'not-started'; readonly error: Error };

/** Starts git in a folder. */
export const spawnGit = ({
  args,
  folder,
  env,
}: Pick<GitCommand, 'args' | 'folder' | 'env'>): ChildProcessWithoutNullStreams =>
  spawn('git', [...args], { cwd: folder, env, windowsHide: true });

/** Waits for a command that was started, and ends it where it takes longer than `limitMs`. */
export const endOfGit = (child: ChildProcessWithoutNullStreams, limitMs: number): Promise<GitEnd> =>
  new Promise((resolve) => {
    const words: Buffer[] = [];
    const settle = (end: GitEnd) => {
      clearTimeout(limit);
      resolve(end);
    };
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      // What the command has started may hold these open for as long as it likes.
      child.stdout.destroy();
      child.stderr.destroy();
      settle({ kind: 'too-slow' });
    }, limitMs);
    child.stderr.on('data', (chunk: Buffer) => words.push(chunk));
    child.on('error', (error) => settle({ kind: 'not-started', error }));
    child.on('close', (exitCode) =>
      settle({ kind: 'ended', exitCode, words: Buffer.concat(words).toString() }),
    );
  });

/** Runs a command from its start to its end. */
export const runGit = async (
  command: GitCommand,
): Promise<{ readonly end: GitEnd; readonly output: Buffer }> => {
  const child = spawnGit(command);
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  const end = endOfGit(child, command.limitMs);
  // A command that fails early closes its input: what it has to say comes with its end.
  child.stdin.on('error', () => {});
  for (const chunk of command.input) child.stdin.write(chunk);
  child.stdin.end();
  return { end: await end, output: Buffer.concat(output) };
};
