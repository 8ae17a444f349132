import type { Choices } from '../../wire/choices.ts';
import type { Draft } from '../decap/draft.ts';
import type { ConfigCollection } from '../decap-config.ts';
import { addressProblem } from '../new-address.ts';
import { isSame } from './merge-fields.ts';
import { sessionWords as words } from './session-words.ts';

/** What keeps even a draft from being stored: the field where it is mended, and the sentence. */
export type Lacking = { readonly field: string; readonly sentence: string };

/** @returns null where the draft can be stored */
export const lackingIn = (
  collections: readonly ConfigCollection[],
  { collection, data }: Draft,
): Lacking | null => {
  const fields = collections.find(({ name }) => name === collection)?.fields ?? [];
  const blank = fields.find(({ required, name }) => required && isSame(data[name], undefined));
  return blank
    ? { field: blank.name, sentence: words.lacking(blank.label.replace('（必須）', '')) }
    : null;
};

/** An address that somebody chose for a new entry and that it can't have; null where it can, or where nobody chooses one. */
export const unusableAddress = (
  choices: Choices,
  { collection, isNew, data }: Draft,
): Lacking | null => {
  const sentence = isNew ? addressProblem(choices, collection, data['address']) : null;
  return sentence === null ? null : { field: 'address', sentence };
};
