import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsIn } from '../../../src/attachments/fixtures/words-in.ts';
import {
  addressedDocx,
  addressInDocx,
  hiddenXlsx,
  placedJpeg,
  soundDocx,
  trackedDocx,
} from '../../../src/check/fixtures/small-attachments.ts';
import { deskKey, moveTo, save } from '../fixtures/decap-requests.ts';
import { attachmentField, caseText, pdfBytes } from '../fixtures/entry-texts.ts';
import { type StartedGateway, startGateway } from '../fixtures/start-gateway.ts';
import { people } from '../permissions/fixtures/people.ts';
import { entry, file } from '../repository/fixtures/temporary-repository.ts';

let gateway: StartedGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

it('takes no second file whose name some systems take for the first, whichever comes first', async () => {
  const sakura = await gateway.signIn(people.sakura);
  const text = caseText({ fields: attachmentField('flow.pdf') });
  const first = await save(sakura, { text, files: { 'flow.pdf': pdfBytes } });
  expect(first.status).toBe(200);
  const { versions } = first.body as { versions: Record<string, string> };
  const second = await save(sakura, { text, files: { 'Flow.pdf': pdfBytes }, basedOn: versions });
  expect(second).toMatchObject({ status: 422, body: { problems: [{ code: 'name-collides' }] } });
});

it('says what is wrong in the words of the form', async () => {
  const sakura = await gateway.signIn(people.sakura);
  const text = caseText().replace('published: 2026-11-24', 'published: 2026年11月24日');
  const answer = await save(sakura, { text, slug: 'sakura-u/dated/index' });
  expect(answer.status).toBe(200);
  const { problems } = answer.body as { problems: { message: string; field: string }[] };
  const { message } = problems.find(({ field }) => field === 'published') ?? { message: '' };
  expect(message).toContain('「掲載日」');
  expect(message).not.toContain('published');
});

it('says so where another commit is published than the one that was asked about', async () => {
  const { intake, repository, world } = gateway;
  const at = await repository.published();
  const desk = entry('case-studies/sakura-u/desk');
  const files = [{ address: file(desk.text), bytes: Buffer.from(caseText()) }];
  expect(await intake.soundAt(at, desk, files)).toMatchObject({ problems: [] });
  expect(await intake.breakingOthers(desk, files, at)).toBeNull();
  world.commit('content/case-studies/sakura-u/lent/index.mdx', caseText({ title: '貸し出し' }));
  expect(await intake.soundAt(at, desk, files)).toEqual({ kind: 'outdated' });
  expect(await intake.breakingOthers(desk, files, at)).toEqual({ kind: 'outdated' });
  expect(await intake.sound(desk, files)).toMatchObject({ problems: [] });
});

describe('what is in an attachment', () => {
  const key = { ...deskKey, slug: 'sakura-u/handover/index' };
  const folder = 'content/case-studies/sakura-u/handover';
  const text = (file: string) => caseText({ fields: attachmentField(file) });
  const refs = () => gateway.world.refs();

  it('keeps what would leak out of every draft, in one sentence that says how to mend it', async () => {
    const sakura = await gateway.signIn(people.sakura);
    const before = refs();
    const answer = await save(sakura, {
      slug: key.slug,
      text: text('手順.docx'),
      files: { '手順.docx': trackedDocx },
    });
    expect(answer.status).toBe(422);
    const { problems } = answer.body as { problems: { message: string }[] };
    expect(problems.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "「手順.docx」に変更履歴（「受入れの手順です。」の次）が残っていますので、Word の「校閲」ですべての変更を承諾するか元に戻して保存し、添え直してください。",
      ]
    `);
    expect(refs()).toBe(before);
  });

  it('is looked into also where a file comes by itself', async () => {
    const sakura = await gateway.signIn(people.sakura);
    expect((await save(sakura, { slug: key.slug, text: text('手順.docx') })).status).toBe(200);
    const before = refs();
    const upload = (name: string, bytes: Uint8Array) =>
      sakura.act('persistMedia', {
        asset: {
          path: `${folder}/${name}`,
          content: Buffer.from(bytes).toString('base64'),
          encoding: 'base64',
        },
        options: { commitMessage: 'Upload' },
        basedOn: {},
      });
    expect(await upload('手順.docx', trackedDocx)).toMatchObject({
      status: 422,
      body: { problems: [{ code: 'document-tracked-changes' }] },
    });
    expect(refs()).toBe(before);
    const placed = await upload('実験室.jpg', placedJpeg);
    expect(placed).toMatchObject({ status: 200 });
    expect(wordsIn(placedJpeg)).toContain('Exif');
    expect(wordsIn(Buffer.from(placed.body.content, 'base64'))).not.toContain('Exif');
    expect(await upload('手順.docx', soundDocx)).toMatchObject({ status: 200 });
  });

  it('loses what nobody who reads it needs, however it comes', async () => {
    const sakura = await gateway.signIn(people.sakura);
    const slug = 'sakura-u/cleaned/index';
    const path = 'content/case-studies/sakura-u/cleaned';
    const stored = (name: string) =>
      gateway.world
        .drafts('rev-parse', `refs/proposals/case-studies/sakura-u/cleaned:${path}/${name}`)
        .trim();
    const files = { '様式.docx': addressedDocx };
    const first = await save(sakura, { slug, text: text('様式.docx'), files });
    expect(first).toMatchObject({ status: 200, body: { problems: [] } });
    const { versions } = first.body as { versions: Record<string, string> };
    // What is stored is named as it is stored.
    expect(versions[`${path}/様式.docx`]).toBe(stored('様式.docx'));

    const asset = (name: string, bytes: Uint8Array, basedOn: object) =>
      sakura.act('persistMedia', {
        asset: {
          path: `${path}/${name}`,
          content: Buffer.from(bytes).toString('base64'),
          encoding: 'base64',
        },
        options: { commitMessage: 'Upload' },
        basedOn,
      });
    const alone = (await asset('別の様式.docx', addressedDocx, {})).body;
    const bytes = Buffer.from(alone.content, 'base64');
    expect(alone).toMatchObject({ id: stored('別の様式.docx'), size: bytes.length });
    expect(alone.id).toBe(versions[`${path}/様式.docx`]);
    expect(
      [wordsIn(addressedDocx), wordsIn(bytes)].map((all) => all.includes(addressInDocx)),
    ).toEqual([true, false]);
    // Nor does what came lie anywhere in the repository.
    const sent = createHash('sha1')
      .update(`blob ${addressedDocx.length}\0`)
      .update(addressedDocx)
      .digest('hex');
    const objects = gateway.world.drafts('cat-file', '--batch-all-objects', '--batch-check');
    expect(objects).toContain(alone.id);
    expect(objects).not.toContain(sent);
  });

  it('that came in by git stays as it is where somebody saves it once more', async () => {
    const editor = await gateway.signIn(people.editor);
    const path = 'content/case-studies/sakura-u/letter';
    gateway.world.commit(`${path}/様式.docx`, addressedDocx);
    gateway.world.commit(`${path}/index.mdx`, text('様式.docx'));
    const read = async (name: string) =>
      (await editor.act('getMediaFile', { path: `${path}/${name}` })).body;
    const before = await read('様式.docx');
    const { file } = (await editor.act('getEntry', { path: `${path}/index.mdx` })).body;
    const saved = await save(editor, {
      slug: 'sakura-u/letter/index',
      text: text('様式.docx').replace('相談窓口', '相談の窓口'),
      files: { '様式.docx': addressedDocx },
      basedOn: { [`${path}/index.mdx`]: file.id, [`${path}/様式.docx`]: before.id },
    });
    expect(saved).toMatchObject({
      status: 200,
      body: {
        problems: [{ code: 'document-records', severity: 'warning' }],
        versions: { [`${path}/様式.docx`]: before.id },
      },
    });
  });

  it('holds up review and publication where it came in by git', async () => {
    const editor = await gateway.signIn(people.editor);
    const entry = { ...deskKey, slug: 'sakura-u/roster/index' };
    const path = 'content/case-studies/sakura-u/roster';
    gateway.world.commit(`${path}/名簿.xlsx`, hiddenXlsx);
    gateway.world.commit(`${path}/index.mdx`, text('名簿.xlsx'));
    const listed = await editor.ask('/admin/problems/case-studies/sakura-u/roster');
    expect(listed.body).toMatchObject({ problems: [{ code: 'document-hidden-sheets' }] });

    const { file } = (await editor.act('getEntry', { path: `${path}/index.mdx` })).body;
    const saved = await save(editor, {
      slug: entry.slug,
      text: text('名簿.xlsx').replace('相談窓口', '相談の窓口'),
      basedOn: { [`${path}/index.mdx`]: file.id },
    });
    // Whoever mends a word is not held up by what lies there already; what goes on to readers is.
    expect(saved).toMatchObject({
      status: 200,
      body: { problems: [{ code: 'document-hidden-sheets' }] },
    });
    expect(await moveTo(editor, 'pending_review', entry)).toMatchObject({
      status: 422,
      body: { problems: [{ code: 'document-hidden-sheets' }] },
    });
  });
});
