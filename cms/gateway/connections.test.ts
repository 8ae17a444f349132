import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Hono } from 'hono';
import { afterEach, expect, it } from 'vitest';
import { type ConnectionLimits, connectionLimits, createConnectionBook } from './connections.ts';
import { type Listening, listen } from './listen.ts';
import { answerToFailure } from './requests/failures.ts';

/** A connection as the book sees it. */
const connection = (remoteAddress = '203.0.113.7') => {
  const socket = {
    remoteAddress,
    bytesRead: 0,
    bytesWritten: 0,
    writableLength: 0,
    isEnded: false,
    destroy: () => {
      socket.isEnded = true;
      return socket as never;
    },
  };
  const request = { complete: true, readableLength: 0 };
  const response = { headersSent: false, writableFinished: false };
  return { socket, request, response };
};
const bookAt = (limits: Partial<ConnectionLimits> = {}) => {
  const clock = { now: 0 };
  const all = { ...connectionLimits, ...limits };
  return { clock, limits: all, book: createConnectionBook(all, () => clock.now) };
};

it('ends a body that drips, and none that comes at the pace of a slow line', () => {
  const { clock, limits, book } = bookAt();
  const [dripping, slow, waiting] = [connection(), connection(), connection()];
  for (const one of [dripping, slow, waiting]) {
    book.open(one.socket);
    one.request.complete = false;
    book.exchange(one.socket, one);
  }
  // The portal has not read yet what is there.
  waiting.request.readableLength = 1;
  for (let stretch = 1; stretch <= 5; stretch += 1) {
    clock.now = stretch * limits.stretch;
    dripping.socket.bytesRead += 100;
    slow.socket.bytesRead += limits.bytesInStretch;
    book.look();
  }
  expect([dripping, slow, waiting].map(({ socket }) => socket.isEnded)).toEqual([
    true,
    false,
    false,
  ]);
});

it('ends a connection on which nothing comes, at first or after an answer', () => {
  const { clock, limits, book } = bookAt();
  const [silent, answered] = [connection(), connection()];
  for (const one of [silent, answered]) book.open(one.socket);
  book.exchange(answered.socket, answered);
  Object.assign(answered.response, { headersSent: true, writableFinished: true });
  const ended = () => [silent, answered].map(({ socket }) => socket.isEnded);
  const at = (time: number) => {
    clock.now = time;
    book.look();
    return ended();
  };
  expect(at(limits.headers - 1)).toEqual([false, false]);
  expect(at(limits.headers)).toEqual([true, false]);
  expect(at(2 * limits.headers + limits.idle)).toEqual([true, true]);
});

it('ends who was refused and drips on', () => {
  const { clock, limits, book } = bookAt();
  const one = connection();
  book.open(one.socket);
  Object.assign(one.request, { complete: false });
  Object.assign(one.response, { headersSent: true, writableFinished: true });
  book.exchange(one.socket, one);
  clock.now = limits.stretch;
  book.look();
  expect(one.socket.isEnded).toBe(true);
});

it('ends an answer that nobody takes, and no answer that is being made', () => {
  const { clock, limits, book } = bookAt();
  const [left, taken, made] = [connection(), connection(), connection()];
  for (const one of [left, taken, made]) {
    book.open(one.socket);
    book.exchange(one.socket, one);
  }
  left.response.headersSent = true;
  taken.response.headersSent = true;
  for (let time = 0; time <= 2 * limits.unread; time += limits.unread / 2) {
    clock.now = time;
    taken.socket.bytesWritten += 10;
    book.look();
  }
  expect([left, taken, made].map(({ socket }) => socket.isEnded)).toEqual([true, false, false]);
});

it('makes room for readers where somebody holds all connections', () => {
  const { limits, book } = bookAt({ most: 20 });
  const kept = connection('198.51.100.1');
  book.open(kept.socket);
  Object.assign(kept.response, { headersSent: true, writableFinished: true });
  book.exchange(kept.socket, kept);
  const held = Array.from({ length: limits.most - 1 }, () => connection());
  for (const one of held) book.open(one.socket);
  const reader = connection('198.51.100.2');
  book.open(reader.socket);
  expect(held.map(({ socket }) => socket.isEnded)).toEqual([
    true,
    ...held.slice(1).map(() => false),
  ]);
  expect([reader, kept].map(({ socket }) => socket.isEnded)).toEqual([false, false]);
});

it('takes no more where every answer is being made', () => {
  const { limits, book } = bookAt({ most: 3 });
  const busy = Array.from({ length: limits.most }, () => connection());
  for (const one of busy) {
    book.open(one.socket);
    book.exchange(one.socket, one);
  }
  const late = connection();
  book.open(late.socket);
  expect(late.socket.isEnded).toBe(true);
  book.close(busy[0]?.socket as never);
  const later = connection();
  book.open(later.socket);
  expect(later.socket.isEnded).toBe(false);
});

it('has one address make room for itself, but for the proxy of this machine', () => {
  const { limits, book } = bookAt({ mostOfAddress: 5 });
  const other = connection('198.51.100.1');
  book.open(other.socket);
  for (const [address, ended] of [
    ['203.0.113.7', 1],
    ['127.0.0.1', 0],
  ] as const) {
    const all = Array.from({ length: limits.mostOfAddress + 1 }, () => connection(address));
    for (const one of all) book.open(one.socket);
    expect(all.filter(({ socket }) => socket.isEnded)).toHaveLength(ended);
  }
  expect(other.socket.isEnded).toBe(false);
});

let listening: Listening | undefined;
const troubles: unknown[] = [];
afterEach(async () => {
  await listening?.close();
  expect(troubles.splice(0)).toEqual([]);
});
const serve = async (limits: Partial<ConnectionLimits>) => {
  const app = new Hono().post('/', async (c) => c.text(await c.req.text()));
  app.onError(answerToFailure((error) => troubles.push(error)));
  const impatient = { ...connectionLimits, interval: 10, ...limits };
  listening = await listen(app, { address: '127.0.0.1', port: 0 }, () => {}, impatient);
  return listening.port;
};
/** What comes back until the portal ends the connection, which is what is waited for. */
const until = async (socket: Socket): Promise<string> => {
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString();
  });
  socket.on('error', () => {});
  // `once` would fail where the connection was reset.
  await new Promise((resolve) => socket.on('close', resolve));
  return text;
};

it.each([
  ['sends nothing', ''],
  ['sends half a line', 'GET / HT'],
  ['never ends its headers', 'GET / HTTP/1.1\r\nHost: localhost\r\nA: b\r\n'],
])('ends a connection that %s', async (_, bytes) => {
  const socket = connect(await serve({ headers: 30 }), '127.0.0.1');
  socket.write(bytes);
  await until(socket);
});

it('ends a connection whose body stops coming', async () => {
  const socket = connect(await serve({ stretch: 30 }), '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\na');
  expect(await until(socket)).toBe('');
});

it('answers in one sentence what cannot be read as a request', async () => {
  const port = await serve({});
  const toProxy = 'CONNECT portal.example:443 HTTP/1.1\r\nHost: portal.example\r\n\r\n';
  for (const bytes of [
    '\u0000\r\n\r\n',
    toProxy,
    `GET / HTTP/1.1\r\nA: ${'x'.repeat(100_000)}\r\n\r\n`,
  ]) {
    const socket = connect(port, '127.0.0.1');
    socket.write(bytes);
    expect(await until(socket)).toMatch(
      /^HTTP\/1\.1 400 .*\r\n\r\n\{"error":"[^"\\]+ください。"\}$/s,
    );
  }
});

it('closes at once though somebody holds a connection', async () => {
  const socket = connect(await serve({}), '127.0.0.1');
  socket.write('GET / HT');
  const ended = until(socket);
  await once(socket, 'connect');
  await listening?.close();
  await ended;
});
