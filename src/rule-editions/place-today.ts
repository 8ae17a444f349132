import { japaneseDate } from '../formats/japanese-date.ts';
import { dayInJapan } from '../formats/time-in-japan.ts';
import { editionWords } from '../strings/rule-editions.ts';

/**
 * Puts the line of the reader's day where it belongs in a timeline: above what has begun since the page was made.
 * @param day `YYYY-MM-DD`
 */
export function placeToday(timeline: Element, day = dayInJapan(new Date())): void {
  const today = timeline.querySelector('[data-part="rules-today"]');
  if (!today) return;
  today.querySelector('b')?.replaceChildren(editionWords.asOfDay(japaneseDate(day)));
  const begun = [...timeline.querySelectorAll<HTMLElement>('[data-starts]')].find(
    (item) => (item.dataset['starts'] ?? '') <= day,
  );
  if (begun) begun.before(today);
}
