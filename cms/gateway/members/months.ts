import { dayInJapan } from '../../../src/formats/time-in-japan.ts';

/** A month in Japan, as records keep it: 2026-11. */
export const monthInJapan = (at: Date): string => dayInJapan(at).slice(0, 7);

/** Whole calendar months from one to another: of 2026-11 and 2027-01 two, though a day of each may lie nearer. */
export const monthsBetween = (from: string, to: string): number =>
  monthNumber(to) - monthNumber(from);

const monthNumber = (month: string): number => {
  const [year = 0, ofYear = 0] = month.split('-').map(Number);
  return year * 12 + ofYear;
};
