import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deskKey, save, signInAll } from '../fixtures/decap-requests.ts';
import { caseText } from '../fixtures/entry-texts.ts';
import { type StartedGateway, startGateway, type Visitor } from '../fixtures/start-gateway.ts';
import { refusals } from '../permissions/refusals.ts';
import { sentences } from '../proposals/sentences.ts';

/** Notes in Decap's words. */

let gateway: StartedGateway;
let sakura: Visitor;
let momiji: Visitor;
let editor: Visitor;
beforeEach(async () => {
  gateway = await startGateway();
  ({ sakura, momiji, editor } = await signInAll(gateway));
});
afterEach(async () => {
  expect(gateway.troubles).toEqual([]);
  await gateway.close();
});

const done = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer;
  expect({ status, body }).toMatchObject({ status: 200 });
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects
  return body as any;
};

describe('notes', () => {
  it('are changed and deleted by those who wrote them', async () => {
    await done(save(sakura, { text: caseText() }));
    const { note } = await done(editor.act('addNote', { ...deskKey, note: { content: '図を。' } }));
    const key = { ...deskKey, noteId: note.id };
    const mine = { ...key, updates: { content: '図を加えてください。' } };
    expect((await sakura.act('updateNote', mine)).body.error).toBe(refusals.otherOfficesComment);
    expect((await done(editor.act('updateNote', mine))).note.content).toBe('図を加えてください。');
    const resolved = { ...key, updates: { resolved: true } };
    expect((await done(sakura.act('updateNote', resolved))).note.resolved).toBe(true);
    expect((await sakura.act('deleteNote', key)).status).toBe(403);
    await done(editor.act('deleteNote', key));
    expect((await editor.act('toggleNoteResolution', key)).status).toBe(404);
    expect(
      await done(sakura.act('getNotes', { ...deskKey, slug: 'sakura-u/pledge/index' })),
    ).toEqual({ notes: [] });
    expect((await momiji.act('getNotes', deskKey)).status).toBe(403);
    const empty = { ...deskKey, note: { content: ' ' } };
    expect((await sakura.act('addNote', empty)).body.error).toBe(sentences.unusableNote);
  });
});
