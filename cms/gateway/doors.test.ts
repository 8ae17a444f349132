import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest } from './fixtures/raw-request.ts';
import { type StartedGateway, startGateway } from './fixtures/start-gateway.ts';
import { people } from './permissions/fixtures/people.ts';

/** Who chooses who they are sits at this machine: nothing that passes requests on gets in that way, or uses who did. */

let gateway: StartedGateway;
let cookie: string;
beforeAll(async () => {
  gateway = await startGateway();
  ({ cookie } = await gateway.signIn(people.editor));
});
afterAll(() => gateway.close());

const form = JSON.stringify(people.editor);
const info = JSON.stringify({ branch: 'main', action: 'info', params: {} });

type Way = { host?: string; more?: readonly string[]; version?: string; target?: string };
const send = (path: string, body: string, { host, more = [], version, target }: Way = {}) =>
  rawRequest(
    gateway.port,
    [
      `POST ${target ?? ''}${path} HTTP/${version ?? '1.1'}`,
      ...(host === '' ? [] : [`Host: ${host ?? `localhost:${gateway.port}`}`]),
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      ...more,
    ],
    body,
  );
const signingIn = (way?: Way) => send('/admin/session', form, way);
const working = ({ more = [], ...way }: Way = {}) =>
  send('/admin/api', info, { ...way, more: [...more, `Cookie: ${cookie}`] });

it('opens to whoever sits there', async () => {
  expect((await signingIn()).status).toBe(200);
  expect((await signingIn({ host: `127.0.0.1:${gateway.port}` })).status).toBe(200);
  expect((await signingIn({ host: `LOCALHOST:${gateway.port}` })).status).toBe(200);
  expect((await working()).status).toBe(200);
  const asBrowsersDo = [
    'sec-ch-ua: "Chromium";v="140"',
    'Sec-Fetch-Site: same-origin',
    'Sec-GPC: 1',
    'DNT: 1',
    'Accept-Language: ja',
    'Priority: u=1, i',
    `Origin: http://localhost:${gateway.port}`,
  ];
  expect((await signingIn({ more: asBrowsersDo })).status).toBe(200);
  expect((await working({ more: asBrowsersDo })).status).toBe(200);
});

describe('a proxy that passes the name of the backend on', () => {
  it.each([
    'Forwarded: for=203.0.113.7',
    'forwarded: for=127.0.0.1',
    'X-Forwarded-For: 203.0.113.7',
    'X-FORWARDED-FOR: 127.0.0.1',
    'X-Forwarded-Host: portal.example',
    'X-Forwarded-Proto: https',
    'X-Forwarded-Server: portal.example',
    'X-Forwarded-Prefix: /portal',
    'X_Forwarded_For: 203.0.113.7',
    'X-Real-IP: 203.0.113.7',
    'Via: 1.1 proxy.example',
    'CF-Connecting-IP: 203.0.113.7',
    'True-Client-IP: 203.0.113.7',
    'Fastly-Client-IP: 203.0.113.7',
    'X-Client-IP: 203.0.113.7',
    'X-Original-Host: portal.example',
    'X-Envoy-External-Address: 203.0.113.7',
    'X-Request-Id: 1',
    'X-Amzn-Trace-Id: Root=1',
    'Remote-User: editor',
    'Max-Forwards: 10',
    'Proxy-Connection: keep-alive',
    'Upgrade: h2c',
    'X-Forwarded-For:',
  ])('is told from a browser by %s', async (line) => {
    expect((await signingIn({ more: [line] })).status).toBe(403);
    expect((await working({ more: [line] })).status).toBe(401);
  });

  it('is told by HTTP/1.0, which nginx speaks where nothing else is set', async () => {
    expect((await signingIn({ version: '1.0' })).status).toBe(403);
    expect((await working({ version: '1.0' })).status).toBe(401);
  });
});

it('is told from a browser by what stands behind thousands of other headers', async () => {
  for (const count of [100, 1999, 2000, 2500]) {
    const more = [...Array.from({ length: count }, () => 'te:'), 'X-Forwarded-For: 203.0.113.7'];
    expect((await signingIn({ more })).status).toBeGreaterThanOrEqual(400);
    expect((await working({ more })).body).not.toContain('repo');
  }
  const more = Array.from({ length: 90 }, () => 'te:');
  expect((await signingIn({ more })).status).toBe(200);
});

describe('a request that no browser sends a server', () => {
  const other = `localhost:${1}`;
  const shapes: [string, Way][] = [
    ['two hosts', { more: ['Host: localhost'] }],
    ['two hosts of which one is ours', { host: 'portal.example', more: ['Host: localhost'] }],
    ['a whole address as its target', { target: 'http://localhost' }],
    ['a whole address of another host', { target: 'http://portal.example', host: other }],
    ['a host with a dot at its end', { host: 'localhost.' }],
    ['a host with somebody’s name', { host: 'editor@localhost' }],
    ['a host with a path', { host: 'localhost/x' }],
    ['a host that begins alike', { host: 'localhost.evil.example' }],
    ['a host in another spelling of the address', { host: '2130706433' }],
    ['a host in octal', { host: '0177.0.0.1' }],
    ['a host of the whole network', { host: '0.0.0.0' }],
    ['no host', { host: '' }],
    ['no host, in HTTP/1.0', { host: '', version: '1.0' }],
    ['an empty host', { host: ' ' }],
  ];
  it.each(shapes)('as %s', async (_, way) => {
    for (const answer of [await signingIn(way), await working(way)]) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.body).not.toMatch(/"who"|repo/);
    }
  });
});

it('offers nothing, and tells nobody’s session, to a proxy', async () => {
  const lines = ['GET /admin/session HTTP/1.1', 'Host: localhost', `Cookie: ${cookie}`];
  expect((await rawRequest(gateway.port, lines)).body).toContain('"signIn":"choose"');
  const { body } = await rawRequest(gateway.port, [...lines, 'Via: 1.1 a']);
  expect(body).toContain('{"who":null,"memberOf":null,"signIn":null,"institutions":[]}');
});

it('is closed where the settings do not ask for it, or name an address for others', async () => {
  for (const settings of [{ signIn: null }, { origin: 'https://portal.example' }]) {
    const other = await startGateway({ settings });
    expect((await other.nobody.post('/admin/session', people.editor)).status).toBe(403);
    await other.close();
  }
});

it('keeps the edition of the network on this machine', async () => {
  const other = await startGateway({ settings: { edition: 'network' } });
  const asked = (...more: string[]) =>
    rawRequest(other.port, ['GET /practices/ HTTP/1.1', 'Host: localhost', ...more]);
  expect((await asked()).status).toBe(404);
  for (const line of ['X-Forwarded-For: 203.0.113.7', 'Via: 1.1 a', 'X-Anything: 1']) {
    expect((await asked(line)).status).toBe(403);
  }
  await other.close();
});

it('takes no name of an office that no file could hold', async () => {
  for (const office of ['研究\ufffe課', '研究\u2028課', '研究\u202e課']) {
    const { status, body } = await gateway.nobody.post('/admin/session', {
      ...people.editor,
      office,
    });
    expect({ office, status }).toEqual({ office, status: 422 });
    expect(body.error).toMatch(/^部署名は.*ください。$/);
  }
  expect(gateway.troubles).toEqual([]);
});

it('answers half a character in a request with a sentence', async () => {
  const half = '\\ud800';
  const folder = 'content/case-studies/sakura-u';
  for (const text of [
    `{"branch":"main","action":"${half}","params":{}}`,
    `{"branch":"main","action":"getEntry","params":{"path":"${folder}/${half}/index.mdx"}}`,
    `{"branch":"main","action":"getMediaFile","params":{"path":"${folder}/pledge/${half}.pdf"}}`,
    `{"branch":"main","action":"unpublishedEntry","params":{"id":"case-studies/sakura-u/${half}"}}`,
    `{"branch":"main","action":"unpublishedEntry","params":{"collection":"${half}","slug":"${half}"}}`,
    `{"path":"${folder}/${half}/index.mdx","text":"${half}"}`,
    `{"role":"contributor","institution":"${half}","office":"${half}"}`,
  ]) {
    for (const path of ['api', 'session', 'preview']) {
      const { status, body } = await send(`/admin/${path}`, text, { more: [`Cookie: ${cookie}`] });
      expect({ path, text, status: Math.floor(status / 100) }).toEqual({ path, text, status: 4 });
      expect(JSON.parse(body).error).toMatch(/^[^\n]+。$/);
    }
  }
  expect(gateway.troubles).toEqual([]);
});
