import type { RefusalDetails } from '../../wire/refusal.ts';
import type { Refusal } from '../proposals/proposal.ts';

export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 503;

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

/**
 * A request that is not fulfilled: the status of the answer, and one Japanese sentence for the person; where it may be
 * sent again as it is, after how many seconds.
 */
export class RefusedRequest extends Error {
  readonly status: RefusalStatus;
  readonly details: RefusalDetails;
  readonly retryAfter: number | null;

  constructor(
    status: RefusalStatus,
    sentence: string,
    details: RefusalDetails = {},
    retryAfter: number | null = null,
  ) {
    super(sentence);
    this.name = 'RefusedRequest';
    this.status = status;
    this.details = details;
    this.retryAfter = retryAfter;
  }
}
