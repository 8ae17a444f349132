import type { RegisteredInstitution } from '../published-content/registered-institution.ts';
import type { MemberSettings } from '../settings/member-settings.ts';
import type { ByScope } from './institution-by-scope.ts';
import type { Binding, MemberRecord } from './member-record.ts';
import { monthsBetween } from './months.ts';
import type { NotLetIn } from './standing.ts';

/** What is known when somebody signs in. */
export type PersonFacts = {
  /** null where nothing is stored of them. */
  readonly record: MemberRecord | null;
  readonly byScope: ByScope;
  /** The claims that did not come. */
  readonly missing: readonly string[];
  readonly registry: ReadonlyMap<string, RegisteredInstitution>;
  readonly settings: Pick<MemberSettings, 'uninvitedMay' | 'months'>;
  /** In Japan. */
  readonly today: string;
};

/** What is to be done with somebody who signs in. */
export type Judged =
  /** They are who they were. */
  | { readonly kind: 'as-bound'; readonly binding: Binding }
  /** By what their provider says; who contributes has to name an office first. */
  | { readonly kind: 'by-scope'; readonly institution: RegisteredInstitution }
  | NotLetIn;

/**
 * Judges who somebody is. What is stored counts as long as nothing speaks against it: that nobody signed in for so long, that
 * their institution is gone, or that their provider says they are of another. Then it is as if they came for the first time.
 */
export const judgePerson = (facts: PersonFacts): Judged => {
  const { record, byScope, missing, settings, today } = facts;
  const isStale = record !== null && isUnused(record, today, settings.months);
  const binding = isStale ? null : (record?.binding ?? null);
  if (binding && stillHolds(binding, facts)) return { kind: 'as-bound', binding };
  if (record?.endedOn && !isStale) return { kind: 'ended', why: 'by-office' };
  if (byScope.kind === 'institution') {
    return { kind: 'by-scope', institution: byScope.institution };
  }
  if (byScope.kind === 'no-institution') {
    return isStale ? { kind: 'ended', why: 'unused' } : { kind: 'no-institution', missing };
  }
  return { kind: byScope.kind };
};

/** Whether nobody signed in for so long that the provider may have given the name to another person. */
export const isUnused = (
  { confirmed }: Pick<MemberRecord, 'confirmed'>,
  today: string,
  months: number,
): boolean => monthsBetween(confirmed, today.slice(0, 7)) >= months;

/** Whether an institution is in the registry, and its last day has not passed. */
export const isRegistered = (
  registry: ReadonlyMap<string, RegisteredInstitution>,
  institution: string,
  today: string,
): boolean => {
  const known = registry.get(institution);
  return known !== undefined && (known.until === null || known.until >= today);
};

const stillHolds = (
  { who, by }: Binding,
  { byScope, registry, settings, today }: PersonFacts,
): boolean => {
  // An editor's institution is of no account: a slip in the registry must not lock out who can mend it.
  if (who.role === 'editor') return by === 'invitation';
  if (!isRegistered(registry, who.institution, today)) return false;
  if (by === 'scope') {
    const isSaid = byScope.kind === 'institution' && byScope.institution.id === who.institution;
    const mayStill = settings.uninvitedMay === 'contribute' ? 'contributor' : 'member';
    return isSaid && who.role === mayStill;
  }
  return isNotAgainst(byScope, who.institution);
};

/** Whether what a provider says of somebody's institution leaves room for one that invited them. */
export const isNotAgainst = (byScope: ByScope, institution: string): boolean =>
  (byScope.kind !== 'institution' && byScope.kind !== 'scope-of-another-provider') ||
  byScope.institution.id === institution;
