import { createHash } from 'node:crypto';
import type { ProviderClaims } from '../../members/provider-claims.ts';
import type { KnownPerson } from '../../members/standing.ts';
import type { Beginner } from '../sessions.ts';

/** Somebody whom the register knows, as they begin a session. @param providerSession as the provider calls its own */
export const beginnerOf = (
  { who, key, generation }: KnownPerson,
  claims: Pick<ProviderClaims, 'issuer' | 'subject'>,
  providerSession: string | null,
): Beginner => ({
  who,
  knownAs: {
    key,
    generation,
    providerSession: providerSession && providerSessionName(claims.issuer, providerSession),
    // Not the key, which changes with its ring: what somebody has typed is theirs after that as well.
    mark: digest(['mark', claims.issuer, claims.subject]).slice(0, 16),
  },
});

/** What a session of the provider is called here: nothing of what the provider calls it is kept. */
export const providerSessionName = (issuer: string, sid: string): string =>
  digest(['sid', issuer, sid]);

const digest = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
