import type { Action } from '../permissions/action.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { decide } from '../permissions/decide.ts';
import { RefusedRequest } from './refused-request.ts';

/**
 * Refuses what somebody may not do, before anything is read or written for it.
 * @throws RefusedRequest with the reason
 */
export const requireAllowed = (who: Contributor, ...actions: readonly Action[]): void => {
  for (const action of actions) {
    const decision = decide(who, action);
    if (!decision.allowed) throw new RefusedRequest(403, decision.reason);
  }
};
