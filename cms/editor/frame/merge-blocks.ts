import type { CollectionName } from '../../../src/schema/collections.ts';
import { compareProse } from '../../difference/compare-prose.ts';
import type { Clash } from '../../difference/merge-texts.ts';
import { mergeTexts } from '../../difference/merge-texts.ts';
import { wordsOf } from './field-words.ts';
import {
  type Data,
  type FieldToChoose,
  type MarkedPart,
  type MergedFields,
  withoutOwnOfForm,
  withStepsOf,
} from './merge-fields.ts';

/**
 * Brings two changed versions of an entry together, the text by its sentences and lists by their items. Loaded when two
 * versions meet: most people never see that.
 * @param base what both began from
 */
export const mergeBlocks = (
  collection: CollectionName,
  base: Data,
  mine: Data,
  theirs: Data,
): MergedFields => {
  const merge = mergeTexts(...([base, mine, theirs].map(withoutOwnOfForm) as [Data, Data, Data]));
  const whole = (data: Data) => withStepsOf(theirs, { ...ownOfForm(mine), ...data });
  const toChoose = merge.both.map(
    ({ id, field: name, mine: own, theirs: other }: Clash): FieldToChoose => ({
      id,
      name,
      mine: own,
      theirs: other,
      marked: markedBeside(wordsOf(collection, name, own), wordsOf(collection, name, other)),
    }),
  );
  return {
    data: whole(merge.data),
    toChoose,
    settled: (isTheirs) => whole(merge.settled(({ id }) => (isTheirs(id) ? 'theirs' : 'mine'))),
  };
};

const ownOfForm = (data: Data): Data => {
  const shared = withoutOwnOfForm(data);
  return Object.fromEntries(Object.entries(data).filter(([name]) => !(name in shared)));
};

/** Both texts, each with what the other does not have marked. */
export const markedBeside = (
  mine: string,
  theirs: string,
): { readonly mine: readonly MarkedPart[]; readonly theirs: readonly MarkedPart[] } => {
  const side = (other: string, own: string): MarkedPart[] =>
    compareProse(other, own)
      .filter(({ kind }) => kind !== 'removed')
      .map(({ kind, text, isNumber }) => ({ text, isUnlike: kind === 'added' && !isNumber }));
  return { mine: side(theirs, mine), theirs: side(mine, theirs) };
};
