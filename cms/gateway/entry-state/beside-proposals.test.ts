import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { save } from '../fixtures/decap-requests.ts';
import { caseText } from '../fixtures/entry-texts.ts';
import type { Visitor } from '../fixtures/start-gateway.ts';
import { refusals } from '../permissions/refusals.ts';
import { sentences } from '../proposals/sentences.ts';
import {
  at,
  fileOf,
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
let editor: Visitor;
beforeAll(async () => {
  world = await openStateWorld();
  ({ sakura, editor } = world);
});
beforeEach(() => {
  ({ desk, pledge } = world.next());
});
afterAll(() => world.close());

const saveDesk = (text = caseText(), who = sakura, basedOn = {}) =>
  save(who, { slug: slugOf(desk), text, basedOn });

describe('掲載停止', () => {
  it('is asked for while a draft is under way, which stays, and done by an editor', async () => {
    await saveNext(sakura, pledge, caseText({ title: '直した題' }));
    const removalAsked = { by: 'さくら大学 研究推進課', at, reason };
    const asked = await taken(sakura, pledge, 'ask-withdrawal', { reason });
    expect(asked).toMatchObject({ stage: 'draft', removalAsked, published: {} });
    expect(asked.may).toEqual(['ask-review', 'take-back-withdrawal', 'delete']);
    expect(await take(sakura, pledge, 'ask-withdrawal', { reason })).toMatchObject({
      status: 409,
      body: { error: sentences.removalAlreadyAsked },
    });
    expect(await stateOf(editor, pledge)).toMatchObject({
      removalAsked,
      may: ['withdraw', 'refuse-withdrawal', 'delete'],
    });
    const stopped = await taken(editor, pledge, 'withdraw', { reason: '依頼のとおり止めます。' });
    expect(stopped).toMatchObject({
      stage: 'draft',
      removalAsked: null,
      published: null,
      takenDown: { since: '2026-11-24', reason: '依頼のとおり止めます。' },
    });
    expect(world.published(pledge)).toContain('withdrawn: true');
    expect(world.site.refreshes).toBe(1);
    // The reason is nowhere in what is published.
    expect(world.gateway.world.git('log', '-p', '--format=%an%n%B')).not.toMatch(
      /指摘|依頼のとおり/,
    );
    expect(world.gateway.world.git('log', '-1', '--format=%s')).toContain('掲載停止：');
    expect(world.gateway.world.drafts('for-each-ref')).toContain(`refs/entry-logs/${pledge}`);
  });

  it('is refused with a reason, or taken back', async () => {
    await taken(sakura, pledge, 'ask-withdrawal', { reason });
    expect(
      await taken(editor, pledge, 'refuse-withdrawal', { reason: '名前は出ていません。' }),
    ).toMatchObject({
      removalAsked: null,
      removalRefused: { by: '編集部（事務局）', reason: '名前は出ていません。' },
    });
    expect((await take(editor, pledge, 'refuse-withdrawal', { reason })).status).toBe(409);
    expect(await taken(sakura, pledge, 'ask-withdrawal', { reason })).toMatchObject({
      removalRefused: null,
    });
    expect((await take(sakura, pledge, 'refuse-withdrawal', { reason })).status).toBe(403);
    expect(await taken(sakura, pledge, 'take-back-withdrawal', {})).toMatchObject({
      removalAsked: null,
    });
    expect((await take(sakura, pledge, 'take-back-withdrawal', {})).status).toBe(409);
  });

  it('ends with the text as it was', async () => {
    const before = world.published(pledge);
    await taken(editor, pledge, 'withdraw', { reason });
    expect((await stateOf(sakura, pledge)).may).toEqual(['ask-republication']);
    expect(await taken(sakura, pledge, 'ask-republication', {})).toMatchObject({
      removalAsked: { by: 'さくら大学 研究推進課', reason: '' },
    });
    expect((await take(sakura, pledge, 'republish', {})).body.error).toBe(
      refusals.byEditors.republish,
    );
    expect(await taken(editor, pledge, 'republish', {})).toMatchObject({
      takenDown: null,
      removalAsked: null,
      published: { since: '2026-11-24' },
    });
    expect(world.published(pledge)).toBe(before);
    expect(world.gateway.world.git('log', '-1', '--format=%s')).toContain('掲載再開：');
    expect((await take(editor, pledge, 'republish', {})).status).toBe(409);
  });

  it('does not end for what is not sound any more', async () => {
    const text = caseText({ title: '""', fields: 'withdrawn: true\n' });
    world.gateway.world.commit(fileOf(pledge), text);
    expect(await take(editor, pledge, 'republish', {})).toMatchObject({
      status: 422,
      body: { error: sentences.unsound, problems: [{ field: 'title' }] },
    });
    expect(world.published(pledge)).toBe(text);
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
  await taken(sakura, desk, 'ask-review');
  await editor.act('addNote', {
    collection: 'case-studies',
    slug: slugOf(desk),
    note: { content: '時点も教えてください。' },
  });
  await taken(editor, desk, 'publish');
  const { entry } = (
    await world.gateway.repository.list(await world.gateway.repository.published())
  ).find(({ address }) => `content/${address.path}` === fileOf(desk))?.address ?? { entry: null };
  if (!entry) throw new Error('It is not published.');
  const [archived] = await world.gateway.repository.archivedProposals(entry);
  expect(archived?.record).toContain('時点も教えてください。');
  // Of the draft itself nothing stays.
  const ref = world.gateway.world
    .drafts('for-each-ref', '--format=%(refname)', `refs/archived-proposals/${desk}`)
    .trim();
  expect(world.gateway.world.drafts('ls-tree', '-r', '--name-only', ref).trim()).toBe(
    '.proposal.json',
  );
  expect(world.gateway.world.drafts('rev-list', '--count', ref).trim()).toBe('1');
});

it('reads what portals before this one have written', async () => {
  const found = (await saveDesk()).body.seen;
  const ref = `refs/proposals/${desk}`;
  const { drafts } = world.gateway.world;
  const old = {
    kind: 'entry',
    state: 'approved',
    startedBy: { role: 'contributor', institution: 'sakura-u', office: '研究推進課' },
    changedBy: { role: 'editor', office: '編集部' },
    approval: { office: '編集部', on: '2026-11-20' },
    notes: [],
  };
  const blob = drafts('hash-object', '-w', '--stdin', { input: JSON.stringify(old) }).trim();
  const content = drafts('rev-parse', `${ref}:content`).trim();
  const tree = drafts('mktree', {
    input: `040000 tree ${content}\tcontent\n100644 blob ${blob}\t.proposal.json\n`,
  }).trim();
  const commit = drafts('commit-tree', '-p', ref, '-m', '承認', tree).trim();
  drafts('update-ref', ref, commit);
  expect(await stateOf(editor, desk)).toMatchObject({
    stage: 'approved',
    version: found,
    asked: { by: 'さくら大学 研究推進課' },
    approved: { by: '編集部（事務局）', at: '2026-11-19T15:00:00.000Z' },
  });
});
