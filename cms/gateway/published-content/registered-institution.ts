import type { InstitutionId } from '../../../src/schema/field.ts';
import { institutionId } from '../../../src/schema/field.ts';
import { isInConfidence } from '../../../src/schema/in-confidence.ts';
import { institution } from '../../../src/schema/institution.ts';

/** An institution of the registry, as far as it is asked at a sign-in. */
export type RegisteredInstitution = {
  readonly id: InstitutionId;
  readonly name: string;
  /** The domains that its people are known by; exactly these, nothing below them. */
  readonly scopes: readonly string[];
  /** Who may say so; none named is the provider of the settings itself. */
  readonly providers: readonly string[];
  /** Its last day; null where it goes on. */
  readonly until: string | null;
};

const asked = institution.pick({
  name: true,
  signInScopes: true,
  signInProviders: true,
  validUntil: true,
  withdrawn: true,
});

/**
 * Reads an entry of the registry for the sign-in.
 * @returns null where nobody signs in as its own: it is withdrawn, no institution that has people, or cannot be read
 */
export const registered = (id: string, data: object): RegisteredInstitution | null => {
  const known = institutionId.safeParse(id);
  // A registry has fields beyond those that are asked here.
  const read = asked.loose().safeParse(data);
  if (!known.success || !read.success || read.data.withdrawn) return null;
  if (isInConfidence({ institution: known.data })) return null;
  const { name, signInScopes, signInProviders, validUntil } = read.data;
  return {
    id: known.data,
    name,
    scopes: signInScopes,
    providers: signInProviders,
    until: validUntil ?? null,
  };
};
