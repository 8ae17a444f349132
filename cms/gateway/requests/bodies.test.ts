import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createBodies, type Flights, fileBytes, limitStatedBy } from './bodies.ts';
import { bodyLimits } from './body-kinds.ts';
import { createBytesInFlight } from './bytes-in-flight.ts';
import { answerToFailure } from './failures.ts';
import { jsonOf } from './json-body.ts';

const settings = { maxFileBytes: 1000 };
const bounded = (most: number) =>
  createBytesInFlight({ inAll: most, ofAddress: most, ofPerson: most });
const flightsOf = (most: number): Flights => ({
  signIns: bounded(most),
  texts: bounded(most),
  files: bounded(most),
});

/** An app with a route for each kind of body, and one that forgot to say which. */
const appOf = ({ most = 1e9, seconds = 60 } = {}) => {
  const flights = flightsOf(most);
  const { text, ...others } = bodyLimits(settings);
  const limits = { ...others, text: { ...text, mostSeconds: seconds } };
  const bodies = createBodies(settings, { flights, limits });
  const troubles: unknown[] = [];
  let read = 0;
  const app = new Hono()
    .use(bodies.closed)
    .post('/text', bodies.of('text'), async (c) => c.json(await jsonOf(c)))
    .post('/file', bodies.file, async (c) => {
      let size = 0;
      for await (const chunk of fileBytes(c).bytes) {
        size += chunk.length;
        read += 1;
      }
      return c.json({ size, held: flights.files.inAll() });
    })
    .post('/forgot', async (c) => c.text(`[${await c.req.text()}]`))
    .post('/unsaid', (c) => c.json(fileBytes(c).declared));
  app.onError(answerToFailure((error) => troubles.push(error)));
  return { app, flights, troubles, read: () => read };
};

const octets = { 'content-type': 'application/octet-stream' };
const json = { 'content-type': 'application/json' };
const streamOf = (pieces: Iterable<Uint8Array>, { ends = true } = {}) => {
  const iterator = pieces[Symbol.iterator]();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = iterator.next();
      if (!done) controller.enqueue(value);
      else if (ends) controller.close();
      else await new Promise(() => {});
    },
  });
};
const posted = (headers: Record<string, string>, body: BodyInit) =>
  ({ method: 'POST', headers, body, duplex: 'half' }) as RequestInit;

describe('a body', () => {
  it('is nothing to a route that does not say that it takes one', async () => {
    const { app, troubles } = appOf();
    const answer = await app.request('/forgot', posted(json, '{"a":1}'));
    expect(await answer.text()).toBe('[]');
    expect((await app.request('/unsaid', posted(octets, 'x'))).status).toBe(500);
    expect(troubles).toHaveLength(1);
  });

  it('is counted while it comes, and let go of after the answer', async () => {
    const { app, flights } = appOf();
    const pieces = [new Uint8Array(300), new Uint8Array(400)];
    const answer = await app.request('/file', posted(octets, streamOf(pieces)));
    expect(await answer.json()).toEqual({ size: 700, held: 700 });
    expect(flights.files.inAll()).toBe(0);
  });

  it('is not read beyond its limit, whatever was said of its length', async () => {
    for (const length of [undefined, '5']) {
      const { app, read } = appOf();
      const pieces = (function* () {
        for (;;) yield new Uint8Array(100);
      })();
      const headers = length === undefined ? octets : { ...octets, 'content-length': length };
      const answer = await app.request('/file', posted(headers, streamOf(pieces)));
      expect(answer.status).toBe(413);
      expect(read()).toBe(10);
    }
  });

  it('is turned away unread where too much is on its way', async () => {
    const { app, read } = appOf({ most: 500 });
    const declared = await app.request(
      '/file',
      posted({ ...octets, 'content-length': '501' }, streamOf([new Uint8Array(501)])),
    );
    expect(declared.status).toBe(429);
    expect(declared.headers.get('retry-after')).toBe('10');
    expect(((await declared.json()) as { error: string }).error).toMatch(/^[^。]+。$/);
    expect(read()).toBe(0);
    const pieces = Array.from({ length: 9 }, () => new Uint8Array(100));
    expect((await app.request('/file', posted(octets, streamOf(pieces)))).status).toBe(429);
    expect(read()).toBe(5);
  });

  it.each([
    ['falls silent', streamOf([Buffer.from('{"a"')], { ends: false })],
    [
      'breaks off',
      new ReadableStream({
        pull: (controller) => controller.error(new Error('The line is dead.')),
      }),
    ],
  ])('that %s is no fault of ours, and holds nothing', async (_, body) => {
    const { app, flights, troubles } = appOf({ seconds: 0.05 });
    const answer = await app.request('/text', posted(json, body));
    expect(answer.status).toBe(400);
    expect(flights.texts.inAll()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it.each([
    ['another type', 415, { 'content-type': 'text/plain' }, '{}'],
    ['no type', 415, {}, new Uint8Array([1])],
    ['signs that are no UTF-8', 400, json, new Uint8Array([0x22, 0xff, 0x22])],
    ['nothing', 400, json, ''],
  ])('of %s is refused with %i', async (_, status, headers, body) => {
    const answer = await appOf().app.request('/text', posted(headers, body));
    expect(answer.status).toBe(status);
  });

  it('states its limit', () => {
    const { of, file, closed } = createBodies(settings);
    expect(limitStatedBy(file)?.mostBytes).toBe(1000);
    expect(limitStatedBy(of('sign-in'))?.mostBytes).toBe(4096);
    expect(limitStatedBy(of('text'))?.mostBytes).toBe(1024 * 1024);
    expect(limitStatedBy(closed)).toBeUndefined();
  });
});
