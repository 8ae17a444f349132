import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { save, signInAll } from './fixtures/decap-requests.ts';
import { attachmentField, caseText, pdfBytes } from './fixtures/entry-texts.ts';
import { type StartedGateway, startGateway } from './fixtures/start-gateway.ts';
import type { LiveSite } from './live-site/live-site.ts';
import { createSealedCookie, sessionCookieName } from './login/session-cookie.ts';
import { createSitePages } from './pages/site-pages.ts';
import type { Contributor } from './permissions/contributor.ts';
import { people } from './permissions/fixtures/people.ts';
import { refusals } from './permissions/refusals.ts';
import type { Draft, Preview } from './preview/preview.ts';
import { sentences as proposalSentences } from './proposals/sentences.ts';
import { sentences } from './requests/sentences.ts';

let home: string;
let gateway: StartedGateway;
let drafts: Draft[];
let refreshes: number;

const preview: Preview = {
  async render(draft) {
    if (draft.entry.path.endsWith('/broken')) throw new Error('secret of the inside');
    drafts.push(draft);
    return '<!doctype html><title>投稿案</title>';
  },
  close: async () => {},
};
const liveSite = (): LiveSite => ({
  folder: join(home, 'site'),
  bases: async () => [],
  refresh: () => {
    refreshes += 1;
  },
  stateOf: async () => ({
    state: 'live',
    address: '/practices/sakura-u/pledge/',
    message: '公開済みです。',
  }),
  trouble: () => null,
  builtAt: async () => null,
  warmUp() {},
  isBuilding: () => false,
  settled: async () => {},
  close: async () => {},
});
const desk = new Hono<{ Variables: { who: Contributor } }>()
  .get('*', (c) => c.html(`<p>${c.var.who.office}</p>`))
  .post('/rebuild', (c) => c.redirect('/admin/desk/', 303));

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'portal-pages-'));
  const files: Record<string, string> = {
    'site/index.html': '<!doctype html>ホーム',
    'site/404.html': '<!doctype html>見つかりません',
    'site/practices/index.html': `<!doctype html>取組${'。'.repeat(1000)}`,
    'site/assets/base.Ab12Cd34.css': 'a{}',
    'site/files/誓約書 [様式1], A&B+C.docx': 'PK',
    'site/files/図.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'site/files/a.pdf': '%PDF-1.4',
    'site/practices/old/index.html':
      '<!doctype html><head><meta http-equiv="refresh" content="0;url=/portal/practices/new/"></head>前の',
    'site/.env': 'SECRET=1',
    'site/.git/config': 'secret',
    'secret.txt': 'secret',
    'editor/index.html': '<!doctype html>編集',
    'editor/main-7KQ2ZJ4A.js': 'x'.repeat(2000),
    'editor/style.css': 'a{}',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(home, path, '..'), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  symlinkSync(join(home, 'secret.txt'), join(home, 'site/link.txt'));
  drafts = [];
  refreshes = 0;
  gateway = await startGateway({
    editorFolder: join(home, 'editor'),
    beside: () => ({ preview, liveSite: liveSite(), desk }),
  });
});
afterEach(async () => {
  await gateway.close();
  rmSync(home, { recursive: true });
});

describe('the site', () => {
  it('goes over the line compressed, as the editor does', async () => {
    for (const path of ['/practices/', '/admin/main-7KQ2ZJ4A.js']) {
      const accepted = { headers: { 'accept-encoding': 'gzip' } };
      const { headers } = await fetch(gateway.origin + path, accepted);
      expect(headers.get('content-encoding')).toBe('gzip');
      const plain = await fetch(gateway.origin + path, {
        headers: { 'accept-encoding': 'identity' },
      });
      expect(plain.headers.get('content-encoding')).toBeNull();
    }
  });

  it('sends on from an address that a page had before, and asks anew each time', async () => {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await gateway.nobody.ask('/practices/old/', { method });
      expect({ status, to: headers.get('location'), kept: headers.get('cache-control') }).toEqual({
        status: 301,
        to: '/portal/practices/new/',
        kept: 'no-cache',
      });
    }
  });

  it('is served with the right types, and anew after a publication', async () => {
    const { nobody } = gateway;
    const home = await nobody.ask('/');
    expect(home).toMatchObject({ status: 200, body: '<!doctype html>ホーム' });
    expect(home.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(home.headers.get('cache-control')).toBe('no-cache');
    expect(home.headers.get('x-content-type-options')).toBe('nosniff');
    expect(home.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    const etag = home.headers.get('etag') ?? '';
    expect((await nobody.ask('/', { headers: { 'if-none-match': etag } })).status).toBe(304);
    const style = await nobody.ask('/assets/base.Ab12Cd34.css');
    expect(style.headers.get('cache-control')).toContain('immutable');
    expect((await nobody.ask('/practices')).headers.get('location')).toBe('/practices/');
    expect((await nobody.ask('/practices/?a=1')).body).toContain('取組');
    const head = await nobody.ask('/practices/', { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, body: '' });
  });

  it('serves files by their Japanese names, in which nothing runs', async () => {
    const { nobody } = gateway;
    const name = encodeURIComponent('誓約書 [様式1], A&B+C.docx');
    const file = await nobody.ask(`/files/${name}`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toContain('wordprocessingml');
    const figure = await nobody.ask(`/files/${encodeURIComponent('図.svg')}`);
    expect(figure.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    const part = await nobody.ask('/files/a.pdf', { headers: { range: 'bytes=0-3' } });
    expect(part).toMatchObject({ status: 206, body: '%PDF' });
  });

  it.each([
    '/none/',
    '/.env',
    '/.git/config',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/%00',
    '/%',
    '/%E0%A4%A',
    '//evil.example/practices',
    '/practices//',
  ])('has no page at %s', async (path) => {
    const answer = await rawGet(path);
    expect(answer).toMatchObject({ status: 404, body: '<!doctype html>見つかりません' });
  });

  /** `fetch` would tidy the path up first. */
  const rawGet = (path: string): Promise<{ status: number | undefined; body: string }> =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: gateway.port, path }, (answer) => {
        let body = '';
        answer.on('data', (chunk: Buffer) => {
          body += chunk.toString();
        });
        answer.on('end', () => resolve({ status: answer.statusCode, body }));
      });
      sent.on('error', reject);
      sent.end();
    });
});

describe('the editor', () => {
  it('runs under rules of its own and is never kept, but for files whose name changes', async () => {
    const { nobody } = gateway;
    expect((await nobody.ask('/admin')).headers.get('location')).toBe('/admin/');
    const page = await nobody.ask('/admin/');
    expect(page).toMatchObject({ status: 200, body: '<!doctype html>編集' });
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*(?:unsafe|https?:|blob:|data:)/);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
    const script = await nobody.ask('/admin/main-7KQ2ZJ4A.js');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect((await nobody.ask('/admin/style.css')).headers.get('cache-control')).toBe('no-store');
    expect((await nobody.ask('/admin/none.js')).status).toBe(404);
    expect((await nobody.ask('/admin/..%2fsecret.txt')).status).toBe(404);
  });
});

it('has nothing kept of what is for one person', async () => {
  const { sakura } = await signInAll(gateway);
  await save(sakura, { text: caseText(), files: {} });
  for (const who of [sakura, gateway.nobody]) {
    for (const path of [
      'session',
      'choices',
      'desk/',
      'draft.css',
      'problems/case-studies/sakura-u/desk',
      'approval/case-studies/sakura-u/desk',
      'publication/case-studies/sakura-u/pledge',
      `files/case-studies/sakura-u/pledge/${encodeURIComponent('誓約書 [様式1].csv')}`,
      'none',
      'style.css',
      '',
    ]) {
      const { headers } = await who.ask(`/admin/${path}`);
      expect({ path, kept: headers.get('cache-control') }).toEqual({ path, kept: 'no-store' });
    }
    expect((await who.act('info')).headers.get('cache-control')).toBe('no-store');
  }
});

it('waits for a site whose place a new one is taking', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'replaced-site-'));
  const site = join(folder, 'site');
  const app = new Hono().all('/*', createSitePages({ folder: () => site }));
  const asked = app.request('/');
  await new Promise((resolve) => setImmediate(resolve));
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), 'new');
  expect(await (await asked).text()).toBe('new');
  rmSync(folder, { recursive: true });
});

describe('signing in', () => {
  it('gives a cookie that no script reads and no other site sends, until signing out', async () => {
    const { nobody } = gateway;
    expect((await nobody.ask('/admin/session')).body).toEqual({
      who: null,
      memberOf: null,
      signIn: 'choose',
      institutions: [
        { id: 'sakura-u', name: 'さくら大学', also: [] },
        { id: 'momiji-u', name: 'もみじ大学', also: [] },
      ],
    });
    const answer = await nobody.post('/admin/session', people.sakura);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^portal-session=[\w.-]+; Path=\/admin; HttpOnly; SameSite=Strict$/,
    );
    const sakura = await gateway.signIn(people.sakura);
    expect((await sakura.ask('/admin/session')).body.who).toEqual({
      ...people.sakura,
      name: 'さくら大学 研究推進課',
    });
    const crossSite = { method: 'DELETE', headers: { origin: 'https://evil.example' } };
    expect((await sakura.ask('/admin/session', crossSite)).status).toBe(403);
    const out = await sakura.ask('/admin/session', { method: 'DELETE' });
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await sakura.ask('/admin/session')).body.who).toBeNull();
    expect((await sakura.act('info')).body.error).toBe(sentences.signIn);
  });

  it('by choosing is offered on this machine alone', async () => {
    const open = await startGateway({
      settings: { address: '0.0.0.0', origin: 'https://portal.example' },
    });
    expect((await open.nobody.ask('/admin/session')).body).toEqual({
      who: null,
      memberOf: null,
      signIn: null,
      institutions: [],
    });
    const refused = await open.nobody.post('/admin/session', people.editor);
    expect(refused).toMatchObject({ status: 403, body: { error: sentences.chooseElsewhere } });
    await open.close();
  });

  it('gives over https a cookie of this host alone, and takes the former one away', async () => {
    const app = new Hono().get('/in', (c) => {
      const place = { isSecure: true, isFromElsewhere: false };
      const cookie = createSealedCookie(sessionCookieName, place);
      cookie.set(c, 'key');
      return c.text(cookie.of(c));
    });
    const sent = await app.request('/in', {
      headers: { cookie: 'portal-session=a; __Host-portal-session=b' },
    });
    expect(await sent.text()).toBe('b');
    expect(sent.headers.getSetCookie()).toEqual([
      '__Host-portal-session=key; Path=/; HttpOnly; Secure; SameSite=Strict',
      'portal-session=; Max-Age=0; Path=/admin; HttpOnly; SameSite=Strict',
    ]);
  });

  it('ends by itself after a working day', async () => {
    let now = new Date('2026-11-24T00:00:00Z');
    const other = await startGateway({ clock: () => now });
    const editor = await other.signIn(people.editor);
    expect((await editor.act('info')).status).toBe(200);
    now = new Date('2026-11-24T12:00:01Z');
    expect((await editor.act('info')).status).toBe(401);
    await other.close();
  });
});

describe('what the editor asks beside the protocol', () => {
  const text = caseText({ fields: attachmentField('申請書.pdf') });
  const saveDesk = async () => {
    const all = await signInAll(gateway);
    await save(all.sakura, { text, files: { '申請書.pdf': pdfBytes } });
    return all;
  };

  it('is what can be chosen', async () => {
    const sakura = await gateway.signIn(people.sakura);
    expect((await sakura.ask('/admin/choices')).body).toMatchObject({
      institutions: [
        { id: 'sakura-u', name: 'さくら大学' },
        { id: 'momiji-u', name: 'もみじ大学' },
      ],
      entries: [{ path: 'case-studies/momiji-u/travel', title: '海外出張の事前確認' }, {}],
      terms: [{ id: 'deemed-export', term: 'みなし輸出' }],
      mostFileBytes: 50 * 1024 * 1024,
    });
  });

  it('is a draft as a page, to look at and to circulate', async () => {
    const { sakura, momiji } = await saveDesk();
    const path = 'content/case-studies/sakura-u/desk/index.mdx';
    const changed = text.replace('一本化', '見直し');
    const page = await sakura.post('/admin/preview', { path, text: changed });
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src/);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const [draft] = drafts;
    expect(draft?.purpose).toBe('preview');
    expect(draft?.files.map(({ address }) => address.part)).toEqual(['text', 'attachment']);
    expect(Buffer.from(draft?.files[0]?.bytes ?? []).toString()).toBe(changed);
    expect((await momiji.post('/admin/preview', { path, text })).status).toBe(403);
    const hostile = await sakura.post('/admin/preview', {
      path,
      text: `${text}{process.env.HOME}`,
    });
    expect(hostile).toMatchObject({ status: 422, body: { error: proposalSentences.unsafe } });

    await sakura.act('addNote', {
      collection: 'case-studies',
      slug: 'sakura-u/desk/index',
      note: { content: 'メモ' },
    });
    expect((await sakura.ask('/admin/approval/case-studies/sakura-u/desk')).status).toBe(200);
    expect(drafts.at(-1)).toMatchObject({ purpose: 'approval', version: 1 });
    expect((await momiji.ask('/admin/approval/case-studies/sakura-u/desk')).status).toBe(403);
  });

  it('is the files of a draft, to those who work on it', async () => {
    const { sakura, momiji } = await saveDesk();
    const address = `/admin/files/case-studies/sakura-u/desk/${encodeURIComponent('申請書.pdf')}`;
    const file = await sakura.ask(address);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''%E7%94%B3");
    expect((await momiji.ask(address)).status).toBe(404);
    const form = encodeURIComponent('誓約書 [様式1].csv');
    const published = await momiji.ask(`/admin/files/case-studies/sakura-u/pledge/${form}`);
    expect(published.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('is what is to be mended, and whether readers see an entry', async () => {
    const { sakura } = await saveDesk();
    const { body } = await sakura.ask('/admin/problems/case-studies/sakura-u/desk');
    expect(body).toEqual({ problems: [] });
    expect((await sakura.ask('/admin/problems/../../etc')).status).toBe(404);
    expect((await sakura.ask('/admin/problems/case-studies/x')).status).toBe(422);
    const { body: state } = await sakura.ask('/admin/publication/case-studies/sakura-u/pledge');
    expect(state).toMatchObject({ state: 'live', address: '/practices/sakura-u/pledge/' });
    expect((await sakura.ask('/admin/draft.css')).headers.get('content-type')).toContain(
      'text/css',
    );
  });

  it('is the desk, for who is signed in', async () => {
    const { sakura } = await signInAll(gateway);
    const page = await sakura.ask('/admin/desk/');
    expect(page.body).toBe('<p>研究推進課</p>');
    expect(page.headers.get('content-security-policy')).not.toContain('script-src');
    expect((await gateway.nobody.ask('/admin/desk/')).status).toBe(401);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await sakura.post('/admin/desk/rebuild', '', form)).status).toBe(303);
    expect((await sakura.post('/admin/desk/rebuild', {})).status).toBe(415);
    const elsewhere = { ...form, origin: 'https://evil.example' };
    expect((await sakura.post('/admin/desk/rebuild', '', elsewhere)).status).toBe(403);
  });
});

it('has the site built anew when something is published', async () => {
  const { sakura, editor } = await signInAll(gateway);
  const key = { collection: 'case-studies', slug: 'sakura-u/desk/index' };
  await save(sakura, { text: caseText() });
  await sakura.act('updateUnpublishedEntryStatus', { ...key, newStatus: 'pending_review' });
  await editor.act('unpublishedEntry', key);
  await editor.act('updateUnpublishedEntryStatus', { ...key, newStatus: 'pending_publish' });
  expect(refreshes).toBe(0);
  expect((await editor.act('publishUnpublishedEntry', key)).status).toBe(200);
  expect(refreshes).toBe(1);
});

it('tells nobody what went wrong inside, but its operator', async () => {
  const sakura = await gateway.signIn(people.sakura);
  const path = 'content/case-studies/sakura-u/broken/index.mdx';
  const answer = await sakura.post('/admin/preview', { path, text: caseText() });
  const [, number = ''] = /番号 (\d{3}-\d{3})/.exec(answer.body.error) ?? [];
  expect(answer).toMatchObject({ status: 500, body: { error: sentences.failed(number) } });
  expect(JSON.stringify(answer.body)).not.toContain('secret');
  expect(gateway.troubles).toMatchObject([{ message: 'secret of the inside' }]);
  expect(gateway.numbers).toEqual([number]);
  const opened = await gateway.nobody.ask('/admin/approval/case-studies/momiji-u/travel', {
    headers: { accept: 'text/html' },
  });
  expect(opened.status).toBe(401);
  expect(opened.body).toContain(`<p>${sentences.signIn}</p>`);
  expect(opened.body).toMatch(/<a href="\/admin\/\?then=[^"]+">入り直す<\/a>/);
  const other = await sakura.ask('/admin/approval/case-studies/momiji-u/travel');
  expect(other.body.error).toBe(refusals.otherInstitutionsDraft);
});
