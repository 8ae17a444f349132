import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { open as openFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileWriting } from './checkout-files.ts';
import {
  edit,
  proposedText,
  publication,
  publishedText,
  publishedVersion,
  save,
} from './fixtures/contributions.ts';
import {
  entry,
  file,
  type TemporaryRepository,
  temporaryRepository,
} from './fixtures/temporary-repository.ts';
import { type ForTests, openGitRepository } from './git-repository.ts';
import { movingStep, publicationSteps } from './publication-steps.ts';
import type { Repository } from './repository.ts';

const pledge = entry('case-studies/sakura-u/pledge');
const form = 'case-studies/sakura-u/pledge/誓約書 [様式1].csv';
const picture = 'case-studies/sakura-u/pledge/図.svg';
const published = '公開した版\n';

let world: TemporaryRepository;
let repository: Repository;
const troubles: unknown[] = [];
const open = async (forTests: ForTests = {}) => {
  repository = await openGitRepository({
    folder: world.folder,
    onTrouble: (error) => troubles.push(error),
    forTests,
  });
};
beforeEach(() => {
  world = temporaryRepository();
  troubles.length = 0;
});
afterEach(() => {
  repository.close();
  world.remove();
});

/** Proposes a new text, a new file, and the end of another one. */
const propose = async () =>
  save(repository, [
    edit(pledge.text, published, await publishedVersion(repository, pledge.text)),
    edit(picture, '<svg/>'),
    edit(form, null, await publishedVersion(repository, form)),
  ]);
const publish = () => repository.publish(pledge, () => publication);
const onDisk = (path: string) => {
  const whole = join(world.folder, 'content', path);
  return existsSync(whole) ? readFileSync(whole, 'utf8') : null;
};
const inHead = (path: string) =>
  world.git('ls-tree', 'HEAD', '--', `content/${path}`) === ''
    ? null
    : world.git('show', `HEAD:content/${path}`);

/** Branch, checkout, index and drafts say the same: that all of it is published, or nothing. */
const expectOneStory = async () => {
  const isPublished = (await publishedText(repository, pledge.text)) === published;
  expect(await proposedText(repository, pledge.text)).toBe(isPublished ? null : published);
  for (const path of [pledge.text, picture, form]) {
    expect(onDisk(path)).toBe(await publishedText(repository, path));
  }
  expect(world.git('status', '--porcelain')).toBe('');
  expect(world.git('ls-files', '-v').replaceAll(/^H .*\n/gm, '')).toBe('');
  expect(repository.pendingFiles()).toEqual([]);
  return isPublished;
};

/** Opens the repository as if its process were killed after a step: nothing goes on from there. */
const openUntilStep = async (cut: string) => {
  let isCut = () => {};
  const reached = new Promise<void>((resolve) => {
    isCut = resolve;
  });
  const onStep = (step: string) => {
    if (step !== cut) return;
    isCut();
    return new Promise<void>(() => {});
  };
  await open({ onStep });
  return { reached };
};

describe('a publication that is cut off', () => {
  it.each(publicationSteps)('after %s is finished, or has never begun', async (cut) => {
    const { reached } = await openUntilStep(cut);
    await propose();
    void publish();
    await reached;
    repository.close();
    await open();
    const isPublished = await expectOneStory();
    expect(isPublished).toBe(
      publicationSteps.indexOf(cut) >= publicationSteps.indexOf('branch-moved'),
    );
    // And nothing is published twice.
    const tip = await repository.published();
    expect((await publish()).kind).toBe(isPublished ? 'missing' : 'published');
    if (isPublished) expect(await repository.published()).toBe(tip);
    expect(await expectOneStory()).toBe(true);
    // What was said about the proposal is kept once.
    expect(await repository.archivedProposals(pledge)).toMatchObject([
      { entry: pledge, record: expect.stringContaining('{') },
    ]);
  });

  it('is made again where somebody took it back with a commit that did not know of it', async () => {
    const { reached } = await openUntilStep('branch-moved');
    await propose();
    void publish();
    await reached;
    repository.close();
    world.write('content/glossary/own.yaml', 'term: 自分の用語\n');
    world.git('add', 'content/glossary/own.yaml');
    world.git('commit', '-qam', '自分の用語だけ');
    expect(inHead(pledge.text)).not.toBe(published);
    await open();
    expect(await expectOneStory()).toBe(true);
    expect(inHead('glossary/own.yaml')).toContain('自分の用語');
  });

  it('stays taken back where somebody says that it is meant', async () => {
    const { reached } = await openUntilStep('branch-moved');
    await propose();
    void publish();
    await reached;
    repository.close();
    world.git('reset', '-q', '--hard');
    world.git('revert', '--no-edit', 'HEAD');
    await open();
    expect(await publishedText(repository, pledge.text)).not.toBe(published);
    expect(world.git('status', '--porcelain')).toBe('');
  });

  it('takes back what it had handed over, when the branch went on without it', async () => {
    const { reached } = await openUntilStep('objects-handed-over');
    await propose();
    void publish();
    await reached;
    repository.close();
    const blob = world.git('hash-object', '--stdin', { input: published }).trim();
    expect(world.git('cat-file', '-t', blob)).toBe('blob\n');
    await open();
    expect(() => world.git('cat-file', '-t', blob)).toThrow();
    expect(world.refs()).not.toContain('publications');
  });

  it('takes it back while another portal writes the table of commits', async () => {
    const { reached } = await openUntilStep('objects-handed-over');
    await propose();
    void publish();
    await reached;
    repository.close();
    world.git('commit-graph', 'write', '--reachable');
    const tables = join(world.folder, '.git/objects/info');
    writeFileSync(join(tables, 'commit-graph.lock'), '');
    await open();
    expect(world.refs()).not.toContain('publications');
    // The other's table names what is reachable alone.
    expect(existsSync(join(tables, 'commit-graph'))).toBe(false);
    expect(await expectOneStory()).toBe(false);
    expect(troubles).toEqual([]);
  });
});

describe('an entry that goes to another address', () => {
  const promise = entry('case-studies/sakura-u/promise');
  const promised = entry('case-studies/sakura-u/promised');
  const refused = () => ({ kind: 'refused' as const, refusal: null });
  const note = async (address: typeof pledge, record: string) =>
    repository.changeEntryLog(address, {
      author: publication.author,
      at: publication.at,
      describe: (text) => ({ record: `${text ?? ''}${record}`, message: publication.message }),
    });
  const move = async (from: typeof pledge, to: typeof pledge) =>
    repository.publishEdits(
      from,
      [
        edit(from.text, null, await publishedVersion(repository, from.text)),
        edit(to.text, '移した版\n'),
      ],
      () => publication,
      to,
    );
  const saidOf = async (address: typeof pledge) => ({
    log: await repository.entryLog(address),
    archived: (await repository.archivedProposals(address)).length,
  });
  const prepare = async () => {
    await propose();
    await publish();
    await note(pledge, '依頼');
  };

  it('takes what was said about it along, and back', async () => {
    await open();
    await prepare();
    await move(pledge, promise);
    expect(await saidOf(promise)).toEqual({ log: '依頼', archived: 1 });
    expect(await saidOf(pledge)).toEqual({ log: null, archived: 0 });
    expect(world.refs()).not.toContain('refs/publications/');
    await note(promise, '・回答');
    await move(promise, pledge);
    expect(await saidOf(pledge)).toEqual({ log: '依頼・回答', archived: 1 });
    expect(await repository.changeEntryLog(promise, { ...publication, describe: refused })).toEqual(
      refused(),
    );
  });

  it('comes to where another one was, whose log says nothing of it', async () => {
    await open();
    await note(promised, '前の取組の依頼');
    await prepare();
    await move(pledge, promised);
    expect(await saidOf(promised)).toEqual({ log: '依頼', archived: 1 });
  });

  it.each([
    'record-written',
    'objects-handed-over',
    'branch-moved',
    movingStep,
    'index-brought',
    'file-brought',
  ])('has it all, or has not moved, after it was cut off at %s', async (cut) => {
    await open();
    await prepare();
    repository.close();
    const { reached } = await openUntilStep(cut);
    void move(pledge, promise);
    await reached;
    repository.close();
    await open();
    const hasMoved = (await publishedText(repository, promise.text)) !== null;
    expect(hasMoved).toBe(cut !== 'record-written' && cut !== 'objects-handed-over');
    const nothing = { log: null, archived: 0 };
    const all = { log: '依頼', archived: 1 };
    expect(await saidOf(pledge)).toEqual(hasMoved ? nothing : all);
    expect(await saidOf(promise)).toEqual(hasMoved ? all : nothing);
    repository.close();
    await open();
    expect(await saidOf(hasMoved ? promise : pledge)).toEqual(all);
  });
});

describe('a file that cannot be written', () => {
  const failing = (code: string, isFailing: () => boolean): FileWriting => ({
    open: openFile,
    async rename(...args) {
      if (isFailing()) throw Object.assign(new Error(`${code}: stand-in`), { code });
      return rename(...args);
    },
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EBUSY', 'not-writable'],
    ['EPERM', 'not-writable'],
    ['EACCES', 'not-writable'],
    ['EROFS', 'not-writable'],
  ])('for %s arrives when it can, and nobody takes it back meanwhile', async (code, why) => {
    let isFailing = true;
    await open({ writing: failing(code, () => isFailing), waitMs: () => 5 });
    let arrivals = 0;
    repository.onFilesArrived(() => {
      arrivals += 1;
    });
    await propose();
    const left = [pledge.text, picture].map((path) => ({ address: file(path), why }));
    const outcome = await publish();
    expect(outcome).toMatchObject({ kind: 'published' });
    expect('left' in outcome && outcome.left).toEqual(expect.arrayContaining(left));
    expect(repository.pendingFiles()).toHaveLength(2);
    expect(onDisk(pledge.text)).not.toBe(published);
    // The operator hears of it once, and not with every attempt.
    const told = troubles.length;

    world.write('content/glossary/own.yaml', 'term: 自分の用語\n');
    world.git('add', '-A');
    world.git('commit', '-qam', '自分の用語だけ');
    expect(inHead(pledge.text)).toBe(published);
    expect(inHead(picture)).toBe('<svg/>');
    expect(inHead(form)).toBeNull();

    isFailing = false;
    await expect.poll(() => repository.pendingFiles()).toEqual([]);
    expect(await expectOneStory()).toBe(true);
    await expect.poll(() => arrivals).toBe(1);
    expect(troubles).toHaveLength(told);
  });

  it('arrives at the next start', async () => {
    await open({ writing: failing('EBUSY', () => true), waitMs: () => 1e6 });
    await propose();
    await publish();
    repository.close();
    await open();
    expect(await expectOneStory()).toBe(true);
  });

  it('is as the latest publication has it when several had to wait', async () => {
    let isFailing = true;
    await open({ writing: failing('EBUSY', () => isFailing), waitMs: () => 1e6 });
    await propose();
    await publish();
    const basedOn = await publishedVersion(repository, pledge.text);
    await save(repository, [edit(pledge.text, '二つめの版\n', basedOn)]);
    await publish();
    isFailing = false;
    await save(repository, [edit('glossary/next.yaml', 'term: 次\n')]);
    await repository.publish(entry('glossary/next'), () => publication);
    expect(onDisk(pledge.text)).toBe('二つめの版\n');
    expect(repository.pendingFiles()).toEqual([]);
    expect(world.git('status', '--porcelain')).toBe('');
  });

  it('is left to somebody who has changed it in the meantime, and shown until that is settled', async () => {
    let isFailing = true;
    await open({ writing: failing('EBUSY', () => isFailing), waitMs: () => 5 });
    await propose();
    await publish();
    world.write(`content/${pledge.text}`, '直しかけ\n');
    isFailing = false;
    await expect
      .poll(() => repository.pendingFiles())
      .toEqual([{ address: file(pledge.text), why: 'changed-there' }]);
    // Git shows the change to its author again.
    expect(world.git('status', '--porcelain')).toBe(` M content/${pledge.text}\n`);
    world.git('commit', '-qam', '直した');
    await expect.poll(() => repository.pendingFiles()).toEqual([]);
    expect(inHead(pledge.text)).toBe('直しかけ\n');
  });

  it('on a disk of its own is written there', async () => {
    const writing: FileWriting = {
      open: openFile,
      async rename(from, to) {
        if (String(from).includes('/.git/')) {
          throw Object.assign(new Error('EXDEV: stand-in'), { code: 'EXDEV' });
        }
        return rename(from, to);
      },
    };
    await open({ writing });
    await propose();
    expect(await publish()).toMatchObject({ kind: 'published', left: [] });
    expect(await expectOneStory()).toBe(true);
  });
});

it('frees at a start what a killed portal had locked, and leaves the lock of a person', async () => {
  const { reached } = await openUntilStep('branch-moved');
  await propose();
  void publish();
  await reached;
  repository.close();
  const git = join(world.folder, '.git');
  const old = new Date(Date.now() - 10_000);
  const locks = [
    `portal-drafts.git/refs/proposals/${pledge.path}.lock`,
    'portal-writing-index',
    'index.lock',
  ];
  for (const lock of locks) {
    writeFileSync(join(git, lock), '');
    utimesSync(join(git, lock), old, old);
  }
  await open();
  expect(await expectOneStory()).toBe(true);

  writeFileSync(join(git, 'index.lock'), '');
  utimesSync(join(git, 'index.lock'), old, old);
  repository.close();
  await open();
  expect(existsSync(join(git, 'index.lock'))).toBe(true);
});

it('keeps a plain commit from taking a publication back, whose index was held', async () => {
  await open({ waitMs: () => 1e6 });
  await propose();
  const lock = join(world.folder, '.git/index.lock');
  writeFileSync(lock, '');
  expect(await publish()).toMatchObject({ kind: 'published', left: [] });
  expect(onDisk(pledge.text)).toBe(published);
  rmSync(lock);
  // Faster than the portal, which looks every second.
  world.git('commit', '--allow-empty', '-qm', '何も知らない記録');
  await expect.poll(() => repository.pendingFiles()).toEqual([]);
  expect(await expectOneStory()).toBe(true);
});
