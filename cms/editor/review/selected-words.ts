/** Where somebody wants to write a note: a field, and the words in it that were chosen. */
export type ChosenPlace = { readonly field: string; readonly quote: string | null };

/** Longer quotes are cut: a note is about some words. As in the form of a note (cms/wire/note.ts). */
const mostQuoted = 300;

/** What is on the screen beside the words themselves. */
const notWords = '.portal-hidden, del, sup, small';

/**
 * The words of the compared text that somebody chose, as the text has them now.
 * @returns null where none are chosen, or none of the text
 */
export const chosenPlace = (selection: Selection | null): ChosenPlace | null => {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const from = range.startContainer;
  const element = from instanceof Element ? from : from.parentElement;
  const field = element?.closest<HTMLElement>('[data-field]')?.dataset['field'];
  if (field === undefined) return null;
  const words = range.cloneContents();
  for (const other of words.querySelectorAll(notWords)) other.remove();
  const quote = (words.textContent ?? '').replace(/\s+/gu, ' ').trim().slice(0, mostQuoted);
  return { field, quote: quote === '' ? null : quote };
};
