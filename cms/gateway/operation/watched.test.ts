import { Hono } from 'hono';
import { afterEach, expect, it } from 'vitest';
import { connectionLimits } from '../connections.ts';
import { type Listening, listen } from '../listen.ts';
import { answerToFailure } from '../requests/failures.ts';
import { createRateBounds } from '../requests/rate-bounds.ts';
import { requestUnderWay } from '../requests/under-way.ts';
import { readGatewaySettings } from '../settings.ts';
import { createReadiness, type NeededPart } from './health.ts';
import { createJsonLog } from './log.ts';
import type { Watch } from './watched.ts';

const secret = 'a"secret\\of 32 letters, with signs';
let listening: Listening | null = null;
afterEach(async () => {
  await listening?.close();
  listening = null;
});

/** A portal of few parts, with all that watches it; it is asked as by a proxy on this machine. */
const watchedPortal = async ({
  trusted = '127.0.0.1',
  needed = [],
}: {
  trusted?: string;
  needed?: NeededPart[];
} = {}) => {
  const settings = readGatewaySettings({
    GATEWAY_ORIGIN: 'https://portal.example',
    TRUSTED_PROXIES: trusted,
    LIMIT_ADDRESS: '10',
  });
  const lines: string[] = [];
  const log = await createJsonLog({ secrets: [secret], write: (line) => lines.push(line) });
  const app = new Hono();
  app.onError(answerToFailure(log.trouble));
  app.use(createRateBounds(settings).ofAddress);
  app.get('/id', (c) => c.json(requestUnderWay()));
  app.get('/fail', async () => {
    await new Promise((resolve) => setImmediate(resolve));
    throw new Error(`x ${secret} tanaka@sakura.example`, { cause: new Error(secret) });
  });
  const watch: Watch = {
    trustedProxies: settings.operation.trustedProxies,
    basePath: '/',
    readiness: createReadiness(needed),
    answered: log.answered,
  };
  listening = await listen(
    app,
    { address: '127.0.0.1', port: 0 },
    log.trouble,
    connectionLimits,
    watch,
  );
  const { port } = listening;
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers, method });
  return { ask, lines, entries: () => lines.map((line) => JSON.parse(line)) };
};

it('gives a request the number that a trusted proxy gave it, and otherwise one of its own', async () => {
  const { ask } = await watchedPortal();
  const idOf = async (given: string) =>
    (await (await ask('/id', { 'x-request-id': given })).json()).id as string;
  expect(await idOf('0123456789abcdef')).toBe('0123456789abcdef');
  for (const odd of ['short', 'x'.repeat(65), '"},{"level":"error"', 'a b c d e f g h']) {
    expect(await idOf(odd)).toMatch(/^[\w-]{12}$/);
  }
});

it('believes no number and no address where no proxy is trusted', async () => {
  const { ask } = await watchedPortal({ trusted: '10.0.0.1' });
  const headers = { 'x-request-id': '0123456789abcdef', 'x-forwarded-for': '203.0.113.7' };
  const told = await (await ask('/id', headers)).json();
  expect(told.id).not.toBe('0123456789abcdef');
  expect(told.sender).toBe('127.0.0.1');
});

it('writes down a failure with the number that the person was told, and nothing of person, text or secret', async () => {
  const { ask, lines, entries } = await watchedPortal();
  const headers = {
    'x-request-id': 'abcdefgh',
    'x-forwarded-for': '203.0.113.7',
    cookie: 'session=kookie',
    referer: 'https://portal.example/search/?q=sagashi',
  };
  const { error } = await (await ask('/fail?q=sagashi', headers)).json();
  const number = /\d{3}-\d{3}/.exec(error)?.[0];
  await expect.poll(() => lines.length).toBe(2);
  expect(entries()).toMatchObject([
    { level: 'error', request: 'abcdefgh', group: 'site', number, error: { name: 'Error' } },
    { level: 'info', request: 'abcdefgh', method: 'GET', status: 500, group: 'site' },
  ]);
  const written = lines.join('');
  for (const kept of ['203.0.113', 'kookie', 'sagashi', 'tanaka', 'of 32 letters', '/fail?']) {
    expect(written).not.toContain(kept);
  }
});

it('bounds each address that the proxy names, and not the proxy', async () => {
  const { ask } = await watchedPortal();
  const from = (address: string) =>
    ask('/id', { 'x-forwarded-for': `198.51.100.9, ${address}` }).then(({ status }) => status);
  for (let count = 0; count < 10; count += 1) expect(await from('203.0.113.7')).toBe(200);
  const refused = await ask('/id', { 'x-forwarded-for': '203.0.113.7' });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await from('203.0.113.8')).toBe(200);
  // Of one network of IPv6 as of one address.
  for (let count = 0; count < 10; count += 1) expect(await from(`2001:db8::${count}`)).toBe(200);
  expect(await from('2001:db8::ffff')).toBe(429);
  expect(await from('2001:db8:0:1::1')).toBe(200);
});

it('answers whether it is well and ready, under any name, and is not counted', async () => {
  let isThere = true;
  const needed: NeededPart[] = [{ word: 'no-site', isThere: () => isThere }];
  const { ask, lines } = await watchedPortal({ needed });
  const told = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await ask(path, headers);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return [answer.status, await answer.json()];
  };
  expect(await told('/healthz')).toEqual([200, { healthy: true, through: 'direct' }]);
  expect(await told('/readyz')).toEqual([200, { ready: true }]);
  expect((await ask('/readyz', {}, 'HEAD')).status).toBe(200);
  expect((await ask('/readyz', {}, 'POST')).status).toBe(405);
  isThere = false;
  await expect.poll(() => told('/readyz')).toEqual([503, { ready: false, why: ['no-site'] }]);
  // Others learn no reasons.
  expect(await told('/readyz', { 'x-forwarded-for': '203.0.113.7' })).toEqual([
    503,
    { ready: false },
  ]);
  expect(lines).toEqual([]);
});

it('counts what throws or says nothing as missing', async () => {
  const readiness = createReadiness([
    { word: 'store', isThere: () => Promise.reject(new Error('away')) },
    { word: 'upstream', isThere: () => true },
  ]);
  expect(await readiness()).toEqual(['store']);
});
