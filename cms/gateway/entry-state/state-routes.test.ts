import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { entryState } from '../../wire/entry-state.ts';
import { holdToForm } from '../../wire/fixtures/hold-to-wire.ts';
import { save, saveParams, signInAll } from '../fixtures/decap-requests.ts';
import { caseText } from '../fixtures/entry-texts.ts';
import { type StartedGateway, startGateway, type Visitor } from '../fixtures/start-gateway.ts';
import { refusals } from '../permissions/refusals.ts';
import { sentences } from '../proposals/sentences.ts';

/** A draft and a published entry of さくら大学, other ones in every test: to start a gateway for each costs a second. */
let desk = '';
let pledge = '';
const reason = '社名が推測されるとの指摘がありました。';
/** 24 November 2026, 14:05 in Japan. */
const at = '2026-11-24T05:05:00.000Z';

let gateway: StartedGateway;
let refreshes = 0;
/** What the site says of every published entry. */
let publication: 'live' | 'failed' = 'live';
let sakura: Visitor;
let momiji: Visitor;
let editor: Visitor;
beforeAll(async () => {
  gateway = await startGateway({
    clock: () => new Date(at),
    beside: () => ({
      liveSite: {
        folder: '',
        bases: async () => [],
        refresh() {
          refreshes += 1;
        },
        stateOf: async () => ({
          state: publication,
          address: '/practices/',
          message: '公開済みです。',
        }),
        trouble: () => null,
        builtAt: async () => null,
        warmUp() {},
        isBuilding: () => false,
        settled: async () => {},
        close: async () => {},
      },
    }),
  });
  ({ sakura, momiji, editor } = await signInAll(gateway));
});
let count = 0;
beforeEach(() => {
  refreshes = 0;
  publication = 'live';
  count += 1;
  desk = `case-studies/sakura-u/desk${count}`;
  pledge = `case-studies/sakura-u/pledge${count}`;
  gateway.world.commit(fileOf(pledge), caseText());
});
afterAll(async () => {
  expect(gateway.troubles).toEqual([]);
  await gateway.close();
});

const fileOf = (entry: string) => `content/${entry}/index.mdx`;
const slugOf = (entry: string) => `${entry.replace('case-studies/', '')}/index`;

const stateOf = async (who: Visitor, entry = desk) => {
  const { status, body } = await who.ask(`/admin/state/${entry}`);
  expect(status).toBe(200);
  holdToForm(entryState, body);
  return body;
};
/** Takes a step from what the person sees now, unless they have seen something else. */
const take = async (who: Visitor, step: string, more: object = {}, entry = desk) => {
  const { version: seen } = await stateOf(who, entry);
  return who.post('/admin/step', { entry, step, seen, ...more });
};
const taken = async (...asked: Parameters<typeof take>) => {
  const { status, body } = await take(...asked);
  if (status !== 200) throw new Error(body.error);
  holdToForm(entryState, body);
  return body;
};
const saveDesk = (text = caseText(), who = sakura, basedOn = {}) =>
  save(who, { slug: slugOf(desk), text, basedOn });
/** Saves the published entry's next version. */
const savePledge = async (who: Visitor, text: string) => {
  const { body } = await who.act('getEntry', { path: fileOf(pledge) });
  return save(who, { slug: slugOf(pledge), text, basedOn: { [fileOf(pledge)]: body.file.id } });
};
const published = (entry = pledge) => gateway.world.git('show', `HEAD:${fileOf(entry)}`);

describe('where an entry is', () => {
  it('is told of a draft, with the steps that each person may take', async () => {
    const { body } = await saveDesk();
    expect(await stateOf(sakura)).toEqual({
      kind: 'entry',
      stage: 'draft',
      version: body.seen,
      begun: { by: 'さくら大学 研究推進課', byEditors: false },
      asked: null,
      returned: null,
      approved: null,
      approvalLink: null,
      mayAskApproval: true,
      removalAsked: null,
      removalRefused: null,
      openNotes: 0,
      published: null,
      takenDown: null,
      publication: null,
      atWork: [],
      may: ['ask-review', 'delete'],
    });
    expect((await stateOf(editor)).may).toEqual(['delete']);
  });

  it('is told of what is published, and of what is nowhere', async () => {
    expect(await stateOf(sakura, pledge)).toMatchObject({
      kind: null,
      stage: null,
      version: null,
      published: { since: '2026-11-24' },
      publication: { state: 'live' },
      may: ['ask-withdrawal'],
    });
    expect((await stateOf(editor, pledge)).may).toEqual(['withdraw']);
    expect(await stateOf(sakura, 'case-studies/sakura-u/none')).toMatchObject({
      published: null,
      publication: null,
      may: [],
    });
  });

  it('is for those alone who may read its drafts', async () => {
    await saveDesk();
    for (const asked of [
      momiji.ask(`/admin/state/${desk}`),
      momiji.post('/admin/step', { entry: desk, step: 'delete', seen: null }),
      momiji.post('/admin/at-work', { entry: desk, isOpen: true }),
    ]) {
      expect(await asked).toMatchObject({
        status: 403,
        body: { error: refusals.otherInstitutionsDraft },
      });
    }
    expect((await gateway.nobody.ask(`/admin/state/${desk}`)).status).toBe(401);
    expect((await sakura.ask('/admin/state/..%2f..%2f.git')).status).toBe(422);
  });
});

describe('a step', () => {
  it('leads from the draft over a return to readers', async () => {
    const { body: first } = await saveDesk();
    expect(await taken(sakura, 'ask-review')).toMatchObject({
      stage: 'in-review',
      asked: { by: 'さくら大学 研究推進課', at },
      may: ['take-back', 'delete'],
    });
    expect((await stateOf(editor)).may).toEqual(['return', 'publish', 'delete']);
    const returned = { by: '編集部（事務局）', at, reason: '分母を教えてください。' };
    expect(await taken(editor, 'return', { reason: ' 分母を教えてください。\n' })).toMatchObject({
      stage: 'draft',
      asked: null,
      returned,
      openNotes: 1,
      may: ['undo-return', 'delete'],
    });
    // The author mends it: the return stands until they ask again.
    await saveDesk(caseText({ title: '直した題' }), sakura, first.versions);
    expect(await stateOf(sakura)).toMatchObject({ returned, may: ['ask-review', 'delete'] });
    expect(await taken(sakura, 'ask-review')).toMatchObject({ returned: null, openNotes: 1 });
    expect(await taken(editor, 'publish')).toMatchObject({
      stage: null,
      published: { since: '2026-11-24' },
    });
    expect(published(desk)).toContain('直した題');
    expect(refreshes).toBe(1);
    const log = gateway.world.git('log', '-1', '--format=%an %s %(trailers)');
    expect(log).toContain('さくら大学 研究推進課 公開：');
    expect(log).toContain('Approved-By-Office: 編集部');
  });

  it('back takes what was asked with it', async () => {
    await saveDesk();
    await taken(sakura, 'ask-review');
    expect(await taken(sakura, 'take-back')).toMatchObject({ stage: 'draft', asked: null });
  });

  it('takes a return back to what was asked, sound or not, and what was written since only if it is sound', async () => {
    const { body: first } = await saveDesk();
    await taken(sakura, 'ask-review');
    const unsound = await saveDesk(caseText({ title: '""' }), sakura, first.versions);
    await taken(editor, 'return', { reason: '題名がありません。' });
    expect(await taken(editor, 'undo-return')).toMatchObject({
      stage: 'in-review',
      asked: { by: 'さくら大学 研究推進課' },
      returned: null,
      openNotes: 0,
    });
    await taken(editor, 'return', { reason: '題名がありません。' });
    const other = caseText({ title: '""', body: '## 体制\n\n別の文です。\n' });
    await saveDesk(other, sakura, unsound.body.versions);
    expect(await take(editor, 'undo-return')).toMatchObject({
      status: 422,
      body: { error: sentences.unsound, problems: [{ field: 'title' }] },
    });
    expect((await take(sakura, 'undo-return')).body.error).toBe(refusals.byEditors['undo-return']);
  });

  it('is about what was seen alone', async () => {
    const { body: first } = await saveDesk();
    await taken(sakura, 'ask-review');
    const { version: seen } = await stateOf(editor);
    await saveDesk(caseText({ title: '後から直した題' }), sakura, first.versions);
    for (const [who, step] of [
      [editor, 'publish'],
      [editor, 'return'],
      [sakura, 'take-back'],
      [sakura, 'delete'],
    ] as const) {
      const body = { entry: desk, step, seen, reason };
      expect(await who.post('/admin/step', body)).toMatchObject({
        status: 409,
        body: { error: sentences.changedSinceSeen },
      });
      expect(await who.post('/admin/step', { ...body, seen: null })).toMatchObject({ status: 409 });
    }
    expect(await stateOf(sakura)).toMatchObject({ stage: 'in-review', returned: null });
  });

  it.each(['return', 'withdraw', 'ask-withdrawal', 'refuse-withdrawal'])(
    '%s asks for a reason',
    async (step) => {
      await saveDesk();
      await taken(sakura, 'ask-review');
      const entry = step === 'return' ? desk : pledge;
      const who = step === 'ask-withdrawal' ? sakura : editor;
      if (step === 'refuse-withdrawal') await taken(sakura, 'ask-withdrawal', { reason }, pledge);
      for (const empty of [{}, { reason: '' }, { reason: ' \n　' }]) {
        expect(await take(who, step, empty, entry)).toMatchObject({
          status: 422,
          body: { error: sentences.noReason },
        });
      }
      expect(await take(who, step, { reason: '長'.repeat(2001) }, entry)).toMatchObject({
        status: 422,
        body: { error: sentences.reasonTooLong },
      });
    },
  );

  it('that nobody knows, or that is not written right, is none', async () => {
    for (const body of [
      {},
      { entry: desk, step: 'approve', seen: null },
      { entry: desk, step: 'publish' },
    ]) {
      expect((await editor.post('/admin/step', body)).status).toBe(422);
    }
    expect(
      (await editor.post('/admin/step', { entry: '../x', step: 'delete', seen: null })).status,
    ).toBe(422);
  });
});

describe('an editor’s own text', () => {
  it('goes through all steps at once, where its institution has decided', async () => {
    const text = caseText().replace('origin: contributed', 'origin: on-behalf');
    const { body: first } = await saveDesk(text, editor);
    expect((await stateOf(editor)).may).toEqual(['ask-review', 'publish', 'delete']);
    expect(await take(editor, 'publish')).toMatchObject({
      status: 422,
      body: { error: sentences.unsound, problems: [{ field: 'origin' }] },
    });
    const decided = text.replace(
      'published:',
      'approval:\n  office: 研究担当理事室\n  on: 2026-11-20\npublished:',
    );
    await saveDesk(decided, editor, first.versions);
    expect(await taken(editor, 'publish')).toMatchObject({ stage: null, published: {} });
  });

  it('corrects what is published in one step, and nobody else’s draft', async () => {
    await savePledge(editor, caseText({ title: '直した題' }));
    expect(await taken(editor, 'publish', {}, pledge)).toMatchObject({ stage: null });
    await saveDesk();
    expect(await take(editor, 'publish')).toMatchObject({ status: 409 });
    expect((await take(sakura, 'publish')).body.error).toBe(refusals.byEditors.publish);
  });

  it('that is published and did not reach the site is tried again', async () => {
    publication = 'failed';
    expect((await stateOf(editor, pledge)).may).toContain('publish');
    await taken(editor, 'publish', {}, pledge);
    expect(refreshes).toBe(1);
    publication = 'live';
    expect(await take(editor, 'publish', {}, pledge)).toMatchObject({ status: 404 });
  });
});

describe('a save', () => {
  it('never moves a proposal back, whatever stage the editor took it for', async () => {
    const { body: first } = await saveDesk();
    await taken(sakura, 'ask-review');
    const params = saveParams({
      slug: slugOf(desk),
      text: caseText({ title: '直した題' }),
      basedOn: first.versions,
    });
    const options = { ...params.options, unpublished: true, status: 'draft' };
    const saved = await sakura.act('persistEntry', { ...params, options });
    expect(saved.body).toMatchObject({
      status: 'pending_review',
      message: '保存しました。事務局への確認の依頼は続いています。',
    });
    expect((await stateOf(sakura)).stage).toBe('in-review');
    await taken(sakura, 'take-back');
    const ahead = { ...params, options: { ...options, status: 'pending_publish' } };
    const again = await sakura.act('persistEntry', { ...ahead, basedOn: saved.body.versions });
    expect(again.body).toMatchObject({ status: 'draft', message: '下書きとして保存しました。' });
  });
});

describe('掲載停止', () => {
  it('is asked for while a draft is under way, which stays, and done by an editor', async () => {
    await savePledge(sakura, caseText({ title: '直した題' }));
    const removalAsked = { by: 'さくら大学 研究推進課', at, reason };
    const asked = await taken(sakura, 'ask-withdrawal', { reason }, pledge);
    expect(asked).toMatchObject({ stage: 'draft', removalAsked, published: {} });
    expect(asked.may).toEqual(['ask-review', 'take-back-withdrawal', 'delete']);
    expect(await take(sakura, 'ask-withdrawal', { reason }, pledge)).toMatchObject({
      status: 409,
      body: { error: sentences.removalAlreadyAsked },
    });
    expect(await stateOf(editor, pledge)).toMatchObject({
      removalAsked,
      may: ['withdraw', 'refuse-withdrawal', 'delete'],
    });
    const stopped = await taken(editor, 'withdraw', { reason: '依頼のとおり止めます。' }, pledge);
    expect(stopped).toMatchObject({
      stage: 'draft',
      removalAsked: null,
      published: null,
      takenDown: { since: '2026-11-24', reason: '依頼のとおり止めます。' },
    });
    expect(published()).toContain('withdrawn: true');
    expect(refreshes).toBe(1);
    // The reason is nowhere in what is published.
    expect(gateway.world.git('log', '-p', '--format=%an%n%B')).not.toMatch(/指摘|依頼のとおり/);
    expect(gateway.world.git('log', '-1', '--format=%s')).toContain('掲載停止：');
    expect(gateway.world.drafts('for-each-ref')).toContain(`refs/entry-logs/${pledge}`);
  });

  it('is refused with a reason, or taken back', async () => {
    await taken(sakura, 'ask-withdrawal', { reason }, pledge);
    expect(
      await taken(editor, 'refuse-withdrawal', { reason: '名前は出ていません。' }, pledge),
    ).toMatchObject({
      removalAsked: null,
      removalRefused: { by: '編集部（事務局）', reason: '名前は出ていません。' },
    });
    expect((await take(editor, 'refuse-withdrawal', { reason }, pledge)).status).toBe(409);
    expect(await taken(sakura, 'ask-withdrawal', { reason }, pledge)).toMatchObject({
      removalRefused: null,
    });
    expect((await take(sakura, 'refuse-withdrawal', { reason }, pledge)).status).toBe(403);
    expect(await taken(sakura, 'take-back-withdrawal', {}, pledge)).toMatchObject({
      removalAsked: null,
    });
    expect((await take(sakura, 'take-back-withdrawal', {}, pledge)).status).toBe(409);
  });

  it('ends with the text as it was', async () => {
    const before = published();
    await taken(editor, 'withdraw', { reason }, pledge);
    expect((await stateOf(sakura, pledge)).may).toEqual(['ask-republication']);
    expect(await taken(sakura, 'ask-republication', {}, pledge)).toMatchObject({
      removalAsked: { by: 'さくら大学 研究推進課', reason: '' },
    });
    expect((await take(sakura, 'republish', {}, pledge)).body.error).toBe(
      refusals.byEditors.republish,
    );
    expect(await taken(editor, 'republish', {}, pledge)).toMatchObject({
      takenDown: null,
      removalAsked: null,
      published: { since: '2026-11-24' },
    });
    expect(published()).toBe(before);
    expect(gateway.world.git('log', '-1', '--format=%s')).toContain('掲載再開：');
    expect((await take(editor, 'republish', {}, pledge)).status).toBe(409);
  });

  it('does not end for what is not sound any more', async () => {
    const text = caseText({ title: '""', fields: 'withdrawn: true\n' });
    gateway.world.commit(fileOf(pledge), text);
    expect(await take(editor, 'republish', {}, pledge)).toMatchObject({
      status: 422,
      body: { error: sentences.unsound, problems: [{ field: 'title' }] },
    });
    expect(published()).toBe(text);
  });
});

describe('who is at it', () => {
  it('is told to others who may know, and in the state', async () => {
    const open = { entry: pledge, isOpen: true };
    expect((await sakura.post('/admin/at-work', open)).body).toEqual({ atWork: [] });
    const present = [{ name: 'さくら大学 研究推進課', minutesAgo: 0 }];
    expect((await editor.post('/admin/at-work', open)).body).toEqual({ atWork: present });
    expect((await stateOf(editor, pledge)).atWork).toEqual(present);
    await sakura.post('/admin/at-work', { ...open, isOpen: false });
    expect((await stateOf(editor, pledge)).atWork).toEqual([]);
    expect((await sakura.post('/admin/at-work', { entry: pledge })).status).toBe(422);
  });
});

it('keeps what was said about a proposal after its publication', async () => {
  await saveDesk();
  await taken(sakura, 'ask-review');
  await editor.act('addNote', {
    collection: 'case-studies',
    slug: slugOf(desk),
    note: { content: '時点も教えてください。' },
  });
  await taken(editor, 'publish');
  const { entry } = (await gateway.repository.list(await gateway.repository.published())).find(
    ({ address }) => `content/${address.path}` === fileOf(desk),
  )?.address ?? { entry: null };
  if (!entry) throw new Error('It is not published.');
  const [archived] = await gateway.repository.archivedProposals(entry);
  expect(archived?.record).toContain('時点も教えてください。');
  // Of the draft itself nothing stays.
  const ref = gateway.world
    .drafts('for-each-ref', '--format=%(refname)', `refs/archived-proposals/${desk}`)
    .trim();
  expect(gateway.world.drafts('ls-tree', '-r', '--name-only', ref).trim()).toBe('.proposal.json');
  expect(gateway.world.drafts('rev-list', '--count', ref).trim()).toBe('1');
});
