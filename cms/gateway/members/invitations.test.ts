import { afterAll, describe, expect, it } from 'vitest';
import { people } from '../permissions/fixtures/people.ts';
import { claimsOf, momijiIdp, openMembers } from './fixtures/open-members.ts';
import type { Asked } from './invitations.ts';
import type { KnownPerson } from './standing.ts';

const { members, world, events, setClock, close } = await openMembers();
const { invitations, bindings } = members;
afterAll(close);

const office: Asked = {
  role: 'contributor',
  institution: 'sakura-u',
  office: '国際企画課',
  days: 14,
  replaces: null,
};
const made = async (
  asked: Partial<Asked> = {},
  by = people.sakura as typeof people.sakura | null,
) => {
  const invitation = await invitations.invite(by, { ...office, ...asked });
  if (invitation.kind !== 'done') throw new Error(invitation.reason);
  return invitation;
};
const accepted = async (token: string, subject: string) => {
  const person = await invitations.accept(token, claimsOf(subject));
  if (person.kind !== 'person') throw new Error(person.kind);
  return person;
};
const gone = { kind: 'invitation-gone' };

describe('an invitation', () => {
  it('binds whoever uses it first, as the office that it names', async () => {
    const { token, record } = await made();
    expect(record.until).toBe('2026-12-08T14:59:59.999Z');
    expect(await invitations.find(token)).toEqual(record);
    const person = await accepted(token, 'first');
    const who = { role: 'contributor', institution: 'sakura-u', office: '国際企画課' };
    expect(person.who).toEqual(who);
    expect(await members.isCurrent(person.key, person.generation)).toBe(true);
    expect(await members.standingOf(claimsOf('first'))).toEqual(person);
    expect(await invitations.find(token)).toBeNull();
    expect(await invitations.accept(token, claimsOf('second'))).toEqual(gone);
    expect(await invitations.accept(token, claimsOf('first'))).toEqual(gone);
    expect(events.filter(({ kind }) => kind === 'bound').at(-1)).toMatchObject({
      by: people.sakura,
      who,
    });
  });

  it('of which twenty are used twice at the same moment binds one each time', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { token } = await made();
      const both = await Promise.all(
        ['one', 'other'].map((name) => invitations.accept(token, claimsOf(`${name}-${round}`))),
      );
      expect(both.map(({ kind }) => kind).sort()).toEqual(['invitation-gone', 'person']);
    }
  });

  it('is kept as a digest, from which nobody comes to its address', async () => {
    const { token } = await made();
    const refs = world.drafts('for-each-ref', '--format=%(refname)', 'refs/invitations/');
    const texts = refs
      .match(/^refs\S+/gm)
      ?.map((ref) => world.drafts('show', `${ref}:record.json`));
    expect(texts?.length).toBeGreaterThan(0);
    expect([refs, ...(texts ?? [])].join('\n')).not.toContain(token);
  });

  it.each(['', 'x', '../../members', 'a'.repeat(5000)])(
    'is none that was never made: %.9j',
    async (token) => {
      expect(await invitations.find(token)).toBeNull();
      expect(await invitations.accept(token, claimsOf('nobody'))).toEqual(gone);
    },
  );

  it('ends with its last day in Japan', async () => {
    const { token } = await made({ days: 1 });
    setClock('2026-11-25T14:59:59Z');
    expect(await invitations.find(token)).not.toBeNull();
    setClock('2026-11-25T15:00:00Z');
    expect(await invitations.find(token)).toBeNull();
    expect(await invitations.accept(token, claimsOf('late'))).toEqual(gone);
    const { token: next } = await made();
    const refs = world.drafts('for-each-ref', 'refs/invitations/');
    setClock('2026-11-24T05:05:00Z');
    // The old one went when the next was made.
    expect(await invitations.find(token)).toBeNull();
    expect(await invitations.find(next)).not.toBeNull();
    expect(refs.split('\n').length).toBeLessThan(6);
  });

  it('can be taken back by its institution and by editors', async () => {
    const { token } = await made({ office: '取り消す課' });
    const mine = (await invitations.open(people.sakura)).find(
      ({ record }) => record.for.office === '取り消す課',
    );
    const id = mine?.id ?? '';
    expect(await invitations.open(people.momiji)).toEqual([]);
    expect(await invitations.withdraw(people.momiji, id)).toMatchObject({ code: 'not-allowed' });
    expect(await invitations.withdraw(people.editor, id)).toEqual({ kind: 'done' });
    expect(await invitations.withdraw(people.sakura, id)).toMatchObject({ code: 'not-there' });
    expect(await invitations.accept(token, claimsOf('too-late'))).toEqual(gone);
  });

  it('is for nobody of another institution', async () => {
    const { token } = await made();
    const idp = { identityProvider: momijiIdp };
    const other = claimsOf('of-momiji', ['momiji-u.example'], idp);
    expect(await invitations.accept(token, other)).toEqual({
      kind: 'invitation-of-another-institution',
    });
    // Forged: the provider may not say so.
    expect(await invitations.accept(token, claimsOf('forger', ['momiji-u.example']))).toEqual({
      kind: 'scope-of-another-provider',
    });
    const unknown = claimsOf('kaede', ['kaede-u.example']);
    expect(await invitations.accept(token, unknown)).toMatchObject({ kind: 'person' });
  });

  it('is not made by who may not, nor for what is not there', async () => {
    const invite = (by: Parameters<typeof invitations.invite>[0], asked: Partial<Asked>) =>
      invitations.invite(by, { ...office, ...asked });
    const editor = { role: 'editor', institution: null, office: '編集部' };
    expect(await invite(people.momiji, {})).toMatchObject({ code: 'not-allowed' });
    expect(await invite(people.sakura, editor)).toMatchObject({ code: 'not-allowed' });
    expect(await invite(people.editor, editor)).toMatchObject({ kind: 'done' });
    expect(await invite(null, editor)).toMatchObject({ kind: 'done' });
    for (const asked of [
      { institution: 'nowhere-u' },
      { institution: 'henshubu' },
      { institution: null },
      { office: '' },
      { office: 'a@b' },
      { days: 0 },
      { days: 61 },
      { days: 1.5 },
      { days: Number.NaN },
      { role: 'member' },
      { replaces: 'x' },
      { replaces: `a-${'0'.repeat(64)}` },
    ]) {
      expect(await invite(people.editor, asked)).toMatchObject({ code: 'unusable' });
    }
  });
});

describe('who is bound by an invitation', () => {
  it('takes the place of an old binding in the same step', async () => {
    const old = await accepted((await made()).token, 'old-name');
    const by = { replaces: old.key };
    expect(
      await invitations.invite(people.momiji, { ...office, institution: 'momiji-u', ...by }),
    ).toMatchObject({ code: 'not-allowed' });
    const { token } = await made(by);
    expect(await members.isCurrent(old.key, old.generation)).toBe(true);
    const now = await accepted(token, 'new-name');
    expect(await members.isCurrent(old.key, old.generation)).toBe(false);
    expect(await members.isCurrent(now.key, now.generation)).toBe(true);
    expect(await members.standingOf(claimsOf('old-name'))).toEqual({
      kind: 'ended',
      why: 'by-office',
    });
    // By the very person whose binding it is.
    const again = await accepted((await made({ replaces: now.key })).token, 'new-name');
    expect(again.generation).toBe(now.generation + 1);
  });

  it('comes back after an end', async () => {
    const person = await accepted((await made()).token, 'comes-back');
    await bindings.end(people.sakura, person.key);
    const back = await accepted((await made()).token, 'comes-back');
    expect(back.generation).toBe(person.generation + 2);
    expect(await members.isCurrent(back.key, back.generation)).toBe(true);
  });

  it('is an editor whatever their own institution is', async () => {
    const editor = { role: 'editor', institution: null } as const;
    const { token } = await made({ ...editor, office: '事務局' }, null);
    const person = await accepted(token, 'editor');
    expect(person.who).toEqual({ role: 'editor', office: '事務局' });
    const claims = claimsOf('editor', ['sakura-u.example'], { identityProvider: momijiIdp });
    expect(await members.standingOf(claims)).toMatchObject({ who: person.who });
  });

  it('no longer counts for who moved to another institution', async () => {
    await accepted((await made()).token, 'moved');
    const claims = claimsOf('moved', ['momiji-u.example'], { identityProvider: momijiIdp });
    expect(await members.standingOf(claims)).toMatchObject({ kind: 'office-unknown' });
  });
});

describe('an end', () => {
  it('takes the invitations of the same office along', async () => {
    const leaving = await accepted((await made({ office: '去る課' })).token, 'leaving');
    const own = await made({}, leaving.who as typeof people.sakura);
    const others = await made({}, people.sakura);
    await bindings.end(people.editor, leaving.key);
    expect(await invitations.find(own.token)).toBeNull();
    expect(await invitations.find(others.token)).not.toBeNull();
  });

  it('is put off by the word of the office, until it has come', async () => {
    const person: KnownPerson = await accepted((await made({ office: '続ける課' })).token, 'stays');
    setClock('2028-10-01T05:00:00Z');
    const shown = (await bindings.all(people.sakura)).find(({ key }) => key === person.key);
    expect(shown).toMatchObject({ confirmed: '2026-11', monthsLeft: 1 });
    expect(await bindings.confirm(people.momiji, person.key)).toMatchObject({
      code: 'not-allowed',
    });
    expect(await bindings.confirm(people.sakura, person.key)).toEqual({ kind: 'done' });
    setClock('2030-09-30T05:00:00Z');
    expect(await members.isCurrent(person.key, person.generation)).toBe(true);
    setClock('2030-10-01T05:00:00Z');
    expect(await members.isCurrent(person.key, person.generation)).toBe(false);
    expect(await bindings.confirm(people.sakura, person.key)).toMatchObject({ code: 'not-there' });
    setClock('2026-11-24T05:05:00Z');
  });

  it('is shown to nobody of another institution', async () => {
    const roles = (await bindings.all(people.sakura)).map(({ binding: { who } }) => who);
    expect(new Set(roles.map((who) => (who.role === 'editor' ? '' : who.institution)))).toEqual(
      new Set(['sakura-u']),
    );
    expect((await bindings.all(people.editor)).length).toBeGreaterThan(roles.length);
  });
});
