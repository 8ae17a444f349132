import type { Person } from '../permissions/person.ts';
import type { PersonKey } from './person-key.ts';

/** Somebody whom the portal knows. A session carries key and generation, and is asked by them whether it still counts. */
export type KnownPerson = {
  readonly kind: 'person';
  readonly who: Person;
  readonly key: PersonKey;
  readonly generation: number;
};

/** Somebody of a registered institution whose office nobody knows yet: they name it (`Members.nameOffice`). */
export type OfficeUnknown = {
  readonly kind: 'office-unknown';
  readonly institution: { readonly id: string; readonly name: string };
};

/** Why somebody is not let in. */
export type NotLetIn =
  /** The provider says of no institution that it is theirs. @param missing the claims that did not come */
  | { readonly kind: 'no-institution'; readonly missing: readonly string[] }
  | { readonly kind: 'unknown-institution' }
  | { readonly kind: 'scope-of-another-provider' }
  | { readonly kind: 'several-institutions' }
  /** Somebody ended it, or nobody signed in for so long that the name may be another person's by now. */
  | { readonly kind: 'ended'; readonly why: 'by-office' | 'unused' };

/** Who a signed-in person is. */
export type Standing = KnownPerson | OfficeUnknown | NotLetIn;

/** What an invitation may lead to besides. */
export type NotBound =
  /** Used, taken back, too old, or never made. */
  | { readonly kind: 'invitation-gone' }
  /** It is for one institution, and the provider says that somebody is of another. */
  | { readonly kind: 'invitation-of-another-institution' };
