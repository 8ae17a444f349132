import type { ToldConflict } from '../../wire/refusal.ts';
import type { HeldUp, Overtaken, Refusal } from '../proposals/proposal.ts';
import type { FileAddress } from '../repository/content-address.ts';
import type { Conflict, FileContent } from '../repository/repository.ts';
import { RefusedRequest, statusOfRefusal } from '../requests/refused-request.ts';
import { decapPath } from './decap-paths.ts';

/** Reads the file that stands in the way of a change, as it is now. */
export type ReadPresent = (file: FileAddress) => Promise<FileContent | null>;

/** What became of a wish that was not fulfilled. */
type Unfulfilled = Refusal | Overtaken | HeldUp;

/**
 * What became of a wish that was fulfilled.
 * @param present reads what stands in the way of it, to be shown beside what the person wrote
 * @throws RefusedRequest where it was not, with what the person has to know
 */
export const fulfilled = async <Outcome extends { readonly kind: string }>(
  outcome: Promise<Outcome | Unfulfilled>,
  present: ReadPresent = async () => null,
): Promise<Exclude<Outcome, Unfulfilled>> => {
  const found = await outcome;
  if (isUnfulfilled(found)) throw await refusedBy(found, present);
  return found as Exclude<Outcome, Unfulfilled>;
};

const isUnfulfilled = (outcome: { readonly kind: string }): outcome is Unfulfilled =>
  outcome.kind !== 'done' && outcome.kind !== 'published';

const refusedBy = async (
  unfulfilled: Unfulfilled,
  present: ReadPresent,
): Promise<RefusedRequest> => {
  const { reason } = unfulfilled;
  switch (unfulfilled.kind) {
    case 'refused':
      return new RefusedRequest(statusOfRefusal[unfulfilled.code], reason);
    case 'conflict': {
      const conflicts = unfulfilled.conflicts.map((conflict) =>
        conflictForEditor(conflict, present),
      );
      return new RefusedRequest(409, reason, { conflicts: await Promise.all(conflicts) });
    }
    default:
      return new RefusedRequest(422, reason, { problems: unfulfilled.problems });
  }
};

const conflictForEditor = async (
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
