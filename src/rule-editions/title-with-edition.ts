import { editionWords as words } from '../strings/rule-editions.ts';
import { type EditionDates, editionStatus, isMarked } from './edition-status.ts';

/**
 * A title where it stands alone, in a feed, a report or beside a file: of an edition that is not in force, what it is.
 * @param edition null or undefined for what is no edition of a rule
 * @param day `YYYY-MM-DD`
 */
export function titleWithEdition(
  title: string,
  edition: EditionDates | null | undefined,
  day: string,
): string {
  const status = edition && editionStatus(edition, day);
  return status && isMarked(status) ? words.marked(words.status[status], title) : title;
}
