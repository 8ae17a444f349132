import { mostReasonLetters } from '../../wire/step.ts';
import { type Refusal, refusal } from './proposal.ts';
import { noteText } from './review-notes.ts';
import { sentences } from './sentences.ts';

/**
 * Reads the reason that somebody gives for what they do with an entry, which is a must.
 * @returns what they said, without spaces around it, or why that cannot be a reason
 */
export const readReason = (given: string): { readonly text: string } | Refusal => {
  if (given.trim() === '') return refusal('invalid', sentences.noReason);
  const read = noteText.safeParse(given);
  return read.success && read.data.length <= mostReasonLetters
    ? { text: read.data }
    : refusal('invalid', sentences.reasonTooLong);
};
