import { z } from 'zod';
import { day, institutionId } from '../../../src/schema/field.ts';
import { contributor } from '../permissions/contributor.ts';
import type { Person } from '../permissions/person.ts';
import type { CommitId, RecordMove, Records, StoredRecord } from '../repository/repository.ts';
import { isPersonKey, type PersonKey } from './person-key.ts';

/** A month in Japan: finer, it would tell when somebody is at work. */
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

const person = z.union([
  contributor,
  z.strictObject({ role: z.literal('member'), institution: institutionId }),
]) satisfies z.ZodType<Person>;

/** For whom somebody is at work, and how it came that they are. */
const binding = z.strictObject({
  who: person,
  /** By an invitation; or by the scope that their provider names, which has to be so at each sign-in. */
  by: z.enum(['invitation', 'scope']),
  since: day,
});

/** What is kept of a person: nothing by which they are known to anybody who has no key. */
const memberRecord = z.strictObject({
  v: z.literal(1),
  /** null where it has ended. */
  binding: binding.nullable(),
  /** Counted up with each change of what they may do, so that what was signed in before counts no longer. */
  generation: z.int().min(1),
  endedOn: day.nullable(),
  /** The last month in which they signed in, or their office said that they are still there. */
  confirmed: month,
});
export type MemberRecord = z.infer<typeof memberRecord>;
export type Binding = z.infer<typeof binding>;

/** A person as stored. */
export type StoredMember = {
  readonly key: PersonKey;
  readonly record: MemberRecord;
  readonly version: CommitId;
};

/** The name of a record: in one of 256 folders, so that none holds too many. */
const nameOf = (key: PersonKey): string => {
  const digest = key.slice(key.indexOf('-') + 1);
  return `${digest.slice(0, 2)}/${key}`;
};

/** What is stored of a person; null where there is nothing, or nothing that this version of the portal understands. */
const memberOf = ({ name, text, version }: StoredRecord): StoredMember | null => {
  const [, key = ''] = name.split('/');
  const read = memberRecord.safeParse(jsonOf(text));
  return read.success && isPersonKey(key) ? { key, record: read.data, version } : null;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * Reads what is stored under a key.
 * @throws where something is stored that cannot be read: nobody is bound anew over it
 */
export const readMember = async (
  records: Pick<Records, 'read'>,
  key: PersonKey,
): Promise<StoredMember | null> => {
  const stored = await records.read('members', nameOf(key));
  if (!stored) return null;
  const member = memberOf(stored);
  if (!member) throw new Error(`The record of a member cannot be read: ${stored.name}`);
  return member;
};

/** Everybody of whom something is stored. */
export const allMembers = async (
  records: Pick<Records, 'all'>,
): Promise<readonly StoredMember[]> => {
  const all = await records.all('members');
  return all.flatMap((stored) => memberOf(stored) ?? []);
};

/** The move that stores a record. @param from the version that was read; null where there was none */
export const memberMove = (
  key: PersonKey,
  from: CommitId | null,
  record: MemberRecord | null,
): RecordMove => ({
  kind: 'members',
  name: nameOf(key),
  from,
  text: record && `${JSON.stringify(memberRecord.parse(record), null, 2)}\n`,
});

/** The same person after what they may do has ended. */
export const ended = (record: MemberRecord, today: string): MemberRecord => ({
  ...record,
  binding: null,
  generation: record.generation + 1,
  endedOn: today,
});
