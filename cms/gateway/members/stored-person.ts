import type { RecordMove, Repository } from '../repository/repository.ts';
import type { KeyRing } from '../settings/key-ring.ts';
import { type MemberRecord, memberMove, readMember, type StoredMember } from './member-record.ts';
import { type PersonKey, personKeys } from './person-key.ts';
import type { ProviderClaims } from './provider-claims.ts';

/** A person as they are looked for. */
export type FoundPerson = {
  /** Under which they are written from now on. */
  readonly key: PersonKey;
  /** null where nothing is stored of them; it may be stored under an older key. */
  readonly stored: StoredMember | null;
};

/** Looks for a person under each key of the ring. */
export const findPerson = async (
  records: Pick<Repository['records'], 'read'>,
  ring: KeyRing,
  claims: Pick<ProviderClaims, 'issuer' | 'subject'>,
): Promise<FoundPerson> => {
  const keys = personKeys(ring, claims);
  for (const key of keys) {
    const stored = await readMember(records, key);
    if (stored) return { key: keys[0], stored };
  }
  return { key: keys[0], stored: null };
};

/** What stores a person: under the key that is written now, and no longer under an older one. */
export const personMoves = (
  { key, stored }: FoundPerson,
  record: MemberRecord,
): readonly RecordMove[] =>
  stored && stored.key !== key
    ? [memberMove(key, null, record), memberMove(stored.key, stored.version, null)]
    : [memberMove(key, stored?.version ?? null, record)];
