import { dayInJapan } from '../../../src/formats/time-in-japan.ts';

const day = 24 * 60 * 60 * 1000;

/** The last moment in Japan of the day that is so many days after a moment: 「12月8日まで」 holds all of that day. */
export const endOfDayInJapan = (from: Date, days: number): Date => {
  const last = dayInJapan(new Date(from.getTime() + days * day));
  return new Date(`${last}T23:59:59.999+09:00`);
};
