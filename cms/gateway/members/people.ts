import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import { contributor } from '../permissions/contributor.ts';
import type { Person } from '../permissions/person.ts';
import type { RegisteredInstitution } from '../published-content/registered-institution.ts';
import { institutionByScope } from './institution-by-scope.ts';
import { isRegistered, isUnused, judgePerson } from './judge-person.ts';
import { type MemberParts, mostRounds } from './member-parts.ts';
import type { MemberRecord } from './member-record.ts';
import { readMember } from './member-record.ts';
import { monthInJapan } from './months.ts';
import { isPersonKey, type PersonKey, shortKey } from './person-key.ts';
import type { ProviderClaims } from './provider-claims.ts';
import type { KnownPerson, NotLetIn, Standing } from './standing.ts';
import { type FoundPerson, findPerson, personMoves } from './stored-person.ts';

/** Tells who a signed-in person is. */
export type People = {
  /**
   * Who somebody is by what their provider says, and by what is stored of them. Notes the month of the sign-in.
   * @throws RepositoryTrouble where somebody is let in for the first time and the store takes nothing
   */
  standingOf(claims: ProviderClaims): Promise<Standing>;
  /**
   * Binds somebody of a registered institution whose office was unknown.
   * @param office as they wrote it
   * @returns `unusable-office` where it is no name of an office; else as `standingOf`
   */
  nameOffice(
    claims: ProviderClaims,
    office: string,
  ): Promise<Standing | { readonly kind: 'unusable-office' }>;
  /** Whether a session still counts that a portal began with this key and generation. Asked at each request: one ref is read. */
  isCurrent(key: string, generation: number): Promise<boolean>;
};

/** Makes what tells who people are. */
export const createPeople = ({
  records,
  content,
  settings,
  clock,
  onMemberEvent,
  onTrouble,
}: MemberParts): People => {
  /** What is stored and said of somebody now. */
  const look = async (claims: ProviderClaims) => {
    const at = clock();
    const today = dayInJapan(at);
    const [found, registry] = await Promise.all([
      findPerson(records, settings.keys, claims),
      content.registry(),
    ]);
    const byScope = institutionByScope(claims, registry.values(), today);
    const { missing } = claims;
    const record = found.stored?.record ?? null;
    const judged = judgePerson({ record, byScope, missing, registry, settings, today });
    return { at, today, found, byScope, judged };
  };

  const asPerson = (key: PersonKey, who: Person, generation: number): KnownPerson => ({
    kind: 'person',
    who,
    key,
    generation,
  });

  const refused = (
    { found, byScope, at }: Pick<Awaited<ReturnType<typeof look>>, 'found' | 'byScope' | 'at'>,
    standing: NotLetIn,
  ): NotLetIn => {
    const person = found.stored ? shortKey(found.key) : null;
    const who: Person | null =
      'institution' in byScope ? { role: 'member', institution: byScope.institution.id } : null;
    onMemberEvent({ kind: 'refused', at, by: null, who, person, reason: standing.kind });
    return standing;
  };

  /** Binds somebody by what their provider says. @returns null where somebody else was faster */
  const bind = async (found: FoundPerson, who: Person, at: Date): Promise<KnownPerson | null> => {
    const generation = (found.stored?.record.generation ?? 0) + 1;
    const record: MemberRecord = {
      v: 1,
      binding: { who, by: 'scope', since: dayInJapan(at) },
      generation,
      endedOn: null,
      confirmed: monthInJapan(at),
    };
    const moves = personMoves(found, record);
    if ((await records.change({ moves, at, message: '登録' })) === 'outdated') return null;
    const person = shortKey(found.key);
    onMemberEvent({ kind: 'bound', at, by: null, who, person, reason: null });
    return asPerson(found.key, who, generation);
  };

  /**
   * Notes that somebody signed in this month, under the key that is written now.
   * @returns the key under which they stand; null where somebody else was faster
   */
  const confirm = async (
    { key, stored }: FoundPerson,
    record: MemberRecord,
    at: Date,
  ): Promise<PersonKey | null> => {
    const confirmed = monthInJapan(at);
    if (record.confirmed === confirmed && stored?.key === key) return key;
    const moves = personMoves({ key, stored }, { ...record, confirmed });
    try {
      const change = await records.change({ moves, at, message: 'サインインの月' });
      return change === 'changed' ? key : null;
    } catch (error) {
      // Nobody is kept out by what can wait for their next sign-in.
      onTrouble(error);
      return stored?.key ?? null;
    }
  };

  /** Does what was judged, and once more from the beginning where somebody else was faster. */
  const settle = async (
    claims: ProviderClaims,
    whoBy: (institution: RegisteredInstitution) => Person | null,
  ): Promise<Standing> => {
    // Somebody may have been bound, or let go, at another portal a moment ago.
    await records.lookAnew();
    for (let round = 0; round < mostRounds; round += 1) {
      const { at, found, byScope, judged } = await look(claims);
      if (judged.kind === 'as-bound') {
        const record = found.stored?.record;
        if (!record) throw new Error('Somebody is bound of whom nothing is stored.');
        const key = await confirm(found, record, at);
        if (key) return asPerson(key, judged.binding.who, record.generation);
      } else if (judged.kind === 'by-scope') {
        const { institution } = judged;
        const who = whoBy(institution);
        if (!who) {
          return {
            kind: 'office-unknown',
            institution: { id: institution.id, name: institution.name },
          };
        }
        const person = await bind(found, who, at);
        if (person) return person;
      } else {
        return refused({ found, byScope, at }, judged);
      }
    }
    throw new Error('Others changed the record of a member each time.');
  };

  const reader = ({ id }: RegisteredInstitution): Person | null =>
    settings.uninvitedMay === 'read' ? { role: 'member', institution: id } : null;

  return {
    standingOf: (claims) => settle(claims, reader),

    async nameOffice(claims, office) {
      // Any institution shows whether it is a name of an office.
      const named = contributor.safeParse({ role: 'editor', office });
      if (!named.success) return { kind: 'unusable-office' };
      return settle(claims, (institution) => {
        const who = { role: 'contributor', institution: institution.id, office: named.data.office };
        return reader(institution) ?? contributor.parse(who);
      });
    },

    async isCurrent(key, generation) {
      if (!isPersonKey(key)) return false;
      let record = (await readMember(records, key))?.record;
      // A session is sealed by a portal: one that is ahead of what is known here was begun at another one just now.
      if (!record || record.generation < generation) {
        await records.lookAnew();
        record = (await readMember(records, key))?.record;
      }
      const who = record?.binding?.who;
      if (!record || !who || record.generation !== generation) return false;
      const today = dayInJapan(clock());
      if (isUnused(record, today, settings.months)) return false;
      return (
        who.role === 'editor' || isRegistered(await content.registry(), who.institution, today)
      );
    },
  };
};
