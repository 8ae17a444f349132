import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import { askedWords } from './asked-words.ts';
import { createUnanswered, type Unanswered } from './unanswered.ts';

/** The count of searches in vain: what two gateways of one repository keep, and what is nowhere. */

let world: TemporaryRepository;
let here: Unanswered;
let there: Unanswered;
let now = new Date('2026-11-24T05:05:00Z');
const closing: (() => void)[] = [];
beforeAll(async () => {
  world = temporaryRepository();
  const opened = [
    await openGitRepository({ folder: world.folder }),
    await openGitRepository({ folder: world.folder }),
  ];
  closing.push(...opened.map(({ close }) => close));
  const secret = Buffer.from('a secret that gateways share');
  [here, there] = opened.map(({ records }) =>
    createUnanswered({ records, clock: () => now, secret }),
  ) as [Unanswered, Unanswered];
});
afterAll(() => {
  for (const close of closing) close();
  world.remove();
});

const refs = () =>
  world.drafts('for-each-ref', '--format=%(refname)', 'refs/wishes').trim().split('\n');
/** Everything that is kept of wishes, what it was before too, with the names of the refs. */
const everything = () =>
  world.drafts('for-each-ref') + world.drafts('log', '-p', '--format=%an %B', '--glob=refs/wishes');

it('keeps words once the third institution asked them, and no sign of them before', async () => {
  await here.note('sakura-u', 'ドローン　貸出');
  await there.note('momiji-u', 'どろーん貸出');
  await here.note('momiji-u', 'ドローン 貸出');
  await there.note('sakura-u', ' ﾄﾞﾛｰﾝ 貸出');
  expect(await here.months()).toEqual([]);
  expect(everything()).not.toMatch(/ドローン|sakura-u|momiji-u/);
  await there.note('keyaki-u', 'ドローン 貸出');
  const november = { month: '2026-11', searches: [{ words: 'ドローン 貸出', institutions: 3 }] };
  expect(await here.months()).toEqual([november]);
  expect(await there.months()).toEqual([november]);
  expect(everything()).not.toMatch(/どろーん|sakura-u|momiji-u|keyaki-u/);
});

it('counts an institution once, and writes nothing more of it', async () => {
  const before = refs();
  const commits = everything();
  await here.note('sakura-u', 'ドローン 貸出');
  await there.note('keyaki-u', 'ドローン 貸出');
  expect(refs()).toEqual(before);
  expect(everything()).toBe(commits);
});

it('counts all of those that ask at the same time', async () => {
  const asking = ['a-u', 'b-u', 'c-u', 'd-u'];
  await Promise.all(
    asking.map((institution, at) => (at % 2 ? here : there).note(institution, '越境EC')),
  );
  const [month] = await here.months();
  expect(month?.searches).toEqual([
    { words: '越境ec', institutions: 4 },
    { words: 'ドローン 貸出', institutions: 3 },
  ]);
});

it('says of the time the month alone', () => {
  const dates = world.drafts('log', '--format=%aI %cI', '--glob=refs/wishes').match(/\S+T\S+/g);
  expect(new Set(dates?.map((date) => new Date(date).toISOString()))).toEqual(
    new Set(['2026-10-31T15:00:00.000Z']),
  );
});

it('ends a month with its words and counts, and without digests and key', async () => {
  now = new Date('2026-11-30T14:59:00Z');
  await here.endMonths();
  expect(refs().some((ref) => ref.startsWith('refs/wishes/words/2026-11/'))).toBe(true);
  const [november] = await here.months();
  now = new Date('2026-11-30T15:00:00Z');
  await Promise.all([here.endMonths(), there.endMonths()]);
  await there.endMonths();
  expect(refs()).toEqual(['refs/wishes/month/2026-11']);
  expect(await there.months()).toEqual([november]);
});

it('begins the next month anew', async () => {
  await here.note('sakura-u', 'ドローン 貸出');
  expect((await here.months()).map(({ month }) => month)).toEqual(['2026-11']);
  expect(refs()).toHaveLength(3);
});

it('forgets months after a year', async () => {
  now = new Date('2027-11-30T15:00:00Z');
  await here.endMonths();
  expect(refs()).toEqual(['']);
});

it.each([
  ['', null],
  ['  　 ', null],
  ['長'.repeat(61), null],
  ['\u001bあ', null],
  ['\ud800', null],
  ['yamada@sakura.example', null],
  [7, null],
  ['ＮＤＡ  様式', 'nda 様式'],
])('takes %j as %j', (sent, words) => expect(askedWords(sent)).toBe(words));
