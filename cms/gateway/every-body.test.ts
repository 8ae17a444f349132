import { Agent, request } from 'node:http';
import { Hono } from 'hono';
import { findTargetHandler, isMiddleware } from 'hono/utils/handler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveParams } from './fixtures/decap-requests.ts';
import { caseText } from './fixtures/entry-texts.ts';
import { type StartedGateway, startGateway, type Visitor } from './fixtures/start-gateway.ts';
import type { Contributor } from './permissions/contributor.ts';
import { people } from './permissions/fixtures/people.ts';
import { limitStatedBy } from './requests/bodies.ts';

/** Bodies, as they come over a real connection: each route says how much it reads, and nothing else is read. */

let gateway: StartedGateway;
let sakura: Visitor;
beforeAll(async () => {
  // In place of the desk: it tells what it read of a form.
  const desk = new Hono<{ Variables: { who: Contributor } }>().post('/restore', async (c) =>
    c.json(await c.req.parseBody()),
  );
  gateway = await startGateway({
    settings: { maxFileBytes: 200_000 },
    beside: () => ({ desk }),
  });
  sakura = await gateway.signIn(people.sakura);
});
afterAll(async () => {
  expect(gateway.troubles).toEqual([]);
  await gateway.close();
});

const json = 'application/json';
const bytes = 'application/octet-stream';
const formType = 'application/x-www-form-urlencoded';

type Sent = { readonly status: number; readonly body: { error?: string }; readonly taken: number };

/** Sends a body piece by piece, as long as the gateway takes it. */
const send = (
  path: string,
  {
    pieces,
    type = json,
    declared = null,
    cookie = sakura.cookie,
    method = 'POST',
    accept = '*/*',
  }: {
    pieces: Iterable<Uint8Array>;
    type?: string;
    declared?: number | null;
    cookie?: string;
    method?: string;
    accept?: string;
  },
): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const headers = {
      'content-type': type,
      accept,
      ...(cookie ? { cookie } : {}),
      ...(declared === null ? {} : { 'content-length': String(declared) }),
    };
    // As a browser does: a connection that is to be closed would be closed with the answer still on its way.
    const agent = new Agent({ keepAlive: true });
    let taken = 0;
    let isAnswered = false;
    const asked = request({
      host: '127.0.0.1',
      port: gateway.port,
      agent,
      method,
      path,
      headers,
    });
    asked.on('response', (answer) => {
      isAnswered = true;
      let text = '';
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      answer.on('end', () => {
        asked.destroy();
        agent.destroy();
        const isJson = answer.headers['content-type']?.startsWith(json);
        const body = isJson ? JSON.parse(text) : { error: text };
        resolve({ status: answer.statusCode ?? 0, body, taken });
      });
    });
    asked.on('error', (error) => isAnswered || reject(error));
    asked.flushHeaders();
    const sending = pieces[Symbol.iterator]();
    const next = (): void => {
      if (isAnswered || asked.destroyed) return;
      const { value, done } = sending.next();
      if (done) {
        asked.end();
        return;
      }
      taken += value.length;
      asked.write(value, () => setImmediate(next));
    };
    next();
  });

const piece = Buffer.alloc(16 * 1024, '[');
function* piecesOf(length: number): Iterable<Buffer> {
  for (let sent = 0; sent < length; sent += piece.length) {
    yield piece.subarray(0, Math.min(piece.length, length - sent));
  }
}

describe('every route', () => {
  it('that takes a body states the limit of it before', () => {
    const { routes, router } = gateway.app;
    const answering = routes.filter(({ handler }) => !isMiddleware(findTargetHandler(handler)));
    const without = answering
      .filter(({ method }) => method !== 'GET')
      .filter(({ method, path }) => {
        const sample = path.replace(/:\w+(?:\{[^}]*\})?/g, 'a').replace('*', 'a');
        const [matched] = router.match(method === 'ALL' ? 'POST' : method, sample);
        return !matched.some(([[handler]]) => limitStatedBy(handler as object));
      })
      .map(({ method, path }) => `${method} ${path}`);
    expect(answering.length).toBeGreaterThan(10);
    // These read none: whatever comes is taken away from them (`closed`).
    expect([...new Set(without)].sort()).toEqual([
      'ALL /*',
      'ALL /admin/*',
      'DELETE /admin/session',
      'DELETE /admin/uploads/:id',
    ]);
  });
});

describe('a body', () => {
  const fits: [string, string, number, string][] = [
    ['/admin/session', json, 4 * 1024, ''],
    ['/admin/api', json, 1024 * 1024, 'sakura'],
    ['/admin/preview', json, 1024 * 1024, 'sakura'],
    ['/admin/uploads/a.pdf', bytes, 200_000, 'sakura'],
  ];

  it.each(fits)('of %s that says it is too long is not read', async (path, type, most, who) => {
    const answer = await send(path, {
      pieces: [],
      declared: most + 1,
      type,
      cookie: who && sakura.cookie,
    });
    expect(answer).toMatchObject({ status: 413, taken: 0 });
    expect(answer.body.error).toMatch(/^[^。]+。$/);
  });

  it.each(fits)(
    'of %s that says nothing of its length is read up to the limit',
    async (path, type, most, who) => {
      const answer = await send(path, {
        pieces: piecesOf(64 * 1024 * 1024),
        type,
        cookie: who && sakura.cookie,
      });
      expect(answer.status).toBe(413);
      // What lies in the buffers of the connection was sent, and never read.
      expect(answer.taken).toBeLessThan(most + 16 * 1024 * 1024);
    },
  );

  it.each(['/admin/session', '/admin/api', '/admin/preview'])(
    'of %s that is nothing but brackets is no JSON',
    async (path) => {
      const length = path === '/admin/session' ? 4096 : 1024 * 1024;
      const answer = await send(path, { pieces: piecesOf(length) });
      expect(answer.status).toBe(400);
      expect(answer.body.error).toMatch(/^[^。]+。$/);
    },
  );

  it('for nobody is asked of nobody', async () => {
    for (const path of ['/admin/api', '/admin/uploads/a.pdf', '/admin/desk/restore']) {
      const answer = await send(path, { pieces: [], declared: 500, type: bytes, cookie: '' });
      expect(answer).toMatchObject({ status: 401, taken: 0 });
    }
  });

  it.each([
    ['DELETE', '/admin/session'],
    ['POST', '/'],
    ['PUT', '/admin/api'],
    ['PATCH', '/admin/uploads/a.pdf'],
    ['TRACE', '/admin/session'],
    ['PROPFIND', '/'],
  ])('of %s %s is read by nobody, and harms nobody', async (method, path) => {
    const cookie = '';
    const answer = await send(path, { pieces: [piece], declared: piece.length, method, cookie });
    expect(answer.status).toBeLessThan(500);
  });

  it('of a form is read, and one that is too long answered with a page', async () => {
    const form = (text: string) =>
      send('/admin/desk/restore', {
        pieces: [Buffer.from(text)],
        declared: text.length,
        type: formType,
        accept: 'text/html',
      });
    expect(await form('entry=a')).toMatchObject({ status: 200, body: { entry: 'a' } });
    const long = await form(`entry=${'x'.repeat(16 * 1024)}`);
    expect(long.status).toBe(413);
    expect(long.body.error).toContain('<h1>');
  });
});

describe('signs that no file can keep', () => {
  const places = {
    'the text': { text: '\ud83d' },
    'the path': { slug: 'sakura-u/\ud800/index' },
    'a name': { files: { '\udc00.pdf': new Uint8Array([1]) } },
  };
  it.each(Object.entries(places))('in %s are told', async (_, entry) => {
    const answer = await sakura.act('persistEntry', saveParams({ text: caseText(), ...entry }));
    expect(answer.status).toBe(422);
    expect(answer.body.error).toMatch(/読み取れないもの.*。$/);
  });

  const signs = ['\u0000', '\u001b', '\u007f', '\u0085', '\u2028', '\ufeff', '\uffff', '😀', '"'];
  const asks: [string, (sign: string) => Promise<{ status: number }>][] = [
    [
      'an office',
      (sign) => gateway.nobody.post('/admin/session', { role: 'editor', office: `a${sign}` }),
    ],
    [
      'an institution',
      (sign) =>
        gateway.nobody.post('/admin/session', { ...people.sakura, institution: `a${sign}` }),
    ],
    [
      'a path',
      (sign) =>
        sakura.act('getEntry', { path: `content/case-studies/sakura-u/a${sign}/index.mdx` }),
    ],
    ['a folder', (sign) => sakura.act('getMedia', { mediaFolder: `content/a${sign}` })],
    ['a proposal', (sign) => sakura.act('unpublishedEntry', { id: `case-studies/a${sign}/index` })],
    ['an action', (sign) => sakura.act(`info${sign}`)],
    ['a branch', (sign) => sakura.post('/admin/api', { branch: sign, action: 'info', params: {} })],
    [
      'a preview',
      (sign) =>
        sakura.post('/admin/preview', {
          path: 'content/case-studies/sakura-u/a/index.mdx',
          text: `a${sign}`,
        }),
    ],
    [
      'a title',
      (sign) =>
        sakura.act(
          'persistEntry',
          saveParams({
            slug: `sakura-u/t${sign.charCodeAt(0)}/index`,
            text: caseText({ title: `題${sign}` }),
          }),
        ),
    ],
    [
      'a note',
      (sign) =>
        sakura.act('addNote', {
          collection: 'case-studies',
          slug: 'sakura-u/t34/index',
          note: { content: `覚え${sign}` },
        }),
    ],
    [
      'a commit’s message',
      (sign) =>
        sakura.act(
          'persistEntry',
          saveParams({
            slug: 'sakura-u/m/index',
            text: caseText(),
            more: { options: { ...saveParams({ text: '' }).options, commitMessage: sign } },
          }),
        ),
    ],
    [
      'a name of a file',
      (sign) =>
        sakura.ask(`/admin/uploads/${encodeURIComponent(`a${sign}.pdf`)}`, {
          method: 'POST',
          headers: { 'content-type': bytes, origin: gateway.origin },
          body: 'x',
        }),
    ],
    [
      'an address',
      (sign) => sakura.ask(`/admin/problems/case-studies/${encodeURIComponent(sign)}`),
    ],
  ];
  it.each(asks)('in %s are no fault of the gateway', async (_, ask) => {
    for (const sign of signs) expect((await ask(sign)).status).not.toBe(500);
  });
});
