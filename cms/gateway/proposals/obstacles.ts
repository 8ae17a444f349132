import type { Action } from '../permissions/action.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { decide } from '../permissions/decide.ts';
import type { Conflicting, PublishOutcome, Unwritable } from '../repository/repository.ts';
import { type Overtaken, type PublicationOutcome, type Refusal, refusal } from './proposal.ts';
import { conflictSentence, leftFileSentence, sentences } from './sentences.ts';

/** The first refusal among things that are done together; null where all are allowed. */
export const forbidden = (who: Contributor, actions: readonly Action[]): Refusal | null => {
  for (const action of actions) {
    const decision = decide(who, action);
    if (!decision.allowed) return refusal('forbidden', decision.reason);
  }
  return null;
};

/** Puts an obstacle of the repository into a sentence. @param own what the office is called that is told */
export const inWords = (obstacle: Conflicting | Unwritable, own: string): Overtaken | Refusal =>
  obstacle.kind === 'conflict'
    ? { ...obstacle, reason: conflictSentence(obstacle.conflicts, own) }
    : refusal('unwritable', sentences[obstacle.why]);

/** Puts the outcome of a publication into sentences. @param own what the office is called that is told */
export const publicationInWords = (
  outcome: PublishOutcome<Refusal>,
  own: string,
): PublicationOutcome => {
  switch (outcome.kind) {
    case 'published': {
      const left = outcome.left.map((file) => ({ ...file, reason: leftFileSentence(file) }));
      return { ...outcome, left };
    }
    case 'missing':
      return refusal('missing', sentences.missing);
    case 'refused':
      return outcome.refusal;
    default:
      return inWords(outcome, own);
  }
};
