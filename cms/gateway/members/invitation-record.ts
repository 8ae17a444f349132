import { z } from 'zod';
import { contributor } from '../permissions/contributor.ts';
import { digestOf } from '../permissions/link-token.ts';
import type { CommitId, RecordMove, Records, StoredRecord } from '../repository/repository.ts';
import { isPersonKey, type PersonKey } from './person-key.ts';

/** What is kept of an invitation; of its token the digest alone, which is its name. */
const invitationRecord = z.strictObject({
  v: z.literal(1),
  /** As whom somebody will be at work. */
  for: contributor,
  /** Which office invites; null where a command on the machine does. */
  by: contributor.nullable(),
  madeAt: z.iso.datetime(),
  until: z.iso.datetime(),
  /** Whose binding ends with this one's: the same person under another name or of another provider; null for nobody's. */
  replaces: z
    .string()
    .refine(isPersonKey)
    .transform((key) => key as PersonKey)
    .nullable(),
});
export type InvitationRecord = z.infer<typeof invitationRecord>;

/** The SHA-256 of a token, by which an invitation is named. */
export type InvitationId = string & { readonly __brand: 'InvitationId' };

/** An invitation as stored. */
export type StoredInvitation = {
  readonly id: InvitationId;
  readonly record: InvitationRecord;
  readonly version: CommitId;
};

export const isInvitationId = (text: string): text is InvitationId => /^[0-9a-f]{64}$/.test(text);

/** The id of the invitation that a token opens, whether there is one or not. */
export const idOfToken = (token: string): InvitationId => digestOf(token) as InvitationId;

const nameOf = (id: InvitationId): string => `${id.slice(0, 2)}/${id}`;

const invitationOf = ({ name, text, version }: StoredRecord): StoredInvitation | null => {
  const [, id = ''] = name.split('/');
  const read = invitationRecord.safeParse(jsonOf(text));
  return read.success && isInvitationId(id) ? { id, record: read.data, version } : null;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** An invitation, however old; null where there is none. */
export const readInvitation = async (
  records: Pick<Records, 'read'>,
  id: InvitationId,
): Promise<StoredInvitation | null> => {
  const stored = await records.read('invitations', nameOf(id));
  return stored && invitationOf(stored);
};

/** All that were made, and neither used nor taken back. */
export const allInvitations = async (
  records: Pick<Records, 'all'>,
): Promise<readonly StoredInvitation[]> => {
  const all = await records.all('invitations');
  return all.flatMap((stored) => invitationOf(stored) ?? []);
};

/** Whether an invitation can still be used. */
export const isOpen = ({ record }: StoredInvitation, now: Date): boolean =>
  Date.parse(record.until) >= now.getTime();

/** The move that stores an invitation. */
export const newInvitation = (id: InvitationId, record: InvitationRecord): RecordMove => ({
  kind: 'invitations',
  name: nameOf(id),
  from: null,
  text: `${JSON.stringify(invitationRecord.parse(record), null, 2)}\n`,
});

/** The move that takes one away. */
export const noInvitation = ({ id, version }: StoredInvitation): RecordMove => ({
  kind: 'invitations',
  name: nameOf(id),
  from: version,
  text: null,
});
