import type { JudgedEdition } from '../rule-editions/edition-status.ts';
import { collections } from '../schema/collections.ts';
import { isEntry, ownerOf } from './entry-owner.ts';
import { everMarked } from './rule-page.ts';
import { type Catalog, titleOf } from './shown-content.ts';

/** A link to other content, with a note. */
export type Reference = {
  title: string;
  address: string;
  note: string;
  /** Of a rule that is announced or replaced on some day. */
  judged?: JudgedEdition | undefined;
};

/** What content paths lead to: the title, the address, and who says it or what kind of page it is. */
export const referencesTo = (paths: readonly string[], from: Catalog): Reference[] =>
  paths.flatMap((path) => {
    const item = from.at(path);
    if (!item) return [];
    const note = isEntry(item) ? ownerOf(item, from).name : collections[item.collection].label;
    const judged = everMarked(path, from);
    return [{ title: titleOf(item), address: item.address, note, ...(judged ? { judged } : {}) }];
  });
