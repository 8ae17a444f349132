import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  at,
  deletion,
  edit,
  proposedText,
  publication,
  publishedText,
  save,
} from '../repository/fixtures/contributions.ts';
import {
  entry,
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import type { Repository } from '../repository/repository.ts';
import { openTidying, type Tidying } from './tidy-repositories.ts';
import { keepingInOrder } from './upkeep.ts';

const text = (name: string) => `case-studies/sakura-u/${name}/index.mdx`;
const all = { objects: 1, refs: 1 } as const;
const days = 24 * 60 * 60 * 1000;

let world: TemporaryRepository;
let repository: Repository;
beforeEach(async () => {
  world = temporaryRepository();
  repository = await openGitRepository({ folder: world.folder });
});
afterEach(() => {
  repository.close();
  world.remove();
});

const draftsObjects = () => join(world.folder, '.git/portal-drafts.git/objects');
const looseIn = (objects: string): string[] =>
  readdirSync(objects)
    .filter((first) => /^[0-9a-f]{2}$/.test(first))
    .flatMap((first) =>
      readdirSync(join(objects, first)).map((rest) => join(objects, first, rest)),
    );
const packsIn = (objects: string): string[] =>
  readdirSync(join(objects, 'pack')).filter((name) => name.endsWith('.pack'));
const fsck = () => {
  world.git('fsck', '--full', '--strict');
  world.drafts('fsck', '--full', '--strict');
};

it('gathers loose objects and refs, and leaves everything readable', async () => {
  for (let count = 0; count < 8; count += 1) {
    await save(repository, [edit(text(`d${count}`), `下書き ${count}\n`)]);
  }
  await repository.publish(entry('case-studies/sakura-u/d0'), () => publication);
  const before = looseIn(draftsObjects()).length;
  const refs = world.drafts('for-each-ref');
  const tidying = await openTidying(world.folder);
  await tidying.gather();
  expect(looseIn(draftsObjects())).toHaveLength(before);

  await tidying.gather(all);
  expect(packsIn(draftsObjects())).toHaveLength(1);
  expect(looseIn(draftsObjects()).length).toBeLessThan(before / 3);
  expect(looseIn(join(world.folder, '.git/objects'))).toEqual([]);
  expect(readdirSync(join(world.folder, '.git/portal-drafts.git/refs/proposals'))).toEqual([]);
  expect(world.drafts('for-each-ref')).toBe(refs);
  expect(await proposedText(repository, text('d5'))).toBe('下書き 5\n');
  expect(await publishedText(repository, text('d0'))).toBe('下書き 0\n');
  fsck();
});

it('keeps what only a pack of the published repository has besides, when that lets go of it', async () => {
  // A file that somebody had staged there and given up, in a pack: git gc takes it away one day.
  world.write('content/given-up.txt', '同じ文\n');
  world.git('add', 'content/given-up.txt');
  await save(repository, [edit(text('same'), '同じ文\n')]);
  await save(repository, [edit(text('other'), '別の文\n')]);
  world.git('repack', '-A', '-d', '-q');
  const tidying = await openTidying(world.folder);
  await tidying.gather(all);
  await tidying.letGo(new Date());
  world.git('rm', '-q', '--cached', 'content/given-up.txt');
  world.git('gc', '-q', '--prune=now');
  expect(await proposedText(repository, text('same'))).toBe('同じ文\n');
  fsck();
});

describe('what is published', () => {
  const packs = () => packsIn(join(world.folder, '.git/objects'));

  it('is put together by git at night, and nothing of it, borrowed or not, is lost', async () => {
    const tidying = await openTidying(world.folder);
    world.write('content/given-up.txt', '同じ文\n');
    world.git('add', 'content/given-up.txt');
    world.git('repack', '-q', '-d');
    await save(repository, [edit(text('same'), '同じ文\n')]);
    world.git('rm', '-q', '--cached', 'content/given-up.txt');
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      world.commit(`content/${text(name)}`, `事例 ${name}\n`);
      world.git('repack', '-q', '-d');
    }
    const before = packs().length;
    // What it has put together in one night, it takes away the old packs of in the next.
    for (let night = 0; night < 3; night += 1) await tidying.letGo(new Date());
    expect(before).toBeGreaterThan(3);
    expect(packs().length).toBeLessThan(before);
    expect(await proposedText(repository, text('same'))).toBe('同じ文\n');
    expect(await publishedText(repository, text('b'))).toBe('事例 b\n');
    fsck();
  });

  it('is set for large files, where nobody has set it otherwise', async () => {
    world.git('config', 'core.bigFileThreshold', '5m');
    const tidying = await openTidying(world.folder);
    await tidying.gather();
    await tidying.gather();
    expect(world.git('config', '--get-all', 'core.bigFileThreshold')).toBe('5m\n');
    expect(world.git('config', '--get-all', 'uploadpack.allowFilter')).toBe('true\n');
  });
});

describe('what no draft refers to any more', () => {
  const ended = async (tidying: Tidying) => {
    await save(repository, [edit(text('gone'), '消した文\n')]);
    await save(repository, [edit(text('shown'), '途中の文\n')]);
    await save(repository, [edit(text('stays'), '残る文\n')]);
    const blob = (name: string) =>
      world
        .drafts('rev-parse', `refs/proposals/case-studies/sakura-u/${name}:content/${text(name)}`)
        .trim();
    const blobs = { gone: blob('gone'), shown: blob('shown'), stays: blob('stays') };
    await tidying.gather(all);
    await repository.deleteProposal(entry('case-studies/sakura-u/gone'), deletion);
    expect(await repository.purgeDeletedProposals(new Date(at.getTime() + days))).toBe(1);
    return blobs;
  };
  const isThere = (id: string) => {
    try {
      world.drafts('cat-file', '-e', id);
      return true;
    } catch {
      return false;
    }
  };

  it('goes two weeks after its draft was purged, out of packs as well', async () => {
    const tidying = await openTidying(world.folder);
    const blobs = await ended(tidying);
    await tidying.letGo(new Date());
    // A save that begins now may be about to refer to it.
    expect(isThere(blobs.gone)).toBe(true);
    await tidying.letGo(new Date(Date.now() + 15 * days));
    expect(isThere(blobs.gone)).toBe(false);
    expect(isThere(blobs.stays)).toBe(true);
    expect(await proposedText(repository, text('stays'))).toBe('残る文\n');
    fsck();
  });

  it('stays where somebody writes the same in the meantime', async () => {
    const tidying = await openTidying(world.folder);
    const blobs = await ended(tidying);
    await tidying.letGo(new Date());
    await save(repository, [edit(text('again'), '消した文\n')]);
    for (const file of looseIn(draftsObjects())) utimesSync(file, 0, 0);
    await tidying.letGo(new Date());
    expect(isThere(blobs.gone)).toBe(true);
    expect(await proposedText(repository, text('again'))).toBe('消した文\n');
    fsck();
  });
});

it('stops no save, and loses none that is made meanwhile', async () => {
  const tidying = await openTidying(world.folder);
  let isDone = false;
  let rounds = 0;
  const inOrder = (async () => {
    while (!isDone) {
      await tidying.gather(all);
      await tidying.letGo(new Date());
      rounds += 1;
    }
  })();
  const names = Array.from({ length: 24 }, (_, count) => `d${count}`);
  const work = async (own: readonly string[]) => {
    for (const name of own) {
      const { kind } = await save(repository, [edit(text(name), `下書き ${name}\n`)]);
      expect(kind).toBe('saved');
      if (Number(name.slice(1)) % 4 === 0) {
        const outcome = await repository.publish(
          entry(`case-studies/sakura-u/${name}`),
          () => publication,
        );
        expect(outcome.kind).toBe('published');
      }
    }
  };
  await Promise.all([work(names.slice(0, 12)), work(names.slice(12))]);
  isDone = true;
  await inOrder;
  expect(rounds).toBeGreaterThan(1);
  for (const name of names) {
    const found =
      (await proposedText(repository, text(name))) ?? (await publishedText(repository, text(name)));
    expect(found).toBe(`下書き ${name}\n`);
  }
  fsck();
});

describe('the quiet times', () => {
  const counted = () => {
    const done = { gathered: 0, letGo: 0, state: 'a', now: new Date('2026-11-30T03:00:00Z') };
    const upkeep = keepingInOrder({
      folder: world.folder,
      clock: () => done.now,
      onTrouble: expect.fail,
      open: async () => ({
        state: async () => done.state,
        gather: async () => {
          done.gathered += 1;
        },
        letGo: async () => {
          done.letGo += 1;
        },
      }),
    });
    return { done, upkeep };
  };

  it('begin when nothing was saved between two looks, and once when nothing is new', async () => {
    const { done, upkeep } = counted();
    await upkeep.look();
    expect(done.gathered).toBe(0);
    await upkeep.look();
    await upkeep.look();
    expect(done.gathered).toBe(1);
    done.state = 'b';
    await upkeep.look();
    expect(done.gathered).toBe(1);
    await upkeep.look();
    expect(done).toMatchObject({ gathered: 2, letGo: 0 });
    upkeep.stop();
    done.state = 'c';
    await upkeep.look();
    await upkeep.look();
    expect(done.gathered).toBe(2);
  });

  it('let go of things once in a night', async () => {
    const { done, upkeep } = counted();
    done.now = new Date('2026-11-29T17:30:00Z');
    for (let count = 0; count < 4; count += 1) await upkeep.look();
    expect(done.letGo).toBe(1);
    done.now = new Date('2026-11-30T17:30:00Z');
    await upkeep.look();
    expect(done.letGo).toBe(2);
    upkeep.stop();
  });
});
