/** What the provider said of a person, read from its claims and not judged yet. */
export type ProviderClaims = {
  /** The provider that was asked, as it names itself (OpenID Connect Core, 2: `iss`). */
  readonly issuer: string;
  /** Who it is, for that provider alone (`sub`). */
  readonly subject: string;
  /** Each scope that was named once, in lower case; see `scopesIn`. */
  readonly scopes: readonly string[];
  /** Who vouched, where the provider only passes on what another said; null where it names nobody. */
  readonly identityProvider: string | null;
  readonly affiliations: readonly string[];
  /** Claims that were expected and did not come, by the names that they have in the settings. */
  readonly missing: readonly string[];
};
