import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { draftsFolderIn } from './drafts-repository.ts';
import {
  deletion,
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
  kindsOfRepository,
  type TemporaryRepository,
  temporaryRepository,
} from './fixtures/temporary-repository.ts';
import { type ForTests, openGitRepository } from './git-repository.ts';
import type { Repository } from './repository.ts';
import { gitEnvironment } from './run-git.ts';

const pledge = 'case-studies/sakura-u/pledge/index.mdx';
const secret = 'まだだれにも見せない';

let world: TemporaryRepository;
let repository: Repository;
const troubles: unknown[] = [];
const open = async (forTests: ForTests = {}) => {
  troubles.length = 0;
  repository = await openGitRepository({
    folder: world.folder,
    onTrouble: (error) => troubles.push(error),
    forTests,
  });
};
afterEach(() => {
  repository.close();
  world.remove();
  expect(troubles).toEqual([]);
});

/** A draft, a deleted draft, a note, and a publication that was refused at its end. */
const leaveDrafts = async () => {
  const basedOn = await publishedVersion(repository, pledge);
  await save(repository, [edit(pledge, `${secret}下書き`, basedOn)], `${secret}メモ`);
  const form = 'case-studies/sakura-u/pledge/図.svg';
  await save(repository, [edit(form, `<svg>${secret}</svg>`)], `${secret}メモ2`);
  const other = 'case-studies/sakura-u/other/index.mdx';
  await save(repository, [edit(other, `${secret}消した下書き`)]);
  await repository.deleteProposal(file(other).entry, deletion);
  const refused = { kind: 'refused', refusal: 'まだです' } as const;
  await repository.publish(file(pledge).entry, () => refused);
};

/** Every object of a repository that says something of a draft, by what it says; reachable or not. */
const secretsIn = (folder: string): string[] => {
  const args = ['cat-file', '--batch', '--batch-all-objects'];
  const all = execFileSync('git', args, { cwd: folder, env: gitEnvironment(), maxBuffer: 1e9 });
  const found: string[] = [];
  for (let at = 0; at < all.length; ) {
    const lineEnd = all.indexOf('\n', at);
    const [id, type, size] = all.toString('utf8', at, lineEnd).split(' ');
    const end = lineEnd + 1 + Number(size);
    const text = all.toString('utf8', lineEnd + 1, end);
    if (text.includes(secret) || text.includes('.proposal.json')) found.push(`${type} ${id}`);
    at = end + 1;
  }
  return found;
};

/** Takes copies of the published repository in every way, and gives the secrets and the refs in them. */
const copies = () => {
  const home = join(world.folder, '..');
  const git = (folder: string, ...args: string[]) =>
    execFileSync('git', args, { cwd: folder, env: gitEnvironment(), encoding: 'utf8' });
  const ways: Record<string, (to: string) => void> = {
    clone: (to) => git(home, 'clone', '-q', world.folder, to),
    mirror: (to) => git(home, 'clone', '-q', '--mirror', world.folder, to),
    fetch: (to) => {
      git(home, 'init', '-q', '--bare', to);
      git(to, 'fetch', '-q', world.folder, '+refs/*:refs/*');
    },
    push: (to) => {
      git(home, 'init', '-q', '--bare', to);
      git(world.folder, 'push', '-q', '--mirror', to);
    },
  };
  return Object.entries(ways).map(([name, take]) => {
    const to = join(home, `copy-${name}`);
    take(to);
    return { name, secrets: secretsIn(to), refs: git(to, 'for-each-ref', '--format=%(refname)') };
  });
};

const expectNothingCopied = () => {
  for (const { name, secrets, refs } of copies()) {
    expect({ name, secrets }).toEqual({ name, secrets: [] });
    expect(refs).not.toMatch(/proposals|publications/);
  }
};

it.each(kindsOfRepository)('nothing of a draft goes along with a copy of a %s', async (kind) => {
  world = temporaryRepository(kind);
  await open();
  await leaveDrafts();
  expectNothingCopied();
  expect(secretsIn(world.folder)).toEqual([]);
});

describe('the proposals of a former version', () => {
  /** Lays the drafts as they lay when they were refs of the published repository. */
  const layAsBefore = async (isPacked: boolean) => {
    await open();
    await leaveDrafts();
    repository.close();
    const drafts = draftsFolderIn(join(world.folder, '.git'));
    world.git('fetch', '-q', drafts, '+refs/*:refs/*');
    rmSync(drafts, { recursive: true });
    // One that ended before, of which nothing but loose ends is left.
    const name = 'refs/proposals/case-studies/sakura-u/ended';
    world.git('update-ref', name, 'refs/proposals/case-studies/sakura-u/pledge');
    world.git('update-ref', '-d', name);
    if (isPacked) world.git('gc', '-q');
  };

  it.each([false, true])(
    'are moved with all that they are made of (packed: %s)',
    async (packed) => {
      world = temporaryRepository();
      await layAsBefore(packed);
      expect(secretsIn(world.folder)).not.toEqual([]);
      await open();
      expect(await proposedText(repository, pledge)).toBe(`${secret}下書き`);
      expect((await repository.proposal(file(pledge).entry))?.record).toBe(`${secret}メモ2`);
      expect(await repository.deletedProposals()).toHaveLength(1);
      expectNothingCopied();
      expect(secretsIn(world.folder)).toEqual([]);
      expect(world.drafts('fsck', '--full', '--strict')).not.toMatch(/error|missing|broken/);
      expect(world.git('fsck', '--full', '--strict')).not.toMatch(/error|missing|broken/);
    },
  );

  it.each(['old-drafts-copied', 'old-drafts-named', 'old-drafts-forgotten'])(
    'are all there when the move is cut off after %s, and no copy carries them after the next start',
    async (cut) => {
      world = temporaryRepository();
      await layAsBefore(false);
      const cutOff = new Promise<void>((resolve) => {
        const onStep = (step: string) => {
          if (step !== cut) return;
          resolve();
          return new Promise<void>(() => {});
        };
        void openGitRepository({ folder: world.folder, forTests: { onStep } });
      });
      await cutOff;
      await open();
      expect(await proposedText(repository, pledge)).toBe(`${secret}下書き`);
      expect(await repository.proposals()).toHaveLength(1);
      expect(await repository.deletedProposals()).toHaveLength(1);
      expect(secretsIn(world.folder)).toEqual([]);
    },
  );

  it('come back from an old copy beside what has begun since', async () => {
    world = temporaryRepository();
    await layAsBefore(false);
    const old = world.git('rev-parse', 'refs/proposals/case-studies/sakura-u/pledge').trim();
    await open();
    const now = await repository.proposal(file(pledge).entry);
    await save(repository, [
      edit(pledge, '書き進めた下書き', (await versionIn(now?.commit))?.version ?? null),
    ]);
    repository.close();
    world.git(
      'fetch',
      '-q',
      join(world.folder, '.git/portal-drafts.git'),
      `${old}:refs/proposals/case-studies/sakura-u/pledge`,
    );
    await open();
    expect(await proposedText(repository, pledge)).toBe('書き進めた下書き');
    expect((await repository.deletedProposals()).map(({ commit }) => commit)).toContain(old);
    expect(world.git('for-each-ref', 'refs/proposals')).toBe('');
  });

  const versionIn = async (commit: string | undefined) =>
    repository.read(commit as Parameters<Repository['read']>[0], file(pledge));
});

describe('what is cleaned up in the published repository', () => {
  const cleanUp = () => {
    world.git('reflog', 'expire', '--expire=now', '--all');
    world.git('gc', '-q', '--prune=now');
  };
  const expectWhole = async () => {
    expect(world.drafts('fsck', '--full', '--strict')).not.toMatch(/error|missing|broken/);
    expect(
      await repository.publish(entry('case-studies/sakura-u/pledge'), () => publication),
    ).toMatchObject({
      kind: 'published',
    });
    expect(await publishedText(repository, pledge)).toBe(`${secret}下書き`);
    expect(world.git('fsck', '--full', '--strict')).not.toMatch(/error|missing|broken/);
  };

  it.each([false, true])(
    'takes no file from a draft that happened to lie there already (packed: %s)',
    async (packed) => {
      world = temporaryRepository();
      const blob = world.git('hash-object', '-w', '--stdin', { input: `${secret}下書き` }).trim();
      if (packed) {
        world.git('tag', 'kept', blob);
        world.git('gc', '-q');
        world.git('tag', '-d', 'kept');
      }
      await open();
      await save(repository, [
        edit(pledge, `${secret}下書き`, await publishedVersion(repository, pledge)),
      ]);
      cleanUp();
      await expectWhole();
    },
  );

  it('takes nothing from a draft when the history that it began from is rewritten', async () => {
    world = temporaryRepository();
    world.commit('content/glossary/lost.yaml', 'term: なくなる版\n');
    await open();
    await save(repository, [
      edit(pledge, `${secret}下書き`, await publishedVersion(repository, pledge)),
    ]);
    repository.close();
    world.git('reset', '-q', '--hard', 'HEAD~1');
    await open();
    cleanUp();
    await expectWhole();
    expect(await publishedText(repository, 'glossary/lost.yaml')).toBeNull();
  });
});

it('comes back from a copy that was taken as the operator is told to take it', async () => {
  world = temporaryRepository();
  await open();
  await leaveDrafts();
  const home = join(world.folder, '..');
  const [drafts, published] = [join(home, 'kept-drafts.git'), join(home, 'kept.git')];
  const mirror = ['clone', '-q', '--mirror'];
  world.git(...mirror, '--no-local', '.git/portal-drafts.git', drafts);
  world.git(...mirror, '.', published);
  const basedOn = (await repository.proposal(file(pledge).entry))?.commit;
  expect(basedOn).toBeDefined();
  await repository.publish(file(pledge).entry, () => publication);
  const other = 'case-studies/sakura-u/later/index.mdx';
  await save(repository, [edit(other, `${secret}あとの下書き`)]);
  for (const kept of [drafts, published]) {
    world.git(`--git-dir=${kept}`, 'remote', 'update', '--prune');
  }
  repository.close();
  const restored = join(home, 'restored');
  world.git('clone', '-q', published, restored);
  world.git(...mirror, '--no-local', drafts, join(restored, '.git/portal-drafts.git'));
  rmSync(world.folder, { recursive: true });
  repository = await openGitRepository({ folder: restored });
  expect(await publishedText(repository, pledge)).toBe(`${secret}下書き`);
  expect((await repository.proposals()).map(({ entry }) => entry.path)).toEqual([
    'case-studies/sakura-u/later',
  ]);
  expect(await proposedText(repository, other)).toBe(`${secret}あとの下書き`);
});

it('works in a checkout that was cloned without its older history', async () => {
  world = temporaryRepository();
  const full = world;
  full.commit('content/glossary/second.yaml', 'term: 二つめ\n');
  const folder = join(full.folder, '../shallow');
  full.git('clone', '-q', '--depth', '1', `file://${full.folder}`, folder);
  repository = await openGitRepository({ folder });
  await save(repository, [edit(pledge, '浅い', await publishedVersion(repository, pledge))]);
  expect(
    await repository.publish(entry('case-studies/sakura-u/pledge'), () => publication),
  ).toMatchObject({ kind: 'published' });
  expect(await publishedText(repository, pledge)).toBe('浅い');
});
