import { dayInJapan } from '../../../src/formats/time-in-japan.ts';

/** A day of the portal's calendar as it is said on the screen: 11月4日, and with its year where that is not this one. */
export const dayWords = (day: string, now: Date): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  const short = `${Number(month)}月${Number(date)}日`;
  return dayInJapan(now).startsWith(year) ? short : `${year}年${short}`;
};

/** The day in Japan of a moment, in the same words. */
export const dayOf = (moment: string, now: Date): string =>
  dayWords(dayInJapan(new Date(moment)), now);
