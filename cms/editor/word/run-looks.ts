import { beginning } from '../../../src/attachments/office/beginning.ts';
import {
  childOf,
  childrenOf,
  valOf,
  type XmlElement,
} from '../../../src/attachments/office/xml-tree.ts';
import { lettersOfTab, lineBelow } from './line-to-write-on.ts';
import type { Losses } from './sentences.ts';

/** Word's own black, and the colours that mean none. */
const noColours = new Set(['auto', '000000', 'none', 'FFFFFF']);

const isUnderlined = (properties: XmlElement | null): boolean =>
  !['none', null].includes(valOf(properties, 'w:u'));

/**
 * Tells of the looks of a run that an entry cannot hold.
 * @param properties `w:rPr`
 */
export const reportLooks = (properties: XmlElement | null, words: string, losses: Losses): void => {
  if (isUnderlined(properties)) losses.add('underline', beginning(words, 10));
  const colours = [
    valOf(properties, 'w:color'),
    valOf(properties, 'w:highlight'),
    childOf(properties, 'w:shd')?.attributes['w:fill'] ?? null,
  ];
  if (colours.some((colour) => colour !== null && !noColours.has(colour))) {
    losses.add('colour', beginning(words, 10));
  }
};

/**
 * Blanks and tabs with a line below them are there to be written on, and nothing would be left of them.
 * @returns the line in signs of its own; null where the run is anything else
 */
export const lineToWriteOn = (run: XmlElement): string | null => {
  const parts = childrenOf(run).filter(({ name }) => name !== 'w:rPr');
  if (!isUnderlined(childOf(run, 'w:rPr'))) return null;
  if (parts.some(({ name }) => name !== 'w:t' && name !== 'w:tab')) return null;
  const blanks = parts
    .map(({ name, children }) => (name === 'w:tab' ? ' '.repeat(lettersOfTab) : children.join('')))
    .join('');
  return blanks.trim() === '' ? lineBelow(blanks.length) : null;
};
