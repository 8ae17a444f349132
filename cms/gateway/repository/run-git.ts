import { spawn } from 'node:child_process';

/** Runs one git command in the repository. */
export type Git = (
  args: readonly string[],
  input?: Iterable<string | Uint8Array>,
) => Promise<Buffer>;

/** A git command that did not end well; its own words are for the log, never for a person. */
export class GitFailure extends Error {
  readonly exitCode: number | null;

  constructor(args: readonly string[], exitCode: number | null, words: string) {
    super(`git ${args[0]} ended with ${exitCode}: ${words.trim()}`);
    this.name = 'GitFailure';
    this.exitCode = exitCode;
  }
}

/**
 * What every command is told.
 * - `core.fsync=committed,pack-metadata`: objects, packs and refs are on the disk before git says that it is done.
 *   Git before 2.36 does not know the setting and leaves the time to the operating system.
 * - No command of ours starts a clean-up of the whole repository while a person waits.
 */
const settings = ['-c', 'core.fsync=committed,pack-metadata', '-c', 'gc.auto=0'];

/** The environment of git: nothing that points it to another repository or index, and no special signs in paths. */
export const gitEnvironment = (env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_COMMITTER_NAME: 'portal',
  GIT_COMMITTER_EMAIL: 'portal@portal.invalid',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
});

/** Starts a git command, for those who talk with it while it runs. */
export const startGit = (folder: string, args: readonly string[]) =>
  spawn('git', [...settings, ...args], { cwd: folder, env: gitEnvironment(), windowsHide: true });

/**
 * Makes a way to run git in a folder.
 * @returns a function that gives what a command writes, and rejects with a GitFailure where the command fails
 */
export const gitIn =
  (folder: string): Git =>
  (args, input = []) =>
    new Promise((resolve, reject) => {
      const child = startGit(folder, args);
      const output: Buffer[] = [];
      const words: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => words.push(chunk));
      child.on('error', reject);
      child.on('close', (exitCode) => {
        if (exitCode === 0) resolve(Buffer.concat(output));
        else reject(new GitFailure(args, exitCode, Buffer.concat(words).toString()));
      });
      // A command that fails early closes its input: what it has to say comes with its end.
      child.stdin.on('error', () => {});
      for (const chunk of input) child.stdin.write(chunk);
      child.stdin.end();
    });
