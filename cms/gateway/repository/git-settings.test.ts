import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findContentRepository } from './content-repository.ts';
import {
  edit,
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
import { openGitRepository } from './git-repository.ts';
import type { Repository } from './repository.ts';
import { GitTooSlow, gitIn } from './run-git.ts';

const pledge = entry('case-studies/sakura-u/pledge');

let world: TemporaryRepository;
let repository: Repository | null = null;
beforeEach(() => {
  world = temporaryRepository();
});
afterEach(() => {
  repository?.close();
  repository = null;
  world.remove();
});

const troubles: unknown[] = [];
const open = async (folder = world.folder) => {
  troubles.length = 0;
  repository = await openGitRepository({ folder, onTrouble: (error) => troubles.push(error) });
  return repository;
};

/** Everything that could change what git says or does, as a person or the system may have set it. */
const settings = `
[user]
  useConfigOnly = true
[core]
  quotePath = true
  abbrev = 5
  fsmonitor = /nowhere/monitor
  hooksPath = HOOKS
  pager = false
[color]
  ui = always
[log]
  showSignature = true
  follow = true
  date = relative
  decorate = full
[diff]
  external = false
  noprefix = true
  renames = copies
  orderFile = /nowhere/order
[commit]
  gpgSign = true
[tag]
  gpgSign = true
[gpg]
  program = false
[fetch]
  prune = true
  fsckObjects = true
[transfer]
  hideRefs = refs
[init]
  defaultRefFormat = reftable
  defaultObjectFormat = sha256
  templateDir = /nowhere/template
[safe]
  bareRepository = explicit
[alias]
  cat-file = !false
  update-ref = !false
[gc]
  auto = 1
[index]
  version = 4
[pack]
  packSizeLimit = 1m
`;

describe('git under the settings of', () => {
  it.each(['a person', 'the repository'])('%s does what it does without', async (whose) => {
    const hooks = join(world.folder, '../hooks');
    mkdirSync(hooks);
    for (const hook of ['reference-transaction', 'post-index-change', 'fsmonitor-watchman']) {
      writeFileSync(join(hooks, hook), '#!/bin/sh\nexit 1\n');
      chmodSync(join(hooks, hook), 0o755);
    }
    const text = settings.replace('HOOKS', whose === 'a person' ? hooks : '/nowhere/hooks');
    const home = join(world.folder, '../home');
    mkdirSync(home);
    const config =
      whose === 'a person' ? join(home, '.gitconfig') : join(world.folder, '.git/config');
    writeFileSync(config, text, { flag: 'a' });
    // The portal's process is started in that person's home; the environment is read at each command.
    const { HOME } = process.env;
    process.env['HOME'] = home;
    try {
      const opened = await open();
      const outcome = await save(opened, [
        edit(pledge.text, '公開した版\n', await publishedVersion(opened, pledge.text)),
        edit('case-studies/sakura-u/pledge/図 その一.svg', '<svg/>'),
      ]);
      expect(outcome.kind).toBe('saved');
      const last = await opened.lastChange(await opened.published(), file(pledge.text));
      expect(last.changedBy).toBe('開発者');
      expect(await opened.publish(pledge, () => publication)).toMatchObject({
        kind: 'published',
        left: [],
      });
      expect(await publishedText(opened, pledge.text)).toBe('公開した版\n');
      const changed = await opened.lastChange(await opened.published(), file(pledge.text));
      expect(changed.changedBy).toBe('さくら大学 研究推進課');
      expect(troubles).toEqual([]);
      expect(readdirSync(join(world.folder, '.git/portal-drafts.git'))).toContain('refs');
    } finally {
      process.env['HOME'] = HOME;
    }
  });
});

it('keeps the line ends that a person has set for all checkouts', async () => {
  const home = join(world.folder, '../home');
  mkdirSync(home);
  writeFileSync(join(home, '.gitconfig'), '[core]\n  autocrlf = true\n');
  const { HOME } = process.env;
  process.env['HOME'] = home;
  try {
    const path = join(world.folder, 'content', pledge.text);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
    const opened = await open();
    const basedOn = await publishedVersion(opened, pledge.text);
    await save(opened, [edit(pledge.text, '一行\n二行\n', basedOn)]);
    expect(await opened.publish(pledge, () => publication)).toMatchObject({ left: [] });
    expect(readFileSync(path, 'utf8')).toBe('一行\r\n二行\r\n');
  } finally {
    process.env['HOME'] = HOME;
  }
});

it('tells that a hook of the repository refuses, as such', async () => {
  const opened = await open();
  await save(opened, [edit(pledge.text, '版\n', await publishedVersion(opened, pledge.text))]);
  const hooks = join(world.folder, '.git/hooks');
  mkdirSync(hooks, { recursive: true });
  const hook = join(hooks, 'reference-transaction');
  writeFileSync(hook, '#!/bin/sh\necho "機密の理由" >&2\nexit 1\n');
  chmodSync(hook, 0o755);
  const before = world.git('rev-parse', 'HEAD');
  await expect(opened.publish(pledge, () => publication)).rejects.toThrow(
    /^保存先に置かれた点検の仕組みが記録を断ったため[^。]+。$/,
  );
  expect(world.git('rev-parse', 'HEAD')).toBe(before);
  // A draft is no business of that hook.
  expect((await save(opened, [edit('glossary/next.yaml', 'term: 次\n')])).kind).toBe('saved');
  // It is tried again when the hook lets it, and the operator has heard git's own words.
  expect(String(troubles[0])).toContain('機密の理由');
  writeFileSync(hook, '#!/bin/sh\nexit 0\n');
  expect(await opened.publish(pledge, () => publication)).toMatchObject({ kind: 'published' });
});

it('ends a git command that takes too long', async () => {
  const hook = join(world.folder, '.git/hooks/reference-transaction');
  mkdirSync(join(world.folder, '.git/hooks'), { recursive: true });
  // It waits until its input ends, which never happens.
  writeFileSync(hook, '#!/bin/sh\nexec tail -f /dev/null --pid=$PPID\n');
  chmodSync(hook, 0o755);
  const ending = gitIn(world.folder)(['update-ref', 'refs/heads/other', 'HEAD'], [], {
    limitMs: 20,
  });
  await expect(ending).rejects.toThrow(GitTooSlow);
});

describe('a repository of another account', () => {
  const isRoot = process.getuid?.() === 0;
  const giveAway = () => {
    for (const path of ['.', '.git']) chownSync(join(world.folder, path), 65534, 65534);
  };

  it.runIf(isRoot)('is told as such, with what to do', async () => {
    giveAway();
    const sentence =
      /^「.+」は別の利用者が所有しているため[^。]+。ポータルを動かす利用者で「git config --global --add safe\.directory .+」を実行してから[^。]+。$/;
    await expect(open()).rejects.toThrow(sentence);
    await expect(findContentRepository(join(world.folder, 'content'))).rejects.toThrow(sentence);
  });

  it.runIf(isRoot)('is used when the person who runs the portal trusts it', async () => {
    giveAway();
    const script = `
      import { openGitRepository } from ${JSON.stringify(join(import.meta.dirname, 'git-repository.ts'))};
      const repository = await openGitRepository({ folder: process.argv[1] });
      console.log(await repository.published());
      repository.close();`;
    const home = join(world.folder, '../home');
    mkdirSync(home);
    writeFileSync(join(home, '.gitconfig'), `[safe]\n  directory = ${world.folder}\n`);
    const said = execFileSync(
      process.execPath,
      ['--input-type=module', '--eval', script, world.folder],
      { env: { ...process.env, HOME: home }, encoding: 'utf8' },
    );
    expect(said.trim()).toMatch(/^[0-9a-f]{40}$/);
  });
});
