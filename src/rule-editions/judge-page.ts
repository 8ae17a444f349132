import { japaneseDate } from '../formats/japanese-date.ts';
import { dayInJapan } from '../formats/time-in-japan.ts';
import { editionWords } from '../strings/rule-editions.ts';
import { currentFirst } from './current-first.ts';
import { editionStatus, isMarked, readEdition } from './edition-status.ts';

const editionIn = (row: Element) =>
  readEdition(row.querySelector<HTMLElement>('.edition')?.dataset['edition']);

/**
 * Judges anew what a page says of editions, by the reader's own day: a copy may be months old. An element with `data-edition`
 * and `data-while` is shown while its edition is one of these; one without says what it is. What holds such elements and has
 * `data-editions` is shown while an item of it is. In the rows of a list, the edition in force stands first.
 * @param day `YYYY-MM-DD`
 */
export function judgeEditions(root: ParentNode, day = dayInJapan(new Date())): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-edition]')) {
    const edition = readEdition(element.dataset['edition']);
    if (!edition) continue;
    const status = editionStatus(edition, day);
    const shownWhile = element.dataset['while'];
    if (shownWhile !== undefined) {
      element.hidden = !shownWhile.split(' ').includes(status);
      continue;
    }
    element.textContent = editionWords.status[status];
    element.dataset['status'] = status;
    // A row of a list says only what is not as usual; a timeline says it of all.
    element.hidden = !isMarked(status) && !('all' in element.dataset);
  }
  for (const said of root.querySelectorAll('[data-edition-day]')) {
    said.textContent = editionWords.asOfDay(japaneseDate(day));
  }
  for (const list of root.querySelectorAll('.rows')) {
    const rows = [...list.children];
    const ordered = currentFirst(rows, editionIn, day);
    if (ordered.some((row, at) => row !== rows[at])) list.replaceChildren(...ordered);
  }
  for (const group of root.querySelectorAll<HTMLElement>('[data-editions]')) {
    group.hidden = !group.querySelector('li:not([hidden])');
  }
}
