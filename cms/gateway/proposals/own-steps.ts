import type { EntryOutline } from '../published-content/entry-outline.ts';
import { type Refusal, refusal } from './proposal.ts';
import { sentences } from './sentences.ts';

type OwnSteps = Pick<EntryOutline, 'byOwnSteps'>;

/** What a text says that nobody has stored yet. */
const nothing = { withdrawn: false, formerAddresses: '[]' };

/**
 * Why a save may not store what only steps of their own change, for whatever role: 掲載停止 has its reason and its log, and a
 * former address a page that leads on. What is published or stored already stays as it is, so that no draft that was begun
 * before such a step is held up.
 * @param written as it would be stored; of a text that nobody can read nothing is known, and it cannot be published
 * @param standing what the published text says, and what the draft said so far
 */
export const changedBesideSteps = (
  { byOwnSteps: written }: OwnSteps,
  standing: readonly OwnSteps[],
): Refusal | null => {
  if (!written) return null;
  const allowed = standing.map(({ byOwnSteps }) => byOwnSteps ?? nothing);
  const isKept = (name: keyof typeof written) =>
    allowed.some((each) => each[name] === written[name]);
  if (!isKept('withdrawn')) return refusal('forbidden', sentences.withdrawnBySave);
  if (!isKept('formerAddresses')) return refusal('forbidden', sentences.formerAddressesBySave);
  return null;
};
