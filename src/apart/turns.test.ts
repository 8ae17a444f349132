import { describe, expect, it } from 'vitest';
import { createTurns } from './turns.ts';

const budget = { milliseconds: 100, withinMilliseconds: 1000 };
const asker = (name: string) => {
  const [institution = '', office = ''] = name.split(' ');
  return { institution, office };
};

/** Takes out all that waits, each turn as long as is said; the clock stands at their sum. */
const served = (names: readonly string[], milliseconds = 1): string => {
  const turns = createTurns<string>(budget);
  for (const name of names) turns.add(asker(name), name);
  const order: string[] = [];
  let now = 0;
  for (let turn = turns.next(now); turn; turn = turns.next(now)) {
    order.push(turn.item);
    now += milliseconds;
    turns.spent(turn.asker, milliseconds, now);
  }
  return order.join(', ');
};

describe('turns', () => {
  it('go round the institutions, and within one round its offices', () => {
    expect(served(['a x', 'a x', 'a x', 'a y', 'b x', 'b x', 'c x'])).toBe(
      'a x, b x, c x, a y, b x, a x, a x',
    );
  });

  it('do not come first again to who has one right now', () => {
    const turns = createTurns<string>(budget);
    turns.add(asker('a x'), 'a 1');
    expect(turns.next(0)?.item).toBe('a 1');
    for (const name of ['a 2', 'b 1']) turns.add(asker(name), name);
    expect([0, 0].map((now) => turns.next(now)?.item)).toEqual(['b 1', 'a 2']);
  });

  it('of one institution alone are in the order in which they were asked for', () => {
    const turns = createTurns<number>(budget);
    for (const item of [1, 2, 3]) turns.add(asker('a x'), item);
    expect([1, 2, 3].map(() => turns.next(0)?.item)).toEqual([1, 2, 3]);
    expect(turns.next(0)).toBeUndefined();
  });

  it('put who has used its time up behind all others, until it has some again', () => {
    const turns = createTurns<string>(budget);
    turns.spent(asker('a x'), 100, 0);
    for (const name of ['a 1', 'b 1', 'a 2', 'b 2']) turns.add(asker(name), name);
    expect([1, 2, 3].map(() => turns.next(10)?.item)).toEqual(['b 1', 'b 2', 'a 1']);
    turns.add(asker('b 3'), 'b 3');
    turns.spent(asker('b 3'), 100, 1001);
    expect(turns.next(1001)?.item).toBe('a 2');
    expect(turns.next(1001)?.item).toBe('b 3');
  });

  it('are given to who has used its time up where nobody else waits', () => {
    expect(served(['a x', 'a x', 'a x'], 500)).toBe('a x, a x, a x');
  });

  it('go round also where all have used their time up', () => {
    expect(served(['a 1', 'a 2', 'a 3', 'b 1', 'b 2'], 200)).toBe('a 1, b 1, a 2, b 2, a 3');
  });

  it('never make anybody wait longer than one turn of each other, whatever one of them asks', () => {
    const turns = createTurns<string>(budget);
    for (let index = 0; index < 1000; index += 1) turns.add(asker(`flood ${index}`), 'flood');
    let before = 0;
    for (let round = 0; round < 50; round += 1) {
      turns.add(asker('quiet x'), 'quiet');
      for (let turn = turns.next(0); turn?.item !== 'quiet'; turn = turns.next(0)) before += 1;
    }
    expect(before).toBeLessThanOrEqual(50);
  });
});
