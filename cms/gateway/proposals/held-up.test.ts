import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trackedDocx } from '../../../src/check/fixtures/small-attachments.ts';
import { attachmentField, caseText } from '../fixtures/entry-texts.ts';
import { people } from '../permissions/fixtures/people.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import {
  entry,
  file,
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import type {
  CommitId,
  ContentVersion,
  FileEdit,
  FileVersion,
  Repository,
} from '../repository/repository.ts';
import { withdrawnText } from './entry-text.ts';
import { type OpenedProposals, openProposals } from './fixtures/open-proposals.ts';
import { type HeldUp, type Proposal, type ProposalOutcome, proposalOf } from './proposal.ts';
import { newRecord, recordText } from './proposal-record.ts';
import type { Proposals } from './proposals.ts';
import { sentences } from './sentences.ts';

const { sakura, editor } = people;
const desk = entry('case-studies/sakura-u/desk');
const pledge = entry('case-studies/sakura-u/pledge');
const unsoundText = caseText({ title: '""' });

let world: TemporaryRepository;
let repository: Repository;
let opened: OpenedProposals;
let proposals: Proposals;
beforeEach(async () => {
  world = temporaryRepository();
  repository = await openGitRepository({ folder: world.folder });
  opened = await openProposals(repository);
  ({ proposals } = opened);
});
afterEach(async () => {
  await opened.close();
  repository.close();
  world.remove();
});

const done = async (outcome: Promise<ProposalOutcome | HeldUp>): Promise<Proposal> => {
  const found = await outcome;
  if (found.kind !== 'done') throw new Error(found.reason);
  return found.proposal;
};
const edit = (path: string, bytes: string | Uint8Array, basedOn?: FileVersion): FileEdit => ({
  address: file(path),
  bytes: Buffer.from(bytes),
  basedOn: basedOn ?? null,
});
const versionAt = async (at: CommitId, path: string) =>
  (await repository.read(at, file(path)))?.version;
const saveDesk = (text: string, basedOn?: FileVersion) =>
  proposals.save(sakura, desk, [edit(desk.text, text, basedOn)]);
/** Saves the text of a proposal that is there. */
const saveDeskAgain = async (text: string) => {
  const { commit } = await done(proposals.find(sakura, desk));
  return done(saveDesk(text, await versionAt(commit, desk.text)));
};
/** 掲載停止 as a proposal, which portals before this one made of a request for it. */
const askedByOlderPortal = async (): Promise<Proposal> => {
  const text = await repository.read(await repository.published(), file(pledge.text));
  const bytes = withdrawnText(pledge, text?.bytes ?? Buffer.from('')) ?? '';
  const outcome = await repository.propose({
    entry: pledge,
    edits: [edit(pledge.text, bytes, text?.version)],
    author: { name: 'さくら大学 研究推進課', email: 'sakura-u@contributors.invalid' },
    at: new Date('2026-11-24T05:05:00Z'),
    describe: () => ({
      record: recordText(newRecord(sakura, 'withdrawal', 'in-review')),
      message: { subject: '掲載停止を依頼', trailers: {} },
    }),
  });
  if (outcome.kind !== 'saved') throw new Error(outcome.kind);
  return proposalOf(outcome.proposal);
};
const stageOf = async (of = desk) => (await done(proposals.find(editor, of))).record.state;
/** Whatever git has, by ref. */
const refs = () => world.refs();
const codes = (outcome: object) =>
  'problems' in outcome ? (outcome.problems as { code: string }[]).map(({ code }) => code) : null;

describe('a text that could do harm', () => {
  const unsafeText = caseText({ body: '## 体制\n\n<script>alert(1)</script>\n' });

  it('is never stored, and what is wrong is told', async () => {
    const before = refs();
    const objects = world.git('count-objects');
    const outcome = await saveDesk(unsafeText);
    expect(outcome).toMatchObject({ kind: 'unsafe', reason: sentences.unsafe });
    expect(codes(outcome)).toEqual(['body-html']);
    expect(refs()).toBe(before);
    expect(world.git('count-objects')).toBe(objects);
  });

  it('takes nothing from the draft that is there', async () => {
    const { commit } = await done(saveDesk(caseText()));
    const before = refs();
    const outcome = await saveDesk(unsafeText, await versionAt(commit, desk.text));
    expect(outcome).toMatchObject({ kind: 'unsafe' });
    expect(refs()).toBe(before);
  });

  it('is told before what somebody else did meanwhile', async () => {
    await done(saveDesk(caseText()));
    expect(await saveDesk(caseText({ title: '二人め' }))).toMatchObject({ kind: 'conflict' });
    expect(await saveDesk(unsafeText)).toMatchObject({ kind: 'unsafe' });
  });

  it('is told after what is not allowed', async () => {
    const outcome = await proposals.save(people.momiji, desk, [edit(desk.text, unsafeText)]);
    expect(outcome).toMatchObject({ kind: 'refused', code: 'forbidden' });
  });
});

it('keeps an attachment that leaks out of a draft, but not a word that is mended beside one', async () => {
  const folder = 'case-studies/sakura-u/desk';
  const text = caseText({ fields: attachmentField('手順.docx') });
  const leak = edit(`${folder}/手順.docx`, trackedDocx);
  const refused = await proposals.save(sakura, desk, [edit(desk.text, text), leak]);
  expect(codes(refused)).toEqual(['document-tracked-changes']);

  world.commit(`content/${folder}/手順.docx`, trackedDocx);
  world.commit(`content/${desk.text}`, text);
  const known = await versionAt(await repository.published(), desk.text);
  const saved = await saveDesk(text.replace('相談窓口', '相談の窓口'), known);
  expect(saved.kind).toBe('done');
  expect(codes(saved)).toEqual(['document-tracked-changes']);
});

describe('a draft that is not sound', () => {
  it('is saved with what is wrong with it, and does not go to review', async () => {
    const saved = await saveDesk(unsoundText);
    expect(saved.kind).toBe('done');
    expect(codes(saved)).toEqual(['field-empty']);
    const refused = await proposals.sendForReview(sakura, desk);
    expect(refused).toMatchObject({ kind: 'unsound', reason: sentences.unsound });
    expect(codes(refused)).toEqual(['field-empty']);
    expect(await stageOf()).toBe('draft');
  });

  it('is not approved, where its mistakes came after the request for review', async () => {
    await done(saveDesk(caseText()));
    await done(proposals.sendForReview(sakura, desk));
    const { content } = await saveDeskAgain(unsoundText);
    expect(await proposals.approve(editor, desk, content)).toMatchObject({ kind: 'unsound' });
    expect(await stageOf()).toBe('in-review');
  });

  it('is told to have changed before what is wrong with it now', async () => {
    const { content } = await done(saveDesk(caseText()));
    await done(proposals.sendForReview(sakura, desk));
    await saveDeskAgain(unsoundText);
    const changed = { kind: 'refused', code: 'changed-since-seen' };
    expect(await proposals.approve(editor, desk, content)).toMatchObject(changed);
    expect(await proposals.publish(editor, desk, content)).toMatchObject(changed);
  });

  it('keeps its approval when it cannot go back to review', async () => {
    const { content } = await done(saveDesk(linkedTo('lent')));
    expect(await proposals.sendForReview(sakura, desk)).toMatchObject({ kind: 'unsound' });
    world.commit('content/case-studies/sakura-u/lent/index.mdx', caseText({ title: '貸し出し' }));
    await done(proposals.sendForReview(sakura, desk));
    await done(proposals.approve(editor, desk, content));
    world.git('rm', '-q', '--', 'content/case-studies/sakura-u/lent/index.mdx');
    world.git('commit', '-qm', '消す');
    expect(await proposals.sendForReview(sakura, desk)).toMatchObject({ kind: 'unsound' });
    expect(await stageOf()).toBe('approved');
  });

  it('is not published, where it was approved before what it needs went away', async () => {
    world.commit('content/case-studies/sakura-u/lent/index.mdx', caseText({ title: '貸し出し' }));
    const { content } = await done(saveDesk(linkedTo('lent')));
    await done(proposals.sendForReview(sakura, desk));
    await done(proposals.approve(editor, desk, content));
    world.git('rm', '-q', '--', 'content/case-studies/sakura-u/lent/index.mdx');
    world.git('commit', '-qm', '消す');
    const tip = await repository.published();
    const refused = await proposals.publish(editor, desk, content);
    expect(refused).toMatchObject({ kind: 'unsound' });
    expect(codes(refused)).toEqual(['link-broken']);
    expect(await repository.published()).toBe(tip);
  });
});

it('goes from the approval back to review in one step', async () => {
  const { content } = await done(saveDesk(caseText()));
  await done(proposals.sendForReview(sakura, desk));
  await done(proposals.approve(editor, desk, content));
  const { record } = await done(proposals.sendForReview(sakura, desk));
  expect(record).toMatchObject({ state: 'in-review', approval: null });
});

describe('a publication', () => {
  /** An entry of the same institution that links to the pledge. */
  const linkToPledge = () => world.commit(`content/${desk.text}`, linkedTo('pledge'));

  it('that leaves others with broken links is refused', async () => {
    linkToPledge();
    await done(proposals.requestDeletion(sakura, pledge));
    await done(proposals.approve(editor, pledge, null));
    const tip = await repository.published();
    const refused = await proposals.publish(editor, pledge, null);
    expect(refused).toMatchObject({
      kind: 'breaks-others',
      reason: sentences.breaksOthers,
      problems: [{ code: 'link-broken', path: desk.text }],
    });
    expect(await repository.published()).toBe(tip);
    expect(await stageOf(pledge)).toBe('approved');
  });

  it('that only takes an entry from sight is not held up by its mistakes or by links to it', async () => {
    linkToPledge();
    world.commit(`content/${pledge.text}`, caseText({ title: '""' }));
    const { content } = await askedByOlderPortal();
    await done(proposals.takeBack(sakura, pledge));
    await done(proposals.sendForReview(sakura, pledge));
    await done(proposals.approve(editor, pledge, content));
    expect(await proposals.publish(editor, pledge, content)).toMatchObject({ kind: 'published' });
  });

  it('at once by an editor is not held up either', async () => {
    linkToPledge();
    world.commit(`content/${pledge.text}`, caseText({ title: '""' }));
    expect(await proposals.withdraw(editor, pledge, '誤りがあるため')).toMatchObject({
      kind: 'published',
    });
  });
});

describe('what changes between the judgement and the publication', () => {
  /** Publishes while somebody saves a text of the pledge in the very moment before. */
  const publishWhile = async (seen: ContentVersion | null, text: string) => {
    const { commit } = await done(proposals.find(editor, pledge));
    const basedOn = await versionAt(commit, pledge.text);
    const between = await openProposals({
      ...repository,
      async publish(...asked) {
        await done(proposals.save(sakura, pledge, [edit(pledge.text, text, basedOn)]));
        return repository.publish(...asked);
      },
    });
    const outcome = await between.proposals.publish(editor, pledge, seen);
    await between.close();
    return outcome;
  };
  const savePledge = async (text: string, at?: CommitId) => {
    const from = at ?? (await repository.published());
    const basedOn = await versionAt(from, pledge.text);
    return done(proposals.save(sakura, pledge, [edit(pledge.text, text, basedOn)]));
  };
  const soundPledge = caseText({ fields: attachmentField('誓約書 [様式1].csv') });
  const changed = { kind: 'refused', code: 'changed-since-seen' };

  it('is not published, though the editor saw it earlier', async () => {
    const unsound = soundPledge.replace(/title: .*/, 'title: ""');
    const { content, commit } = await savePledge(unsound);
    await savePledge(soundPledge, commit);
    await done(proposals.sendForReview(sakura, pledge));
    expect(await publishWhile(content, unsound)).toMatchObject(changed);
  });

  it('is not published as a withdrawal, though the files are the same', async () => {
    world.commit(`content/${pledge.text}`, caseText({ title: '""' }));
    const { content, commit } = await askedByOlderPortal();
    const withdrawn = await repository.read(commit, file(pledge.text));
    const text = Buffer.from(withdrawn?.bytes ?? []).toString();
    expect(await publishWhile(content, text)).toMatchObject(changed);
  });
});

describe('two publications at once', () => {
  const soundPledge = caseText({ fields: attachmentField('誓約書 [様式1].csv') });

  /** Publishes while others are published in the moment between the judgement and the turn of this one. */
  const publishAfter = async (of: EntryAddress, others: () => Promise<unknown>) => {
    const { content } = await done(proposals.find(editor, of));
    const between = await openProposals({
      ...repository,
      async publish(...asked) {
        await others();
        return repository.publish(...asked);
      },
    });
    const outcome = await between.proposals.publish(editor, of, content);
    await between.close();
    return outcome;
  };
  const approved = async (of: EntryAddress) => {
    await proposals.sendForReview(sakura, of);
    const { content } = await done(proposals.find(editor, of));
    return (await done(proposals.approve(editor, of, content))).content;
  };
  const deletePledge = async () => {
    await done(proposals.requestDeletion(sakura, pledge));
    await approved(pledge);
  };
  const linkFromDesk = async () => {
    await done(saveDesk(linkedTo('pledge')));
    return approved(desk);
  };

  it('hold up the link to an entry that is taken away', async () => {
    await linkFromDesk();
    await deletePledge();
    const outcome = await publishAfter(desk, () => proposals.publish(editor, pledge, null));
    expect(outcome).toMatchObject({ kind: 'unsound', problems: [{ code: 'link-broken' }] });
    expect(await stageOf()).toBe('approved');
  });

  it('hold up the end of an entry that is linked to', async () => {
    const content = await linkFromDesk();
    await deletePledge();
    const outcome = await publishAfter(pledge, () => proposals.publish(editor, desk, content));
    expect(outcome).toMatchObject({ kind: 'breaks-others', problems: [{ path: desk.text }] });
  });

  it('are judged with what others did to the same entry', async () => {
    world.commit(`content/${pledge.text}`, soundPledge);
    const basedOn = await versionAt(await repository.published(), pledge.text);
    const changed = soundPledge.replace('一本化', '統一');
    await done(proposals.save(sakura, pledge, [edit(pledge.text, changed, basedOn)]));
    await approved(pledge);
    const outcome = await publishAfter(pledge, async () => {
      // The file that both texts name, taken away with git.
      world.git('rm', '-q', `content/${pledge.path}/誓約書 [様式1].csv`);
      world.git('commit', '-qm', '手で消す');
    });
    expect(outcome).toMatchObject({ kind: 'unsound' });
  });

  it('are judged once more where another process moves the branch in the very turn', async () => {
    await linkFromDesk();
    let turns = 0;
    const between = await openProposals({
      ...repository,
      publish: (of, describe) =>
        repository.publish(of, async (now) => {
          turns += 1;
          const described = await describe(now);
          if (turns === 1) world.git('rm', '-rq', `content/${pledge.path}`);
          if (turns === 1) world.git('commit', '-qm', '手で消す');
          return described;
        }),
    });
    const { content } = await done(proposals.find(editor, desk));
    expect(await between.proposals.publish(editor, desk, content)).toMatchObject({
      kind: 'unsound',
    });
    expect(turns).toBe(2);
    await between.close();
  });
});

function linkedTo(name: string): string {
  return caseText({ body: `## 体制\n\n[案内](../${name}/index.mdx)を渡します。\n` });
}
