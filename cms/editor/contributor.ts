import type { InstitutionId } from '../../src/schema/field.ts';

/** Who is at work, as the gateway tells: an office of an institution, or the network's own. Never a person. */
export type Contributor =
  | { readonly role: 'editor'; readonly office: string }
  | { readonly role: 'contributor'; readonly institution: InstitutionId; readonly office: string };
