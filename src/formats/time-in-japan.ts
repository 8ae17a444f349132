/** The day in Japan, whichever the machine's own zone, as the schema writes days: 2026-11-24. */
export const dayInJapan = (at: Date): string => dayFormat.format(at);

/** A moment of the last days, as a person reads it in Japan: 11月24日 14:05. */
export const recentMomentInJapan = (at: Date): string => momentFormat.format(at);

/** Swedish writes days as the schema does. */
const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

const momentFormat = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});
