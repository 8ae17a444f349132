import type { InstitutionId } from '../../../src/schema/field.ts';
import type { Contributor } from './contributor.ts';

/** Somebody of a registered institution who reads the network's edition and says what is missing in it; no editor. */
export type Member = { readonly role: 'member'; readonly institution: InstitutionId };

/** Who may be signed in. */
export type Person = Contributor | Member;
