import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import type { Records } from '../repository/repository.ts';
import { RepositoryTrouble } from '../repository/repository-trouble.ts';
import { createDayCount } from './day-count.ts';
import {
  type NewWish,
  stateOf,
  type Wish,
  type WishAnswer,
  type WishClosing,
  type WishRecord,
  wishRecord,
} from './wish.ts';
import { words } from './words.ts';

/** What became of what somebody wanted; a reason is one sentence. */
export type WishOutcome =
  | { readonly kind: 'done'; readonly wish: Wish }
  /** The same text stands there already. */
  | { readonly kind: 'known'; readonly wish: Wish }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly reason: string }
  /** The store takes nothing at the moment, as where the host behind this portal is away. */
  | { readonly kind: 'unwritable'; readonly reason: string };

/** An answer before it has its place among the others. */
export type NewAnswer =
  | { readonly kind: 'entry'; readonly path: string }
  | { readonly kind: 'words'; readonly text: string };

/** What readers miss, with the answers. Nobody's right to do something is asked here (`decideAboutWish`). */
export type Wishes = {
  /** All of them, the latest first. */
  all(): Promise<readonly Wish[]>;
  /** One; `deleted` where the office took it away, null where there never was one of that number. */
  find(number: number): Promise<Wish | 'deleted' | null>;
  /** @param by by whom the day's limit is counted; it is kept nowhere */
  write(wish: NewWish, by: string): Promise<WishOutcome>;
  answer(number: number, answer: NewAnswer, by: WishAnswer['by']): Promise<WishOutcome>;
  removeAnswer(number: number, id: number): Promise<WishOutcome>;
  /** @param as the number of the wish that says the same; null where it is nothing for this portal, with what is said */
  close(
    number: number,
    how: { readonly as: number } | { readonly said: string | null },
  ): Promise<WishOutcome>;
  reopen(number: number): Promise<WishOutcome>;
  /** Takes away what should never have been written. That there was one of its number stays. */
  remove(number: number): Promise<WishOutcome>;
};

/** One office, or the readers of one institution together, may write so many a day. */
export const mostOfDay = 10;
/** So many may wait for an answer: more would be read by nobody. */
export const mostOpen = 500;
/** More answers than this are a conversation. */
const mostAnswers = 20;
/** How often a change is made anew where another gateway was first. */
const mostTries = 8;

/** Makes the keeper of wishes, on records that gateways share. */
export const createWishes = ({
  records,
  clock,
}: {
  records: Records;
  clock: () => Date;
}): Wishes => {
  const ofDay = createDayCount(mostOfDay, clock);

  /** A record tells the day alone, and so does its commit. */
  const today = () => {
    const day = dayInJapan(clock());
    return { day, at: new Date(`${day}T00:00:00+09:00`) };
  };

  const all = async (): Promise<readonly Wish[]> => {
    const stored = await records.all('wishes', 'wish');
    return stored
      .map(({ name, text }) => ({ ...readWish(text), number: numberIn(name) }))
      .sort((one, other) => other.number - one.number);
  };

  const find: Wishes['find'] = async (number) => {
    const stored = await records.read('wishes', nameOf(number));
    if (stored) return { ...readWish(stored.text), number };
    return (await records.read('wishes', goneNameOf(number))) ? 'deleted' : null;
  };

  /**
   * Changes a wish as it stands, again where another gateway was first.
   * @param changed null where there is nothing to change; a sentence where it cannot be
   */
  const change = async (
    number: number,
    message: string,
    changed: (wish: WishRecord, day: string) => WishRecord | string | null,
  ): Promise<WishOutcome> => {
    for (let tried = 0; tried < mostTries; tried += 1) {
      const stored = await records.read('wishes', nameOf(number));
      if (!stored) return { kind: 'missing' };
      const { day, at } = today();
      const before = readWish(stored.text);
      const after = changed(before, day);
      if (typeof after === 'string') return { kind: 'refused', reason: after };
      if (!after) return { kind: 'done', wish: { ...before, number } };
      const move = { kind: 'wishes', name: nameOf(number), from: stored.version } as const;
      const moves = [{ ...move, text: written(after) }];
      if ((await records.change({ moves, at, message })) === 'changed') {
        return { kind: 'done', wish: { ...after, number } };
      }
    }
    return { kind: 'refused', reason: words.complaints.busy };
  };

  /** Does something that writes. What a person typed is not to be lost because the store is away. */
  const writing =
    <Question extends readonly unknown[]>(
      work: (...question: Question) => Promise<WishOutcome>,
    ): ((...question: Question) => Promise<WishOutcome>) =>
    async (...question) => {
      try {
        return await work(...question);
      } catch (error) {
        if (!(error instanceof RepositoryTrouble)) throw error;
        return { kind: 'unwritable', reason: error.message };
      }
    };

  return {
    all,
    find,

    write: writing(async (wish: NewWish, by: string) => {
      for (let tried = 0; tried < mostTries; tried += 1) {
        const there = await all();
        const same = there.find(({ text, kind }) => text === wish.text && kind === wish.kind);
        if (same) return { kind: 'known', wish: same };
        if (there.filter((each) => stateOf(each) === 'open').length >= mostOpen) {
          return { kind: 'refused', reason: words.complaints.full };
        }
        if (tried === 0 && !ofDay.take(by)) {
          return { kind: 'refused', reason: words.complaints.ofDay(mostOfDay) };
        }
        const gone = (await records.all('wishes', 'gone')).map(({ name }) => numberIn(name));
        // A number is given once, so that what was said of one never comes to be about another.
        const number = Math.max(0, there[0]?.number ?? 0, ...gone) + 1;
        const { day, at } = today();
        const record: WishRecord = { ...wish, on: day, answers: [], closed: null };
        const moves = [
          { kind: 'wishes', name: nameOf(number), from: null, text: written(record) } as const,
        ];
        const change = { moves, at, message: '要望を受け付ける' };
        const outcome = await records.change(change).catch((error: unknown) => {
          ofDay.giveBack(by);
          throw error;
        });
        if (outcome === 'changed') {
          return { kind: 'done', wish: { ...record, number } };
        }
      }
      return { kind: 'refused', reason: words.complaints.busy };
    }),

    answer: writing((number: number, given: NewAnswer, by: WishAnswer['by']) =>
      change(number, '要望に答える', (wish, on) => {
        if (wish.closed) return words.complaints.isClosed;
        if (wish.answers.some((each) => isSameAnswer(each, given))) return null;
        if (wish.answers.length >= mostAnswers) return words.complaints.enoughAnswers;
        const id = Math.max(0, ...wish.answers.map((each) => each.id)) + 1;
        return { ...wish, answers: [...wish.answers, { ...given, id, by, on } as WishAnswer] };
      }),
    ),

    removeAnswer: writing((number: number, id: number) =>
      change(number, '要望の答えを外す', (wish) => {
        const answers = wish.answers.filter((each) => each.id !== id);
        return answers.length === wish.answers.length
          ? words.complaints.answerGone
          : { ...wish, answers };
      }),
    ),

    close: writing(async (number: number, how: Parameters<Wishes['close']>[1]) => {
      if ('as' in how) {
        if (how.as === number) return { kind: 'refused', reason: words.complaints.sameAsItself };
        const other = await find(how.as);
        if (other === null || other === 'deleted') {
          return { kind: 'refused', reason: words.complaints.noOther(how.as) };
        }
        if (other.closed?.why === 'same') {
          return { kind: 'refused', reason: words.complaints.otherIsSame(how.as, other.closed.as) };
        }
      }
      return change(number, '要望を閉じる', (wish, on) => {
        const closed: WishClosing =
          'as' in how ? { why: 'same', as: how.as, on } : { why: 'outside', said: how.said, on };
        return { ...wish, closed };
      });
    }),

    reopen: writing((number: number) =>
      change(number, '要望を開き直す', (wish) => (wish.closed ? { ...wish, closed: null } : null)),
    ),

    remove: writing(async (number: number) => {
      const stored = await records.read('wishes', nameOf(number));
      if (!stored) return { kind: 'missing' };
      const wish = { ...readWish(stored.text), number };
      const { day, at } = today();
      const outcome = await records.change({
        moves: [
          { kind: 'wishes', name: nameOf(number), from: stored.version, text: null },
          // A ref of its own: what follows the wish's last commit would keep its text.
          {
            kind: 'wishes',
            name: goneNameOf(number),
            from: null,
            text: JSON.stringify({ on: day }),
          },
        ],
        at,
        message: '要望を消す',
      });
      return outcome === 'changed'
        ? { kind: 'done', wish }
        : { kind: 'refused', reason: words.complaints.busy };
    }),
  };
};

const nameOf = (number: number): string => `wish/${number}`;
const goneNameOf = (number: number): string => `gone/${number}`;
const numberIn = (name: string): number => Number(name.slice(name.lastIndexOf('/') + 1));

const written = (record: WishRecord): string => `${JSON.stringify(record, null, 1)}\n`;

/** @throws where a record is not of this form: no gateway writes another */
const readWish = (text: string): WishRecord => wishRecord.parse(JSON.parse(text));

const isSameAnswer = (there: WishAnswer, given: NewAnswer): boolean =>
  there.kind === 'entry'
    ? given.kind === 'entry' && there.path === given.path
    : given.kind === 'words' && there.text === given.text;
