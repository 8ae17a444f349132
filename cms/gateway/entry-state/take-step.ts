import type { z } from 'zod';
import type { StepName, takeStep } from '../../wire/step.ts';
import { fulfilled } from '../decap-protocol/outcomes.ts';
import { publishedFile } from '../decap-protocol/present-file.ts';
import type { LiveSite } from '../live-site/live-site.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { Proposals } from '../proposals/proposals.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { Repository } from '../repository/repository.ts';
import { requireAllowed } from '../requests/allowed.ts';
import { factsOf } from './entry-facts.ts';
import { isLeftBehind } from './possible-steps.ts';

export type StepParts = {
  readonly repository: Repository;
  readonly proposals: Proposals;
  readonly liveSite: Pick<LiveSite, 'refresh' | 'stateOf'> | null;
};

type Step = Pick<z.output<typeof takeStep>, 'seen' | 'reason'> & {
  readonly entry: EntryAddress;
  readonly step: StepName;
};

/**
 * Makes what takes entries on. Every step is decided by the proposals themselves.
 * @throws RefusedRequest from what it makes, where a step was not taken, with what the person has to know
 */
export const createTakeStep = ({ repository, proposals, liveSite }: StepParts) => {
  const present = publishedFile(repository);

  /** Publishes what is proposed; where that was done and the site could not follow, has it try again. */
  const publish = async (who: Contributor, { entry, seen }: Step): Promise<void> => {
    requireAllowed(who, { kind: 'publish', entry });
    const isTriedAgain =
      seen === null && isLeftBehind(await factsOf({ repository, liveSite }, entry));
    if (!isTriedAgain) {
      await fulfilled(proposals.approveAndPublish(who, entry, seen), present);
    }
    liveSite?.refresh();
  };

  return async (who: Contributor, asked: Step): Promise<void> => {
    const { entry, seen, reason = '' } = asked;
    const taken: Record<StepName, () => Promise<unknown>> = {
      'ask-review': () => fulfilled(proposals.sendForReview(who, entry, seen)),
      'take-back': () => fulfilled(proposals.takeBack(who, entry, seen)),
      return: () => fulfilled(proposals.returnToAuthor(who, entry, reason, seen)),
      'undo-return': () => fulfilled(proposals.undoReturn(who, entry, seen)),
      publish: () => publish(who, asked),
      async withdraw() {
        await fulfilled(proposals.withdraw(who, entry, reason), present);
        liveSite?.refresh();
      },
      'ask-withdrawal': () => fulfilled(proposals.requestWithdrawal(who, entry, reason)),
      'refuse-withdrawal': () => fulfilled(proposals.refuseRequest(who, entry, reason)),
      'take-back-withdrawal': () => fulfilled(proposals.takeBackRequest(who, entry)),
      async republish() {
        await fulfilled(proposals.republish(who, entry), present);
        liveSite?.refresh();
      },
      'ask-republication': () => fulfilled(proposals.requestRepublication(who, entry, reason)),
      delete: () => fulfilled(proposals.delete(who, entry, seen)),
    };
    await taken[asked.step]();
  };
};
