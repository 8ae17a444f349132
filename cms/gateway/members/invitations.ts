import { dayInJapan, endOfDayInJapan } from '../../../src/formats/time-in-japan.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { contributor } from '../permissions/contributor.ts';
import { decideAboutMembers } from '../permissions/decide.ts';
import { newToken } from '../permissions/link-token.ts';
import type { RecordMove } from '../repository/repository.ts';
import { institutionByScope } from './institution-by-scope.ts';
import {
  allInvitations,
  type InvitationId,
  type InvitationRecord,
  idOfToken,
  isInvitationId,
  isOpen,
  newInvitation,
  noInvitation,
  readInvitation,
  type StoredInvitation,
} from './invitation-record.ts';
import { isNotAgainst, isRegistered } from './judge-person.ts';
import { type MemberParts, mostRounds } from './member-parts.ts';
import { ended, memberMove, readMember } from './member-record.ts';
import { monthInJapan } from './months.ts';
import { isPersonKey, type PersonKey, shortKey } from './person-key.ts';
import type { ProviderClaims } from './provider-claims.ts';
import { type RefusedByMembers, refusal } from './refused-by-members.ts';
import { sentences } from './sentences.ts';
import type { KnownPerson, NotBound, NotLetIn } from './standing.ts';
import { findPerson, personMoves } from './stored-person.ts';

/** For how many days an invitation may be open; and where nobody says, for how many it is. */
export const invitationDays = { fewest: 1, usual: 14, most: 60 } as const;
/** The most invitations that an institution, or the network's office, may have open. */
export const mostOpenInvitations = 200;

/** What somebody asks for who invites. */
export type Asked = {
  readonly role: string;
  /** Of whom contributes. */
  readonly institution: string | null;
  /** As it was written. */
  readonly office: string;
  readonly days: number;
  /** The key of the binding that ends with this one's; null for none. */
  readonly replaces: string | null;
};

/** An invitation that was made; its token is told once. */
export type MadeInvitation = {
  readonly kind: 'done';
  readonly token: string;
  readonly record: InvitationRecord;
};

/** Makes invitations, takes them back, and binds who uses one. */
export type Invitations = {
  /** @param by the office that invites; null where a command on the machine does, which may invite everybody */
  invite(by: Contributor | null, asked: Asked): Promise<MadeInvitation | RefusedByMembers>;
  /** Those that are open, and that somebody may take back; the latest first. */
  open(by: Contributor): Promise<readonly StoredInvitation[]>;
  withdraw(by: Contributor, id: string): Promise<{ readonly kind: 'done' } | RefusedByMembers>;
  /**
   * What a token opens; null where it opens nothing, whether it never did or does no more. Nothing changes by it.
   * @param asksHost whether one that is not known here may have been made at another portal a moment ago
   */
  find(token: string, asksHost?: boolean): Promise<InvitationRecord | null>;
  /**
   * Binds who signed in with an invitation: once, and to nobody else after that.
   * @throws RepositoryTrouble where the store takes nothing
   */
  accept(token: string, claims: ProviderClaims): Promise<KnownPerson | NotLetIn | NotBound>;
};

/** Makes the keeper of invitations. */
export const createInvitations = ({
  records,
  content,
  settings,
  clock,
  onMemberEvent,
}: MemberParts): Invitations => {
  const find = async (id: InvitationId): Promise<StoredInvitation | null> => {
    const stored = await readInvitation(records, id);
    return stored && isOpen(stored, clock()) ? stored : null;
  };

  /** What makes the binding end that another takes the place of. */
  const endOf = async (key: PersonKey | null, today: string): Promise<readonly RecordMove[]> => {
    const replaced = key && (await readMember(records, key));
    if (!replaced?.record.binding) return [];
    return [memberMove(replaced.key, replaced.version, ended(replaced.record, today))];
  };

  return {
    async invite(by, asked) {
      const at = clock();
      const read = contributor.safeParse({
        role: asked.role,
        office: asked.office,
        ...(asked.role === 'contributor' ? { institution: asked.institution } : {}),
      });
      const { days, replaces } = asked;
      const registry = await content.registry();
      if (asked.role === 'contributor') {
        const isKnown = isRegistered(registry, asked.institution ?? '', dayInJapan(at));
        if (!isKnown) return refusal('unusable', sentences.unknownInstitution);
      }
      if (!read.success) return refusal('unusable', sentences.unusableOffice);
      const { fewest, most } = invitationDays;
      if (!Number.isInteger(days) || days < fewest || days > most) {
        return refusal('unusable', sentences.unusableDays(fewest, most));
      }
      const decision = by && decideAboutMembers(by, { kind: 'invite', of: read.data });
      if (decision?.allowed === false) return refusal('not-allowed', decision.reason);
      let replaced: PersonKey | null = null;
      if (replaces !== null) {
        const old = isPersonKey(replaces) ? await readMember(records, replaces) : null;
        const who = old?.record.binding?.who;
        if (!old || !who) return refusal('unusable', sentences.replacedGone);
        const mayEnd = by && decideAboutMembers(by, { kind: 'end-binding', of: who });
        if (mayEnd?.allowed === false) return refusal('not-allowed', mayEnd.reason);
        replaced = old.key;
      }
      const all = await allInvitations(records);
      const alike = all.filter(
        (one) => isOpen(one, at) && ownerOf(one.record.for) === ownerOf(read.data),
      );
      if (alike.length >= mostOpenInvitations) {
        return refusal('unusable', sentences.tooManyInvitations(mostOpenInvitations));
      }
      const token = newToken();
      const record: InvitationRecord = {
        v: 1,
        for: read.data,
        by,
        madeAt: at.toISOString(),
        until: endOfDayInJapan(at, days).toISOString(),
        replaces: replaced,
      };
      // Those that are too old go on the way. Where somebody else takes one away meanwhile, the new one alone is stored.
      const old = all.filter((one) => !isOpen(one, at)).map(noInvitation);
      const made = newInvitation(idOfToken(token), record);
      const store = (moves: readonly RecordMove[]) =>
        records.change({ moves, at, message: '招待' });
      if ((await store([made, ...old])) === 'outdated' && (await store([made])) === 'outdated') {
        throw new Error('An invitation that nobody else knows of was in the way of itself.');
      }
      onMemberEvent({ kind: 'invited', at, by, who: read.data, person: null, reason: null });
      return { kind: 'done', token, record };
    },

    async open(by) {
      const now = clock();
      return (await allInvitations(records))
        .filter((one) => isOpen(one, now) && mayTakeBack(by, one).allowed)
        .toSorted((one, other) => other.record.madeAt.localeCompare(one.record.madeAt));
    },

    async withdraw(by, id) {
      const stored = isInvitationId(id) ? await find(id) : null;
      if (!stored) return refusal('not-there', sentences.invitationNotOpen);
      const decision = mayTakeBack(by, stored);
      if (!decision.allowed) return refusal('not-allowed', decision.reason);
      const at = clock();
      const moves = [noInvitation(stored)];
      if ((await records.change({ moves, at, message: '招待の取り消し' })) === 'outdated') {
        return refusal('not-there', sentences.invitationNotOpen);
      }
      const who = stored.record.for;
      onMemberEvent({ kind: 'invitation-withdrawn', at, by, who, person: null, reason: null });
      return { kind: 'done' };
    },

    async find(token, asksHost = true) {
      const id = idOfToken(token);
      let found = await find(id);
      if (!found && asksHost) {
        await records.lookAnew();
        found = await find(id);
      }
      return found?.record ?? null;
    },

    async accept(token, claims) {
      await records.lookAnew();
      for (let round = 0; round < mostRounds; round += 1) {
        const at = clock();
        const today = dayInJapan(at);
        const [invitation, found, registry] = await Promise.all([
          find(idOfToken(token)),
          findPerson(records, settings.keys, claims),
          content.registry(),
        ]);
        const refused = <Said extends NotLetIn | NotBound>(said: Said): Said => {
          const [who, person] = [invitation?.record.for ?? null, shortKey(found.key)];
          onMemberEvent({ kind: 'refused', at, by: null, who, person, reason: said.kind });
          return said;
        };
        if (!invitation) return refused({ kind: 'invitation-gone' });
        const { for: who, by, replaces } = invitation.record;
        if (who.role === 'contributor') {
          if (!isRegistered(registry, who.institution, today)) {
            return refused({ kind: 'unknown-institution' });
          }
          const byScope = institutionByScope(claims, registry.values(), today);
          if (!isNotAgainst(byScope, who.institution)) {
            return byScope.kind === 'scope-of-another-provider'
              ? refused({ kind: byScope.kind })
              : refused({ kind: 'invitation-of-another-institution' });
          }
        }
        const generation = (found.stored?.record.generation ?? 0) + 1;
        const bound = personMoves(found, {
          v: 1,
          binding: { who, by: 'invitation', since: today },
          generation,
          endedOn: null,
          confirmed: monthInJapan(at),
        });
        const isSamePerson = replaces === found.key || replaces === found.stored?.key;
        const moves = [
          noInvitation(invitation),
          ...bound,
          ...(await endOf(isSamePerson ? null : replaces, today)),
        ];
        if ((await records.change({ moves, at, message: '招待の受け取り' })) === 'outdated')
          continue;
        const person = shortKey(found.key);
        onMemberEvent({ kind: 'bound', at, by, who, person, reason: null });
        return { kind: 'person', who, key: found.key, generation };
      }
      throw new Error('Others changed the record of a member each time.');
    },
  };
};

const mayTakeBack = (by: Contributor, { record }: StoredInvitation) =>
  decideAboutMembers(by, { kind: 'withdraw-invitation', of: record.for });

const ownerOf = (who: Contributor): string | null =>
  who.role === 'contributor' ? who.institution : null;
