/** The day in Japan, whichever the machine's own zone, as the schema writes days: 2026-11-24. */
export const dayInJapan = (at: Date): string => dayFormat.format(at);

/** A moment of the last days, as a person reads it in Japan: 11月24日 14:05. */
export const recentMomentInJapan = (at: Date): string => momentFormat.format(at);

/** The last moment in Japan of the day that is so many days after a moment: 「12月8日まで」 holds all of that day. */
export const endOfDayInJapan = (from: Date, days: number): Date => {
  const last = dayInJapan(new Date(from.getTime() + days * millisecondsOfDay));
  return new Date(`${last}T23:59:59.999+09:00`);
};

const millisecondsOfDay = 24 * 60 * 60 * 1000;

/** Swedish writes days as the schema does. */
const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

const momentFormat = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});
