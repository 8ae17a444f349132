import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../../src/settings.ts';
import { contributor } from '../permissions/contributor.ts';
import { type OpenedProposals, openProposals } from '../proposals/fixtures/open-proposals.ts';
import type { Proposals } from '../proposals/proposals.ts';
import {
  entry,
  file,
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import type { Repository } from '../repository/repository.ts';
import { createLiveSite, type LiveSite } from './live-site.ts';

const projectRoot = join(import.meta.dirname, '../../..');
const quickBuild = [join(import.meta.dirname, 'fixtures/quick-build.ts')];
const editor = contributor.parse({ role: 'editor', office: '編集部' });
const pledge = entry('case-studies/sakura-u/pledge');
const training = entry('glossary/training');
const trainingText = `term: 研修
reading: けんしゅう
definition: 教えます。
theme: technology-leakage
sources:
  - title: さくら大学の手引
published: 2026-11-24
updated: 2026-11-24
`;

let world: TemporaryRepository;
let repository: Repository;
let opened: OpenedProposals;
let proposals: Proposals;
let site: LiveSite;
let troubles: unknown[];
let environment: Record<string, string>;

const beside = (name: string) => join(world.folder, '..', name);
const open = () =>
  createLiveSite({
    settings: readSettings(environment),
    projectRoot,
    repository,
    clock: () => new Date('2026-11-24T05:05:00Z'),
    build: quickBuild,
    onTrouble: (error) => troubles.push(error),
  });
const built = async () => {
  site.refresh();
  await site.settled();
};
const countOfBuilds = () => readFileSync(beside('builds'), 'utf8').trim().split('\n').length;
const shown = (path: string) => readFileSync(join(site.folder, path), 'utf8');

/** Publishes a new glossary term, which an editor may do by herself. */
const publishTraining = async () => {
  const bytes = Buffer.from(trainingText);
  await proposals.save(editor, training, [{ address: file(training.text), bytes, basedOn: null }]);
  await proposals.sendForReview(editor, training);
  const found = await proposals.find(editor, training);
  const seen = found.kind === 'done' ? found.proposal.content : null;
  await proposals.approve(editor, training, seen);
  expect(await proposals.publish(editor, training, seen)).toMatchObject({ kind: 'published' });
};

beforeEach(async () => {
  world = temporaryRepository();
  troubles = [];
  environment = { CONTENT_DIR: join(world.folder, 'content'), OUT_DIR: beside('site') };
  repository = await openGitRepository({ folder: world.folder });
  opened = await openProposals(repository);
  ({ proposals } = opened);
  site = open();
});
afterEach(async () => {
  await site.close();
  await opened.close();
  repository.close();
  world.remove();
});

describe('an entry', () => {
  it('is being published until the build that contains it is in place', async () => {
    await built();
    expect(await site.stateOf(training)).toMatchObject({ state: 'not-shown', address: null });
    await publishTraining();
    site.refresh();
    expect(await site.stateOf(training)).toEqual({
      state: 'publishing',
      address: '/glossary/training/',
      message: '公開処理中ですので、終わるまで少しお待ちください。',
    });
    expect(await site.stateOf(pledge)).toEqual({
      state: 'live',
      address: '/practices/sakura-u/pledge/',
      message: '公開済みです。',
    });
    await site.settled();
    expect(await site.stateOf(training)).toMatchObject({
      state: 'live',
      address: '/glossary/training/',
    });
    expect(shown('glossary/training.yaml')).toBe(trainingText);
  });

  it('is live, and not said to have failed, where the build ends while that is looked up', async () => {
    await built();
    await site.close();
    let held = Promise.resolve();
    site = createLiveSite({
      settings: readSettings(environment),
      projectRoot,
      repository: {
        ...repository,
        async list(...asked: Parameters<Repository['list']>) {
          await held;
          return repository.list(...asked);
        },
      },
      clock: () => new Date('2026-11-24T05:05:00Z'),
      build: quickBuild,
      onTrouble: (error) => troubles.push(error),
    });
    await publishTraining();
    site.refresh();
    held = site.settled();
    expect(await site.stateOf(training)).toMatchObject({ state: 'live' });
  });

  it('is not shown once its withdrawal is built', async () => {
    await built();
    await proposals.withdraw(editor, pledge, '誤りがあるため');
    site.refresh();
    expect(await site.stateOf(pledge)).toEqual({
      state: 'publishing',
      address: null,
      message: '読者の画面からは外れています。サイトの組み立てを続けています。',
    });
    await site.settled();
    expect(await site.stateOf(pledge)).toMatchObject({
      state: 'not-shown',
      message: '掲載を停止しています。',
    });
  });

  it('is told to be kept from readers although its withdrawal could not be built', async () => {
    await built();
    writeFileSync(beside('broken'), '');
    await proposals.withdraw(editor, pledge, '誤りがあるため');
    await built();
    expect(await site.stateOf(pledge)).toMatchObject({
      state: 'failed',
      address: null,
      message: expect.stringMatching(/^読者の画面からは外れていますが、/),
    });
    const [base] = await site.bases();
    expect(base?.commit).not.toBe(await repository.published());
  });

  it('is not shown to the public where it or its institution is for the network', async () => {
    const path = 'content/institutions/momiji-u.yaml';
    world.commit(path, `${readFileSync(join(world.folder, path), 'utf8')}audience: network\n`);
    await built();
    const travel = entry('case-studies/momiji-u/travel');
    expect(await site.stateOf(entry('institutions/momiji-u'))).toMatchObject({
      message: 'ネットワーク限定の記事ですので、公開版には出ません。',
    });
    expect(await site.stateOf(travel)).toMatchObject({ state: 'not-shown', address: null });
    await site.close();
    environment['EDITION'] = 'network';
    site = open();
    await built();
    expect(await site.stateOf(travel)).toMatchObject({ state: 'live' });
  });

  it('stands below the base path', async () => {
    environment['BASE_PATH'] = '/portal';
    site = open();
    await built();
    expect((await site.stateOf(pledge)).address).toBe('/portal/practices/sakura-u/pledge/');
  });

  it('is kept back where somebody changed its file in the checkout', async () => {
    world.write('content/case-studies/sakura-u/pledge/index.mdx', '書きかけ');
    await built();
    expect(await site.stateOf(pledge)).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('別の内容のファイル'),
    });
    expect(await site.stateOf(entry('case-studies/momiji-u/travel'))).toMatchObject({
      state: 'live',
    });
  });

  it('that was deleted is kept back where its file still lies in the checkout', async () => {
    world.git('rm', '-rq', '--cached', 'content/case-studies/sakura-u/pledge');
    world.git('commit', '-qm', '消す');
    await built();
    expect(await site.stateOf(pledge)).toMatchObject({ state: 'failed' });
  });
});

describe('builds', () => {
  it('that are asked for while one runs are made as one', async () => {
    for (let count = 0; count < 10; count += 1) site.refresh();
    await site.settled();
    expect(countOfBuilds()).toBe(2);
  });

  it('are asked for when somebody published with git', async () => {
    await built();
    world.commit(`content/${training.text}`, trainingText);
    expect(await site.stateOf(training)).toMatchObject({ state: 'publishing' });
    await site.settled();
    expect(await site.stateOf(training)).toMatchObject({ state: 'live' });
    expect(countOfBuilds()).toBe(2);
  });

  it('that fail leave the previous site, and are told as a fault where the content is sound', async () => {
    await built();
    writeFileSync(beside('broken'), '');
    await publishTraining();
    await built();
    expect(existsSync(join(site.folder, 'glossary/training.yaml'))).toBe(false);
    expect(shown('case-studies/sakura-u/pledge/index.mdx')).toContain('入学時の誓約書');
    expect(await site.stateOf(training)).toMatchObject({ state: 'failed' });
    expect(await site.stateOf(pledge)).toMatchObject({ state: 'live' });
    expect(countOfBuilds()).toBe(2);

    rmSync(beside('broken'));
    await built();
    expect(site.trouble()).toBeNull();
    expect(await site.stateOf(training)).toMatchObject({ state: 'live' });
  });

  it('that fail over the content are told with the list of its problems', async () => {
    await built();
    writeFileSync(beside('broken'), '');
    world.commit('content/case-studies/sakura-u/pledge/index.mdx', '---\ntitle: 誓約書\n---\n');
    await built();
    const trouble = site.trouble();
    expect(trouble?.sentence).toMatch(
      /^内容に直すところが\d+件あるためサイトを新しくできず、前の版を表示していますので、一覧の箇所を直してください。$/,
    );
    expect(trouble?.problems).toContainEqual(
      expect.objectContaining({
        path: 'case-studies/sakura-u/pledge/index.mdx',
        severity: 'error',
      }),
    );
    expect(troubles).toEqual([]);
  });
});

describe('after a restart', () => {
  const restarted = async () => {
    await site.close();
    site = open();
  };

  it('it is known which entries the site has', async () => {
    await built();
    await publishTraining();
    await restarted();
    expect(await site.builtAt()).toEqual(new Date('2026-11-24T05:05:00Z'));
    expect(await site.stateOf(pledge)).toMatchObject({ state: 'live' });
    expect(countOfBuilds()).toBe(1);
    expect(await site.stateOf(training)).toMatchObject({ state: 'publishing' });
    await site.settled();
    expect(await site.stateOf(training)).toMatchObject({ state: 'live' });
  });

  it('a site that somebody else built there is not taken for ours', async () => {
    await built();
    rmSync(site.folder, { recursive: true });
    mkdirSync(site.folder);
    await restarted();
    expect(await site.builtAt()).toBeNull();
    expect(await site.stateOf(pledge)).toMatchObject({ state: 'publishing' });
  });

  it('a build that was under way is ended and leaves the site as it was', async () => {
    await built();
    await publishTraining();
    site.refresh();
    await restarted();
    expect(existsSync(join(site.folder, 'glossary/training.yaml'))).toBe(false);
    expect(await site.stateOf(pledge)).toMatchObject({ state: 'live' });
    expect(troubles).toEqual([]);
  });

  it('a build of a killed gateway goes no further, so that the next one has the folder to itself', async () => {
    const watcher = createServer().listen(0, '127.0.0.1');
    await once(watcher, 'listening');
    writeFileSync(beside('watched'), String((watcher.address() as AddressInfo).port));
    const script = join(import.meta.dirname, 'fixtures/building-process.ts');
    const gateway = spawn(process.execPath, [script], { env: { ...process.env, ...environment } });
    const [build] = (await once(watcher, 'connection')) as [Socket];
    const ended = once(build.on('error', () => {}).resume(), 'close');
    gateway.kill('SIGKILL');
    await ended;
    watcher.close();
    expect(existsSync(site.folder)).toBe(false);
  });
});
