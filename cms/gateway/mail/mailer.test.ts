import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import { readMessage, type SmtpServer, startSmtpServer } from './fixtures/smtp-server.ts';
import { createMailer, type Mailer } from './mailer.ts';
import { createSmtp, type SendMessage } from './smtp.ts';

const { sakura, editor } = people;
const desk = entry('best-practices/sakura-u/desk');
const minute = 60_000;
const day = 24 * 60 * minute;

let world: TemporaryRepository;
let repository: Repository;
let opened: OpenedProposals;
let smtp: SmtpServer;
let folder: string;
let now: Date;
beforeEach(async () => {
  world = temporaryRepository();
  repository = await openGitRepository({ folder: world.folder });
  opened = await openProposals(repository);
  smtp = await startSmtpServer();
  folder = mkdtempSync(join(tmpdir(), 'portal-mail-'));
  writeFileSync(join(folder, 'addresses'), 'sakura-u | 研究推進課 | research@sakura-u.example\n');
  // Seven in the morning in Japan, when nothing of the day goes out yet; before the clock of the proposals.
  now = new Date('2026-11-23T22:00:00Z');
});
afterEach(async () => {
  await Promise.all([smtp.close(), opened.close()]);
  repository.close();
  world.remove();
  rmSync(folder, { recursive: true });
});

const settings = () => ({
  server: {
    host: '127.0.0.1',
    port: smtp.port,
    isEncrypted: false,
    startTls: 'none' as const,
    user: null,
    password: null,
  },
  from: { name: '共有ポータル', address: 'portal@portal.example' },
  office: { name: '事務局', address: 'office@network.example' },
  addressesFile: join(folder, 'addresses'),
});
const mailer = (send: SendMessage = createSmtp(settings())): Mailer =>
  createMailer({
    settings: settings(),
    origin: 'https://portal.example',
    repository,
    intake: opened.intake,
    content: createPublishedContent(repository),
    pathOf: ({ entry: { path } }) => `/to/${path}`,
    send,
    clock: () => now,
    onTrouble: (error) => {
      throw error;
    },
  });
const save = () =>
  opened.proposals.save(sakura, desk, [
    { address: file(desk.text), bytes: Buffer.from(caseText()), basedOn: null },
  ]);
const content = async () => (await repository.proposal(desk))?.content ?? null;
const got = () =>
  smtp.taken.map((message) => [message.to[0], readMessage(message).headers.get('subject')]);
const states = async (of: Mailer) =>
  (await of.state()).letters.map(({ letter: { state, why, answer } }) => [state, why, answer]);

it('tells the office that waits, once, at the role address alone', async () => {
  const mail = mailer();
  await mail.look();
  await save();
  await opened.proposals.sendForReview(sakura, desk);
  await mail.look();
  await opened.proposals.returnToAuthor(editor, desk, '様式を足してください');
  await mail.look();
  await opened.proposals.sendForReview(sakura, desk);
  await opened.proposals.approve(editor, desk, await content());
  await mail.look();
  await opened.proposals.publish(editor, desk, await content());
  await mail.look();
  await mail.look();
  const title = '相談窓口の一本化';
  expect(got()).toEqual([
    ['office@network.example', `【共有ポータル】確認の依頼：${title}`],
    ['research@sakura-u.example', `【共有ポータル】差し戻し：${title}`],
    ['research@sakura-u.example', `【共有ポータル】承認：${title}`],
    ['research@sakura-u.example', `【共有ポータル】公開：${title}`],
  ]);
  const threads = smtp.taken.map((message) => readMessage(message).headers.get('references'));
  expect(new Set(threads).size).toBe(1);
  expect(readMessage(smtp.taken[3] ?? { raw: '' }).text).toContain(
    'https://portal.example/to/best-practices/sakura-u/desk',
  );
});

it('keeps what a server that is away could not take, and sends it when it is back', async () => {
  const { port } = smtp;
  const mail = mailer();
  await mail.look();
  await save();
  await opened.proposals.sendForReview(sakura, desk);
  await smtp.close();
  await mail.look();
  expect(await states(mail)).toEqual([['waiting', 'away', null]]);
  smtp = await startSmtpServer(port);
  await mail.look();
  expect(smtp.taken).toHaveLength(0);
  now = new Date(now.getTime() + 2 * minute);
  // Another gateway takes it over as well as this one.
  await mailer().look();
  expect(smtp.taken).toHaveLength(1);
});

it('shows which address a server refused, and does not ask it again', async () => {
  smtp.answerTo = () => '550 5.1.1 <office@network.example> no such user';
  const mail = mailer();
  await mail.look();
  await save();
  await opened.proposals.sendForReview(sakura, desk);
  await mail.look();
  now = new Date(now.getTime() + day);
  await mail.look();
  expect(await states(mail)).toEqual([['failed', 'address', 550]]);
  expect(JSON.stringify(await repository.records.all('mail'))).not.toContain('network.example');
});

it('waits where a server is busy, and tries for five days', async () => {
  smtp.answerTo = () => '451 later';
  const mail = mailer();
  await mail.look();
  await save();
  await opened.proposals.sendForReview(sakura, desk);
  await mail.look();
  expect(await states(mail)).toEqual([['waiting', 'busy', 451]]);
  now = new Date(now.getTime() + 5 * day);
  await mail.look();
  expect(await states(mail)).toContainEqual(['failed', 'tooOld', 451]);
});

it('sends once, however many gateways look at the same time', async () => {
  const mails = [mailer(), mailer(), mailer()];
  await mails[0]?.look();
  await save();
  await opened.proposals.sendForReview(sakura, desk);
  await Promise.all(mails.map((mail) => mail.look()));
  expect(smtp.taken).toHaveLength(1);
});

it('sends again what a gateway took that died, under the same name; never nothing', async () => {
  const mail = mailer();
  await mail.look();
  await save();
  await opened.proposals.sendForReview(sakura, desk);
  // The server has it, and the line is cut before it says so.
  smtp.onMessage = () => 'hang-up';
  const dies: SendMessage = async (message) => {
    await createSmtp(settings())(message);
    throw new Error('killed');
  };
  await mailer(dies)
    .look()
    .catch(() => {});
  smtp.onMessage = () => null;
  await mail.look();
  expect(smtp.taken).toHaveLength(1);
  now = new Date(now.getTime() + 6 * minute);
  await mail.look();
  await mail.look();
  const ids = smtp.taken.map((message) => readMessage(message).headers.get('message-id'));
  expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
});

it('tells what can wait once a day, from eight in the morning on', async () => {
  const mail = mailer();
  await mail.look();
  await save();
  await opened.proposals.addNote(editor, desk, 'よくまとまっています');
  await opened.proposals.addNote(editor, desk, '写真はありますか');
  await mail.look();
  expect(smtp.taken).toHaveLength(0);
  now = new Date('2026-11-24T23:30:00Z');
  await mail.look();
  await mail.look();
  expect(got()).toEqual([['research@sakura-u.example', '【共有ポータル】お知らせが2件あります']]);
  expect(readMessage(smtp.taken[0] ?? { raw: '' }).text).not.toContain('写真');
  now = new Date('2026-11-25T23:30:00Z');
  await mail.look();
  expect(smtp.taken).toHaveLength(1);
});

it('tells nothing of what happened before mail was first sent, and says whose address is missing', async () => {
  await save();
  await opened.proposals.sendForReview(sakura, desk);
  now = new Date('2026-11-24T06:00:00Z');
  const mail = mailer();
  await mail.look();
  expect(smtp.taken).toHaveLength(0);
  writeFileSync(join(folder, 'addresses'), 'momiji-u | * | office@momiji-u.example\n');
  now = new Date('2026-11-23T22:00:00Z');
  world.drafts('update-ref', '-d', 'refs/mail/since');
  await opened.proposals.returnToAuthor(editor, desk, '様式を足してください');
  await mail.look();
  expect(await states(mail)).toEqual([['failed', 'noAddress', null]]);
});
