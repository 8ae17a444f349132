import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GitCommand, runGit } from './git-command.ts';
import { startedFromSmall } from './git-starter.ts';

const folder = mkdtempSync(join(tmpdir(), 'git-starter-'));
// What makes this process one that has git started by another.
const memory: Buffer[] = [];
beforeAll(() => {
  execFileSync('git', ['init', '-q', folder]);
  memory.push(Buffer.alloc(128 * 2 ** 20, 1));
});
afterAll(() => rmSync(folder, { recursive: true }));

const command = (args: readonly string[], more: Partial<GitCommand> = {}): GitCommand => ({
  args,
  folder,
  env: process.env,
  input: [],
  limitMs: 60_000,
  ...more,
});
/** An alias is the one way to have git run for as long as a test likes. */
const sleeping = ['-c', 'alias.wait=!sleep 20', 'wait'];

describe.each([
  { way: 'by itself', run: runGit },
  { way: 'by a starter', run: startedFromSmall },
])('git that is run $way', ({ run }) => {
  it('is given its input, and gives its output', async () => {
    const input = ['さくら', Buffer.from([0, 255, 10])];
    const stored = await run(command(['hash-object', '-w', '--stdin'], { input }));
    expect(stored.end).toEqual({ kind: 'ended', exitCode: 0, words: '' });
    const id = stored.output.toString().trim();
    const { output } = await run(command(['cat-file', 'blob', id]));
    expect(output).toEqual(Buffer.concat([Buffer.from('さくら'), Buffer.from([0, 255, 10])]));
  });

  it('finds the environment that it is given', async () => {
    const env = { ...process.env, GIT_DIR: join(folder, 'nowhere') };
    const { end } = await run(command(['rev-parse', 'HEAD'], { env }));
    expect(end).toMatchObject({ kind: 'ended', exitCode: 128 });
  });

  it('says how it failed', async () => {
    const { end } = await run(command(['cat-file', 'blob', 'no-such-name']));
    expect(end).toMatchObject({
      kind: 'ended',
      exitCode: 128,
      words: expect.stringContaining('no-such-name'),
    });
  });

  it('is ended where it takes too long, with what it has started still there', async () => {
    const { end } = await run(command(sleeping, { limitMs: 200 }));
    expect(end).toEqual({ kind: 'too-slow' });
  });

  it('says that there is no such folder as the system does', async () => {
    const { end } = await run(command(['--version'], { folder: join(folder, 'nowhere') }));
    expect(end).toMatchObject({ kind: 'not-started', error: { code: 'ENOENT' } });
  });

  it('answers many that run at once, each its own', async () => {
    const words = Array.from({ length: 20 }, (_, at) => `${at}`);
    const all = await Promise.all(
      words.map((word) => run(command(['hash-object', '--stdin', '-w'], { input: [word] }))),
    );
    const back = await Promise.all(
      all.map(({ output }) => run(command(['cat-file', 'blob', output.toString().trim()]))),
    );
    expect(back.map(({ output }) => output.toString())).toEqual(words);
  });
});

/** The starters of this process. */
const starters = (): number[] =>
  execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, parent, ...args]) =>
        Number(parent) === process.pid && /git-starter-process/.test(args.join(' ')),
    )
    .map(([pid]) => Number(pid));

describe('the starter', () => {
  it('is one process for all commands', async () => {
    await Promise.all([1, 2, 3].map(() => startedFromSmall(command(['--version']))));
    expect(starters()).toHaveLength(1);
  });

  it('takes the commands that it runs along when it is killed, and another takes its place', async () => {
    await startedFromSmall(command(['--version']));
    const running = startedFromSmall(command(sleeping));
    const [pid = 0] = starters();
    process.kill(pid, 'SIGKILL');
    expect((await running).end).toMatchObject({ kind: 'ended', exitCode: null });
    const { end } = await startedFromSmall(command(['--version']));
    expect(end).toMatchObject({ kind: 'ended', exitCode: 0 });
  });

  it('works on while the portal ends in good order', async () => {
    await startedFromSmall(command(['--version']));
    const [pid = 0] = starters();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(pid, signal);
    const { end } = await startedFromSmall(command(['--version']));
    expect(end).toMatchObject({ kind: 'ended', exitCode: 0 });
    expect(starters()).toEqual([pid]);
  });

  it('keeps no process from ending, and ends with it', async () => {
    const module = pathToFileURL(join(import.meta.dirname, 'git-starter.ts')).href;
    const code = `
      import { execFileSync } from 'node:child_process';
      const memory = Buffer.alloc(128 * 2 ** 20, 1);
      const { startedFromSmall } = await import(${JSON.stringify(module)});
      const command = { args: ['--version'], folder: '.', env: process.env, input: [], limitMs: 60_000 };
      await startedFromSmall(command);
      console.log(execFileSync('ps', ['-o', 'pid=', '--ppid', String(process.pid)], { encoding: 'utf8' }));
      export { memory };`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (more: string) => {
      said += more;
    });
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
    const [pid] = said.trim().split(/\s+/);
    await expect.poll(() => isRunning(Number(pid))).toBe(false);
  });
});

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
