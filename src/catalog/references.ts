import type { JudgedEdition } from '../rule-editions/edition-status.ts';
import { collections } from '../schema/collections.ts';
import { isEntry, ownerOf } from './entry-owner.ts';
import { membersOnly } from './members-only.ts';
import { everMarked } from './rule-page.ts';
import { type Catalog, titleOf } from './shown-content.ts';

/** A link to other content, with a note. */
export type Reference = {
  title: string;
  address: string;
  note: string;
  /** Of a rule that is announced or replaced on some day. */
  judged?: JudgedEdition | undefined;
  /** What marks it where the public edition doesn't have it. */
  membersOnly?: string;
};

/** What content paths lead to: the title, the address, and who says it or what kind of page it is. */
export const referencesTo = (paths: readonly string[], from: Catalog): Reference[] =>
  paths.flatMap((path) => {
    const item = from.at(path);
    if (!item) return [];
    const owner = isEntry(item) ? ownerOf(item, from) : null;
    const judged = everMarked(path, from);
    const mark = membersOnly(item, owner?.institution);
    return [
      {
        title: titleOf(item),
        address: item.address,
        note: owner?.name ?? collections[item.collection].label,
        ...(judged ? { judged } : {}),
        ...(mark ? { membersOnly: mark } : {}),
      },
    ];
  });
