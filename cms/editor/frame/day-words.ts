import { dayInJapan } from '../../../src/formats/time-in-japan.ts';

/** A day in Japan as a sentence says it, of a moment or of a day: 11月30日. @param at in ISO 8601 */
export const dayWords = (at: string): string => {
  const [, month, day] = dayOf(at);
  return `${month}月${day}日`;
};

/** The same with its year: 2026年11月4日. */
export const fullDayWords = (at: string): string => {
  const [year, month, day] = dayOf(at);
  return `${year}年${month}月${day}日`;
};

/** The hour and minute in Japan: 10時42分. */
export const timeWords = (at: Date): string => {
  const [hour = '', minute = ''] = clock.format(at).split(':');
  return `${Number(hour)}時${minute}分`;
};

const clock = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const dayOf = (at: string): number[] => {
  const day = at.length === 10 ? at : dayInJapan(new Date(at));
  return day.split('-').map(Number);
};
