import { element } from '../dom/element.ts';
import { dayInJapan } from '../formats/time-in-japan.ts';
import { editionWords } from '../strings/rule-editions.ts';
import { type EditionDates, editionStatus, isMarked } from './edition-status.ts';

/**
 * The tag of an edition in what a script makes: 予告 or 旧版 by the reader's own day; null for what is in force.
 * @param day `YYYY-MM-DD`
 */
export function editionTag(
  edition: EditionDates | null | undefined,
  day = dayInJapan(new Date()),
): HTMLElement | null {
  if (!edition) return null;
  const status = editionStatus(edition, day);
  if (!isMarked(status)) return null;
  const label = editionWords.status[status];
  return element('span', { class: 'tag edition', 'data-part': 'edition' }, label);
}
