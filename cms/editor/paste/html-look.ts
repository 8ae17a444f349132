import { beginning } from '../../../src/attachments/office/beginning.ts';
import { lettersOfTab, lineBelow } from '../word/line-to-write-on.ts';
import { declared, nameOf } from './html-elements.ts';
import type { Look, Reading } from './reading.ts';

const boldNames = new Set(['b', 'strong']);
const italicNames = new Set(['i', 'em', 'cite', 'var', 'dfn']);
const struckNames = new Set(['s', 'strike', 'del']);

/** How the words in an element look, which stands among words of the given look. */
export const lookWithin = (element: Element, look: Look, { styles }: Reading): Look => {
  const name = nameOf(element);
  const style = styles.of(element);
  const weight = declared(style, 'font-weight');
  const slant = declared(style, 'font-style');
  const line = declared(style, 'text-decoration') || declared(style, 'text-decoration-line');
  const space = declared(style, 'white-space');
  return {
    ...look,
    bold: weight ? /bold|[6-9]00/.test(weight) : look.bold || boldNames.has(name),
    italic: slant ? /italic|oblique/.test(slant) : look.italic || italicNames.has(name),
    struck: look.struck || struckNames.has(name) || line.includes('line-through'),
    script: scriptOf(name, declared(style, 'vertical-align')) ?? look.script,
    link: name === 'a' ? linkOf(element) : look.link,
    isTyped: space ? space.startsWith('pre') : look.isTyped || name === 'pre',
  };
};

const linkOf = (element: Element): Look['link'] => {
  const href = element.getAttribute('href');
  return href === null ? null : { href };
};

const scriptOf = (name: string, aligned: string): Look['script'] | null => {
  if (name === 'sup' || aligned === 'super') return 'superscript';
  if (name === 'sub' || aligned === 'sub') return 'subscript';
  return null;
};

const isUnderlined = (element: Element, style: string): boolean =>
  nameOf(element) === 'u' || declared(style, 'text-decoration').includes('underline');

/**
 * Underlined blanks are there to be written on.
 * @returns the line in signs of its own; null where the element is anything else
 */
export const lineToWriteOn = (element: Element, { styles }: Reading): string | null => {
  if (!isUnderlined(element, styles.of(element)) || element.closest('a')) return null;
  if ((element.textContent ?? '').trim() !== '' || element.querySelector('img')) return null;
  return lineBelow(blanksIn(element, styles));
};

const blanksIn = (node: Node, styles: Reading['styles']): number => {
  // The ends of lines of the source are one blank.
  if (nameOf(node) === '#text') return (node.nodeValue ?? '').replace(/[ \t\r\n]+/g, ' ').length;
  if (nameOf(node) === '#other') return 0;
  const tabs = Number(declared(styles.of(node as Element), 'mso-tab-count')) || 0;
  if (tabs > 0) return tabs * lettersOfTab;
  return [...node.childNodes].reduce((sum, child) => sum + blanksIn(child, styles), 0);
};

const noColours =
  /^(?:|auto|black|windowtext|white|window|none|transparent|inherit|initial|#000(?:000)?|#fff(?:fff)?)$/;

/** Tells of looks that an entry does not have, where a person gave them: a page of the web has its own everywhere. */
export const tellOfLooks = (element: Element, { styles, source, losses }: Reading): void => {
  if (source === 'other' || nameOf(element) === 'a') return;
  const words = (element.textContent ?? '').slice(0, 100);
  if (words.trim() === '') return;
  const style = styles.of(element);
  const underlined = isUnderlined(element, style);
  const isLink = element.closest('a') !== null || element.querySelector('a') !== null;
  if (underlined && !isLink) losses.add('underline', beginning(words, 10));
  const colours = ['color', 'background', 'background-color', 'mso-highlight'].map((property) =>
    declared(style, property),
  );
  if (!isLink && colours.some((colour) => !noColours.test(colour))) {
    losses.add('colour', beginning(words, 10));
  }
};
