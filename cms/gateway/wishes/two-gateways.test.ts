import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { people } from '../permissions/fixtures/people.ts';
import { createPublishedContent } from '../published-content/published-content.ts';
import type { Repository } from '../repository/repository.ts';
import { createBodies } from '../requests/bodies.ts';
import { oneDesk } from '../settings.ts';
import { type HostedWorld, hostedWorld } from '../upstream/fixtures/two-gateways.ts';
import { openWishes } from './open-wishes.ts';
import { createUnanswered } from './unanswered.ts';
import type { NewWish } from './wish.ts';
import { createWishRoutes } from './wish-routes.ts';
import { createWishes } from './wishes.ts';

/** Two gateways with a clone each of one git host: they have the same wishes, and count the same searches. */

let world: HostedWorld;
let both: readonly Repository[];
const clock = () => new Date('2026-11-24T05:05:00Z');
beforeAll(async () => {
  world = await hostedWorld();
  both = [await world.open('one'), await world.open('other')];
});
afterAll(async () => {
  for (const { close } of both) close();
  await world.remove();
});

const wish = (text: string): NewWish => ({
  text,
  kind: 'form',
  scene: null,
  theme: null,
  searched: null,
});

it('gives each wish a number of its own, and keeps the answers of both', async () => {
  const [one, other] = both.map(({ records }) => createWishes({ records, clock }));
  if (!one || !other) throw new Error('Two were opened.');
  const written = await Promise.all([
    one.write(wish('寄附金の受入れの様式'), 'a'),
    other.write(wish('試料の持出しの様式'), 'b'),
  ]);
  expect(written.map((done) => 'wish' in done && done.wish.number).sort()).toEqual([1, 2]);
  const said = (text: string) => ({ kind: 'words', text }) as const;
  const answered = await Promise.all([
    one.answer(1, said('一の答え'), 'institution'),
    other.answer(1, said('二の答え'), 'office'),
  ]);
  expect(answered.map(({ kind }) => kind)).toEqual(['done', 'done']);
  // Each goes on from what the other one did, whichever of them heard of it before.
  await one.answer(1, said('一のふたつめ'), 'institution');
  const last = await other.answer(1, said('二のふたつめ'), 'office');
  expect('wish' in last && last.wish.answers.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
});

it('counts the institutions of both in one month, under one key', async () => {
  const [one, other] = both.map(({ records }) =>
    createUnanswered({ records, clock, secret: Buffer.from('shared') }),
  );
  if (!one || !other) throw new Error('Two were opened.');
  await Promise.all([one.note('sakura-u', '越境EC'), other.note('momiji-u', '越境EC')]);
  await one.note('keyaki-u', '越境EC');
  const months = [{ month: '2026-11', searches: [{ words: '越境ec', institutions: 3 }] }];
  expect(await one.months()).toEqual(months);
  expect(world.git('for-each-ref', '--format=%(refname)', 'refs/wishes/key')).toBe(
    'refs/wishes/key/2026-11\n',
  );
});

it('loses nothing of what was typed where the host is away', async () => {
  const [repository] = both;
  if (!repository) throw new Error('One was opened.');
  const content = createPublishedContent(repository);
  const settings = { ...oneDesk, edition: 'network' } as const;
  const onTrouble = (error: unknown) => {
    throw error;
  };
  const opened = openWishes({ repository, content, settings, basePath: '/', clock, onTrouble });
  const app = createWishRoutes({
    ...opened,
    memberOf: async () => people.sakura,
    wayIn: null,
    institutionName: content.institutionName,
    bodies: createBodies({ maxFileBytes: 1000 }),
    basePath: '/',
  });
  await world.server.kill();
  const text = '学位論文の公表を遅らせる手続の例';
  const sent = await app.request('/new/', {
    method: 'POST',
    body: new URLSearchParams({ text, kind: 'case' }),
  });
  expect(sent.status).toBe(503);
  const { document } = parseHTML(await sent.text());
  expect(document.querySelector('textarea')?.textContent).toBe(text);
  expect(document.querySelector('[role=alert]')?.textContent).toContain('つながらない');
  expect((await opened.wishes.all()).map((each) => each.text)).not.toContain(text);
  await opened.close();
});
