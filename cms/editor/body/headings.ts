import type { CollectionName } from '../../../src/schema/collections.ts';
import { practiceHeadings } from '../../../src/schema/taxonomy.ts';

/** The headings that the texts of a collection have, for boxes of their own. */
export type Headings = {
  /** All that readers compare by, in their order. */
  readonly known: readonly string[];
  /** Those that a form always has a box for: 問い合わせ先 is asked for as a field. */
  readonly asked: readonly string[];
};

const ofPractices: Headings = {
  known: practiceHeadings,
  asked: practiceHeadings.filter((heading) => heading !== '問い合わせ先'),
};

/** Null where a collection has none that are settled: its text is one box. */
export const headingsOf = (collection: CollectionName | undefined): Headings | null =>
  collection === 'case-studies' || collection === 'best-practices' ? ofPractices : null;
