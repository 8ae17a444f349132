import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attachmentField, caseText } from '../fixtures/entry-texts.ts';
import { people } from '../permissions/fixtures/people.ts';
import { refusals } from '../permissions/refusals.ts';
import {
  entry,
  file,
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import type { FileEdit, FileVersion, Repository } from '../repository/repository.ts';
import { type OpenedProposals, openProposals } from './fixtures/open-proposals.ts';
import type { HeldUp, Proposal, ProposalOutcome } from './proposal.ts';
import type { Proposals } from './proposals.ts';
import { sentences } from './sentences.ts';

const { sakura, momiji, editor } = people;

const pledge = entry('case-studies/sakura-u/pledge');
const travel = entry('case-studies/momiji-u/travel');
const desk = entry('best-practices/sakura-u/desk');
const deskText = caseText();
const pledgeText = (title: string) =>
  caseText({ title, fields: attachmentField('誓約書 [様式1].csv') });

let world: TemporaryRepository;
let repository: Repository;
let opened: OpenedProposals;
let proposals: Proposals;

const start = async () => {
  repository = await openGitRepository({ folder: world.folder });
  opened = await openProposals(repository);
  ({ proposals } = opened);
};
beforeEach(async () => {
  world = temporaryRepository();
  await start();
});
afterEach(async () => {
  await opened.close();
  expect(world.git('fsck', '--full', '--strict')).not.toMatch(/error|missing|broken/);
  repository.close();
  world.remove();
});

const edit = (path: string, text: string, basedOn: FileVersion | null = null): FileEdit => ({
  address: file(path),
  bytes: Buffer.from(text),
  basedOn,
});
const done = async (outcome: Promise<ProposalOutcome | HeldUp>): Promise<Proposal> => {
  const found = await outcome;
  if (found.kind !== 'done') throw new Error(found.reason);
  return found.proposal;
};
const published = async (address = file(pledge.text)) => {
  const found = await repository.read(await repository.published(), address);
  return { version: found?.version ?? null, text: found && Buffer.from(found.bytes).toString() };
};
const saveDesk = () => proposals.save(sakura, desk, [edit(desk.text, deskText)]);
const savePledge = async (text: string) =>
  proposals.save(sakura, pledge, [edit(pledge.text, text, (await published()).version)]);
const lastCommit = (ref: string) =>
  (ref === 'HEAD' ? world.git : world.drafts)(
    'log',
    '-1',
    '--format=%an <%ae>%n%cn%n%s%n%n%(trailers)',
    ref,
  ).trim();

describe('the way to publication', () => {
  it('leads an institution’s new entry over review and approval', async () => {
    await done(saveDesk());
    await done(proposals.sendForReview(sakura, desk));
    const { content } = await done(proposals.find(editor, desk));
    expect(await proposals.publish(editor, desk, content)).toMatchObject({ code: 'wrong-state' });
    const approved = await done(proposals.approve(editor, desk, content));
    expect(approved.record).toMatchObject({
      state: 'approved',
      startedBy: sakura,
      approval: { office: '編集部', on: '2026-11-24' },
    });
    expect(lastCommit('refs/proposals/best-practices/sakura-u/desk')).toMatchInlineSnapshot(`
      "編集部（事務局） <editors@contributors.invalid>
      産学官連携リスクマネジメント共有ポータル
      承認：取組「相談窓口の一本化」（さくら大学）

      Entry: best-practices/sakura-u/desk
      Proposal-State: approved
      Approved-By-Office: 編集部
      Approved-On: 2026-11-24"
    `);

    expect(await proposals.publish(editor, desk, content)).toMatchObject({
      kind: 'published',
      left: [],
    });
    expect((await published(file(desk.text))).text).toBe(deskText);
    expect(lastCommit('HEAD')).toMatchInlineSnapshot(`
      "さくら大学 研究推進課 <sakura-u@contributors.invalid>
      産学官連携リスクマネジメント共有ポータル
      公開：取組「相談窓口の一本化」（さくら大学）

      Entry: best-practices/sakura-u/desk
      Proposal-State: published
      Approved-By-Office: 編集部
      Approved-On: 2026-11-24"
    `);
    expect(await proposals.find(sakura, desk)).toMatchObject({ code: 'missing' });
    expect(world.git('ls-tree', '-r', '--name-only', 'HEAD')).not.toContain('.proposal.json');
  });

  it('asks for one look at a new version of an entry that is published', async () => {
    await done(savePledge(pledgeText('入学時の誓約書')));
    const { content } = await done(proposals.sendForReview(sakura, pledge));
    expect(await proposals.publish(editor, pledge, content)).toMatchObject({ kind: 'published' });
    expect(lastCommit('HEAD')).toContain('Approved-By-Office: 編集部');
  });

  it('is dated by the gateway: 掲載日 is that of the first publication, 更新日 that of the last, whatever the authors wrote', async () => {
    const ownDays = deskText
      .replace('published: 2026-11-24', 'published: 2024-01-01')
      .replace('updated: 2026-11-24', 'updated: 2030-12-31');
    await done(proposals.save(sakura, desk, [edit(desk.text, ownDays)]));
    await done(proposals.sendForReview(sakura, desk));
    const { content } = await done(proposals.find(editor, desk));
    await proposals.approveAndPublish(editor, desk, content);
    expect((await published(file(desk.text))).text).toBe(deskText);

    const since = '2026-01-10';
    const before = await published();
    expect(before.text).toContain(`published: ${since}`);
    await done(savePledge(pledgeText('入学時の誓約書').replace('2026-11-24', '2026-11-20')));
    const again = await done(proposals.sendForReview(sakura, pledge));
    await proposals.publish(editor, pledge, again.content);
    const { text } = await published();
    expect(text).toContain(`published: ${since}\nupdated: 2026-11-24\n`);
  });

  it('goes back to the request for review with an edit after the approval', async () => {
    const draft = await done(saveDesk());
    await done(proposals.sendForReview(sakura, desk));
    await done(proposals.approve(editor, desk, draft.content));
    const form = edit('best-practices/sakura-u/desk/様式.csv', '項目,数\n窓口,1\n');
    const { record } = await done(proposals.save(sakura, desk, [form]));
    expect(record).toMatchObject({ state: 'in-review', approval: null });
  });

  it('lets nobody approve or publish what they have not seen', async () => {
    const { content } = await done(saveDesk());
    await done(proposals.sendForReview(sakura, desk));
    const [text] = await repository.list((await done(proposals.find(sakura, desk))).commit, desk);
    const changed = edit(desk.text, caseText({ title: '後で' }), text?.version);
    const later = await done(proposals.save(sakura, desk, [changed]));
    expect(later.content).not.toBe(content);
    const unseen = { code: 'changed-since-seen', reason: sentences.changedSinceSeen };
    expect(await proposals.approve(editor, desk, content)).toMatchObject(unseen);
    await done(proposals.approve(editor, desk, later.content));
    expect(await proposals.publish(editor, desk, content)).toMatchObject(unseen);
  });

  it('is left and taken up again', async () => {
    await done(saveDesk());
    await done(proposals.sendForReview(sakura, desk));
    const stateAfter = async (outcome: Promise<ProposalOutcome | HeldUp>) =>
      (await done(outcome)).record.state;
    expect(await stateAfter(proposals.takeBack(sakura, desk))).toBe('draft');
    expect(await proposals.approve(editor, desk, null)).toMatchObject({
      code: 'wrong-state',
      reason:
        'この投稿案は「下書き」のため承認はできませんので、画面を開き直し、分からないときは事務局にお問い合わせください。',
    });
    expect(await stateAfter(proposals.sendForReview(sakura, desk))).toBe('in-review');
    expect(await stateAfter(proposals.returnToAuthor(editor, desk, '図を加えてください。'))).toBe(
      'draft',
    );
  });
});

const reason = '社名が推測されるとの指摘がありました。';

describe('what somebody else did meanwhile', () => {
  it('is told with the office and the time', async () => {
    const before = (await published()).version;
    await done(savePledge('一人め'));
    const late = await proposals.save(editor, pledge, [edit(pledge.text, '二人め', before)]);
    expect(late).toMatchObject({ kind: 'conflict' });
    expect('reason' in late && late.reason).toMatchInlineSnapshot(
      `"この記事はさくら大学 研究推進課が11月24日 14:05に先に保存しましたので、その内容を開いて確かめ、必要なところを加えてから、もう一度保存してください。"`,
    );
  });

  it('does not keep a note from being added while the text is saved', async () => {
    await done(saveDesk());
    const version = (
      await repository.list((await done(proposals.find(sakura, desk))).commit, desk)
    )[0]?.version;
    const outcomes = await Promise.all([
      proposals.save(sakura, desk, [edit(desk.text, `${deskText}足した\n`, version)]),
      ...['一', '二', '三'].map((text) => proposals.addNote(editor, desk, text)),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'done']);
    const { record, commit } = await done(proposals.find(editor, desk));
    expect(record.notes.map(({ text }) => text).sort()).toEqual(['一', '三', '二']);
    expect(
      Buffer.from((await repository.read(commit, file(desk.text)))?.bytes ?? []).toString(),
    ).toBe(`${deskText}足した\n`);
  });

  it('is laid under a proposal when its author has seen it', async () => {
    await done(savePledge(pledgeText('投稿案')));
    expect(await proposals.withdraw(editor, pledge, reason)).toMatchObject({ kind: 'published' });
    const { content, commit } = await done(proposals.sendForReview(sakura, pledge));
    expect(await proposals.publish(editor, pledge, content)).toMatchObject({ kind: 'conflict' });
    const mine = (await repository.list(commit, pledge)).find(
      ({ address }) => address.part === 'text',
    );
    const over = (await published()).version;
    // What was stopped is shown again by nobody's draft.
    const shown = pledgeText('見てから残した');
    const again = [edit(pledge.text, shown, mine?.version)];
    expect(await proposals.save(sakura, pledge, again, over)).toMatchObject({
      kind: 'refused',
      reason: sentences.withdrawnBySave,
    });
    const stopped = shown.replace('published:', 'withdrawn: true\npublished:');
    const kept = [edit(pledge.text, stopped, mine?.version)];
    const saved = await done(proposals.save(sakura, pledge, kept, over));
    expect(await proposals.publish(editor, pledge, saved.content)).toMatchObject({
      kind: 'published',
    });
  });
});

describe('permission', () => {
  it('is asked for by everything that can be done', async () => {
    await done(saveDesk());
    await done(proposals.addNote(editor, desk, '確かめてください。'));
    const before = world.refs();
    const head = await repository.published();
    const tried: Promise<{ kind: string; code?: string }>[] = [
      proposals.find(momiji, desk),
      proposals.save(momiji, desk, [edit(desk.text, deskText)]),
      proposals.delete(momiji, desk),
      proposals.restore(momiji, desk, head),
      proposals.sendForReview(momiji, desk),
      proposals.takeBack(momiji, desk),
      proposals.addNote(momiji, desk, '読みました'),
      proposals.changeNote(momiji, desk, 'note-1', '書き換え'),
      proposals.changeNote(momiji, desk, 'none', '書き換え'),
      proposals.deleteNote(momiji, desk, 'note-1'),
      proposals.resolveNote(momiji, desk, 'note-1', true),
      proposals.requestDeletion(momiji, pledge),
      proposals.requestWithdrawal(momiji, pledge, reason),
      // An institution's own office, where only the network's may act.
      proposals.returnToAuthor(sakura, desk, reason),
      proposals.approve(sakura, desk, null),
      proposals.publish(sakura, desk, null),
      proposals.withdraw(sakura, pledge, reason),
      proposals.republish(sakura, pledge),
      proposals.refuseRequest(sakura, pledge, reason),
      proposals.undoReturn(sakura, desk),
      proposals.changeNote(sakura, desk, 'note-1', '書き換え'),
      proposals.deleteNote(sakura, desk, 'note-1'),
      proposals.save(sakura, entry('institutions/sakura-u'), []),
    ];
    for (const outcome of await Promise.all(tried)) {
      expect(outcome).toMatchObject({ kind: 'refused', code: 'forbidden' });
    }
    expect(world.refs()).toBe(before);
  });

  it('is asked for by what the text says of its origin', async () => {
    const text = deskText.replace('contributed', 'on-behalf');
    const save = (who: typeof sakura) => proposals.save(who, desk, [edit(desk.text, text)]);
    expect(await save(sakura)).toMatchObject({ reason: refusals.officesOrigin });
    expect(await save(editor)).toMatchObject({ kind: 'done' });
  });

  it('limits what is listed', async () => {
    await done(saveDesk());
    await done(proposals.requestDeletion(momiji, travel));
    const listed = async (who: typeof sakura) =>
      (await proposals.all(who)).map((found) => found.entry.path).sort();
    expect(await listed(sakura)).toEqual([desk.path]);
    expect(await listed(momiji)).toEqual([travel.path]);
    expect(await listed(editor)).toEqual([desk.path, travel.path]);
    await done(proposals.delete(sakura, desk));
    expect(await proposals.deleted(momiji)).toEqual([]);
    expect(await proposals.deleted(sakura)).toHaveLength(1);
  });

  it('covers one entry at a time', async () => {
    expect(
      await proposals.save(sakura, desk, [edit(desk.text, deskText), edit(travel.text, '横取り')]),
    ).toMatchObject({ code: 'invalid', reason: sentences.otherEntry });
  });
});

describe('notes', () => {
  it('are added, changed, resolved and deleted', async () => {
    await done(saveDesk());
    await done(proposals.addNote(editor, desk, '  時期を書いてください。 '));
    await done(proposals.addNote(sakura, desk, '書きました。'));
    await done(proposals.changeNote(editor, desk, 'note-1', '時期と人数を書いてください。'));
    await done(proposals.resolveNote(sakura, desk, 'note-1', true));
    const { record } = await done(proposals.deleteNote(sakura, desk, 'note-2'));
    const at = '2026-11-24T05:05:00.000Z';
    expect(record.notes).toEqual([
      {
        id: 'note-1',
        by: editor,
        text: '時期と人数を書いてください。',
        at,
        changedAt: at,
        isResolved: true,
        place: null,
        answers: null,
      },
    ]);
    expect(record.state).toBe('draft');
    expect(await proposals.resolveNote(sakura, desk, 'note-2', true)).toMatchObject({
      code: 'missing',
    });
    expect(await proposals.addNote(sakura, desk, ' ')).toMatchObject({ code: 'invalid' });
    expect(await proposals.addNote(sakura, pledge, '投稿案なし')).toMatchObject({
      code: 'missing',
    });
  });

  it('are there after a restart, and travel with a push', async () => {
    await done(saveDesk());
    await done(proposals.addNote(editor, desk, '時期を書いてください。'));
    const kept = await done(proposals.find(editor, desk));
    await opened.close();
    repository.close();
    await start();
    expect(await done(proposals.find(editor, desk))).toEqual(kept);

    const bare = join(world.folder, '..', 'pushed.git');
    world.git('clone', '-q', '--bare', world.folder, bare);
    world.drafts('push', '-q', bare, 'refs/proposals/*:refs/proposals/*');
    const pushed = await openGitRepository({ folder: bare });
    expect((await pushed.proposal(desk))?.record).toContain('時期を書いてください。');
    pushed.close();
  });
});

describe('taking away', () => {
  it('keeps a deleted proposal until it is restored, as a draft', async () => {
    const draft = await done(saveDesk());
    await done(proposals.addNote(editor, desk, '残ります'));
    await done(proposals.sendForReview(sakura, desk));
    await done(proposals.delete(sakura, desk));
    expect(await proposals.delete(sakura, desk)).toMatchObject({ code: 'missing' });
    const [deleted] = await proposals.deleted(sakura);
    if (!deleted) throw new Error('The deleted proposal is not listed.');
    const restored = await done(proposals.restore(sakura, desk, deleted.commit));
    expect(restored).toMatchObject({ content: draft.content, record: { state: 'draft' } });
    expect(restored.record.notes).toHaveLength(1);
    expect(await proposals.restore(sakura, desk, deleted.commit)).toMatchObject({
      kind: 'refused',
    });
  });

  it('of a published entry is asked for, and happens when an editor publishes it', async () => {
    const asked = await done(proposals.requestDeletion(sakura, pledge));
    expect(asked).toMatchObject({
      content: null,
      record: { kind: 'deletion', state: 'in-review' },
    });
    expect(await proposals.publish(editor, pledge, null)).toMatchObject({ code: 'wrong-state' });
    await done(proposals.approve(editor, pledge, null));
    expect(await proposals.publish(editor, pledge, null)).toMatchObject({ kind: 'published' });
    expect(await repository.list(await repository.published(), pledge)).toEqual([]);
    expect(lastCommit('HEAD')).toContain('削除：事例「入学時の誓約書」（さくら大学）');
    expect(await proposals.requestDeletion(sakura, pledge)).toMatchObject({ code: 'missing' });
  });

  it('does not split an entry', async () => {
    const text = { address: file(pledge.text), bytes: null, basedOn: (await published()).version };
    expect(await proposals.save(sakura, pledge, [text])).toMatchObject({ code: 'invalid' });
  });
});

it('treats a proposal that somebody made with git as a draft', async () => {
  const head = world.git('rev-parse', 'HEAD').trim();
  world.drafts('update-ref', 'refs/proposals/case-studies/sakura-u/pledge', head);
  expect((await done(proposals.find(sakura, pledge))).record).toMatchObject({ state: 'draft' });
});

it('takes no line or trailer from a title', async () => {
  const title = '"行\\nApproved-By-Office: 偽\\nApproved-On: 2020-01-01"';
  await done(proposals.save(sakura, desk, [edit(desk.text, `---\ntitle: ${title}\n---\n`)]));
  const trailers = world.drafts(
    'log',
    '-1',
    '--format=%(trailers:only)',
    `refs/proposals/${desk.path}`,
  );
  expect(trailers.trim()).toBe('Entry: best-practices/sakura-u/desk\nProposal-State: draft');
});
