import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../../src/settings.ts';
import {
  entry,
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import type { Repository } from '../repository/repository.ts';
import { createLiveSite, type LiveSite } from './live-site.ts';

const projectRoot = join(import.meta.dirname, '../../..');
const build = [join(import.meta.dirname, 'fixtures/quick-build.ts')];
const follow = [join(import.meta.dirname, 'fixtures/quick-site-process.ts')];
const pledge = entry('case-studies/sakura-u/pledge');
const text = 'content/case-studies/sakura-u/pledge/index.mdx';

let world: TemporaryRepository;
let repository: Repository;
let site: LiveSite;
let troubles: unknown[];
let now: Date;

const beside = (name: string) => join(world.folder, '..', name);
const open = (idle = 60_000) =>
  createLiveSite({
    settings: readSettings({ CONTENT_DIR: join(world.folder, 'content'), OUT_DIR: beside('site') }),
    projectRoot,
    repository,
    clock: () => now,
    idle,
    build,
    follow,
    onTrouble: (error) => troubles.push(error),
  });
/** What was done, in its order. */
const done = () =>
  existsSync(beside('builds')) ? readFileSync(beside('builds'), 'utf8').trim().split('\n') : [];
/** Publishes another text of the entry, with git. */
const publish = (sentence: string) => {
  const before = readFileSync(join(world.folder, text), 'utf8');
  world.commit(text, `${before}\n${sentence}\n`);
};
const shown = () => readFileSync(beside('site/case-studies/sakura-u/pledge/index.mdx'), 'utf8');
const brought = async () => {
  site.refresh();
  await site.settled();
};
const folders = () => readdirSync(beside('')).filter((name) => name.startsWith('site'));
const isDone = async (wanted: readonly string[]) => {
  while (!wanted.every((line, index) => done()[index] === line)) await pause(10);
};

beforeEach(async () => {
  world = temporaryRepository();
  troubles = [];
  now = new Date('2026-11-24T05:05:00Z');
  repository = await openGitRepository({ folder: world.folder });
  site = open();
});
afterEach(async () => {
  await site.close();
  repository.close();
  world.remove();
});

it('is built whole at the start, and follows by what differs from then on, in one process', async () => {
  await brought();
  publish('一つ目の文。');
  await brought();
  publish('二つ目の文。');
  await brought();
  expect(done()).toEqual(['build', 'warm', 'difference', 'difference']);
  expect(shown()).toContain('二つ目の文。');
  expect(await site.stateOf(pledge)).toMatchObject({ state: 'live' });
  expect(await site.bases()).toMatchObject([{ commit: await repository.published() }]);
  expect(folders()).toEqual(['site', 'site.published.json']);
  expect(troubles).toEqual([]);
});

it('has a process warm when somebody may publish soon, also where that is said during a build', async () => {
  site.refresh();
  site.warmUp();
  site.warmUp();
  await isDone(['build', 'warm']);
  publish('一つ目の文。');
  await brought();
  expect(done()).toEqual(['build', 'warm', 'difference']);
});

it('makes what is asked for while one runs, or while the process warms up, as one', async () => {
  await brought();
  publish('一つ目の文。');
  for (let count = 0; count < 10; count += 1) site.refresh();
  await site.settled();
  expect(done()).toEqual(['build', 'warm', 'difference', 'difference']);
});

describe('is built whole', () => {
  it('where the process says that it cannot, which is told where the build can', async () => {
    await brought();
    publish('一つ目の文。');
    writeFileSync(beside('fails'), 'the stairs fell in');
    await brought();
    expect(done()).toEqual(['build', 'warm', 'difference', 'build']);
    expect(await site.stateOf(pledge)).toMatchObject({ state: 'live' });
    expect(site.trouble()).toBeNull();
    expect(String(troubles)).toContain('the stairs fell in');
    expect(folders()).toEqual(['site', 'site.published.json']);
    // And the next one is followed again.
    rmSync(beside('fails'));
    publish('二つ目の文。');
    await brought();
    expect(done().slice(4)).toEqual(['warm', 'difference']);
  });

  it('where somebody else has built the folder: what the process knows is void', async () => {
    await brought();
    publish('一つ目の文。');
    await brought();
    rmSync(beside('site'), { recursive: true });
    mkdirSync(beside('site'));
    publish('二つ目の文。');
    await brought();
    expect(done()).toEqual(['build', 'warm', 'difference', 'build']);
    expect(shown()).toContain('二つ目の文。');
  });

  it('where the code is another than the site was made by', async () => {
    await brought();
    const stamp = JSON.parse(readFileSync(beside('site.published.json'), 'utf8'));
    writeFileSync(beside('site.published.json'), JSON.stringify({ ...stamp, code: 'another' }));
    publish('一つ目の文。');
    await brought();
    expect(done()).toEqual(['build', 'build']);
  });

  it('when it is quiet and a day has gone by, with the process ended before', async () => {
    await site.close();
    site = open(200);
    await brought();
    publish('一つ目の文。');
    await brought();
    expect(done()).toEqual(['build', 'warm', 'difference']);
    now = new Date('2026-11-25T06:00:00Z');
    await isDone(['build', 'warm', 'difference', 'build']);
    await site.settled();
    expect(await site.builtAt()).toEqual(now);
    // Nothing is left to fold in, and the next publication starts a process of its own.
    await pause(500);
    publish('二つ目の文。');
    await brought();
    expect(done()).toEqual(['build', 'warm', 'difference', 'build', 'warm', 'difference']);
    expect(troubles).toEqual([]);
  });
});

describe('a step of the process', () => {
  let watcher: Server;
  const nextStep = async (): Promise<[name: string, at: Socket]> => {
    const [at] = (await once(watcher, 'connection')) as [Socket];
    at.on('error', () => {});
    const [name] = await once(at, 'data');
    return [String(name), at];
  };
  beforeEach(async () => {
    watcher = createServer().listen(0, '127.0.0.1');
    await once(watcher, 'listening');
    writeFileSync(beside('watched-process'), String((watcher.address() as AddressInfo).port));
  });
  afterEach(() => void watcher.close());

  /** Lets the process go on until a step, at which it stands. */
  const until = async (wanted: string): Promise<Socket> => {
    for (;;) {
      const [name, at] = await nextStep();
      if (name === wanted) return at;
      at.write('.');
    }
  };
  /** Kills the process that is at the other end, as it was started: its number stands in /proc. */
  const killProcess = () => {
    const pid = readdirSync('/proc').find((name) => {
      if (!/^\d+$/.test(name)) return false;
      try {
        const words = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        const environment = readFileSync(`/proc/${name}/environ`, 'utf8');
        return words.includes(follow[0] ?? '') && environment.includes(beside('site'));
      } catch {
        return false;
      }
    });
    process.kill(Number(pid), 'SIGKILL');
  };

  it.each(['warm', 'apart', 'in-place'])(
    'at which it is killed (%s) keeps no publication from readers',
    async (step) => {
      await brought();
      publish('一つ目の文。');
      site.refresh();
      await until(step);
      if (step === 'in-place') expect(await site.bases()).toHaveLength(2);
      killProcess();
      await site.settled();
      expect(done().at(-1)).toBe('build');
      expect(shown()).toContain('一つ目の文。');
      expect(await site.stateOf(pledge)).toMatchObject({ state: 'live' });
      expect(folders()).toEqual(['site', 'site.published.json']);
      expect(String(troubles)).toContain('SIGKILL');
    },
  );
});

it('puts the site back that a killed gateway left apart, also where the content cannot be built', async () => {
  await brought();
  const of = await site.bases();
  await site.close();
  renameSync(beside('site'), beside('site.previous'));
  mkdirSync(beside('site.partial'));
  writeFileSync(beside('broken'), '');
  site = open();
  publish('一つ目の文。');
  await brought();
  expect(shown()).not.toContain('一つ目の文。');
  expect(await site.bases()).toEqual(of);
  expect(folders()).toEqual(['site', 'site.published.json']);
});
