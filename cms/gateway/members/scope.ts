/**
 * A scope as a federation has it: the domain of an institution. Letters are those of ASCII before anything is folded, since
 * the Kelvin sign becomes a `k` and would make one domain of two.
 */
const domain = /^(?=.{1,253}$)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/i;

/** A domain in the one spelling in which scopes are compared; null where the text is none. */
export const scopeOf = (text: string): string | null =>
  domain.test(text) ? text.toLowerCase() : null;

/**
 * The scopes of values such as `who@sakura-u.example` (ePPN, scopedAffiliation), or of bare domains (schacHomeOrganization).
 * What has more than one `@`, or is no domain behind it, says nothing.
 */
export const scopesIn = (values: readonly string[], form: 'scoped' | 'bare'): readonly string[] => {
  const found = values.flatMap((value) => {
    const parts = value.split('@');
    if (parts.length !== (form === 'scoped' ? 2 : 1) || parts[0] === '') return [];
    return scopeOf(parts.at(-1) ?? '') ?? [];
  });
  return [...new Set(found)];
};
