import { Hono } from 'hono';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { caseText } from '../fixtures/entry-texts.ts';
import { people } from '../permissions/fixtures/people.ts';
import { type OpenedProposals, openProposals } from '../proposals/fixtures/open-proposals.ts';
import { createPublishedContent } from '../published-content/published-content.ts';
import {
  entry,
  file,
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import type { Repository } from '../repository/repository.ts';
import { createFeedRoutes, feedAddress, feedsFolder } from './feed-routes.ts';
import { createOfficeFeeds, type OfficeFeeds } from './office-feeds.ts';

const { sakura, momiji, editor } = people;
const desk = entry('best-practices/sakura-u/desk');
const clock = () => new Date('2026-11-24T06:00:00Z');

let world: TemporaryRepository;
let repository: Repository;
let opened: OpenedProposals;
let feeds: OfficeFeeds;
let app: Hono;
beforeEach(async () => {
  world = temporaryRepository();
  repository = await openGitRepository({ folder: world.folder });
  opened = await openProposals(repository);
  feeds = createOfficeFeeds({ records: repository.records, clock });
  const content = createPublishedContent(repository);
  const pathOf = () => '/admin/desk/';
  const parts = { feeds, repository, content, intake: opened.intake, pathOf, clock };
  app = new Hono().route(
    feedsFolder,
    createFeedRoutes({ ...parts, origin: 'https://portal.example' }),
  );
  app.all('/*', (c) => c.text('ありません', 404));
});
afterEach(async () => {
  await opened.close();
  repository.close();
  world.remove();
});

const feed = async (secret: string) => {
  const answer = await app.request(feedAddress(secret));
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

it('tells an office what waits for it and what happened, with titles and links alone', async () => {
  const [own, network, other] = [
    await feeds.make(sakura),
    await feeds.make(editor),
    await feeds.make(momiji),
  ];
  await opened.proposals.save(sakura, desk, [
    { address: file(desk.text), bytes: Buffer.from(caseText()), basedOn: null },
  ]);
  await opened.proposals.sendForReview(sakura, desk);
  const waiting = await feed(network);
  expect(waiting.text).toContain('<title>【対応待ち】確認の依頼：相談窓口の一本化</title>');
  expect(waiting.text).toContain('<link href="https://portal.example/admin/desk/"/>');
  expect(waiting.headers.get('cache-control')).toBe('private, no-store');
  expect(waiting.headers.get('x-robots-tag')).toBe('noindex');
  await opened.proposals.returnToAuthor(editor, desk, '内密の理由');
  const returned = await feed(own);
  expect(returned.text).toContain('【対応待ち】差し戻し：相談窓口の一本化');
  expect(returned.text).not.toContain('内密の理由');
  expect((await feed(network)).text).not.toContain('相談窓口');
  expect((await feed(other)).text).not.toContain('相談窓口');
});

it('keeps no secret, and says the same of what was withdrawn, made anew or never made', async () => {
  const first = await feeds.make(sakura);
  expect(await feeds.madeAt(sakura)).toEqual(clock());
  const kept = JSON.stringify(await repository.records.all('office-feeds'));
  expect(kept).not.toContain(first);
  const second = await feeds.make(sakura);
  expect((await feed(second)).status).toBe(200);
  await feeds.withdraw(sakura);
  expect(await feeds.madeAt(sakura)).toBeNull();
  const answers = await Promise.all([first, second, 'A'.repeat(32), 'x', `../${second}`].map(feed));
  for (const { status, text, headers } of answers) {
    expect([status, text, headers.get('x-robots-tag')]).toEqual([404, 'ありません', null]);
  }
});
