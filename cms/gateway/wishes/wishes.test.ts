import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import type { NewWish } from './wish.ts';
import { createWishes, mostOfDay, type Wishes } from './wishes.ts';
import { words } from './words.ts';

/** What is kept of wishes, by two gateways on one repository. */

let world: TemporaryRepository;
let wishes: Wishes;
let elsewhere: Wishes;
let now = new Date('2026-11-24T05:05:00Z');
const closing: (() => void)[] = [];
beforeAll(async () => {
  world = temporaryRepository();
  const clock = () => now;
  const here = await openGitRepository({ folder: world.folder });
  const there = await openGitRepository({ folder: world.folder });
  closing.push(here.close, there.close);
  wishes = createWishes({ records: here.records, clock });
  elsewhere = createWishes({ records: there.records, clock });
});
afterAll(() => {
  for (const close of closing) close();
  world.remove();
});

const drones: NewWish = {
  text: 'ドローンを持ち出すときの確認書がほしい。',
  kind: 'form',
  scene: null,
  theme: 'export-control',
  searched: 'ドローン 確認書',
};
const wish = (text: string): NewWish => ({ ...drones, text });
const numberOf = (outcome: Awaited<ReturnType<Wishes['write']>>) =>
  'wish' in outcome ? outcome.wish.number : outcome;

it('has a number of its own for each, also where two gateways take one at a time', async () => {
  const outcomes = await Promise.all([
    wishes.write(drones, 'a'),
    elsewhere.write(wish('海外の共同研究先から預かった試料の扱いを知りたい。'), 'b'),
    wishes.write(wish('学生アルバイトの守秘の同意書がほしい。'), 'c'),
    elsewhere.write(wish('兼業の事前確認の流れを見たい。'), 'd'),
  ]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'done']);
  expect(outcomes.map(numberOf).sort()).toEqual([1, 2, 3, 4]);
  expect((await elsewhere.all()).map(({ number }) => number)).toEqual([4, 3, 2, 1]);
});

it('keeps nothing of whoever wrote it, and of the time the day alone', async () => {
  const commits = world.drafts('log', '--all', '--format=%an %ae %aI %cI %B', '--glob=refs/wishes');
  const dates = commits.match(/\d{4}-\d\d-\d\dT\S+/g) ?? [];
  expect(new Set(dates.map((date) => new Date(date).toISOString()))).toEqual(
    new Set(['2026-11-23T15:00:00.000Z']),
  );
  const [ref] = world.drafts('for-each-ref', '--format=%(refname)', 'refs/wishes').split('\n');
  const record = JSON.parse(world.drafts('show', `${ref}:record.json`));
  expect(Object.keys(record).sort()).toEqual(
    ['answers', 'closed', 'kind', 'on', 'scene', 'searched', 'text', 'theme'].sort(),
  );
});

it('does not take the same text twice', async () => {
  expect(await elsewhere.write(drones, 'b')).toMatchObject({ kind: 'known' });
  expect(await wishes.all()).toHaveLength(4);
});

it('takes so many of an office in a day, and more on the next', async () => {
  const text = (count: number) => wish(`${count}つめの要望`);
  for (let count = 0; count < mostOfDay; count += 1) {
    expect((await wishes.write(text(count), 'busy')).kind).toBe('done');
  }
  const refused = { kind: 'refused', reason: words.complaints.ofDay(mostOfDay) };
  expect(await wishes.write(text(99), 'busy')).toEqual(refused);
  expect((await wishes.write(text(100), 'other')).kind).toBe('done');
  now = new Date('2026-11-24T15:00:00Z');
  expect((await wishes.write(text(99), 'busy')).kind).toBe('done');
});

describe('answers', () => {
  it('of two gateways at a time are both there', async () => {
    const entry = { kind: 'entry', path: 'case-studies/sakura-u/pledge' } as const;
    const said = { kind: 'words', text: '電波法の確認が先です。' } as const;
    const outcomes = await Promise.all([
      wishes.answer(1, entry, 'institution'),
      elsewhere.answer(1, said, 'office'),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done']);
    const found = await wishes.find(1);
    expect(found && found !== 'deleted' && found.answers.map(({ id }) => id)).toEqual([1, 2]);
    // The same once more changes nothing.
    expect(await wishes.answer(1, entry, 'office')).toMatchObject({ kind: 'done' });
    expect(await elsewhere.find(1)).toMatchObject({ answers: [{ id: 1 }, { id: 2 }] });
  });

  it('can be taken away by their own number', async () => {
    const found = await wishes.find(1);
    const answers = found && found !== 'deleted' ? found.answers : [];
    const entry = answers.find(({ kind }) => kind === 'entry');
    await elsewhere.removeAnswer(1, entry?.id ?? 0);
    expect(await wishes.find(1)).toMatchObject({ answers: [{ kind: 'words' }] });
    expect(await wishes.removeAnswer(1, entry?.id ?? 0)).toMatchObject({
      reason: words.complaints.answerGone,
    });
  });

  it('are not given to what is closed', async () => {
    await wishes.close(2, { said: null });
    const said = { kind: 'words', text: 'まだあります。' } as const;
    expect(await elsewhere.answer(2, said, 'office')).toEqual({
      kind: 'refused',
      reason: words.complaints.isClosed,
    });
    await elsewhere.reopen(2);
    expect(await wishes.find(2)).toMatchObject({ closed: null });
  });
});

describe('a wish that is the same', () => {
  it('names the other, which is there and no such itself', async () => {
    expect(await wishes.close(3, { as: 3 })).toMatchObject({
      reason: words.complaints.sameAsItself,
    });
    expect(await wishes.close(3, { as: 999 })).toMatchObject({
      reason: words.complaints.noOther(999),
    });
    expect(await wishes.close(3, { as: 1 })).toMatchObject({
      wish: { closed: { why: 'same', as: 1 } },
    });
    expect(await wishes.close(4, { as: 3 })).toMatchObject({
      reason: words.complaints.otherIsSame(3, 1),
    });
  });
});

describe('a wish that was taken away', () => {
  it('leaves its text under no ref, and its number to nobody else', async () => {
    const secret = '山田さんの件で様式がほしい。';
    const number = numberOf(await wishes.write(wish(secret), 'e')) as number;
    const kept = () =>
      world
        .drafts('for-each-ref', '--format=%(refname)', 'refs/wishes')
        .trim()
        .split('\n')
        .map((ref) => world.drafts('log', '-p', '--format=%B', ref))
        .join('');
    expect(kept()).toContain(secret);
    expect(await elsewhere.remove(number)).toMatchObject({ kind: 'done' });
    expect(kept()).not.toContain(secret);
    expect(await wishes.find(number)).toBe('deleted');
    expect(await wishes.remove(number)).toEqual({ kind: 'missing' });
    expect(numberOf(await wishes.write(wish('別の要望'), 'f'))).toBe(number + 1);
  });
});
