import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  deskKey,
  deskText,
  moveTo,
  save,
  saveParams,
  signInAll,
} from '../fixtures/decap-requests.ts';
import { attachmentField, caseText, pdfBytes } from '../fixtures/entry-texts.ts';
import { type StartedGateway, startGateway, type Visitor } from '../fixtures/start-gateway.ts';
import { refusals } from '../permissions/refusals.ts';
import { sentences as proposalSentences } from '../proposals/sentences.ts';
import { sentences } from '../requests/sentences.ts';

const now = new Date('2026-11-24T05:05:00Z');
const pledgeText = 'content/case-studies/sakura-u/pledge/index.mdx';
const pledgeForm = 'content/case-studies/sakura-u/pledge/誓約書 [様式1].csv';
const pledgeKey = { ...deskKey, slug: 'sakura-u/pledge/index' };
const travelText = 'content/case-studies/momiji-u/travel/index.mdx';

let gateway: StartedGateway;
let sakura: Visitor;
let momiji: Visitor;
let editor: Visitor;
beforeEach(async () => {
  gateway = await startGateway({ clock: () => now });
  ({ sakura, momiji, editor } = await signInAll(gateway));
});
afterEach(async () => {
  expect(gateway.troubles).toEqual([]);
  expect(gateway.world.git('fsck', '--full', '--strict')).not.toMatch(/error|missing|broken/);
  await gateway.close();
});

const done = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer;
  expect({ status, body }).toMatchObject({ status: 200 });
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects
  return body as any;
};
const entryOf = (visitor: Visitor, path = pledgeText) =>
  done(visitor.act('getEntry', { branch: 'main', path }));
const saveDesk = () =>
  done(
    save(sakura, {
      text: caseText({ fields: attachmentField('申請書.pdf') }),
      files: { '申請書.pdf': pdfBytes },
    }),
  );
const savePledge = async (visitor: Visitor, text: (now: string) => string, more: object = {}) => {
  const { data, file } = await entryOf(visitor);
  return save(visitor, {
    slug: pledgeKey.slug,
    text: text(data),
    basedOn: { [pledgeText]: file.id },
    more: { ...more },
  });
};

describe('published entries', () => {
  it('are listed by folder with their text and version, of every institution', async () => {
    const list = await done(
      sakura.act('entriesByFolder', {
        branch: 'main',
        folder: 'content/case-studies',
        extension: 'mdx',
        depth: 3,
      }),
    );
    expect(list.map(({ file }: { file: { path: string } }) => file.path)).toEqual([
      travelText,
      pledgeText,
    ]);
    const [entry] = list;
    expect(entry.data).toContain('title: 海外出張の事前確認');
    expect(entry.file.id).toBe(gateway.world.git('rev-parse', `HEAD:${travelText}`).trim());
    const terms = await done(
      sakura.act('entriesByFolder', { folder: 'content/glossary', extension: 'yaml', depth: 1 }),
    );
    expect(terms).toHaveLength(1);
    const shallow = { folder: 'content/case-studies', extension: 'mdx', depth: 1 };
    expect(await done(sakura.act('entriesByFolder', shallow))).toEqual([]);
  });

  it('are read by their files, with or without the folder of the content', async () => {
    const [term, none] = await done(
      sakura.act('entriesByFiles', {
        branch: 'main',
        files: [
          { path: 'glossary/deemed-export.yaml', label: '用語' },
          { path: 'content/glossary/none.yaml' },
        ],
      }),
    );
    expect(term.file).toMatchObject({ path: 'content/glossary/deemed-export.yaml', label: '用語' });
    expect(none).toEqual({ data: null, file: { path: 'content/glossary/none.yaml', id: null } });
    expect((await entryOf(sakura, 'case-studies/sakura-u/pledge/index.mdx')).data).toContain(
      '誓約書',
    );
    const missing = await sakura.act('getEntry', { path: deskText });
    expect(missing).toMatchObject({ status: 404, body: { error: proposalSentences.missingEntry } });
  });

  it('are read anew once somebody committed with git', async () => {
    gateway.world.commit(travelText, '---\ntitle: 書き直し\n---\n');
    expect((await entryOf(sakura, travelText)).data).toContain('書き直し');
  });

  it('have their files beside them', async () => {
    const folder = 'content/case-studies/sakura-u/pledge';
    const [form, ...others] = await done(momiji.act('getMedia', { mediaFolder: folder }));
    expect(others).toEqual([]);
    expect(form).toMatchObject({
      path: pledgeForm,
      name: '誓約書 [様式1].csv',
      encoding: 'base64',
    });
    expect(
      await done(momiji.act('getMediaFile', { branch: 'main', path: pledgeForm })),
    ).toMatchObject({ id: form.id, content: form.content });
    expect(await done(momiji.act('getMedia', { mediaFolder: 'content' }))).toEqual([]);
    const none = await momiji.act('getMediaFile', { path: `${folder}/x.pdf` });
    expect(none.status).toBe(404);
  });
});

describe('a proposal', () => {
  it('goes from an officer to readers, with a note and its answer, and survives a restart', async () => {
    const saved = await saveDesk();
    expect(saved.problems).toEqual([]);
    expect(Object.keys(saved.versions)).toEqual([
      deskText,
      deskText.replace('index.mdx', '申請書.pdf'),
    ]);
    expect(await done(momiji.act('unpublishedEntries'))).toEqual([]);
    expect((await momiji.act('unpublishedEntry', deskKey)).body.error).toBe(
      refusals.otherInstitutionsDraft,
    );
    expect(await done(moveTo(sakura, 'pending_review'))).toMatchObject({
      status: 'pending_review',
    });

    const note = await done(
      editor.act('addNote', {
        ...deskKey,
        note: { content: '電話番号を加えてください。', author: 'だれか', resolved: false },
      }),
    );
    expect(note.note).toMatchObject({ author: '編集部（事務局）', timestamp: now.toISOString() });
    expect((await sakura.act('publishUnpublishedEntry', deskKey)).body.error).toBe(
      refusals.byEditors.publish,
    );

    gateway = await gateway.restart();
    ({ sakura, momiji, editor } = await signInAll(gateway));
    const { notes } = await done(sakura.act('getNotes', deskKey));
    expect(notes).toMatchObject([{ content: '電話番号を加えてください。', resolved: false }]);
    await done(
      sakura.act('addNote', { ...deskKey, note: { content: '加えました。', resolved: false } }),
    );
    const noteId = notes[0].id;
    const resolved = await done(sakura.act('toggleNoteResolution', { ...deskKey, noteId }));
    expect(resolved.note.resolved).toBe(true);

    const [id] = await done(editor.act('unpublishedEntries', { branch: 'main' }));
    expect(id).toBe('case-studies/sakura-u/desk/index');
    const shown = await done(editor.act('unpublishedEntry', { branch: 'main', id }));
    expect(shown).toMatchObject({
      collection: 'case-studies',
      slug: 'sakura-u/desk/index',
      status: 'pending_review',
      pullRequestAuthor: 'さくら大学 研究推進課',
      updatedAt: now.toISOString(),
    });
    expect(shown.diffs.map(({ newFile }: { newFile: boolean }) => newFile)).toEqual([true, true]);
    const [textDiff, fileDiff] = shown.diffs;
    const text = await done(
      editor.act('unpublishedEntryDataFile', { ...deskKey, ...textDiff, newFile: undefined }),
    );
    expect(text).toMatchObject({
      data: expect.stringContaining('相談窓口'),
      file: { id: textDiff.id },
    });
    const file = await done(
      editor.act('unpublishedEntryMediaFile', { ...deskKey, path: fileDiff.path, id: fileDiff.id }),
    );
    expect(Buffer.from(file.content, 'base64')).toEqual(pdfBytes);

    expect(await done(moveTo(editor, 'pending_publish'))).toMatchObject({
      status: 'pending_publish',
    });
    expect(await done(editor.act('publishUnpublishedEntry', deskKey))).toMatchObject({ left: [] });
    expect((await entryOf(momiji, deskText)).data).toContain('相談窓口');
    expect(await done(editor.act('unpublishedEntries'))).toEqual([]);
    expect(
      gateway.world.git(
        'log',
        '-1',
        '--format=%an|%cn|%s|%(trailers:key=Approved-By-Office,valueonly)',
      ),
    ).toMatch(/^さくら大学 研究推進課\|産学官連携リスクマネジメント共有ポータル\|公開：.*\|編集部/);
  });

  it('is saved with its mistakes, and goes no further with them', async () => {
    const { problems } = await done(save(sakura, { text: caseText({ title: '""' }) }));
    expect(problems).toMatchObject([{ field: 'title', severity: 'error' }]);
    const refused = await moveTo(sakura, 'pending_review');
    expect(refused).toMatchObject({
      status: 422,
      body: { error: proposalSentences.unsound, problems },
    });
  });

  it('keeps the mistakes of others out of an approval', async () => {
    await saveDesk();
    await done(moveTo(sakura, 'pending_review'));
    const { versions } = await done(
      editor.act('unpublishedEntryDataFile', { ...deskKey, path: deskText }),
    ).then(({ file }) => ({ versions: { [deskText]: file.id } }));
    await done(editor.act('unpublishedEntry', deskKey));
    const changed = caseText({ title: '後で', fields: attachmentField('申請書.pdf') });
    await done(save(sakura, { text: changed, basedOn: versions }));
    const stale = await moveTo(editor, 'pending_publish');
    expect(stale).toMatchObject({
      status: 409,
      body: { error: proposalSentences.changedSinceSeen },
    });
    await done(editor.act('unpublishedEntry', deskKey));
    await done(moveTo(editor, 'pending_publish'));
    const [stage] = (await gateway.proposals.all({ role: 'editor', office: '編集部' })).map(
      ({ record }) => record.state,
    );
    expect(stage).toBe('approved');
  });

  it('goes back to its author, and back from the approval to review', async () => {
    await saveDesk();
    await done(moveTo(sakura, 'pending_review'));
    await done(editor.act('unpublishedEntry', deskKey));
    await done(moveTo(editor, 'pending_publish'));
    expect(await done(moveTo(sakura, 'pending_review'))).toMatchObject({
      status: 'pending_review',
    });
    // A return says why, which Decap's menu of stages has no words for.
    expect((await moveTo(editor, 'draft')).body.error).toBe(proposalSentences.noReason);
    expect((await moveTo(sakura, 'pending_publish')).body.error).toBe(refusals.byEditors.approve);
  });

  it('is deleted by its institution alone', async () => {
    await saveDesk();
    expect((await momiji.act('deleteUnpublishedEntry', deskKey)).status).toBe(403);
    await done(sakura.act('deleteUnpublishedEntry', deskKey));
    expect((await sakura.act('unpublishedEntry', deskKey)).status).toBe(404);
    expect(gateway.world.drafts('for-each-ref', 'refs/deleted-proposals')).toContain('desk');
    // Whoever comes to its address is told until when it can be fetched back; nobody else hears of it.
    for (const visitor of [sakura, editor]) {
      expect(await visitor.act('getEntry', { path: deskText })).toMatchObject({
        status: 404,
        body: {
          isDeleted: true,
          error: 'この投稿案は11月24日に消しました。2月22日までは戻せます。',
        },
      });
    }
    expect((await momiji.act('getEntry', { path: deskText })).body).toEqual({
      error: proposalSentences.missingEntry,
    });
  });

  it('is told of as a page where it can be seen as one', async () => {
    expect(await done(sakura.act('getDeployPreview', pledgeKey))).toBeNull();
    expect(await done(sakura.act('getPRMetadata', pledgeKey))).toEqual({ metadata: null });
    await saveDesk();
    expect(await done(sakura.act('getPRMetadata', deskKey))).toMatchObject({
      metadata: { author: 'さくら大学 研究推進課' },
    });
  });
});

describe('a save', () => {
  it('on an old version is refused with who and when, and takes nothing away', async () => {
    const { file } = await entryOf(sakura);
    const basedOn = { [pledgeText]: file.id };
    const slug = pledgeKey.slug;
    const { data } = await entryOf(sakura);
    const first = data.replace('誓約書を交わします', '誓約書を二部交わします');
    const { versions } = await done(save(sakura, { slug, text: first, basedOn }));
    const second = await save(editor, { slug, text: data.replace('交わし', '取り'), basedOn });
    expect(second.status).toBe(409);
    expect(second.body.error).toBe(
      'この記事はさくら大学 研究推進課が11月24日 14:05に先に保存しましたので、その内容を開いて確かめ、必要なところを加えてから、もう一度保存してください。',
    );
    expect(second.body.conflicts).toEqual([
      {
        path: pledgeText,
        changedBy: 'さくら大学 研究推進課',
        changedAt: now.toISOString(),
        current: versions[pledgeText],
        text: first,
      },
    ]);
    await done(
      save(editor, {
        slug,
        text: data.replace('交わし', '取り'),
        basedOn: { [pledgeText]: second.body.conflicts[0].current },
      }),
    );
  });

  it('of a new entry never replaces one that is there', async () => {
    const { status } = await save(sakura, { slug: pledgeKey.slug, text: caseText() });
    expect(status).toBe(422);
    const both = await Promise.all(
      ['一つめ', '二つめ'].map((title) => save(sakura, { text: caseText({ title }) })),
    );
    // The later of two is refused before its text is looked at, or where both were on their way at once.
    expect(both.map((answer) => answer.status).sort()).toEqual([200, expect.toBeOneOf([409, 422])]);
  });

  it('keeps the attachments that it does not mention, and changes none that others changed', async () => {
    const { versions } = await saveDesk();
    const text = caseText({ title: '改めた題', fields: attachmentField('申請書.pdf') });
    const pdf = deskText.replace('index.mdx', '申請書.pdf');
    const next = await done(save(sakura, { text, basedOn: versions }));
    expect(next.versions[pdf]).toBe(versions[pdf]);
    expect(next.problems).toEqual([]);
    const other = Buffer.concat([pdfBytes, Buffer.from('%other\n')]);
    const blind = await save(sakura, {
      text: caseText({ title: '三つめ', fields: attachmentField('申請書.pdf') }),
      files: { '申請書.pdf': other },
      basedOn: { [deskText]: next.versions[deskText] },
    });
    expect(blind).toMatchObject({ status: 409, body: { conflicts: [{ path: pdf, text: null }] } });
  });

  it('over a published version that is newer needs that version named', async () => {
    const changed = await savePledge(sakura, (text) =>
      text.replace('交わします', '二部交わします'),
    );
    expect(changed.status).toBe(200);
    const { data } = await entryOf(sakura);
    gateway.world.commit(pledgeText, data.replace('誓約書を', '約束を'));
    await done(moveTo(sakura, 'pending_review', pledgeKey));
    await done(editor.act('unpublishedEntry', pledgeKey));
    const refused = await editor.act('publishUnpublishedEntry', pledgeKey);
    expect(refused).toMatchObject({ status: 409, body: { conflicts: [{ changedBy: '編集者' }] } });
    const { current, text } = refused.body.conflicts[0];
    expect(text).toContain('約束を');
    const merged = { slug: pledgeKey.slug, text: text.replace('交わします', '二部交わします') };
    const basedOn = { [pledgeText]: changed.body.versions[pledgeText] };
    const blind = await save(sakura, {
      ...merged,
      basedOn,
      more: { over: changed.body.versions[pledgeText] },
    });
    expect(blind).toMatchObject({ status: 409, body: { conflicts: [{ current }] } });
    await done(save(sakura, { ...merged, basedOn, more: { over: current } }));
    await done(editor.act('unpublishedEntry', pledgeKey));
    await done(editor.act('publishUnpublishedEntry', pledgeKey));
    // The gateway dates what is published.
    const undated = (text: string) => text.replace(/^updated: .*$/m, '');
    expect(undated((await entryOf(sakura)).data)).toBe(undated(merged.text));
  });

  it('may give the origin that only the office gives to nobody else', async () => {
    const text = caseText().replace('origin: contributed', 'origin: on-behalf');
    expect(await save(sakura, { text })).toMatchObject({
      status: 403,
      body: { error: refusals.officesOrigin },
    });
    await done(save(editor, { text }));
  });
});

describe('files of a published entry', () => {
  it('are added to its next version by the library of files', async () => {
    const path = pledgeForm.replace('誓約書 [様式1].csv', '見本.pdf');
    const asset = { path, content: pdfBytes.toString('base64'), encoding: 'base64' };
    const options = { commitMessage: 'Upload' };
    const stored = await done(sakura.act('persistMedia', { branch: 'main', asset, options }));
    expect(stored).toMatchObject({ path, name: '見本.pdf', content: asset.content });
    expect((await momiji.act('persistMedia', { asset, options })).status).toBe(403);
    const nowhere = { ...asset, path: path.replace('pledge', 'none') };
    expect(await sakura.act('persistMedia', { asset: nowhere, options })).toMatchObject({
      status: 422,
      body: { error: sentences.noEntryYet },
    });
    expect(await done(sakura.act('getMediaFile', { path }))).toMatchObject({ id: stored.id });
    expect((await momiji.act('getMediaFile', { path })).status).toBe(404);
  });

  it('are taken out of its next version, and the entry itself only by request', async () => {
    const options = { commitMessage: 'Delete' };
    await done(sakura.act('deleteFile', { branch: 'main', path: pledgeForm, options }));
    expect(gateway.world.git('ls-tree', '-r', '--name-only', '-z', 'HEAD')).toContain('様式1');
    await done(sakura.act('deleteUnpublishedEntry', pledgeKey));

    expect((await momiji.act('deleteFiles', { paths: [pledgeText], options })).status).toBe(403);
    await done(sakura.act('deleteFiles', { branch: 'main', paths: [pledgeText], options }));
    const shown = await done(editor.act('unpublishedEntry', pledgeKey));
    expect(shown).toMatchObject({
      kind: 'deletion',
      status: 'pending_review',
      diffs: [],
      pullRequestAuthor: '削除の依頼・さくら大学 研究推進課',
    });
    expect((await entryOf(sakura)).data).toContain('誓約書');
    await done(moveTo(editor, 'pending_publish', pledgeKey));
    await done(editor.act('publishUnpublishedEntry', pledgeKey));
    expect((await sakura.act('getEntry', { path: pledgeText })).status).toBe(404);
    const paths = [pledgeText, travelText];
    expect((await editor.act('deleteFiles', { paths, options })).status).toBe(422);
  });
});

it('says what it is', async () => {
  expect(await done(sakura.act('info'))).toMatchObject({ publish_modes: ['editorial_workflow'] });
});

it('knows every action of the proxy backend', async () => {
  const backend = createRequire(import.meta.url).resolve('decap-cms-backend-proxy');
  const source = readFileSync(join(dirname(backend), 'esm/implementation.js'), 'utf8');
  const actions = [...source.matchAll(/action: '(\w+)'/g)].map(([, action = '']) => action);
  expect(actions.length).toBeGreaterThan(20);
  for (const action of [...actions, 'deleteFile']) {
    const { body } = await sakura.act(action, null);
    expect([action, body.error]).not.toEqual([action, sentences.unknownAction]);
  }
});

it('moves no entry to another place', async () => {
  const params = saveParams({ text: caseText() });
  const dataFiles = [{ ...params.dataFiles[0], newPath: pledgeText }];
  const { body } = await sakura.act('persistEntry', { ...params, dataFiles });
  expect(body.error).toBe(sentences.moved);
});
