import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { decideAboutMembers } from '../permissions/decide.ts';
import type { Person } from '../permissions/person.ts';
import { allInvitations, noInvitation } from './invitation-record.ts';
import { isUnused } from './judge-person.ts';
import { type MemberParts, mostRounds } from './member-parts.ts';
import { allMembers, type Binding, ended, memberMove, readMember } from './member-record.ts';
import { monthInJapan, monthsBetween } from './months.ts';
import { isPersonKey, type PersonKey, shortKey } from './person-key.ts';
import { type RefusedByMembers, refusal } from './refused-by-members.ts';
import { sentences } from './sentences.ts';

/** Somebody who is bound, as a page shows them: by office and dates, since there is no name. */
export type ShownBinding = {
  readonly key: PersonKey;
  readonly binding: Binding;
  /** The month of the last sign-in, or of the day on which an office said that they are still there. */
  readonly confirmed: string;
  /** How many months remain without a sign-in; 0 where it has ended by itself. */
  readonly monthsLeft: number;
};

type Outcome = Promise<{ readonly kind: 'done' } | RefusedByMembers>;

/** Shows who is bound, and ends it. */
export type Bindings = {
  /** All that somebody may end; by institution and office, those that were confirmed longest ago first. */
  all(by: Contributor): Promise<readonly ShownBinding[]>;
  /**
   * Ends a binding, at once: sessions that were begun by it count no longer. Invitations of the same office go with it,
   * since nobody knows who has them.
   */
  end(by: Contributor, key: string): Outcome;
  /** Says that somebody is still there, who has not signed in for long. */
  confirm(by: Contributor, key: string): Outcome;
};

/** How many months before its end a binding can be kept by a word. */
export const monthsOfWarning = 3;

/** Makes the keeper of bindings. */
export const createBindings = ({
  records,
  settings,
  clock,
  onMemberEvent,
}: MemberParts): Bindings => {
  /** Somebody who is bound, and of whom this office may decide. */
  const found = async (by: Contributor, key: string, kind: 'end-binding' | 'confirm-binding') => {
    const stored = isPersonKey(key) ? await readMember(records, key) : null;
    const binding = stored?.record.binding;
    if (!stored || !binding) return refusal('not-there', sentences.bindingGone);
    const decision = decideAboutMembers(by, { kind, of: binding.who });
    if (!decision.allowed) return refusal('not-allowed', decision.reason);
    return { kind: 'found', stored, binding } as const;
  };

  return {
    async all(by) {
      const month = monthInJapan(clock());
      const all = (await allMembers(records)).flatMap(({ key, record }): ShownBinding[] => {
        const { binding, confirmed } = record;
        if (!binding) return [];
        if (!decideAboutMembers(by, { kind: 'read-members', of: binding.who }).allowed) return [];
        const monthsLeft = Math.max(0, settings.months - monthsBetween(confirmed, month));
        return [{ key, binding, confirmed, monthsLeft }];
      });
      return all.toSorted((one, other) => {
        const [first, second] = [orderOf(one.binding.who), orderOf(other.binding.who)];
        return first.localeCompare(second, 'ja') || one.confirmed.localeCompare(other.confirmed);
      });
    },

    async end(by, key) {
      for (let round = 0; round < mostRounds; round += 1) {
        const asked = await found(by, key, 'end-binding');
        if (asked.kind === 'refused') return asked;
        const at = clock();
        const { stored, binding } = asked;
        const theirs = (await allInvitations(records)).filter(
          ({ record }) => record.by && isSameOffice(record.by, binding.who),
        );
        const moves = [
          memberMove(stored.key, stored.version, ended(stored.record, dayInJapan(at))),
          ...theirs.map(noInvitation),
        ];
        if ((await records.change({ moves, at, message: '登録の終わり' })) === 'outdated') continue;
        const person = shortKey(stored.key);
        onMemberEvent({ kind: 'ended', at, by, who: binding.who, person, reason: null });
        return { kind: 'done' };
      }
      throw new Error('Others changed the record of a member each time.');
    },

    async confirm(by, key) {
      for (let round = 0; round < mostRounds; round += 1) {
        const asked = await found(by, key, 'confirm-binding');
        if (asked.kind === 'refused') return asked;
        const at = clock();
        const { stored, binding } = asked;
        const { record } = stored;
        // The name may be another person's by now, of whom the office knows nothing.
        if (isUnused(record, dayInJapan(at), settings.months)) {
          return refusal('not-there', sentences.bindingUnused);
        }
        const confirmed = monthInJapan(at);
        const moves = [memberMove(stored.key, stored.version, { ...record, confirmed })];
        if ((await records.change({ moves, at, message: '登録の継続' })) === 'outdated') continue;
        const person = shortKey(stored.key);
        onMemberEvent({ kind: 'confirmed', at, by, who: binding.who, person, reason: null });
        return { kind: 'done' };
      }
      throw new Error('Others changed the record of a member each time.');
    },
  };
};

const isSameOffice = (one: Contributor, other: Person): boolean =>
  one.role === other.role &&
  one.office === other.office &&
  (one.role === 'editor' || one.institution === (other as typeof one).institution);

/** The network's office first, then institutions with their offices, then who only reads. */
const orderOf = (who: Person): string => {
  if (who.role === 'editor') return ` ${who.office}`;
  return `${who.institution} ${who.role === 'contributor' ? who.office : '\u{ffff}'}`;
};
