import type { ListPlace } from '../../../src/attachments/office/word/numbering.ts';

/**
 * What becomes of an item's number. Markdown counts in plain digits alone:
 * - `counted`: the list says it by itself: 1. (1) １）
 * - `other`: the list says another one of the same rank: a) for 1.
 * - `typed`: it is a part of the text, since others refer to it by that sign: ア, ①, 一, 1-2, 第1条
 */
export type NumberKept = 'counted' | 'other' | 'typed';

/** What becomes of the number of an item; a mark is none, and its list says it. */
export const numberKept = ({ ordered, shown }: ListPlace): NumberKept => {
  if (!ordered || /^[(（]?[\d０-９]+[)）.．、:：]?$/u.test(shown)) return 'counted';
  return /^[(（]?[A-Za-z]+[)）.．、:：]?$/.test(shown) ? 'other' : 'typed';
};
