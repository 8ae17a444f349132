import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { networkBeside, readSettings, type Settings } from '../../../src/settings.ts';
import {
  entry,
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import type { Repository } from '../repository/repository.ts';
import { bothEditions } from './both-editions.ts';
import { createLiveSite, type LiveSite } from './live-site.ts';

const projectRoot = join(import.meta.dirname, '../../..');
const quickBuild = [join(import.meta.dirname, 'fixtures/quick-build.ts')];
const pledge = entry('case-studies/sakura-u/pledge');
const text = 'content/case-studies/sakura-u/pledge/index.mdx';

let world: TemporaryRepository;
let repository: Repository;
let settings: Settings;
let everybodys: LiveSite;
let members: LiveSite;
let both: LiveSite;
let watcher: Server;

/** The next build that has begun; it ends when it is sent a word. */
const nextBuild = async (): Promise<Socket> => {
  const [build] = (await once(watcher, 'connection')) as [Socket];
  return build.on('error', () => {});
};
const commitWith = (field: string) => {
  const written = readFileSync(join(world.folder, text), 'utf8');
  world.commit(text, written.replace(/^---\n(?:audience: network\n)?/, `---\n${field}`));
};

beforeEach(async () => {
  world = temporaryRepository();
  const beside = (name: string) => join(world.folder, '..', name);
  settings = readSettings({ CONTENT_DIR: join(world.folder, 'content'), OUT_DIR: beside('site') });
  repository = await openGitRepository({ folder: world.folder });
  watcher = createServer().listen(0, '127.0.0.1');
  await once(watcher, 'listening');
  writeFileSync(beside('watched'), String((watcher.address() as AddressInfo).port));
  const parts = {
    projectRoot,
    repository,
    clock: () => new Date('2026-11-24T05:05:00Z'),
    build: quickBuild,
    onTrouble(error: unknown) {
      throw error;
    },
  };
  everybodys = createLiveSite({ ...parts, settings });
  members = createLiveSite({
    ...parts,
    settings: networkBeside(settings),
    before: everybodys.settled,
  });
  both = bothEditions(everybodys, members);
});
afterEach(async () => {
  await both.close();
  watcher.close();
  repository.close();
  world.remove();
});

it('lie in folders of their own, of which the public one is what everybody gets', () => {
  expect(both.folder).toBe(settings.outDir);
  expect(members.folder).toBe(`${settings.outDir}-network`);
});

describe('a publication', () => {
  it('is in the public edition before that of the network is begun', async () => {
    both.refresh();
    const first = await nextBuild();
    expect([existsSync(everybodys.folder), existsSync(members.folder)]).toEqual([false, false]);
    first.end('.');
    const second = await nextBuild();
    expect([existsSync(everybodys.folder), existsSync(members.folder)]).toEqual([true, false]);
    expect(await both.stateOf(pledge)).toMatchObject({ state: 'live', message: '公開済みです。' });
    expect(both.isBuilding()).toBe(true);

    // What is published meanwhile waits for no build of the network's edition.
    both.refresh();
    const third = await nextBuild();
    expect(existsSync(members.folder)).toBe(false);
    for (const build of [third, second]) build.end('.');
    (await nextBuild()).end('.');
    await both.settled();
    expect([existsSync(members.folder), both.isBuilding()]).toEqual([true, false]);
  });

  it('of what is for the network alone is live when members see it', async () => {
    commitWith('audience: network\n');
    both.refresh();
    (await nextBuild()).end('.');
    const build = await nextBuild();
    expect(await both.stateOf(pledge)).toMatchObject({
      state: 'publishing',
      address: '/practices/sakura-u/pledge/',
    });
    build.end('.');
    await both.settled();
    expect(await both.stateOf(pledge)).toEqual({
      state: 'live',
      address: '/practices/sakura-u/pledge/',
      message: 'ネットワーク限定版で公開済みです。',
    });
    commitWith('withdrawn: true\naudience: network\n');
    both.refresh();
    for (const _ of ['public', 'network']) (await nextBuild()).end('.');
    await both.settled();
    expect(await both.stateOf(pledge)).toMatchObject({ state: 'not-shown', address: null });
  });
});

it('end together, whichever of them is being built', async () => {
  both.refresh();
  const build = await nextBuild();
  const ended = once(build.resume(), 'close');
  await both.close();
  await ended;
  expect([existsSync(everybodys.folder), existsSync(members.folder)]).toEqual([false, false]);
  rmSync(`${settings.outDir}.partial`, { recursive: true, force: true });
});
