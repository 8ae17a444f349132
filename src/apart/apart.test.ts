import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Apart, type ApartParts, apartOf, createApart, nobodyElse } from './apart.ts';
import type { Child, Outcome } from './child.ts';
import type { TestTask } from './fixtures/answering.ts';

const started: Apart<TestTask, string>[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((apart) => apart.close()));
});

const open = (parts: Partial<ApartParts<TestTask>> = {}): Apart<TestTask, string> => {
  const apart = createApart<TestTask, string>({
    module: new URL('./fixtures/answering.ts', import.meta.url),
    limits: { seconds: 60, megabytes: 40 },
    ...parts,
  });
  started.push(apart);
  return apart;
};
const pidOf = async (apart: Apart<TestTask, string>): Promise<number> =>
  Number(await apart.ask({ do: 'pid' }, nobodyElse));
const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('a process apart', () => {
  it.each(['fill-heap', 'fill-buffers', 'recurse', 'end'] as const)(
    'that dies of %s costs one answer, and those who wait have theirs from the next one',
    async (what) => {
      const apart = open();
      const first = await pidOf(apart);
      const answers = await Promise.all([
        apart.ask({ do: what }, nobodyElse),
        apart.ask({ do: 'say', what: '次の答え' }, nobodyElse),
        pidOf(apart),
      ]);
      expect(answers.slice(0, 2)).toEqual(['too-complex', '次の答え']);
      expect(answers[2]).not.toBe(first);
      expect(isThere(first)).toBe(false);
    },
  );

  it('is ended where a task takes too long', async () => {
    const apart = open();
    const first = await pidOf(apart);
    expect(await apart.ask({ do: 'loop' }, nobodyElse, { seconds: 0.2 })).toBe('too-complex');
    expect(isThere(first)).toBe(false);
    expect(await pidOf(apart)).not.toBe(first);
  });

  it('tells of a fault of ours, with what is needed to find it', async () => {
    await expect(open().ask({ do: 'throw' }, nobodyElse)).rejects.toThrow(
      /code is wrong[\s\S]* at /,
    );
    const broken = open({ module: new URL('./fixtures/broken.ts', import.meta.url) });
    await expect(broken.ask({ do: 'pid' }, nobodyElse)).rejects.toThrow(/cannot be loaded/);
  });

  it('knows nothing of the environment, and reads no file but code', async () => {
    vi.stubEnv('PORTAL_TOKEN', 'secret');
    const apart = open();
    const known = (await apart.ask({ do: 'environment' }, nobodyElse)).split(' ');
    expect(known).not.toContain('PORTAL_TOKEN');
    expect(known).not.toContain('HOME');
    await expect(apart.ask({ do: 'read', path: '/etc/hostname' }, nobodyElse)).rejects.toThrow(
      /ERR_ACCESS_DENIED|Access to this API/,
    );
    vi.unstubAllEnvs();
  });

  it('ends when it is idle, and when it is closed', async () => {
    const apart = open({ idleMilliseconds: 0 });
    const first = await pidOf(apart);
    await vi.waitUntil(() => !isThere(first), { timeout: 60_000 });
    const second = await pidOf(apart);
    await apart.close();
    expect(isThere(second)).toBe(false);
    await expect(pidOf(apart)).rejects.toThrow('closed');
  });

  it.runIf(process.platform === 'linux')(
    'dies with the process that started it, also in the middle of a loop',
    async () => {
      const parent = spawn(process.execPath, [join(import.meta.dirname, 'fixtures/parent.ts')], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = await once(parent.stdout, 'data');
      const pid = Number(String(line));
      expect(isThere(pid)).toBe(true);
      parent.kill('SIGKILL');
      await vi.waitUntil(() => !isThere(pid), { timeout: 60_000 });
    },
  );
});

describe('who asks', () => {
  const asker = (institution: string) => ({ institution, office: '窓口' });

  /** Children that do as the task says, and a clock that stands at what they took. */
  const stage = (brief?: (isFresh: boolean) => Promise<string | null>) => {
    const said: string[] = [];
    let now = 0;
    let children = 0;
    const start = (): Child<string, string> => {
      children += 1;
      const number = children;
      let isAlive = true;
      let answered = 0;
      return {
        pid: number,
        get answered() {
          return answered;
        },
        get isAlive() {
          return isAlive;
        },
        async ask(task): Promise<Outcome<string>> {
          said.push(`${number}:${task}`);
          now += task.startsWith('long') ? 30_000 : 10;
          if (task.startsWith('die') || (task === 'frail' && answered > 0)) {
            isAlive = false;
            return { kind: 'died' };
          }
          answered += 1;
          return { kind: 'answer', answer: task };
        },
        async end() {
          isAlive = false;
        },
      };
    };
    const apart = apartOf(start, { brief }, () => now);
    return { apart, said };
  };

  it('waits for no more than one task of each other, and for none of who has used its minute up', async () => {
    const { apart, said } = stage();
    await Promise.all([
      ...['long 1', 'long 2', 'long 3'].map((task) => apart.ask(task, asker('sakura-u'))),
      ...['text 1', 'text 2'].map((task) => apart.ask(task, asker('momiji-u'))),
    ]);
    expect(said).toEqual(['1:long 1', '1:text 1', '1:text 2', '1:long 2', '1:long 3']);
  });

  it('has the task asked once more of a fresh process where others had filled the first', async () => {
    const { apart, said } = stage();
    await apart.ask('text', nobodyElse);
    expect(await apart.ask('frail', nobodyElse)).toBe('frail');
    expect(await apart.ask('die', nobodyElse)).toBe('too-complex');
    expect(said).toEqual(['1:text', '1:frail', '2:frail', '2:die', '3:die']);
  });

  it('finds a process that knows what it has to know, also after the last one died', async () => {
    const { apart, said } = stage(async (isFresh) => (isFresh ? 'all' : null));
    await apart.ask('text', nobodyElse);
    await apart.ask('die', nobodyElse);
    await apart.ask('text', nobodyElse);
    expect(said).toEqual(['1:all', '1:text', '1:die', '2:all', '2:die', '3:all', '3:text']);
  });

  it('is told of it where the process could not be told what it has to know', async () => {
    const { apart } = stage(async () => {
      throw new Error('No content.');
    });
    await expect(apart.ask('text', nobodyElse)).rejects.toThrow('No content.');
  });
});
