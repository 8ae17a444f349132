import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { steps } from '../../wire/step.ts';
import { save, saveParams } from '../fixtures/decap-requests.ts';
import { caseText } from '../fixtures/entry-texts.ts';
import type { Visitor } from '../fixtures/start-gateway.ts';
import { refusals } from '../permissions/refusals.ts';
import { sentences } from '../proposals/sentences.ts';
import {
  at,
  openStateWorld,
  reason,
  type StateWorld,
  saveNext,
  slugOf,
  stateOf,
  take,
  taken,
} from './fixtures/state-world.ts';

/** A draft and a published entry of さくら大学, other ones in every test. */
let desk = '';
let pledge = '';
let world: StateWorld;
let sakura: Visitor;
let momiji: Visitor;
let editor: Visitor;
beforeAll(async () => {
  world = await openStateWorld();
  ({ sakura, momiji, editor } = world);
});
beforeEach(() => {
  ({ desk, pledge } = world.next());
});
afterAll(() => world.close());

const saveDesk = (text = caseText(), who = sakura, basedOn = {}) =>
  save(who, { slug: slugOf(desk), text, basedOn });

describe('where an entry is', () => {
  it('is told of a draft, with the steps that each person may take', async () => {
    const { body } = await saveDesk();
    expect(await stateOf(sakura, desk)).toEqual({
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
    expect((await stateOf(editor, desk)).may).toEqual(['delete']);
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
    expect((await world.gateway.nobody.ask(`/admin/state/${desk}`)).status).toBe(401);
    expect((await sakura.ask('/admin/state/..%2f..%2f.git')).status).toBe(422);
  });
});

describe('a step', () => {
  it('leads from the draft over a return to readers', async () => {
    const { body: first } = await saveDesk();
    expect(await taken(sakura, desk, 'ask-review')).toMatchObject({
      stage: 'in-review',
      asked: { by: 'さくら大学 研究推進課', at },
      may: ['take-back', 'delete'],
    });
    expect((await stateOf(editor, desk)).may).toEqual(['return', 'publish', 'delete']);
    const returned = { by: '編集部（事務局）', at, reason: '分母を教えてください。' };
    expect(
      await taken(editor, desk, 'return', { reason: ' 分母を教えてください。\n' }),
    ).toMatchObject({
      stage: 'draft',
      asked: null,
      returned,
      openNotes: 1,
      may: ['undo-return', 'delete'],
    });
    // The author mends it: the return stands until they ask again.
    await saveDesk(caseText({ title: '直した題' }), sakura, first.versions);
    expect(await stateOf(sakura, desk)).toMatchObject({ returned, may: ['ask-review', 'delete'] });
    expect(await taken(sakura, desk, 'ask-review')).toMatchObject({ returned: null, openNotes: 1 });
    expect(await taken(editor, desk, 'publish')).toMatchObject({
      stage: null,
      published: { since: '2026-11-24' },
    });
    expect(world.published(desk)).toContain('直した題');
    expect(world.site.refreshes).toBe(1);
    const log = world.gateway.world.git('log', '-1', '--format=%an %s %(trailers)');
    expect(log).toContain('さくら大学 研究推進課 公開：');
    expect(log).toContain('Approved-By-Office: 編集部');
  });

  it('back takes what was asked with it', async () => {
    await saveDesk();
    await taken(sakura, desk, 'ask-review');
    expect(await taken(sakura, desk, 'take-back')).toMatchObject({ stage: 'draft', asked: null });
  });

  it('takes a return back to what was asked, sound or not, and what was written since only if it is sound', async () => {
    const { body: first } = await saveDesk();
    await taken(sakura, desk, 'ask-review');
    const unsound = await saveDesk(caseText({ title: '""' }), sakura, first.versions);
    await taken(editor, desk, 'return', { reason: '題名がありません。' });
    expect(await taken(editor, desk, 'undo-return')).toMatchObject({
      stage: 'in-review',
      asked: { by: 'さくら大学 研究推進課' },
      returned: null,
      openNotes: 0,
    });
    await taken(editor, desk, 'return', { reason: '題名がありません。' });
    const other = caseText({ title: '""', body: '## 体制\n\n別の文です。\n' });
    await saveDesk(other, sakura, unsound.body.versions);
    expect(await take(editor, desk, 'undo-return')).toMatchObject({
      status: 422,
      body: { error: sentences.unsound, problems: [{ field: 'title' }] },
    });
    expect((await take(sakura, desk, 'undo-return')).body.error).toBe(
      refusals.byEditors['undo-return'],
    );
  });

  it('is about what was seen alone', async () => {
    const { body: first } = await saveDesk();
    await taken(sakura, desk, 'ask-review');
    const { version: seen } = await stateOf(editor, desk);
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
    expect(await stateOf(sakura, desk)).toMatchObject({ stage: 'in-review', returned: null });
  });

  it.each(['return', 'withdraw', 'ask-withdrawal', 'refuse-withdrawal'])(
    '%s asks for a reason',
    async (step) => {
      await saveDesk();
      await taken(sakura, desk, 'ask-review');
      const entry = step === 'return' ? desk : pledge;
      const who = step === 'ask-withdrawal' ? sakura : editor;
      if (step === 'refuse-withdrawal') await taken(sakura, pledge, 'ask-withdrawal', { reason });
      for (const empty of [{}, { reason: '' }, { reason: ' \n　' }]) {
        expect(await take(who, entry, step, empty)).toMatchObject({
          status: 422,
          body: { error: sentences.noReason },
        });
      }
      expect(await take(who, entry, step, { reason: '長'.repeat(2001) })).toMatchObject({
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

describe('a step that is not offered', () => {
  const worlds: Record<string, () => Promise<unknown>> = {
    nothing: async () => {},
    draft: () => saveDesk(),
    'in review': async () => {
      await saveDesk();
      await taken(sakura, desk, 'ask-review');
    },
    returned: async () => {
      await saveDesk();
      await taken(sakura, desk, 'ask-review');
      await taken(editor, desk, 'return', { reason });
    },
    'of an editor': () => saveDesk(caseText(), editor),
    published: async () => {
      desk = pledge;
    },
    'asked to be withdrawn': async () => {
      desk = pledge;
      await taken(sakura, desk, 'ask-withdrawal', { reason });
    },
    withdrawn: async () => {
      desk = pledge;
      await taken(editor, desk, 'withdraw', { reason });
    },
  };

  it.each(Object.keys(worlds))('is not taken, or changes nothing: %s', async (world) => {
    await worlds[world]?.();
    for (const who of [sakura, editor]) {
      const { may } = await stateOf(who, desk);
      for (const step of Object.keys(steps).filter((name) => !may.includes(name))) {
        const { version, ...before } = await stateOf(who, desk);
        const { status, body } = await take(who, desk, step, { reason });
        const { version: _, ...after } = await stateOf(who, desk);
        expect({ step, status, after }).toEqual({ step, status, after: before });
        // A second click does what the first has done.
        if (status !== 200) expect(body.error).toMatch(/^[^。]+。$/);
      }
    }
  });
});

describe('an editor’s own text', () => {
  it('goes through all steps at once, where its institution has decided', async () => {
    const text = caseText().replace('origin: contributed', 'origin: on-behalf');
    const { body: first } = await saveDesk(text, editor);
    expect((await stateOf(editor, desk)).may).toEqual(['ask-review', 'publish', 'delete']);
    expect(await take(editor, desk, 'publish')).toMatchObject({
      status: 422,
      body: { error: sentences.unsound, problems: [{ field: 'origin' }] },
    });
    const decided = text.replace(
      'published:',
      'approval:\n  office: 研究担当理事室\n  on: 2026-11-20\npublished:',
    );
    await saveDesk(decided, editor, first.versions);
    expect(await taken(editor, desk, 'publish')).toMatchObject({ stage: null, published: {} });
  });

  it('corrects what is published in one step, and nobody else’s draft', async () => {
    await saveNext(editor, pledge, caseText({ title: '直した題' }));
    expect(await taken(editor, pledge, 'publish', {})).toMatchObject({ stage: null });
    await saveDesk();
    expect(await take(editor, desk, 'publish')).toMatchObject({ status: 409 });
    expect((await take(sakura, desk, 'publish')).body.error).toBe(refusals.byEditors.publish);
  });

  it('that is published and did not reach the site is tried again', async () => {
    world.site.publication = 'failed';
    expect((await stateOf(editor, pledge)).may).toContain('publish');
    await taken(editor, pledge, 'publish', {});
    expect(world.site.refreshes).toBe(1);
    world.site.publication = 'live';
    expect(await take(editor, pledge, 'publish', {})).toMatchObject({ status: 404 });
  });
});

describe('a save', () => {
  it('never moves a proposal back, whatever stage the editor took it for', async () => {
    const { body: first } = await saveDesk();
    await taken(sakura, desk, 'ask-review');
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
    expect((await stateOf(sakura, desk)).stage).toBe('in-review');
    await taken(sakura, desk, 'take-back');
    const ahead = { ...params, options: { ...options, status: 'pending_publish' } };
    const again = await sakura.act('persistEntry', { ...ahead, basedOn: saved.body.versions });
    expect(again.body).toMatchObject({ status: 'draft', message: '下書きとして保存しました。' });
  });
});
