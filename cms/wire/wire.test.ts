import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostTextBytes } from '../../src/source/read-source.ts';
import { act, askForPage, askGateway, Refusal } from '../editor/gateway/ask-gateway.ts';
import { deskKey, deskText, saveParams } from '../gateway/fixtures/decap-requests.ts';
import { attachmentField, caseText, pdfBytes } from '../gateway/fixtures/entry-texts.ts';
import { type StartedGateway, startGateway } from '../gateway/fixtures/start-gateway.ts';
import { people } from '../gateway/permissions/fixtures/people.ts';
import type { Contributor } from './contributor.ts';
import { type ActionName, type ActionRequest, decapActions } from './decap-actions.ts';
import { holdActionToForm, holdToForm } from './fixtures/hold-to-wire.ts';
import { refusal } from './refusal.ts';
import { type Route, routes } from './routes.ts';
import { mostSentText } from './sent.ts';
import { contentVersion } from './versions.ts';

const folder = 'content/case-studies/sakura-u/desk';
const desk = 'case-studies/sakura-u/desk';
const form = '申請書.pdf';
const deskEntry = 'case-studies/sakura-u/desk';
const deskFile = `${folder}/${form}`;
const draftText = caseText({ fields: attachmentField(form) });

/** What a browser adds to the editor's questions: where the page is, and the cookie of the session. */
const browser = { cookie: '', status: 0, answer: undefined as unknown };
const ownFetch = globalThis.fetch;
let gateway: StartedGateway;

beforeAll(async () => {
  gateway = await startGateway({
    beside: () => ({
      preview: {
        render: async () => '<!doctype html><title>投稿案</title>',
        close: async () => {},
      },
      liveSite: {
        folder: '',
        bases: async () => [],
        refresh() {},
        stateOf: async () => ({
          state: 'live',
          address: '/practices/sakura-u/desk/',
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
  globalThis.fetch = async (address, request) => {
    const headers = new Headers(request?.headers);
    headers.set('origin', gateway.origin);
    if (browser.cookie) headers.set('cookie', browser.cookie);
    const response = await ownFetch(gateway.origin + address, { ...request, headers });
    const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
    if (cookie) browser.cookie = cookie;
    browser.status = response.status;
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    browser.answer = isJson ? await response.clone().json() : await response.clone().text();
    return response;
  };
});
afterAll(async () => {
  globalThis.fetch = ownFetch;
  await gateway.close();
});

const signIn = async (who: Contributor) => {
  await askGateway(routes.signIn, { body: who });
};
const does = async <Name extends ActionName>(action: Name, params: ActionRequest<Name>) => {
  const answer = await act(action, params, 'main');
  holdActionToForm(action, browser.status, browser.answer);
  return answer;
};
const refused = async (asked: Promise<unknown>): Promise<Refusal> => {
  const told = await asked.catch((error: unknown) => error);
  if (!(told instanceof Refusal)) throw new Error('The gateway did what it should refuse.');
  holdToForm(refusal, browser.answer);
  return told;
};
const versionOf = async (path: string) => {
  const { diffs } = await does('unpublishedEntry', deskKey);
  return diffs.find((file) => file.path === path)?.id ?? null;
};
const saved = async (text: string, files: Record<string, Uint8Array> = {}) => {
  const params = saveParams({ text, files }) as ActionRequest<'persistEntry'>;
  return does('persistEntry', { ...params, basedOn: { [deskText]: await versionOfDesk() } });
};
const versionOfDesk = () => versionOf(deskText).catch(() => null);
const noted = async () => {
  const { note } = await does('addNote', {
    ...deskKey,
    note: { content: '分母を教えてください。' },
  });
  return { ...deskKey, noteId: note.id };
};
const moved = (
  newStatus: ActionRequest<'updateUnpublishedEntryStatus'>['newStatus'],
  seen?: ActionRequest<'updateUnpublishedEntryStatus'>['seen'],
) => does('updateUnpublishedEntryStatus', { ...deskKey, newStatus, seen });

/** One real answer for every action, in an order in which each can be done. */
const everyAction: Record<ActionName, () => Promise<unknown>> = {
  info: () => does('info', {}),
  entriesByFolder: () =>
    does('entriesByFolder', { folder: 'content/case-studies', extension: 'mdx', depth: 3 }),
  entriesByFiles: () =>
    does('entriesByFiles', {
      files: [
        { path: 'content/glossary/deemed-export.yaml', label: '用語' },
        { path: 'content/glossary/none.yaml' },
      ],
    }),
  getEntry: () => does('getEntry', { path: 'content/glossary/deemed-export.yaml' }),
  persistEntry: () => saved(draftText, { [form]: pdfBytes }),
  unpublishedEntries: () => does('unpublishedEntries', {}),
  unpublishedEntry: () => does('unpublishedEntry', deskKey),
  unpublishedEntryDataFile: () =>
    does('unpublishedEntryDataFile', { ...deskKey, path: deskText, id: null }),
  unpublishedEntryMediaFile: () =>
    does('unpublishedEntryMediaFile', { ...deskKey, path: deskFile }),
  getMedia: () => does('getMedia', { mediaFolder: 'content/case-studies/sakura-u/pledge' }),
  getMediaFile: () => does('getMediaFile', { path: deskFile }),
  persistMedia: () =>
    does('persistMedia', {
      asset: {
        path: `${folder}/資料.pdf`,
        content: pdfBytes.toString('base64'),
        encoding: 'base64',
      },
      options: {},
    }),
  deleteFile: () => does('deleteFile', { path: `${folder}/資料.pdf`, options: {} }),
  deleteFiles: () =>
    does('deleteFiles', {
      paths: ['content/case-studies/sakura-u/pledge/index.mdx'],
      options: {},
    }),
  addNote: noted,
  getNotes: () => does('getNotes', deskKey),
  updateNote: async () =>
    does('updateNote', { ...(await noted()), updates: { content: '時点も教えてください。' } }),
  toggleNoteResolution: async () => does('toggleNoteResolution', await noted()),
  deleteNote: async () => does('deleteNote', await noted()),
  getPRMetadata: () => does('getPRMetadata', deskKey),
  getDeployPreview: () => does('getDeployPreview', deskKey),
  updateUnpublishedEntryStatus: () => moved('pending_review'),
  publishUnpublishedEntry: async () => {
    await signIn(people.editor);
    // What is approved is what was looked at.
    const { seen } = await does('unpublishedEntry', deskKey);
    await moved('pending_publish', seen);
    return does('publishUnpublishedEntry', { ...deskKey, seen });
  },
  deleteUnpublishedEntry: async () => {
    const { file } = await does('getEntry', { path: deskText });
    const params = saveParams({ text: caseText(), basedOn: { [deskText]: file.id } });
    await does('persistEntry', params as ActionRequest<'persistEntry'>);
    return does('deleteUnpublishedEntry', deskKey);
  },
};

/** The same for every address beside the protocol. */
const sendForm = () =>
  fetch(`${routes.upload.address}${encodeURIComponent(form)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: pdfBytes,
  });
const everyRoute: Record<Exclude<keyof typeof routes, 'protocol'>, () => Promise<unknown>> = {
  session: () => askGateway(routes.session),
  signIn: () => signIn(people.sakura),
  choices: () => askGateway(routes.choices),
  problems: () => askGateway(routes.problems, { entry: 'case-studies/sakura-u/pledge' }),
  publication: () => askGateway(routes.publication, { entry: 'case-studies/sakura-u/pledge' }),
  state: () => askGateway(routes.state, { entry: 'case-studies/sakura-u/pledge' }),
  heartbeat: async () => {
    await signIn(people.editor);
    const body = { entry: 'case-studies/sakura-u/pledge', isOpen: true };
    await askGateway(routes.heartbeat, { body });
    await signIn(people.sakura);
    await askGateway(routes.heartbeat, { body });
    expect(browser.answer).toEqual({ atWork: [{ name: '編集部（事務局）', minutesAgo: 0 }] });
  },
  step: () =>
    askGateway(routes.step, {
      body: {
        entry: 'case-studies/sakura-u/pledge',
        step: 'ask-withdrawal',
        seen: null,
        reason: '社名が推測されるとの指摘がありました。',
      },
    }),
  review: async () => {
    await saved(draftText, { [form]: pdfBytes });
    await askGateway(routes.review, { entry: desk });
  },
  addNote: () =>
    askGateway(routes.addNote, {
      body: { entry: desk, text: '分母は。', place: { field: 'body', quote: '相談の窓口' } },
    }),
  resolveNote: async () => {
    const { notes } = await askGateway(routes.notes, { entry: desk });
    const body = { entry: desk, id: notes[0]?.id ?? '', isResolved: true };
    await askGateway(routes.resolveNote, { body });
  },
  notes: () => askGateway(routes.notes, { entry: desk }),
  deleteNote: async () => {
    const { notes } = await askGateway(routes.notes, { entry: desk });
    await askGateway(routes.deleteNote, { body: { entry: desk, id: notes[0]?.id ?? '' } });
    const told = { ...browser };
    await does('deleteUnpublishedEntry', deskKey);
    // The answer that is held to its form is that of the note.
    Object.assign(browser, told);
  },
  makeApprovalLink: async () => {
    const { seen } = await saved(caseText());
    const body = { entry: deskEntry, seen: contentVersion.parse(seen), days: 7 };
    await askGateway(routes.makeApprovalLink, { body });
  },
  withdrawApprovalLink: () =>
    askGateway(routes.withdrawApprovalLink, { body: { entry: deskEntry } }),
  preview: () => askForPage({ path: deskText, text: draftText }),
  upload: () => sendForm(),
  attachmentText: () =>
    askGateway(routes.attachmentText, {
      entry: `case-studies/sakura-u/pledge/${encodeURIComponent('誓約書 [様式1].csv')}`,
    }),
  uploadText: async () => {
    const sent = await sendForm();
    const { upload } = (await sent.json()) as { upload: string };
    return askGateway(routes.uploadText, { entry: `${upload}/text` });
  },
  dropUpload: async () => {
    const sent = await sendForm();
    const { upload } = (await sent.json()) as { upload: string };
    return askGateway(routes.dropUpload, { entry: upload });
  },
  signOut: () => askGateway(routes.signOut),
};

describe('what the gateway answers, and the editor reads', () => {
  it.each(Object.entries(everyRoute))('is all named at %s', async (name, ask) => {
    await ask();
    const { answer }: Route = routes[name as keyof typeof everyRoute];
    holdToForm(answer, browser.answer);
  });

  it('names who is signed in', async () => {
    await signIn(people.sakura);
    const { who } = await askGateway(routes.session);
    expect(who).toEqual({ ...people.sakura, name: 'さくら大学 研究推進課' });
    holdToForm(routes.session.answer, browser.answer);
  });

  it.each(Object.entries(everyAction))('is all named for %s', async (_, ask) => {
    await ask();
  });

  it('names no action that is not asked here', () => {
    expect(Object.keys(everyAction).sort()).toEqual(Object.keys(decapActions).sort());
    expect([...Object.keys(everyRoute), 'protocol'].sort()).toEqual(Object.keys(routes).sort());
  });
});

describe('what the gateway refuses', () => {
  it('comes with the text that is stored now, where somebody else was faster', async () => {
    await signIn(people.sakura);
    const { file } = await does('getEntry', { path: deskText });
    const params = (title: string) =>
      saveParams({
        text: caseText({ title }),
        basedOn: { [deskText]: file.id },
      }) as ActionRequest<'persistEntry'>;
    await does('persistEntry', params('先の題名'));
    const told = await refused(does('persistEntry', params('後の題名')));
    expect(told.status).toBe(409);
    expect(told.conflicts).toMatchObject([
      { path: deskText, changedBy: 'さくら大学 研究推進課', text: caseText({ title: '先の題名' }) },
    ]);
  });

  it('comes with what is to be mended', async () => {
    const text = caseText({ body: '<script>alert(1)</script>\n' });
    const told = await refused(askForPage({ path: deskText, text }));
    expect(told.status).toBe(422);
    expect(told.problems[0]).toMatchObject({ severity: 'error', field: 'body' });
  });
});

it('lets pass what the check has words for, and more', () => {
  expect(mostSentText).toBeGreaterThan(mostTextBytes);
});
