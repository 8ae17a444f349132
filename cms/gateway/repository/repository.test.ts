import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cloneOfHost } from '../upstream/fixtures/clone-of-host.ts';
import {
  entry,
  file,
  kindsOfRepository,
  type TemporaryRepository,
  temporaryRepository,
} from './fixtures/temporary-repository.ts';
import { openGitRepository } from './git-repository.ts';
import type {
  FileEdit,
  FileVersion,
  ProposalRequest,
  ProposeRequest,
  Publication,
  Repository,
} from './repository.ts';

const pledge = entry('case-studies/sakura-u/pledge');
const pledgeText = file(pledge.text);
const form = file('case-studies/sakura-u/pledge/誓約書 [様式1].csv');
const sakura = { name: 'さくら大学 研究推進課', email: 'sakura-u@contributors.invalid' };
const at = new Date('2026-11-24T05:00:00Z');

let world: TemporaryRepository;
let repository: Repository;
const troubles: unknown[] = [];
/** Opens another portal on the same store. */
let openOther: () => Promise<Repository>;
const open = async (made: TemporaryRepository) => {
  world = made;
  troubles.length = 0;
  const onTrouble = (error: unknown) => troubles.push(error);
  openOther = () => openGitRepository({ folder: made.folder, onTrouble });
  repository = await openOther();
};
/** The same over a host: each portal with a clone of its own. */
const openHosted = async () => {
  troubles.length = 0;
  ({ repository, world, openOther } = await cloneOfHost((error) => troubles.push(error)));
};
afterEach(() => {
  repository.close();
  world.remove();
});

const edit = (path: string, text: string | null, basedOn: FileVersion | null): FileEdit => ({
  address: file(path),
  bytes: text === null ? null : Buffer.from(text),
  basedOn,
});
const request = (
  edits: FileEdit[],
  over: Partial<ProposeRequest<string>> = {},
): ProposeRequest<string> => ({
  entry: edits[0]?.address.entry ?? pledge,
  edits,
  author: sakura,
  at,
  describe: () => ({ record: '{}', message: { subject: '下書きを保存', trailers: {} } }),
  ...over,
});
const save = (path: string, text: string | null, basedOn: FileVersion | null) =>
  repository.propose(request([edit(path, text, basedOn)]));
const whole: ProposalRequest<string> = {
  author: sakura,
  at,
  describe: () => ({ record: '{"deleted":true}', message: { subject: '削除', trailers: {} } }),
};
const publication: Publication = {
  author: sakura,
  at,
  message: { subject: '公開', trailers: { 'Approved-By-Office': '事務局' } },
};
const publish = () => repository.publish(pledge, () => publication);

const publishedVersion = async (address = pledgeText) => {
  const found = await repository.read(await repository.published(), address);
  return found?.version ?? null;
};
const publishedText = async (address = pledgeText) => {
  const found = await repository.read(await repository.published(), address);
  return found && Buffer.from(found.bytes).toString();
};
const proposedText = async (address = pledgeText) => {
  const proposal = await repository.proposal(address.entry);
  const found = proposal && (await repository.read(proposal.commit, address));
  return found && Buffer.from(found.bytes).toString();
};
const refs = () => world.refs();
const onDisk = (path: string) => readFileSync(join(world.folder, 'content', path), 'utf8');

describe.each([...kindsOfRepository, 'clone of a host'] as const)(
  'a repository that is a %s',
  (kind) => {
    const isHosted = kind === 'clone of a host';
    beforeEach(() => (isHosted ? openHosted() : open(temporaryRepository(kind))));
    afterEach(() => {
      expect(world.git('fsck', '--full', '--strict')).not.toMatch(/error|missing|broken/);
      expect(world.drafts('fsck', '--full', '--strict')).not.toMatch(/error|missing|broken/);
    });

    it('lists and reads what is published', async () => {
      const commit = await repository.published();
      const files = await repository.list(commit);
      expect(files.map(({ address }) => address.path)).toEqual([
        'case-studies/momiji-u/travel/index.mdx',
        'case-studies/sakura-u/pledge/index.mdx',
        'case-studies/sakura-u/pledge/誓約書 [様式1].csv',
        'glossary/deemed-export.yaml',
        'institutions/momiji-u.yaml',
        'institutions/sakura-u.yaml',
      ]);
      expect(await repository.list(commit, pledge)).toHaveLength(2);
      const glossary = await repository.list(commit, { collection: 'glossary' });
      expect(glossary).toEqual(await repository.list(commit, entry('glossary/deemed-export')));
      const [term] = await repository.readAll(glossary);
      expect(Buffer.from(term?.bytes ?? []).toString()).toContain('みなし輸出');
      expect(await repository.read(commit, file('glossary/none.yaml'))).toBeNull();
    });

    it('keeps a new proposal beside what readers see', async () => {
      const before = await repository.published();
      expect(await save('guidelines/sakura-u/rules/index.mdx', '新しい規程', null)).toMatchObject({
        kind: 'saved',
        proposal: { record: '{}', savedAt: at },
      });
      const rules = file('guidelines/sakura-u/rules/index.mdx');
      expect(await proposedText(rules)).toBe('新しい規程');
      expect(await publishedText(rules)).toBeNull();
      expect(await repository.published()).toBe(before);
      expect((await repository.proposals()).map((found) => found.entry.path)).toEqual([
        'guidelines/sakura-u/rules',
      ]);
    });

    it('keeps twenty proposals that are saved at once', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          save(`case-studies/sakura-u/case-${n}/index.mdx`, `事例 ${n}`, null),
        ),
      );
      expect(new Set(outcomes.map((outcome) => outcome.kind))).toEqual(new Set(['saved']));
      expect(await repository.proposals()).toHaveLength(20);
      expect(await proposedText(file('case-studies/sakura-u/case-19/index.mdx'))).toBe('事例 19');
    });

    it('lets one of twenty saves of an entry win, and tells the others', async () => {
      const basedOn = await publishedVersion();
      // Two portals on one repository share nothing but git.
      const other = await openOther();
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          (n % 2 ? other : repository).propose(request([edit(pledge.text, `版 ${n}`, basedOn)])),
        ),
      );
      other.close();
      const won = outcomes.findIndex(({ kind }) => kind === 'saved');
      const lost = outcomes.filter((_, n) => n !== won);
      expect(await proposedText()).toBe(`版 ${won}`);
      expect(lost).toHaveLength(19);
      for (const outcome of lost) {
        expect(outcome).toEqual({
          kind: 'conflict',
          conflicts: [{ address: pledgeText, changedBy: sakura.name, changedAt: at }],
        });
      }
    });

    it('takes a save again whose answer got lost', async () => {
      const basedOn = await publishedVersion();
      await save(pledge.text, '直した', basedOn);
      expect(await save(pledge.text, '直した', basedOn)).toMatchObject({ kind: 'saved' });
    });

    it('saves files of one entry on top of each other', async () => {
      const [text, table] = [await publishedVersion(), await publishedVersion(form)];
      await save(pledge.text, '直した', text);
      expect(await save(form.path, '項目,数\n配付,20\n', table)).toMatchObject({ kind: 'saved' });
      expect(await proposedText()).toBe('直した');
      expect(await proposedText(form)).toContain('20');
    });

    it('asks for the reason of each new version, and stops at a refusal', async () => {
      const refused = { kind: 'refused', refusal: '承認の後です' } as const;
      const before = refs();
      const outcome = await repository.propose(
        request([edit(pledge.text, '直した', await publishedVersion())], {
          describe: () => refused,
        }),
      );
      expect(outcome).toEqual(refused);
      expect(refs()).toBe(before);
    });

    it('publishes a proposal, its attachments with it, as one commit', async () => {
      await save(pledge.text, '一つめ', await publishedVersion());
      const proposal = await repository.proposal(pledge);
      const text = proposal && (await repository.read(proposal.commit, pledgeText));
      await repository.propose(
        request([
          edit(pledge.text, '二つめ', text?.version ?? null),
          edit('case-studies/sakura-u/pledge/図.svg', '<svg/>', null),
          edit(form.path, null, await publishedVersion(form)),
        ]),
      );
      const before = await repository.published();
      expect(await publish()).toMatchObject({ kind: 'published', left: [] });
      expect(await publishedText()).toBe('二つめ');
      expect(await publishedText(form)).toBeNull();
      expect(await publishedText(file('case-studies/sakura-u/pledge/図.svg'))).toBe('<svg/>');
      expect(await repository.proposal(pledge)).toBeNull();
      const log = world
        .git('log', '--format=%an|%cn|%s|%(trailers:key=Approved-By-Office)', `${before}..HEAD`)
        .trim();
      expect(log).toBe(
        'さくら大学 研究推進課|産学官連携リスクマネジメント共有ポータル|公開|Approved-By-Office: 事務局',
      );
      expect(refs()).not.toContain('refs/pending-publications');
    });

    it('publishes proposals that began from the same version', async () => {
      await save('glossary/a.yaml', '用語 A', null);
      await save('glossary/b.yaml', '用語 B', null);
      const outcomes = await Promise.all(
        ['glossary/a', 'glossary/b'].map((path) =>
          repository.publish(entry(path), () => publication),
        ),
      );
      expect(outcomes.map(({ kind }) => kind)).toEqual(['published', 'published']);
      expect(await publishedText(file('glossary/a.yaml'))).toBe('用語 A');
      expect(await publishedText(file('glossary/b.yaml'))).toBe('用語 B');
    });

    it('does not publish over what others published meanwhile, until its author has seen that', async () => {
      await save(pledge.text, '投稿案', await publishedVersion());
      const desk = { name: '編集部（事務局）', email: 'editors@contributors.invalid' };
      await repository.publishEdits(
        pledge,
        [edit(pledge.text, '編集部の訂正', await publishedVersion())],
        () => ({ ...publication, author: desk }),
      );
      const conflict = {
        kind: 'conflict',
        conflicts: [{ address: pledgeText, changedBy: desk.name, changedAt: at }],
      };
      expect(await publish()).toEqual(conflict);
      expect(await repository.propose(request([], { over: null }))).toEqual(conflict);
      expect(await publishedText()).toBe('編集部の訂正');

      const proposal = await repository.proposal(pledge);
      const text = proposal && (await repository.read(proposal.commit, pledgeText));
      const edits = [edit(pledge.text, '訂正を入れた投稿案', text?.version ?? null)];
      const over = await publishedVersion();
      expect(await repository.propose(request(edits, { over }))).toMatchObject({ kind: 'saved' });
      expect(await publish()).toMatchObject({ kind: 'published' });
      expect(await publishedText()).toBe('訂正を入れた投稿案');
    });

    it('publishes the taking away of an entry with all that lies beside it', async () => {
      await repository.propose(
        request([
          edit(pledge.text, null, await publishedVersion()),
          edit(form.path, null, await publishedVersion(form)),
        ]),
      );
      expect(await repository.proposal(pledge)).toMatchObject({ content: null });
      expect(await publish()).toMatchObject({ kind: 'published', left: [] });
      expect(await repository.list(await repository.published(), pledge)).toEqual([]);
    });

    it('tells whether readers see the entry already', async () => {
      await save('glossary/new.yaml', '新しい用語', null);
      await repository.publish(entry('glossary/new'), ({ isPublished }) => {
        expect(isPublished).toBe(false);
        return publication;
      });
      expect(await repository.publish(entry('glossary/new'), () => publication)).toEqual({
        kind: 'missing',
      });
    });

    it('restores a deleted proposal, unless another has begun', async () => {
      await save(pledge.text, '消して戻す', await publishedVersion());
      const deleted = await repository.deleteProposal(pledge, whole);
      expect(await repository.proposal(pledge)).toBeNull();
      expect(await repository.deleteProposal(pledge, whole)).toEqual({ kind: 'missing' });
      if (deleted.kind !== 'deleted') throw new Error(deleted.kind);
      const { commit } = deleted.proposal;
      expect((await repository.deletedProposals()).map((found) => found.commit)).toEqual([commit]);

      await save(pledge.text, '別の投稿案', await publishedVersion());
      expect(await repository.restoreProposal(pledge, commit, whole)).toEqual({ kind: 'occupied' });
      await repository.deleteProposal(pledge, whole);
      expect(await repository.restoreProposal(pledge, commit, whole)).toMatchObject({
        kind: 'restored',
      });
      expect(await proposedText()).toBe('消して戻す');
      expect(await repository.deletedProposals()).toHaveLength(1);
      expect(await repository.restoreProposal(pledge, commit, whole)).toEqual({ kind: 'missing' });
    });

    // What a host has is read by the same reader, and the link is committed here by hand.
    if (isHosted) return;
    it('writes through no link, and reads none', async () => {
      linkInsteadOf(world, 'surveys');
      const before = refs();
      expect(await save('surveys/sakura-u/desks/index.mdx', '調査', null)).toEqual({
        kind: 'unwritable',
        why: 'behind-link',
      });
      expect(
        await repository.list(await repository.published(), { collection: 'surveys' }),
      ).toEqual([]);
      expect(refs()).toBe(before);
    });
  },
);

/** Commits a link in the place of a collection's folder, as a push from elsewhere could. */
const linkInsteadOf = ({ git }: TemporaryRepository, collection: string) => {
  const treeOf = (lines: string) => git('mktree', { input: lines }).trim();
  const target = git('hash-object', '-w', '--stdin', { input: '/etc' }).trim();
  const content = treeOf(`${git('ls-tree', 'HEAD:content')}120000 blob ${target}\t${collection}\n`);
  const root = treeOf(`040000 tree ${content}\tcontent\n`);
  git('update-ref', 'HEAD', git('commit-tree', root, '-p', 'HEAD', '-m', 'リンク').trim());
};

describe('publishing into a checkout', () => {
  beforeEach(() => open(temporaryRepository()));

  it('shows the files there and leaves everything else as it is', async () => {
    world.write('content/glossary/own.yaml', '自分の用語');
    world.git('add', 'content/glossary/own.yaml');
    world.write('content/glossary/deemed-export.yaml', '直しかけ');
    await save(pledge.text, '公開する版', await publishedVersion());
    expect(await publish()).toMatchObject({ left: [] });
    expect(onDisk(pledge.text)).toBe('公開する版');
    expect(world.git('status', '--porcelain')).toBe(
      ' M content/glossary/deemed-export.yaml\nA  content/glossary/own.yaml\n',
    );
    world.git('commit', '-qm', '自分の記事だけ');
    expect(world.git('show', `HEAD:content/${pledge.text}`)).toBe('公開する版');
  });

  it('leaves a file that somebody is working on, and says so', async () => {
    await save(pledge.text, '公開する版', await publishedVersion());
    world.write(`content/${pledge.text}`, '直しかけ');
    expect(await publish()).toMatchObject({
      kind: 'published',
      left: [{ address: pledgeText, why: 'changed-there' }],
    });
    expect(onDisk(pledge.text)).toBe('直しかけ');
    expect(await publishedText()).toBe('公開する版');
  });

  it('leaves a file that somebody has staged, and says so', async () => {
    await save(pledge.text, '公開する版', await publishedVersion());
    world.write(`content/${pledge.text}`, '登録しかけ');
    world.git('add', '-A');
    expect(await publish()).toMatchObject({ left: [{ why: 'staged-there' }] });
    expect(onDisk(pledge.text)).toBe('登録しかけ');
  });

  it('does not follow a link that somebody put into the checkout', async () => {
    const outside = join(world.folder, '..', 'outside');
    world.write('../outside/kept', '');
    symlinkSync(outside, join(world.folder, 'content', 'surveys'));
    await save('surveys/sakura-u/desks/index.mdx', '調査', null);
    expect(
      await repository.publish(entry('surveys/sakura-u/desks'), () => publication),
    ).toMatchObject({ kind: 'published', left: [{ why: 'behind-link' }] });
    expect(existsSync(join(outside, 'sakura-u'))).toBe(false);
  });

  it('brings the file although somebody else holds the index, and the index as soon as it is free', async () => {
    await save(pledge.text, '公開する版', await publishedVersion());
    const lock = join(world.folder, '.git', 'index.lock');
    writeFileSync(lock, '');
    expect(await publish()).toMatchObject({ kind: 'published', left: [] });
    expect(onDisk(pledge.text)).toBe('公開する版');
    expect(repository.pendingFiles()).toEqual([{ address: pledgeText, why: 'index-locked' }]);
    expect(troubles).toEqual([expect.objectContaining({ name: 'GitFailure' })]);

    rmSync(lock);
    await expect.poll(() => repository.pendingFiles()).toEqual([]);
    expect(world.git('status', '--porcelain')).toBe('');
    expect(refs()).not.toContain('publications');
  });

  it('does not publish where no branch is checked out', async () => {
    await save(pledge.text, '公開する版', await publishedVersion());
    world.git('checkout', '-q', '--detach');
    const before = refs();
    expect(await publish()).toEqual({ kind: 'unwritable', why: 'no-branch' });
    expect(refs()).toBe(before);
  });

  it('publishes on top of commits that others make meanwhile', async () => {
    await save(pledge.text, '公開する版', await publishedVersion());
    let first = true;
    const outcome = await repository.publish(pledge, () => {
      if (first) world.commit('content/glossary/other.yaml', '割り込み');
      first = false;
      return publication;
    });
    expect(outcome).toMatchObject({ kind: 'published', left: [] });
    expect(await publishedText(file('glossary/other.yaml'))).toBe('割り込み');
    expect(await publishedText()).toBe('公開する版');
  });

  it('keeps the line ends that the checkout is set to', async () => {
    world.git('config', 'core.autocrlf', 'true');
    world.write(`content/${pledge.text}`, onDisk(pledge.text).replaceAll('\n', '\r\n'));
    await save(pledge.text, '一行\n二行\n', await publishedVersion());
    expect(await publish()).toMatchObject({ left: [] });
    expect(onDisk(pledge.text)).toBe('一行\r\n二行\r\n');
  });
});

it('says in Japanese what keeps a folder from being the store', async () => {
  await open(temporaryRepository());
  await expect(openGitRepository({ folder: '/tmp' })).rejects.toThrow(/リポジトリではありません/);
  await expect(openGitRepository({ folder: '/none' })).rejects.toThrow(/フォルダーを確かめ/);
});
