import { dayInJapan } from '../../../src/formats/time-in-japan.ts';

/** Counts what somebody does on one day. */
export type DayCount = {
  /** Counts one more. @returns false where it would be too many; it is not counted then */
  take(who: string): boolean;
  /** Takes one back that came to nothing. */
  giveBack(who: string): void;
};

/**
 * Makes a count that begins anew each day in Japan. It is in memory alone: who wrote how much is nobody's business on the
 * day after, so that it is not worth a record; with two gateways somebody may do twice as much.
 */
export const createDayCount = (most: number, clock: () => Date): DayCount => {
  let today = '';
  const counts = new Map<string, number>();
  return {
    take(who) {
      const day = dayInJapan(clock());
      if (day !== today) {
        counts.clear();
        today = day;
      }
      const before = counts.get(who) ?? 0;
      if (before >= most) return false;
      counts.set(who, before + 1);
      return true;
    },
    giveBack(who) {
      const count = counts.get(who) ?? 0;
      if (count > 0) counts.set(who, count - 1);
    },
  };
};
