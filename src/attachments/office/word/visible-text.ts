import { shownForm } from '../shown-form.ts';
import { childrenOf, type XmlElement } from '../xml-tree.ts';

const takenAway = new Set(['w:del', 'w:moveFrom']);

/**
 * The words of an element that a reader sees, in one line; what was deleted is in other elements.
 * @param unseen elements that are hidden besides
 */
export const visibleText = (
  element: XmlElement,
  unseen: ReadonlySet<XmlElement> = new Set(),
): string => {
  const words = wordsIn(element, unseen);
  return element.name === 'w:t' ? words : words.trimStart();
};

/** With the blanks between runs: Word cuts a line wherever somebody stopped typing, before a blank too. */
const wordsIn = (element: XmlElement, unseen: ReadonlySet<XmlElement>): string => {
  if (takenAway.has(element.name) || unseen.has(element)) return '';
  if (element.name === 'w:t') return element.children.join('');
  if (element.name === 'w:tab' || element.name === 'w:br') return ' ';
  return childrenOf(element.name === 'mc:AlternateContent' ? shownForm(element) : element)
    .map((child) => wordsIn(child, unseen))
    .join('');
};
