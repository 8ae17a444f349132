import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { atOnce } from './at-once.ts';
import { answerToFailure } from './failures.ts';

/** An app whose answers wait until they are let go. */
const waitingApp = (most: number) => {
  const held: (() => void)[] = [];
  const begun: string[] = [];
  const app = new Hono();
  app.onError(answerToFailure(() => {}));
  app.use(atOnce(most, (c) => c.req.header('x-sender') ?? null));
  app.get('/:name', async (c) => {
    begun.push(c.req.param('name'));
    await new Promise<void>((resolve) => held.push(resolve));
    return c.text('done');
  });
  const ask = (name: string, sender?: string) =>
    app.request(`/${name}`, sender ? { headers: { 'x-sender': sender } } : {});
  return { begun, ask, letGo: () => held.shift()?.() };
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('works on so many of one sender, in their order, and on everybody else’s', async () => {
  const { begun, ask, letGo } = waitingApp(2);
  const asked = [
    ...['a1', 'a2', 'a3', 'a4'].map((name) => ask(name, 'a')),
    ask('b1', 'b'),
    ask('free'),
  ];
  await settled();
  expect(begun).toEqual(['a1', 'a2', 'b1', 'free']);
  for (let count = 0; count < 6; count += 1) {
    letGo();
    await settled();
    await settled();
  }
  expect(begun).toEqual(['a1', 'a2', 'b1', 'free', 'a3', 'a4']);
  expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([200]));
});

it('sends away whoever makes an endless line', async () => {
  const { ask, letGo } = waitingApp(1);
  const asked = Array.from({ length: 102 }, (_, index) => ask(String(index), 'a'));
  const refused = await asked[101];
  expect(refused?.status).toBe(429);
  expect(refused?.headers.get('retry-after')).toBe('5');
  expect(await refused?.text()).toContain('一度に送られたものが多すぎます');
  for (let count = 0; count < 101; count += 1) {
    letGo();
    await settled();
    await settled();
  }
  const first = await Promise.all(asked.slice(0, 101));
  expect(first.every(({ status }) => status === 200)).toBe(true);
});
