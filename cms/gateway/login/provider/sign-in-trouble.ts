/** Why a sign-in did not come about; what is said of each stands in `words.ts`. */
export type TroubleKind =
  /** The provider cannot be reached, or takes too long. */
  | 'provider-away'
  /** It says itself that it has a fault. */
  | 'provider-fault'
  /** The person, or the provider for them, said no. */
  | 'refused-there'
  /** The way back is of no way that began in this browser, or of one that began too long ago. */
  | 'no-way-begun'
  /** What came back was for another way, was used before, or was changed. */
  | 'used-or-changed'
  /** A clock is wrong. */
  | 'clock'
  /** It signs with a key that it had not a minute ago. */
  | 'new-key'
  /** It answered what OpenID Connect does not. */
  | 'unusable-answer';

/** A sign-in that did not come about. The cause is for the log, and is never shown. */
export class SignInTrouble extends Error {
  readonly kind: TroubleKind;
  /** By how many seconds the provider's clock is ahead of ours; null where no clock is to blame. */
  readonly clockAhead: number | null;

  constructor(kind: TroubleKind, cause?: unknown, clockAhead: number | null = null) {
    super(kind, { cause });
    this.name = 'SignInTrouble';
    this.kind = kind;
    this.clockAhead = clockAhead;
  }

  /** What stands in the log: codes of the libraries, and nothing of a person or a token. */
  forLog(): string {
    const { cause } = this;
    const parts = [cause, cause instanceof Error ? cause.cause : null].flatMap((each) => {
      if (!(each instanceof Error)) return [];
      const { code, error, status } = each as Error & Record<string, unknown>;
      return [code, error, status].filter(
        (part) => /^[\w.-]{1,60}$/.test(String(part)) && part !== undefined,
      );
    });
    return [this.kind, ...parts].join(' ');
  }
}

/** Puts what openid-client threw into one of the kinds (openid-client 6, oauth4webapi 3: `code`). */
export const troubleOf = (error: unknown): SignInTrouble => {
  if (error instanceof SignInTrouble) return error;
  const { code, error: said, status, cause } = (error ?? {}) as Record<string, unknown>;
  const as = (kind: TroubleKind) => new SignInTrouble(kind, error);
  if (said !== undefined) {
    const answer = String(said);
    if (answer === 'invalid_grant') return as('used-or-changed');
    if (answer === 'access_denied' || answer === 'login_required') return as('refused-there');
    return as('provider-fault');
  }
  switch (code) {
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return new SignInTrouble('clock', error, aheadOf(cause));
    case 'OAUTH_KEY_SELECTION_FAILED':
      return as('new-key');
    case 'OAUTH_TIMEOUT':
    case 'OAUTH_ABORT':
      return as('provider-away');
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED':
      return as('used-or-changed');
    case 'OAUTH_INVALID_RESPONSE':
      return as(isAnswerOfServer(cause) ? 'unusable-answer' : 'used-or-changed');
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
      return as(statusOf(cause) >= 500 ? 'provider-away' : 'unusable-answer');
    default:
  }
  if (error instanceof TypeError && code === undefined) return as('provider-away');
  return as(Number(status) >= 500 ? 'provider-away' : 'unusable-answer');
};

const statusOf = (cause: unknown): number => (cause instanceof Response ? cause.status : 0);
const isAnswerOfServer = (cause: unknown): boolean => cause instanceof Response;

/** By how much the provider's clock is ahead, as the library tells of a claim that it holds against its own. */
const aheadOf = (cause: unknown): number | null => {
  const { now, claims } = (cause ?? {}) as { now?: number; claims?: { iat?: number } };
  return now === undefined || claims?.iat === undefined ? null : claims.iat - now;
};
