import { westernDate } from '../../../src/formats/japanese-date.ts';
import type { EntryOutline } from '../published-content/entry-outline.ts';
import type { Linked } from './approval-link.ts';
import { approvalSentences } from './approval-sentences.ts';
import { type Refusal, refusal } from './proposal.ts';

/**
 * Refuses to take on a text that still carries what was approved by a link of what it said before: whoever approved was
 * promised that a change makes it void. The text itself is left to those who write it.
 */
export const staleApproval = (
  { content, record: { approvalLink: link } }: Linked,
  { approval }: Pick<EntryOutline, 'approval'>,
): Refusal | null => {
  const answer = link?.answer;
  if (!approval || answer?.kind !== 'approved' || link?.content === content) return null;
  const isOfLink = approval.on === answer.on && approval.office === answer.office;
  return isOfLink
    ? refusal('invalid', approvalSentences.stale(westernDate(answer.on), answer.office))
    : null;
};
