import { afterAll, describe, expect, it } from 'vitest';
import { people } from '../permissions/fixtures/people.ts';
import { claimsOf, momijiIdp, oneKey, openMembers } from './fixtures/open-members.ts';
import type { KnownPerson } from './standing.ts';

const { members, world, events, setClock, withSettings, register, close } = await openMembers();
afterAll(close);

const sakura = ['sakura-u.example'];
const momiji = ['momiji-u.example'];
const bound = async (subject: string, scopes = sakura): Promise<KnownPerson> => {
  const person = await members.nameOffice(claimsOf(subject, scopes), '研究推進課');
  if (person.kind !== 'person') throw new Error(person.kind);
  return person;
};

describe('by scope', () => {
  it('asks for the office once, and knows it from then on', async () => {
    const claims = claimsOf('by-scope', sakura);
    expect(await members.standingOf(claims)).toEqual({
      kind: 'office-unknown',
      institution: { id: 'sakura-u', name: 'さくら大学' },
    });
    expect(await members.nameOffice(claims, '研究 <x@example.jp>')).toEqual({
      kind: 'unusable-office',
    });
    expect(await members.nameOffice(claims, '研究推進課')).toMatchObject({ who: people.sakura });
    // Later they are who they were, whatever they write.
    expect(await members.nameOffice(claims, '別の課')).toMatchObject({ who: people.sakura });
    expect(await members.standingOf(claims)).toMatchObject({ kind: 'person', generation: 1 });
  });

  it.each([
    ['of nobody', [], 'no-institution'],
    ['unknown', ['kaede-u.example'], 'unknown-institution'],
    ['below one that is known', ['lab.sakura-u.example'], 'unknown-institution'],
    ['above one', ['example'], 'unknown-institution'],
    [
      'of two institutions, where one has a provider of its own',
      [...sakura, ...momiji],
      'scope-of-another-provider',
    ],
    ['of an institution with a provider of its own', momiji, 'scope-of-another-provider'],
  ])('lets nobody in by a scope %s', async (_, scopes, kind) => {
    expect(await members.standingOf(claimsOf('stranger', scopes))).toMatchObject({ kind });
    expect(events.at(-1)).toMatchObject({ kind: 'refused', reason: kind, person: null });
  });

  it('takes a scope from its own provider alone', async () => {
    const of = (identityProvider: string | null, scopes: string[]) =>
      members.standingOf(claimsOf('vouched', scopes, { identityProvider }));
    expect(await of(momijiIdp, momiji)).toMatchObject({ kind: 'office-unknown' });
    expect(await of(`${momijiIdp}/`, momiji)).toEqual({ kind: 'scope-of-another-provider' });
    expect(await of(momijiIdp, sakura)).toEqual({ kind: 'scope-of-another-provider' });
    expect(events.at(-1)?.who).toEqual({ role: 'member', institution: 'sakura-u' });
    expect(await of(momijiIdp, [...momiji, ...sakura])).toEqual({
      kind: 'scope-of-another-provider',
    });
  });

  it('names the claims that did not come', async () => {
    const claims = claimsOf('bare', [], { missing: ['eduPersonPrincipalName'] });
    expect(await members.standingOf(claims)).toEqual({
      kind: 'no-institution',
      missing: ['eduPersonPrincipalName'],
    });
  });

  it('holds as long as the provider says so', async () => {
    const { key, generation } = await bound('moves');
    expect(await members.standingOf(claimsOf('moves'))).toMatchObject({ kind: 'no-institution' });
    const idp = { identityProvider: momijiIdp };
    const person = await members.nameOffice(claimsOf('moves', momiji, idp), '産学連携室');
    expect(person).toMatchObject({ who: people.momiji, generation: generation + 1 });
    expect(await members.isCurrent(key, generation)).toBe(false);
    expect(await members.isCurrent(key, generation + 1)).toBe(true);
  });

  it('only reads where contributing asks for an invitation', async () => {
    const readers = withSettings({ uninvitedMay: 'read' });
    const reader = { kind: 'person', who: { role: 'member', institution: 'sakura-u' } };
    expect(await readers.standingOf(claimsOf('reader', sakura))).toMatchObject(reader);
    expect(await readers.nameOffice(claimsOf('reader', sakura), '研究推進課')).toMatchObject(
      reader,
    );
    expect(await members.standingOf(claimsOf('reader', sakura))).toMatchObject({
      kind: 'office-unknown',
    });
  });

  it('binds each of twenty once who come at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => bound('at-once')));
    expect(new Set(all.map(({ key, generation }) => `${key} ${generation}`)).size).toBe(1);
  });
});

describe('what is stored', () => {
  it('says nothing of anybody to who has no key', async () => {
    await bound('taro.yamada');
    const refs = world.drafts('for-each-ref', '--format=%(refname) %(contents)', 'refs/members/');
    const texts = refs
      .match(/^refs\S+/gm)
      ?.map((ref) => world.drafts('cat-file', 'blob', `${ref}:record.json`));
    expect(texts?.length).toBeGreaterThan(3);
    expect([refs, ...(texts ?? [])].join('\n')).not.toMatch(
      /taro|yamada|sign-in\.example|sakura-u\.example|shibboleth|@(?!contributors|portal)/,
    );
  });

  it('is found under each key of the ring, and written under the first', async () => {
    const old = await bound('rolled');
    const newer = { id: 'b', secret: 'b'.repeat(32) };
    const rolled = withSettings({ keys: [newer, oneKey] });
    const person = await rolled.standingOf(claimsOf('rolled', sakura));
    expect(person).toMatchObject({ who: people.sakura, generation: old.generation });
    const { key } = person as KnownPerson;
    expect(key).toMatch(/^b-/);
    expect(await rolled.isCurrent(old.key, 1)).toBe(false);
    const later = withSettings({ keys: [newer] });
    expect(await later.standingOf(claimsOf('rolled', sakura))).toMatchObject({ key });
    // Somebody else's key opens nothing.
    const other = withSettings({ keys: [{ id: 'b', secret: 'c'.repeat(32) }] });
    expect(await other.standingOf(claimsOf('rolled', sakura))).toMatchObject({
      kind: 'office-unknown',
    });
  });
});

describe('an end', () => {
  it('comes when nobody signed in for 24 months, and the name may be another person’s', async () => {
    setClock('2026-11-30T14:59:00Z');
    const { key, generation } = await bound('long-away');
    setClock('2028-10-31T14:00:00Z');
    expect(await members.isCurrent(key, generation)).toBe(true);
    setClock('2028-10-31T15:00:00Z');
    expect(await members.isCurrent(key, generation)).toBe(false);
    expect(await members.standingOf(claimsOf('long-away'))).toEqual({
      kind: 'ended',
      why: 'unused',
    });
    const claims = claimsOf('long-away', sakura);
    expect(await members.standingOf(claims)).toMatchObject({ kind: 'office-unknown' });
    expect(await members.nameOffice(claims, '別の課')).toMatchObject({
      generation: generation + 1,
    });
    setClock('2026-11-24T05:05:00Z');
  });

  it('is put off by a sign-in, of which the month alone is kept', async () => {
    await bound('often');
    setClock('2027-03-09T01:00:00Z');
    await members.standingOf(claimsOf('often', sakura));
    const all = await members.bindings.all(people.editor);
    expect(all.filter(({ confirmed }) => confirmed === '2027-03')).toHaveLength(1);
    setClock('2026-11-24T05:05:00Z');
  });

  it('by an office acts on the next request, and holds against the scope', async () => {
    const { key, generation } = await bound('leaves');
    expect(await members.isCurrent(key, generation)).toBe(true);
    const { bindings } = members;
    expect(await bindings.end(people.momiji, key)).toMatchObject({ code: 'not-allowed' });
    expect(await bindings.end(people.sakura, key)).toEqual({ kind: 'done' });
    expect(await members.isCurrent(key, generation)).toBe(false);
    expect(await members.isCurrent(key, generation + 1)).toBe(false);
    expect(await bindings.end(people.sakura, key)).toMatchObject({ code: 'not-there' });
    expect(await members.standingOf(claimsOf('leaves', sakura))).toEqual({
      kind: 'ended',
      why: 'by-office',
    });
  });

  it('comes with the end of the institution', async () => {
    register('kaede-u', ['signInScopes: [kaede-u.example]']);
    const { key, generation } = await bound('kaede', ['kaede-u.example']);
    expect(await members.isCurrent(key, generation)).toBe(true);
    register('kaede-u', ['signInScopes: [kaede-u.example]', "validUntil: '2026-11-23'"]);
    expect(await members.isCurrent(key, generation)).toBe(false);
    register('kaede-u', ['signInScopes: [kaede-u.example]', 'withdrawn: true']);
    expect(await members.standingOf(claimsOf('kaede', ['kaede-u.example']))).toMatchObject({
      kind: 'unknown-institution',
    });
  });

  it.each(['', 'a', '../x', `a-${'0'.repeat(64)}`, `A-${'0'.repeat(64)}`])(
    'is what a session with the key %j is at',
    async (key) => expect(await members.isCurrent(key, 1)).toBe(false),
  );
});
