import { childOf, childrenOf, type XmlElement } from './xml-tree.ts';

/**
 * Of several forms of the same thing, that which Office of today shows: the first whose namespaces it knows (ECMA-376
 * part 3, section 7.6.1).
 * @param alternatives `mc:AlternateContent`
 * @returns null where it shows none of them
 */
export const shownForm = (alternatives: XmlElement): XmlElement | null =>
  childrenOf(alternatives, 'mc:Choice').find(isUnderstood) ?? childOf(alternatives, 'mc:Fallback');

const isUnderstood = ({ attributes }: XmlElement): boolean =>
  !/\bother\b|^$/.test(attributes['Requires'] ?? '');
