import { beforeEach, describe, expect, it } from 'vitest';
import { type KeptUpload, type TakenOut, uploadId } from '../../wire/upload.ts';
import { Refusal } from '../gateway/ask-gateway.ts';
import type { Sending } from '../gateway/send-file.ts';
import { type KeptUploads, keptUploads } from './kept-uploads.ts';
import { createUploads, type Uploads } from './uploads.ts';

/** A line to the gateway whose every move is made by the test. */
type OnTheWay = Sending & {
  arrive(taken?: readonly TakenOut[]): void;
  fail(error: unknown): void;
};

const id = (letter: string) => uploadId.parse(letter.repeat(32));
const problem = {
  code: 'x',
  severity: 'error',
  path: 'a',
  line: 1,
  message: '変更履歴が残っています。',
} as const;
const taken: TakenOut = {
  what: '画面に出ない記録',
  places: ['文書のプロパティ（作成者）'],
  more: 0,
  mend: { ...problem, severity: 'warning', message: '記録が残っています。' },
};
/** A file that waits for the save. */
const waits = (letter: string, without: readonly TakenOut[] = []) => ({
  kind: 'kept',
  upload: id(letter),
  taken: without,
  problems: [],
  address: `/admin/uploads/${id(letter)}`,
});
const text = (...names: string[]) => names.map((name) => `  - file: ${name}\n`).join('');
const settled = () => new Promise((done) => setImmediate(done));

let form: string;
let now: number;
let savable: number;
let sent: Map<string, OnTheWay>;
let stored: Map<string, string>;
let dropped: string[];
let uploads: Uploads;

const kept = (office = 'さくら大学 研究推進課'): KeptUploads =>
  keptUploads(
    { getItem: (key) => stored.get(key) ?? null, setItem: (key, value) => stored.set(key, value) },
    office,
    () => now,
  );
const opened = (office?: string): Uploads =>
  createUploads({
    send: (name, _file, sending) =>
      new Promise<KeptUpload>((resolve, reject) => {
        sending.signal.addEventListener('abort', () => reject(new Refusal('やめました。', 0)));
        sent.set(name, {
          ...sending,
          arrive: (taken = []) =>
            resolve({ upload: id(name[0] ?? ''), size: 1, taken, problems: [] }),
          fail: reject,
        });
      }),
    drop: async (upload) => void dropped.push(upload),
    form: () => form,
    kept: kept(office),
    onKept: () => {
      savable += 1;
    },
    mostFileBytes: 10,
    now: () => now,
  });

beforeEach(() => {
  form = 'new/case-studies';
  now = 0;
  savable = 0;
  sent = new Map();
  stored = new Map();
  dropped = [];
  uploads = opened();
});

const add = (name: string, bytes = 'x') => uploads.add(name, new File([bytes], name));
const arrive = async (name: string, without: readonly TakenOut[] = []) => {
  sent.get(name)?.arrive(without);
  await settled();
};
const fail = async (name: string, error: unknown) => {
  sent.get(name)?.fail(error);
  await settled();
};

describe('a file that is chosen', () => {
  it('goes up at once, tells how far it is, and waits for the save', async () => {
    let heard = 0;
    uploads.onChange(() => {
      heard += 1;
    });
    add('a.pdf');
    expect(uploads.stateOf('a.pdf')).toEqual({ kind: 'sending', part: 0 });
    await settled();
    sent.get('a.pdf')?.onPart(0.5);
    expect(uploads.stateOf('a.pdf')).toEqual({ kind: 'sending', part: 0.5 });
    await arrive('a.pdf');
    expect(uploads.stateOf('a.pdf')).toEqual(waits('a'));
    expect(savable).toBe(1);
    expect(heard).toBe(3);
    expect(uploads.stateOf('b.pdf')).toBeNull();
  });

  it('is refused for what is in it, and keeps nothing from being saved', async () => {
    add('a.pdf');
    add('b.pdf');
    await settled();
    await fail('a.pdf', new Refusal('受け取れません。', 422, { problems: [problem] }));
    await arrive('b.pdf');
    expect(uploads.stateOf('a.pdf')).toEqual({
      kind: 'refused',
      sentence: '受け取れません。',
      problems: [problem],
    });
    expect((await uploads.toSave(text('a.pdf', 'b.pdf'))).sent).toEqual([
      { name: 'b.pdf', upload: id('b') },
    ]);
  });

  it('says what was taken out of it, and how large it is now', async () => {
    add('a.pdf', 'xxx');
    expect(uploads.sizeOf('a.pdf')).toBe(3);
    await settled();
    await arrive('a.pdf', [taken]);
    expect(uploads.stateOf('a.pdf')).toEqual(waits('a', [taken]));
    expect(uploads.sizeOf('a.pdf')).toBe(1);
    const save = await uploads.toSave(text('a.pdf'));
    save.saved(form, save.sent);
    expect(uploads.sizeOf('a.pdf')).toBe(1);
  });

  it('is let go, here and at the gateway, where its author would rather mend it', async () => {
    add('a.pdf');
    await settled();
    uploads.decline('a.pdf');
    expect(dropped).toEqual([]);
    await arrive('a.pdf', [taken]);
    uploads.decline('a.pdf');
    expect(dropped).toEqual([id('a')]);
    expect(uploads.stateOf('a.pdf')).toMatchObject({
      kind: 'refused',
      problems: [taken.mend],
      isDeclined: true,
    });
    expect((await uploads.toSave(text('a.pdf'))).sent).toEqual([]);
    // Mended, it takes its own place.
    add('a.pdf');
    await settled();
    await arrive('a.pdf');
    expect(uploads.stateOf('a.pdf')).toEqual(waits('a'));
  });

  it('is not sent where it is too large', () => {
    add('a.pdf', 'x'.repeat(11));
    expect(uploads.stateOf('a.pdf')).toMatchObject({ kind: 'refused' });
    expect(sent.size).toBe(0);
  });

  it('can be sent again when the line or the sign-in was lost', async () => {
    add('a.pdf');
    await settled();
    await fail('a.pdf', new Refusal('つながりません。', 0));
    expect(uploads.stateOf('a.pdf')).toMatchObject({ kind: 'failed', canSendAgain: true });
    uploads.sendAgain('a.pdf');
    await settled();
    await fail('a.pdf', new Refusal('サインインし直してください。', 401));
    expect(uploads.stateOf('a.pdf')).toMatchObject({ kind: 'failed', isSignedOut: true });
    uploads.sendAgain('a.pdf');
    await settled();
    await arrive('a.pdf');
    expect(uploads.stateOf('a.pdf')).toMatchObject({ kind: 'kept' });
  });

  it('takes the place of one of the same name, whose sending ends', async () => {
    add('a.pdf');
    await settled();
    const first = sent.get('a.pdf');
    add('a.pdf');
    await settled();
    expect(first?.signal.aborted).toBe(true);
    expect(uploads.stateOf('a.pdf')).toEqual({ kind: 'sending', part: 0 });
    await arrive('a.pdf');
    expect(uploads.stateOf('a.pdf')).toMatchObject({ kind: 'kept' });
  });

  it('is forgotten when its sending is ended', async () => {
    add('a.pdf');
    await settled();
    uploads.cancel('a.pdf');
    await settled();
    expect(sent.get('a.pdf')?.signal.aborted).toBe(true);
    expect(uploads.stateOf('a.pdf')).toBeNull();
    expect((await uploads.toSave(text('a.pdf'))).sent).toEqual([]);
  });

  it('waits its turn behind two others', async () => {
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) add(name);
    await settled();
    expect([...sent.keys()]).toEqual(['a.pdf', 'b.pdf']);
    await arrive('b.pdf');
    expect([...sent.keys()]).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
  });
});

describe('a save', () => {
  it('waits for what is named, and leaves out what no row names any more', async () => {
    add('a.pdf');
    add('b.pdf');
    await settled();
    let isReady = false;
    const saving = uploads.toSave(text('a.pdf')).then((save) => {
      isReady = true;
      return save;
    });
    await settled();
    expect(isReady).toBe(false);
    await arrive('a.pdf');
    expect((await saving).sent).toEqual([{ name: 'a.pdf', upload: id('a') }]);
    expect(uploads.stateOf('b.pdf')).toMatchObject({ kind: 'sending' });
  });

  it('sends again what the line lost, and stores the text without what is lost once more', async () => {
    add('a.pdf');
    add('b.pdf');
    await settled();
    for (const name of ['a.pdf', 'b.pdf']) await fail(name, new Refusal('つながりません。', 0));
    sent.clear();
    const saving = uploads.toSave(text('a.pdf', 'b.pdf'));
    await settled();
    await arrive('a.pdf');
    await fail('b.pdf', new Refusal('つながりません。', 0));
    const save = await saving;
    expect(save.sent).toEqual([{ name: 'a.pdf', upload: id('a') }]);
    expect(uploads.stateOf('b.pdf')).toMatchObject({ kind: 'failed', canSendAgain: true });
    // Also where another entry was opened before the answer came.
    form = 'content/glossary/a.yaml';
    save.saved('content/case-studies/sakura-u/x/index.mdx', save.sent);
    expect(save.areLacking()).toBe(true);
  });

  it('of a new entry takes its rows along to where it is stored', async () => {
    add('a.pdf');
    add('b.pdf');
    await settled();
    await arrive('a.pdf');
    await fail('b.pdf', new Refusal('受け取れません。', 422, { problems: [problem] }));
    const save = await uploads.toSave(text('a.pdf', 'b.pdf'));
    // Something else was opened meanwhile.
    form = 'content/glossary/a.yaml';
    save.saved('content/case-studies/sakura-u/x/index.mdx', save.sent);
    expect(uploads.names()).toEqual([]);
    form = 'content/case-studies/sakura-u/x/index.mdx';
    uploads.forgetSaved();
    expect(uploads.stateOf('a.pdf')).toEqual({ kind: 'saved' });
    expect(uploads.stateOf('b.pdf')).toMatchObject({ kind: 'refused' });
    expect((await uploads.toSave(text('a.pdf', 'b.pdf'))).sent).toEqual([]);
    form = 'new/case-studies';
    expect(uploads.names()).toEqual([]);
    uploads.forgetSaved();
    form = 'content/case-studies/sakura-u/x/index.mdx';
    expect(uploads.names()).toEqual(['b.pdf']);
  });

  it('forgets a file whose row went, and takes another of the same name', async () => {
    add('a.pdf');
    await settled();
    await arrive('a.pdf');
    const path = 'content/case-studies/sakura-u/x/index.mdx';
    const first = await uploads.toSave(text('a.pdf'));
    first.saved(path, first.sent);
    form = path;
    (await uploads.toSave(text())).saved(path, []);
    expect(uploads.stateOf('a.pdf')).toBeNull();
    add('a.pdf');
    await settled();
    await arrive('a.pdf');
    expect((await uploads.toSave(text('a.pdf'))).sent).toEqual([
      { name: 'a.pdf', upload: id('a') },
    ]);
  });

  it('has the file at hand that was chosen since the page was loaded', () => {
    add('a.pdf', 'abc');
    expect(uploads.fileOf('a.pdf')?.size).toBe(3);
    expect(uploads.fileOf('b.pdf')).toBeNull();
  });

  it('that finds a file gone says so at its row, where it can be sent again', async () => {
    add('a.pdf');
    await settled();
    await arrive('a.pdf');
    const save = await uploads.toSave(text('a.pdf'));
    save.lose('a.pdf', '期限が過ぎています。');
    expect(uploads.stateOf('a.pdf')).toEqual({
      kind: 'failed',
      sentence: '期限が過ぎています。',
      canSendAgain: true,
      isSignedOut: false,
    });
  });
});

describe('a page that is loaded anew', () => {
  it('knows for a day what the gateway keeps for the same office', async () => {
    add('a.pdf');
    await settled();
    await arrive('a.pdf');
    now += 1000;
    expect((await opened().toSave(text('a.pdf'))).sent).toEqual([
      { name: 'a.pdf', upload: id('a') },
    ]);
    expect(opened('さくら大学 国際課').names()).toEqual([]);
    now += 24 * 60 * 60 * 1000;
    expect(opened().names()).toEqual([]);
  });

  it('knows what was taken out of it', async () => {
    add('a.pdf', 'xxx');
    await settled();
    await arrive('a.pdf', [taken]);
    const anew = opened();
    expect(anew.stateOf('a.pdf')).toEqual(waits('a', [taken]));
    expect(anew.sizeOf('a.pdf')).toBe(1);
  });

  it('knows what was written of a file that may not be stored, until another takes its place', async () => {
    form = 'content/case-studies/sakura-u/x/index.mdx';
    add('a.pdf');
    await settled();
    sent.get('a.pdf')?.fail(new Refusal('変更履歴が残っています。', 422, { problems: [problem] }));
    await settled();
    uploads.keepAbout('a.pdf', { file: 'a.pdf', title: '誓約書の様式', kind: 'document' });
    now += 60 * 24 * 60 * 60 * 1000;
    expect(opened('さくら大学 国際課').names()).toEqual([]);
    uploads = opened();
    expect(uploads.stateOf('a.pdf')).toMatchObject({ kind: 'refused', problems: [problem] });
    expect(uploads.about('a.pdf')).toEqual({ title: '誓約書の様式' });
    add('a.pdf');
    expect(uploads.about('a.pdf')).toEqual({ title: '誓約書の様式' });
    uploads.cancel('a.pdf');
    expect(uploads.about('a.pdf')).toBeNull();
    expect(opened().names()).toEqual([]);
  });

  it('has nothing left of a refused file of which its name says all', async () => {
    add('a.pdf');
    await settled();
    sent.get('a.pdf')?.fail(new Refusal('変更履歴が残っています。', 422, { problems: [problem] }));
    await settled();
    uploads.keepAbout('a.pdf', { file: 'a.pdf', title: 'a', kind: 'document' });
    expect(opened().names()).toEqual([]);
  });

  it('has nothing left of a new entry that was never saved, once another is begun', async () => {
    add('a.pdf');
    add('b.pdf');
    await settled();
    await arrive('a.pdf');
    form = 'content/case-studies/sakura-u/x/index.mdx';
    add('c.pdf');
    uploads.forgetNew();
    expect(uploads.names()).toEqual(['c.pdf']);
    expect(sent.get('b.pdf')?.signal.aborted).toBe(true);
    form = 'new/case-studies';
    expect(uploads.names()).toEqual([]);
    expect(opened().names()).toEqual([]);
  });

  it('reads nothing but its own notes', () => {
    stored.set('portal-uploads:さくら大学 研究推進課', '[{"form":1}]');
    expect(opened().names()).toEqual([]);
    stored.set('portal-uploads:さくら大学 研究推進課', '{');
    expect(opened().names()).toEqual([]);
  });
});
