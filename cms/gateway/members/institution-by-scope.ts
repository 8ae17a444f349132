import type { RegisteredInstitution } from '../published-content/registered-institution.ts';
import type { ProviderClaims } from './provider-claims.ts';

/** To which institution a provider says that somebody belongs. */
export type ByScope =
  | { readonly kind: 'institution'; readonly institution: RegisteredInstitution }
  /** No scope came along. */
  | { readonly kind: 'no-institution' }
  /** No institution of the registry has it. */
  | { readonly kind: 'unknown-institution' }
  /** An institution has it, and does not let this provider say so. */
  | { readonly kind: 'scope-of-another-provider'; readonly institution: RegisteredInstitution }
  | { readonly kind: 'several-institutions' };

/**
 * Judges the scopes of a person. A scope counts only from a provider that the registry names for its institution; where it
 * names none, only from the provider of the settings itself, that passes on what no other said. One scope that its provider
 * may not say spoils all: who forges one does not get in by another.
 */
export const institutionByScope = (
  { issuer, scopes, identityProvider }: ProviderClaims,
  registry: Iterable<RegisteredInstitution>,
  today: string,
): ByScope => {
  if (scopes.length === 0) return { kind: 'no-institution' };
  const claimed = [...registry].filter(
    (institution) =>
      institution.scopes.some((scope) => scopes.includes(scope)) &&
      (institution.until === null || institution.until >= today),
  );
  const mayNotBeSaid = claimed.find(({ providers }) =>
    providers.length > 0
      ? !providers.includes(identityProvider ?? issuer)
      : identityProvider !== null && identityProvider !== issuer,
  );
  if (mayNotBeSaid) return { kind: 'scope-of-another-provider', institution: mayNotBeSaid };
  const [institution, ...others] = claimed;
  if (!institution) return { kind: 'unknown-institution' };
  return others.length > 0
    ? { kind: 'several-institutions' }
    : { kind: 'institution', institution };
};
