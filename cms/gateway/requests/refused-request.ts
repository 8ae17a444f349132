import type { FieldProblem } from '../../../src/check/problem.ts';
import type { Refusal } from '../proposals/proposal.ts';

export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 503;

/** The status of the answer to a wish that was not fulfilled. */
export const statusOfRefusal = {
  forbidden: 403,
  missing: 404,
  'wrong-state': 409,
  'changed-since-seen': 409,
  occupied: 409,
  invalid: 422,
  unwritable: 409,
} as const satisfies Record<Refusal['code'], RefusalStatus>;

/** A file that somebody else changed meanwhile, as the editor is told. */
export type ToldConflict = {
  /** From the root of the repository. */
  readonly path: string;
  readonly changedBy: string | null;
  readonly changedAt: string | null;
  /** The version that is there now, to be named by whoever saves over it; null where there is no file. */
  readonly current: string | null;
  /** What a text says now; null for an attachment, and where there is no file. */
  readonly text: string | null;
};

/** What stands in the answer beside the sentence. */
export type RefusalDetails = {
  readonly problems?: readonly FieldProblem[];
  readonly conflicts?: readonly ToldConflict[];
};

/** A request that is not fulfilled: the status of the answer, and one Japanese sentence for the person. */
export class RefusedRequest extends Error {
  readonly status: RefusalStatus;
  readonly details: RefusalDetails;

  constructor(status: RefusalStatus, sentence: string, details: RefusalDetails = {}) {
    super(sentence);
    this.name = 'RefusedRequest';
    this.status = status;
    this.details = details;
  }
}
