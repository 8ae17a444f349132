import { expect, it } from 'vitest';
import { waitingSince, waitingTime, workingDaysSince } from './waiting-time.ts';

const inJapan = (moment: string) => new Date(`${moment}+09:00`);
/** A Tuesday. */
const now = inJapan('2026-11-24T14:05');

it.each([
  ['2026-11-24T14:05', '0分', '今日 14時05分'],
  ['2026-11-24T13:25', '40分', '今日 13時25分'],
  ['2026-11-24T08:10', '5時間', '今日 8時10分'],
  ['2026-11-23T23:50', '14時間', '11月23日'],
  ['2026-11-17T14:05', '7日', '11月17日'],
  ['2025-12-31T09:00', '328日', '2025年12月31日'],
  // A machine whose clock went back waits for nobody.
  ['2026-11-25T00:00', '0分', '11月25日'],
])('since %s is %s, from %s', (since, time, from) => {
  expect(waitingTime(inJapan(since), now)).toBe(time);
  expect(waitingSince(inJapan(since), now)).toBe(from);
});

it.each([
  ['2026-11-24T08:00', 0],
  // Over a weekend.
  ['2026-11-20T23:59', 2],
  ['2026-11-21T12:00', 2],
  ['2026-11-22T12:00', 2],
  ['2026-11-17T14:00', 5],
  ['2026-11-16T14:00', 6],
  ['2026-10-24T00:00', 22],
  ['2026-12-01T00:00', 0],
])('since %s %i working days have begun', (since, days) => {
  expect(workingDaysSince(inJapan(since), now)).toBe(days);
});
