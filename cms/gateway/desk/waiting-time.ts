import { dayInJapan } from '../../../src/formats/time-in-japan.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** For how long something has been waiting, in the largest measure that fills: 40分, 3時間, 7日. */
export const waitingTime = (since: Date, now: Date): string => {
  const waited = Math.max(0, now.getTime() - since.getTime());
  if (waited < hour) return `${Math.floor(waited / minute)}分`;
  if (waited < day) return `${Math.floor(waited / hour)}時間`;
  return `${Math.floor(waited / day)}日`;
};

/** Since when, as it is said on that day and afterwards: 今日 8時10分, 11月24日, and of another year 2025年11月24日. */
export const waitingSince = (since: Date, now: Date): string => {
  const [day, today] = [dayInJapan(since), dayInJapan(now)];
  if (day === today) return `今日 ${timeFormat.format(since).replace(':', '時')}分`;
  return (day.slice(0, 4) === today.slice(0, 4) ? dayFormat : yearFormat).format(since);
};

/**
 * The working days that have begun since a moment, by the calendar of Japan: Mondays to Fridays. Public holidays are not
 * known here, so that a holiday counts as one.
 */
export const workingDaysSince = (since: Date, now: Date): number => {
  const from = Date.parse(dayInJapan(since)) / day;
  const to = Date.parse(dayInJapan(now)) / day;
  if (to <= from) return 0;
  const [weeks, rest] = [Math.floor((to - from) / 7), (to - from) % 7];
  const others = Array.from({ length: rest }, (_, index) => weekday(from + 1 + 7 * weeks + index));
  return 5 * weeks + others.filter((of) => of !== 0 && of !== 6).length;
};

/** From Sunday, 0; the first day of the count was a Thursday. */
const weekday = (days: number): number => (days + 4) % 7;

const timeFormat = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  hour: 'numeric',
  minute: '2-digit',
});
const dayFormat = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'long',
  day: 'numeric',
});
const yearFormat = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});
