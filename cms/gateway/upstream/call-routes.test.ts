import { createHmac } from 'node:crypto';
import { Hono } from 'hono';
import { beforeEach, expect, it } from 'vitest';
import { createBodies } from '../requests/bodies.ts';
import { answerToFailure } from '../requests/failures.ts';
import { callAddress, createCallRoutes, isSigned } from './call-routes.ts';

const secret = 'a-secret-of-the-host-0123';
const body = JSON.stringify({ ref: 'refs/heads/main', 名前: 'さくら' });
const signature = createHmac('sha256', secret).update(body).digest('hex');

let hastened = 0;
const bodies = createBodies({ maxFileBytes: 1000 });
const app = new Hono();
app.onError(answerToFailure(() => {}));
app.use(bodies.closed);
const host = {
  hasten() {
    hastened += 1;
  },
};
app.route(callAddress, createCallRoutes({ secret, host, bodies }));
const call = (headers: Record<string, string>, text = body) =>
  app.request(callAddress, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: text,
  });
beforeEach(() => {
  hastened = 0;
});

it.each([
  [{ 'x-hub-signature-256': `sha256=${signature}` }],
  [{ 'x-gitea-signature': signature }],
  [{ 'x-forgejo-signature': signature }],
  [{ 'x-gitlab-token': secret }],
])('listens to its host, whichever it is (%j)', async (headers) => {
  expect((await call(headers)).status).toBe(204);
  expect(hastened).toBe(1);
});

it.each([
  [{}],
  [{ 'x-hub-signature-256': signature }],
  [{ 'x-hub-signature-256': `sha256=${signature.toUpperCase()}` }],
  [{ 'x-hub-signature-256': 'sha256=' }],
  [{ 'x-hub-signature-256': `sha1=${signature}` }],
  [{ 'x-gitea-signature': signature.slice(1) }],
  [{ 'x-gitlab-token': `${secret}x` }],
  [{ 'x-gitlab-token': '' }],
])('listens to nobody else (%j)', async (headers) => {
  const answer = await call(headers as Record<string, string>);
  expect(answer.status).toBe(403);
  expect((await answer.json()).error).toContain('UPSTREAM_HOOK_SECRET');
  expect(hastened).toBe(0);
});

it('takes a signature for its own body alone, and reads no large one', async () => {
  const headers = { 'x-hub-signature-256': `sha256=${signature}` };
  expect((await call(headers, `${body} `)).status).toBe(403);
  expect((await call(headers, 'あ'.repeat(1024 * 1024))).status).toBe(413);
  expect((await app.request(callAddress)).status).toBe(404);
  expect(hastened).toBe(0);
  expect(isSigned(() => undefined, new Uint8Array(), secret)).toBe(false);
});
