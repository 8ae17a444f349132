import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { review as reviewForm } from '../../wire/review.ts';
import { deskKey, deskText, moveTo, save, signInAll } from '../fixtures/decap-requests.ts';
import { attachmentField, caseText, pdfBytes } from '../fixtures/entry-texts.ts';
import { type StartedGateway, startGateway, type Visitor } from '../fixtures/start-gateway.ts';

/** A proposal, as the review screen sees it: new, returned, changed since, and over what is live. */

const entry = 'case-studies/sakura-u/desk';
const form = '申請書.pdf';
const text = (body: string) => caseText({ body, fields: attachmentField(form) });

let gateway: StartedGateway;
let sakura: Visitor;
let momiji: Visitor;
let editor: Visitor;
beforeAll(async () => {
  gateway = await startGateway();
  ({ sakura, momiji, editor } = await signInAll(gateway));
});
afterAll(async () => {
  expect(gateway.troubles).toEqual([]);
  await gateway.close();
});

const reviewed = async (visitor: Visitor) => {
  const { status, body } = await visitor.ask(`/admin/review/${entry}`);
  expect(status).toBe(200);
  return reviewForm.parse(body);
};
const saved = async (body: string, files: Record<string, Uint8Array> = {}) => {
  const { body: draft } = await sakura.act('unpublishedEntry', deskKey);
  const { body: live } = await sakura.act('getEntry', { path: deskText });
  const basedOn = {
    [deskText]:
      draft.diffs?.find(({ path }: { path: string }) => path === deskText)?.id ??
      live.file?.id ??
      null,
  };
  const path = `content/${entry}/${form}`;
  const known = await sakura.act('getMediaFile', { path });
  const basedOnFile = known.status === 200 ? { [path]: known.body.id } : {};
  const answer = await save(sakura, {
    text: text(body),
    files,
    basedOn: { ...basedOn, ...basedOnFile },
  });
  expect(answer.body).toMatchObject({ message: expect.any(String) });
};

describe('what a review looks at', () => {
  it('is the proposal alone, where nothing is live and nothing was looked at', async () => {
    await saved('## 体制\n\n窓口は一つです。\n', { [form]: pdfBytes });
    await moveTo(sakura, 'pending_review');
    const found = await reviewed(editor);
    expect(found).toMatchObject({
      kind: 'entry',
      stage: 'in-review',
      title: '相談窓口の一本化',
      saves: 1,
      begun: { by: 'さくら大学 研究推進課', byEditors: false },
      live: null,
      reviewed: null,
      notes: [],
    });
    expect(found.proposed?.text).toContain('窓口は一つです。');
    expect(found.proposed?.files).toMatchObject([
      { name: form, bytes: pdfBytes.length, reading: { unit: 'page', pageCount: 1, isCut: false } },
    ]);
  });

  it('has what the office looked at when it returned it, and not what came after', async () => {
    const { version: seen } = await reviewed(editor);
    const reason = '窓口の数を確かめてください。';
    const step = { entry, step: 'return', seen, reason };
    expect((await editor.post('/admin/step', step)).status).toBe(200);
    await saved('## 体制\n\n窓口は二つです。\n');
    const found = await reviewed(sakura);
    expect(found.reviewed?.text).toContain('窓口は一つです。');
    expect(found.reviewed?.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(found.proposed?.text).toContain('窓口は二つです。');
    expect(found.saves).toBe(2);
    // The same file in each version is compared with nothing.
    expect(found.proposed?.files).toMatchObject([{ name: form, reading: null }]);
  });

  it('has what is live, and its day', async () => {
    await moveTo(sakura, 'pending_review');
    const { version: seen } = await reviewed(editor);
    expect((await editor.post('/admin/step', { entry, step: 'publish', seen })).status).toBe(200);
    expect((await editor.ask(`/admin/review/${entry}`)).status).toBe(404);
    await saved('## 体制\n\n窓口は三つです。\n', {
      [form]: Buffer.concat([pdfBytes, Buffer.from('\n')]),
    });
    const found = await reviewed(editor);
    expect(found.live).toMatchObject({ since: expect.stringMatching(/^\d{4}-/) });
    expect(found.live?.text).toContain('窓口は二つです。');
    expect(found.reviewed).toBeNull();
    expect(found.live?.files[0]?.version).not.toBe(found.proposed?.files[0]?.version);
    expect(found.live?.files[0]?.reading?.pages).toBeDefined();
  });

  it('is for its office and the editors alone', async () => {
    expect((await momiji.ask(`/admin/review/${entry}`)).status).toBe(403);
    expect((await gateway.nobody.ask(`/admin/review/${entry}`)).status).toBe(401);
    expect((await editor.ask('/admin/review/case-studies/../sakura-u')).status).not.toBe(200);
    expect((await editor.ask('/admin/review/nothing/at/all')).status).toBe(422);
  });
});

describe('a file', () => {
  it('opens as each of the versions has it, and as no other', async () => {
    const { live, proposed } = await reviewed(sakura);
    const path = `${entry}/${encodeURIComponent(form)}`;
    const [old, fresh] = [live?.files[0]?.version, proposed?.files[0]?.version];
    const opened = await sakura.ask(`/admin/reviewed-files/${old}/${path}`);
    expect(opened.status).toBe(200);
    expect(opened.headers.get('content-type')).toBe('application/pdf');
    expect(opened.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await editor.ask(`/admin/reviewed-files/${fresh}/${path}`)).status).toBe(200);
    for (const [visitor, version, status] of [
      [momiji, old, 403],
      [gateway.nobody, old, 401],
      [sakura, 'f'.repeat(40), 404],
      [sakura, 'HEAD', 404],
      [sakura, proposed && (await reviewed(sakura)).version, 404],
    ] as const) {
      expect((await visitor.ask(`/admin/reviewed-files/${version}/${path}`)).status).toBe(status);
    }
    const asText = `${entry}/index.mdx`;
    expect((await sakura.ask(`/admin/reviewed-files/${old}/${asText}`)).status).toBe(404);
  });
});

describe('a note', () => {
  const place = { field: 'body', quote: '窓口は三つです。' };

  it('stands at the words that it is about, is answered, done and taken away', async () => {
    const written = await editor.post('/admin/notes', { entry, text: 'どの三つですか。', place });
    expect(written.status).toBe(200);
    const [first] = written.body.notes;
    expect(first).toMatchObject({
      text: 'どの三つですか。',
      by: '編集部（事務局）',
      byEditors: true,
      place,
      answers: null,
      isResolved: false,
      mayDelete: true,
    });
    const answered = await sakura.post('/admin/notes', {
      entry,
      text: '研究、国際、財務です。',
      place,
      answers: first.id,
    });
    expect(answered.body.notes[1]).toMatchObject({
      answers: first.id,
      by: 'さくら大学 研究推進課',
    });
    const done = await sakura.post('/admin/notes/done', { entry, id: first.id, isResolved: true });
    expect(done.body.notes[0]).toMatchObject({ isResolved: true, mayDelete: false });
    expect((await reviewed(editor)).notes).toHaveLength(2);
    // Decap's own question gives the same notes.
    expect((await editor.act('getNotes', deskKey)).body.notes).toHaveLength(2);
    expect((await sakura.post('/admin/notes/gone', { entry, id: first.id })).status).toBe(403);
    const gone = await editor.post('/admin/notes/gone', { entry, id: first.id });
    expect(gone.body.notes).toHaveLength(1);
  });

  it('of others is neither read nor written', async () => {
    expect((await momiji.post('/admin/notes', { entry, text: 'x', place: null })).status).toBe(403);
    expect((await momiji.ask(`/admin/notes/${entry}`)).status).toBe(403);
    expect(
      (await gateway.nobody.post('/admin/notes', { entry, text: 'x', place: null })).status,
    ).toBe(401);
  });

  it.each([
    [{ text: '', place: null }, 'メモは1文字以上2000文字以内で書いてください。'],
    [{ text: 'あ'.repeat(2001), place: null }, 'メモは1文字以上2000文字以内で書いてください。'],
    [{ text: 'あ'.repeat(20_001), place: null }, 'メモは1文字以上2000文字以内で書いてください。'],
    [{ text: 'a', place: { field: 'a\u0000b' } }, '読み取れませんでした'],
    [{ text: 'a', place: { field: 'body', quote: 'x'.repeat(301) } }, '読み取れませんでした'],
    [{ text: 'a', place: { field: 'body', more: 1 } }, '読み取れませんでした'],
    [{ text: 'a' }, '読み取れませんでした'],
  ])('that cannot be taken is refused in one sentence: %j', async (note, sentence) => {
    const { status, body } = await sakura.post('/admin/notes', { entry, ...note });
    expect(status).toBe(422);
    expect(body.error).toContain(sentence);
  });

  it('answers only one that is there', async () => {
    const { status } = await sakura.post('/admin/notes', {
      entry,
      text: 'a',
      place: null,
      answers: 'none',
    });
    expect(status).toBe(404);
  });

  it('of what is not proposed there is none', async () => {
    const { status, body } = await sakura.ask('/admin/notes/case-studies/sakura-u/pledge');
    expect({ status, body }).toEqual({ status: 200, body: { notes: [] } });
  });
});
