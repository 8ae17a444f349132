import { keepWords as words } from '../strings/kept-items.ts';
import type { KeptList } from './kept-list.ts';

/** Writes how many things are on the reader's list beside every link to it, and nothing where it is empty. */
export const showKeptCount = (list: Pick<KeptList, 'items'>): void => {
  const count = list.items().length;
  for (const place of document.querySelectorAll('[data-kept-count]')) {
    place.textContent = count > 0 ? words.count(count) : '';
  }
};
