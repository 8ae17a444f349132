import type { ToldConflict } from '../../wire/refusal.ts';
import type { Action } from '../permissions/action.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { decide } from '../permissions/decide.ts';
import type { Proposal, ProposalOutcome, PublicationOutcome } from '../proposals/proposal.ts';
import type { FileAddress } from '../repository/content-address.ts';
import type { Conflict, FileContent } from '../repository/repository.ts';
import { RefusedRequest, statusOfRefusal } from '../requests/refused-request.ts';
import { decapPath } from './decap-paths.ts';

/** Reads the file that stands in the way of a change, as it is now. */
export type ReadPresent = (file: FileAddress) => Promise<FileContent | null>;

/**
 * The proposal after a wish was fulfilled.
 * @throws RefusedRequest where it was not
 */
export const granted = async (
  outcome: Promise<ProposalOutcome>,
  present: ReadPresent = async () => null,
): Promise<Proposal> => {
  const found = await outcome;
  if (found.kind === 'done') return found.proposal;
  throw await refusedBy(found, present);
};

/** The publication after a wish was fulfilled. @throws RefusedRequest where it was not */
export const published = async (
  outcome: Promise<PublicationOutcome>,
  present: ReadPresent = async () => null,
): Promise<Extract<PublicationOutcome, { kind: 'published' }>> => {
  const found = await outcome;
  if (found.kind === 'published') return found;
  throw await refusedBy(found, present);
};

/**
 * Refuses what somebody may not do, before anything is read or written for it.
 * @throws RefusedRequest
 */
export const requireAllowed = (who: Contributor, ...actions: readonly Action[]): void => {
  for (const action of actions) {
    const decision = decide(who, action);
    if (!decision.allowed) throw new RefusedRequest(403, decision.reason);
  }
};

const refusedBy = async (
  refused: Exclude<ProposalOutcome, { kind: 'done' }>,
  present: ReadPresent,
): Promise<RefusedRequest> => {
  if (refused.kind === 'refused')
    return new RefusedRequest(statusOfRefusal[refused.code], refused.reason);
  const conflicts = await Promise.all(refused.conflicts.map((conflict) => told(conflict, present)));
  return new RefusedRequest(409, refused.reason, { conflicts });
};

const told = async (
  { address, changedBy, changedAt }: Conflict,
  present: ReadPresent,
): Promise<ToldConflict> => {
  const now = await present(address);
  return {
    path: decapPath(address),
    changedBy,
    changedAt: changedAt?.toISOString() ?? null,
    current: now?.version ?? null,
    text: now && address.part === 'text' ? Buffer.from(now.bytes).toString() : null,
  };
};
