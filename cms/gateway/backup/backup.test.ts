import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
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
import type { PublicationStep } from '../repository/publication-steps.ts';
import { readStamp, stampBesideBackup, stampInPortal } from './backup-stamp.ts';
import { openBackupStore, storeFolderIn } from './backup-store.ts';
import { carriedAudit, carriedSettings } from './carried-files.ts';
import { restorePortal } from './restore-portal.ts';
import { usualRetention } from './retention.ts';
import { takeBackup } from './take-backup.ts';

const text = (name: string) => `case-studies/sakura-u/${name}/index.mdx`;
const minute = 60_000;

let world: TemporaryRepository;
let scratch: string;
let now: number;
beforeEach(() => {
  world = temporaryRepository();
  scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'portal-backup-'));
  now = new Date('2026-11-24T05:00:00Z').getTime();
});
afterEach(() => {
  world.remove();
  rmSync(scratch, { recursive: true, force: true });
});

const folder = () => join(scratch, 'backup');
const backup = (more: Partial<Parameters<typeof takeBackup>[0]> = {}) => {
  now += minute;
  return takeBackup({
    portal: world.folder,
    folder: folder(),
    retention: usualRetention,
    clock: () => new Date(now),
    ...more,
  });
};
let restores = 0;
const restored = async (at: Date | null = null) => {
  restores += 1;
  const to = join(scratch, `restored-${restores}`);
  await restorePortal({ from: folder(), to, at });
  return to;
};
const fsck = (of: string) =>
  execFileSync('git', ['fsck', '--full', '--strict'], { cwd: of, encoding: 'utf8', stdio: 'pipe' });
const refsOf = (of: string) => execFileSync('git', ['for-each-ref'], { cwd: of, encoding: 'utf8' });
const packs = () =>
  readdirSync(join(storeFolderIn(folder()), 'objects/pack'))
    .filter((name) => name.endsWith('.pack'))
    .map((name) => statSync(join(storeFolderIn(folder()), 'objects/pack', name)).size);

/** Opens a portal's folder, looks at it and closes it again. */
const opened = async <Result>(
  of: string,
  look: (repository: Awaited<ReturnType<typeof openGitRepository>>) => Promise<Result>,
): Promise<Result> => {
  const repository = await openGitRepository({ folder: of });
  try {
    return await look(repository);
  } finally {
    repository.close();
  }
};

it('gives back what is published, drafts with their notes, what was deleted, logs and records', async () => {
  await opened(world.folder, async (repository) => {
    await save(repository, [edit(text('draft'), '下書き\n')], '{"notes":["ここを直してください"]}');
    await save(repository, [edit(text('shown'), '公開\n')]);
    await repository.publish(entry('case-studies/sakura-u/shown'), () => publication);
    await repository.records.change({
      moves: [{ kind: 'wishes', name: 'one', from: null, text: '{"wish":1}' }],
      at: new Date(now),
      message: '要望',
    });
  });
  world.git('tag', '-a', '-m', '版', 'v1');
  world.git('remote', 'add', 'origin', 'https://somebody:secret@git.example/portal.git');
  world.git('config', 'branch.main.remote', 'origin');
  world.git('config', 'branch.main.merge', 'refs/heads/main');
  const outcome = await backup({ verifies: true });
  expect(outcome).toMatchObject({ areOfOneMoment: true, uploads: 0 });

  world.git('for-each-ref');
  const [published, drafts] = [refsOf(world.folder), world.drafts('for-each-ref')];
  rmSync(world.folder, { recursive: true });
  const to = await restored();
  expect(refsOf(to)).toBe(published);
  expect(refsOf(join(to, '.git/portal-drafts.git'))).toBe(drafts);
  expect(statSync(join(to, '.git/portal-drafts.git')).mode & 0o077).toBe(0);
  expect(execFileSync('git', ['status', '--porcelain'], { cwd: to, encoding: 'utf8' })).toBe('');
  expect(readFileSync(join(to, '.git/config'), 'utf8')).toContain('https://git.example/portal.git');
  // So that a pull goes on as before.
  expect(execFileSync('git', ['config', 'branch.main.merge'], { cwd: to, encoding: 'utf8' })).toBe(
    'refs/heads/main\n',
  );
  await opened(to, async (repository) => {
    expect(await proposedText(repository, text('draft'))).toBe('下書き\n');
    const proposal = await repository.proposal(entry('case-studies/sakura-u/draft'));
    expect(proposal?.record).toContain('ここを直してください');
    expect(await publishedText(repository, text('shown'))).toBe('公開\n');
    expect(await repository.archivedProposals()).toHaveLength(1);
    expect((await repository.records.read('wishes', 'one'))?.text).toBe('{"wish":1}');
  });
  fsck(to);
  fsck(join(to, '.git/portal-drafts.git'));
});

it('costs what has changed, and keeps what was there yesterday', async () => {
  await opened(world.folder, async (repository) => {
    for (let count = 0; count < 20; count += 1) {
      await save(repository, [edit(text(`d${count}`), `下書き ${count}\n`.repeat(200))]);
    }
    await backup();
    const yesterday = new Date(now);
    expect((await backup()).changed).toBe(0);
    const before = packs();
    await save(repository, [edit(text('late'), '後から\n')]);
    expect((await backup()).changed).toBe(1);
    const added = packs().reduce((sum, size) => sum + size, 0) - before.reduce((a, b) => a + b, 0);
    expect(packs()).toHaveLength(before.length + 1);
    expect(added).toBeLessThan(3000);

    const to = await restored(yesterday);
    await opened(to, async (old) => {
      expect(await proposedText(old, text('late'))).toBeNull();
      expect(await proposedText(old, text('d7'))).toBe('下書き 7\n'.repeat(200));
    });
  });
});

/** Between two of these, what lies on the disk means the same. */
const telling = [
  'record-written',
  'branch-moved',
  'proposal-ended',
  'index-brought',
] as const satisfies readonly PublicationStep[];

describe('a publication that is under way', () => {
  it.each(telling)('is finished by the portal on the copy when it was after %s', async (step) => {
    const entryShown = entry('case-studies/sakura-u/shown');
    let isTaken = false;
    const repository = await openGitRepository({
      folder: world.folder,
      forTests: {
        async onStep(now) {
          if (now !== step || isTaken) return;
          isTaken = true;
          await backup();
        },
      },
    });
    await save(repository, [edit(text('shown'), '公開\n')]);
    await repository.publish(entryShown, () => publication);
    repository.close();
    expect(isTaken).toBe(true);
    rmSync(world.folder, { recursive: true });

    const to = await restored();
    await opened(to, async (copy) => {
      const [shown, proposed] = [
        await publishedText(copy, text('shown')),
        await proposedText(copy, text('shown')),
      ];
      // It is there once: as a proposal, or published.
      expect([shown, proposed].filter((found) => found === '公開\n')).toHaveLength(1);
      if (shown === null) {
        await copy.publish(entryShown, () => publication);
        expect(await publishedText(copy, text('shown'))).toBe('公開\n');
      }
    });
    expect(readFileSync(join(to, 'content', text('shown')), 'utf8')).toBe('公開\n');
    expect(refsOf(join(to, '.git/portal-drafts.git'))).not.toMatch(
      /refs\/(?:publications|proposals)/,
    );
    fsck(to);
    fsck(join(to, '.git/portal-drafts.git'));
  });
});

it('has all that was answered before it began when the folder is destroyed in the middle of work', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1e6);
  console.log(`seed ${seed}`);
  const answersBefore = 4 + (seed % 17);
  const script = join(import.meta.dirname, '../repository/fixtures/saving-process.ts');
  const child = spawn(process.execPath, [script, world.folder], { detached: true });
  const answers: string[] = [];
  const enough = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      answers.push(line);
      if (answers.length === answersBefore) resolve();
    });
  });
  await enough;
  const before = [...answers];
  await backup();
  const begun = answers.length;
  // Others write there meanwhile: what they put into a folder that was emptied is taken away as well.
  rmSync(world.folder, { recursive: true, force: true, maxRetries: 100, retryDelay: 1 });
  if (child.pid) process.kill(-child.pid, 'SIGKILL');
  await once(child, 'close');
  expect(begun).toBeGreaterThanOrEqual(before.length);

  const to = await restored();
  await opened(to, async (copy) => {
    for (const answer of before) {
      const [, name = ''] = answer.split(' ');
      const found =
        (await proposedText(copy, text(name))) ?? (await publishedText(copy, text(name)));
      expect({ answer, found }).toEqual({ answer, found: `事例 ${name}\n` });
      if (!answer.startsWith('published')) continue;
      expect(await publishedText(copy, text(name))).toBe(found);
      // What is published is no proposal any more.
      expect(await proposedText(copy, text(name))).toBeNull();
    }
  });
  fsck(to);
  fsck(join(to, '.git/portal-drafts.git'));
});

describe('what has gone wrong with the portal', () => {
  it('leaves the copy as it is', async () => {
    await opened(world.folder, async (repository) => {
      for (let count = 0; count < 12; count += 1) {
        await save(repository, [edit(text(`d${count}`), `${count}\n`)]);
      }
    });
    await backup();
    const store = await openBackupStore(folder());
    const before = await store.names();

    const drafts = join(world.folder, '.git/portal-drafts.git');
    for (const ref of world.drafts('for-each-ref', '--format=%(refname)').trim().split('\n')) {
      world.drafts('update-ref', '-d', ref);
    }
    await expect(backup()).rejects.toThrow(/12件から0件に減っています/);
    rmSync(drafts, { recursive: true });
    await expect(backup()).rejects.toThrow(/12件から0件に減っています/);
    world.git('commit', '-q', '--amend', '-m', '書き換え');
    await expect(backup()).rejects.toThrow(/続きになっていません/);
    rmSync(world.folder, { recursive: true });
    mkdirSync(world.folder);
    await expect(backup()).rejects.toThrow(/git のリポジトリがありません/);
    expect(await store.names()).toEqual(before);
    await opened(await restored(), async (copy) => {
      expect(await proposedText(copy, text('d3'))).toBe('3\n');
    });
  });

  it('does not bring a broken object into the copy', async () => {
    await backup();
    await opened(world.folder, (repository) => save(repository, [edit(text('a'), '下書き\n')]));
    const blob = world
      .drafts('rev-parse', `refs/proposals/case-studies/sakura-u/a:content/${text('a')}`)
      .trim();
    const file = join(
      world.folder,
      '.git/portal-drafts.git/objects',
      blob.slice(0, 2),
      blob.slice(2),
    );
    rmSync(file);
    writeFileSync(file, 'なにか');
    await expect(backup()).rejects.toThrow();
    const store = await openBackupStore(folder());
    expect(await store.names()).toHaveLength(1);
    await store.verify();
    await restored();
  });

  it('is told when the copy itself is broken', async () => {
    await backup();
    const [pack = ''] = readdirSync(join(storeFolderIn(folder()), 'objects/pack')).filter((name) =>
      name.endsWith('.pack'),
    );
    const file = join(storeFolderIn(folder()), 'objects/pack', pack);
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
    rmSync(file);
    writeFileSync(file, bytes);
    const store = await openBackupStore(folder());
    await expect(store.verify()).rejects.toThrow(/こわれたところがあります/);
  });
});

it('refuses a place that would be lost with the portal, one where another works, and a target that is there', async () => {
  await expect(backup({ folder: join(world.folder, 'backup') })).rejects.toThrow(/の中にあり/);
  await expect(backup({ folder: join(world.folder, '.git/backup') })).rejects.toThrow(/の中にあり/);
  mkdirSync(folder());
  writeFileSync(join(folder(), 'backup.lock'), String(process.ppid));
  await expect(backup()).rejects.toThrow(/ほかの控えの作業/);
  // Of a process that is no more.
  writeFileSync(join(folder(), 'backup.lock'), '999999999');
  await backup();
  await expect(restorePortal({ from: folder(), to: scratch, at: null })).rejects.toThrow(
    /すでにあります/,
  );
  await expect(restorePortal({ from: scratch, to: join(scratch, 'x'), at: null })).rejects.toThrow(
    /控えがありません/,
  );
  await expect(restored(new Date('2020-01-01'))).rejects.toThrow(/までの控えがありません/);
});

it('lets go of what is old with its objects, and writes down when it was made', async () => {
  await opened(world.folder, (repository) =>
    save(repository, [edit(text('gone'), '消える\n'.repeat(99))]),
  );
  await backup();
  const draft = world.drafts('rev-parse', 'refs/proposals/case-studies/sakura-u/gone').trim();
  world.drafts('update-ref', '-d', 'refs/proposals/case-studies/sakura-u/gone');
  const retention = { days: 1, weeks: 1 };
  for (let count = 0; count < 3; count += 1) {
    now += 8 * 24 * 60 * minute;
    world.commit('content/README.txt', `${count}`);
    await backup({ retention });
  }
  const store = await openBackupStore(folder());
  expect(await store.names()).toHaveLength(1);
  expect(await store.consolidate(9)).toBe(false);
  expect(await store.consolidate(2)).toBe(true);
  expect(packs()).toHaveLength(1);
  await expect(store.git(['cat-file', '-e', draft])).rejects.toThrow();
  const stamp = await readStamp(stampBesideBackup(folder()));
  expect(stamp).toMatchObject({ snapshots: 1, at: new Date(now).toISOString(), verifiedAt: null });
  expect(await readStamp(stampInPortal(join(world.folder, '.git')))).toEqual(stamp);
  // Plain git gives what is published.
  const clone = join(scratch, 'clone');
  execFileSync('git', ['clone', '-q', storeFolderIn(folder()), clone], { stdio: 'pipe' });
  expect(readFileSync(join(clone, 'content/README.txt'), 'utf8')).toBe('2');
});

it('carries what was sent and not saved yet, and lets it go when its day is over', async () => {
  const shelf = join(world.folder, '.git/portal-uploads');
  mkdirSync(shelf);
  const id = 'a'.repeat(32);
  writeFileSync(join(shelf, `${id}.bytes`), '表');
  writeFileSync(join(shelf, `${id}.json`), '{}');
  writeFileSync(join(shelf, 'coming'), '途中');
  expect((await backup()).uploads).toBe(1);
  const to = await restored();
  expect(readdirSync(join(to, '.git/portal-uploads')).sort()).toEqual([
    `${id}.bytes`,
    `${id}.json`,
  ]);
  rmSync(shelf, { recursive: true });
  expect((await backup()).uploads).toBe(0);
  expect(readdirSync(join(folder(), 'uploads'))).toEqual([]);
});

it('carries settings without their secrets, unless they are wanted, and the audit log', async () => {
  const settings = join(scratch, 'portal.env');
  writeFileSync(
    settings,
    [
      '# 設定',
      'GATEWAY_ORIGIN=https://portal.example',
      'SESSION_SECRETS="first-secret',
      'second-secret"',
      'OIDC_CLIENT_SECRET_FILE=/etc/portal/oidc-secret',
      'UPSTREAM_URL=https://user:pass-in-address@git.example/portal.git',
      'MEMBER_KEYS=ring',
    ].join('\n'),
  );
  const audit = join(scratch, 'audit.jsonl');
  writeFileSync(audit, '{"what":"saved"}\n');
  writeFileSync(`${audit}.1`, '{"what":"before"}\n');
  const audits = await carriedAudit(audit);
  await backup({ files: [...(await carriedSettings(settings, false)), ...audits] });
  const to = await restored();
  const kept = readFileSync(join(`${to}.settings`, 'settings/portal.env'), 'utf8');
  expect(kept).toContain('GATEWAY_ORIGIN=https://portal.example');
  expect(kept).toContain('OIDC_CLIENT_SECRET_FILE=/etc/portal/oidc-secret');
  expect(kept).not.toMatch(/first-secret|second-secret|pass-in-address|ring/);
  expect(readFileSync(join(`${to}.settings`, 'audit/audit.jsonl.1'), 'utf8')).toContain('before');
  const withAll = await carriedSettings(settings, true);
  expect(Buffer.from(withAll[0]?.bytes ?? []).toString()).toBe(readFileSync(settings, 'utf8'));
});
