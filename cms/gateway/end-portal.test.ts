import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { expect, it } from 'vitest';
import { endPortal } from './end-portal.ts';
import { saveParams } from './fixtures/decap-requests.ts';
import { caseText } from './fixtures/entry-texts.ts';
import { startGateway } from './fixtures/start-gateway.ts';
import { people } from './permissions/fixtures/people.ts';
import { temporaryRepository } from './repository/fixtures/temporary-repository.ts';

it('stores and answers a save that was begun before the end, and takes nothing after it', async () => {
  const world = temporaryRepository();
  const gateway = await startGateway({ world });
  const office = await gateway.signIn(people.sakura);
  const body = JSON.stringify({
    branch: 'main',
    action: 'persistEntry',
    params: saveParams({ text: caseText() }),
  });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    origin: gateway.origin,
    cookie: office.cookie,
    expect: '100-continue',
  };
  const sent = request(`${gateway.origin}/admin/api`, { method: 'POST', headers });
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  sent.flushHeaders();
  // The portal has begun to read it when the end begins.
  await once(sent, 'continue');
  const { listening, gateway: inside } = gateway.halves;
  const ended = endPortal(listening, inside);
  await expect(fetch(gateway.origin)).rejects.toThrow();
  sent.end(body);
  const [response] = await answered;
  response.resume();
  expect(response.statusCode).toBe(200);
  await ended;
  const again = await startGateway({ world });
  expect(await again.repository.proposals()).toHaveLength(1);
  await again.close();
});
