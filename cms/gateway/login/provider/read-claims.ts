import type { ProviderClaims } from '../../members/provider-claims.ts';
import { scopesIn } from '../../members/scope.ts';
import type { ClaimNames, ProviderSettings } from '../../settings/provider-settings.ts';
import type { ProviderAnswer } from './provider.ts';

/** The most values that are looked at in one claim, and the most letters of one. */
const mostValues = 50;
const mostLetters = 500;

/** The values of the first of several claims that has one: SAML's attributes have several, and some proxies divide them. */
const valuesOf = (
  claims: Readonly<Record<string, unknown>>,
  names: readonly string[],
): readonly string[] => {
  for (const name of names) {
    const value = claims[name];
    const found = (Array.isArray(value) ? value.slice(0, mostValues) : [value]).filter(
      (each): each is string =>
        typeof each === 'string' && each !== '' && each.length <= mostLetters,
    );
    if (found.length > 0) return found;
  }
  return [];
};

/** The official names of what has to tell the institution. One of them is enough. */
const telling = [
  'eduPersonPrincipalName',
  'schacHomeOrganization',
  'eduPersonScopedAffiliation',
] as const satisfies readonly (keyof ClaimNames)[];

/** Reads what a provider said of a person. Nothing of it is judged here but whether it has the form of what it is to be. */
export const readClaims = (
  { issuer, subject, claims }: ProviderAnswer,
  { claims: names }: Pick<ProviderSettings, 'claims'>,
): ProviderClaims => {
  const values = {
    eduPersonPrincipalName: valuesOf(claims, names.eduPersonPrincipalName),
    schacHomeOrganization: valuesOf(claims, names.schacHomeOrganization),
    eduPersonScopedAffiliation: valuesOf(claims, names.eduPersonScopedAffiliation),
  };
  const scopes = [
    ...scopesIn(values.eduPersonPrincipalName, 'scoped'),
    ...scopesIn(values.eduPersonScopedAffiliation, 'scoped'),
    ...scopesIn(values.schacHomeOrganization, 'bare'),
  ];
  const vouching = valuesOf(claims, names.identityProvider);
  return {
    issuer,
    subject,
    scopes: [...new Set(scopes)],
    // Two who vouch are none: it is not known whose word it is, and no registry names such a provider.
    identityProvider: vouching.length > 1 ? vouching.join(' ') : (vouching[0] ?? null),
    affiliations: values.eduPersonScopedAffiliation
      .map((value) => value.split('@')[0]?.toLowerCase() ?? '')
      .filter((value) => value !== ''),
    missing: telling.filter((name) => values[name].length === 0),
  };
};
