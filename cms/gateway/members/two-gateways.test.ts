import { afterAll, expect, it } from 'vitest';
import { people } from '../permissions/fixtures/people.ts';
import { createPublishedContent } from '../published-content/published-content.ts';
import type { Repository } from '../repository/repository.ts';
import { cloneOfHost } from '../upstream/fixtures/clone-of-host.ts';
import { claimsOf, oneKey } from './fixtures/open-members.ts';
import { createMembers } from './members.ts';

/** Two gateways on one git host, each with a clone of its own. */
const throwing = (error: unknown) => {
  throw error;
};
const { repository: one, world, openOther } = await cloneOfHost(throwing);
const other = await openOther();
afterAll(() => {
  for (const repository of [one, other]) repository.close();
  world.remove();
});
const membersOf = (repository: Repository) =>
  createMembers({
    records: repository.records,
    content: createPublishedContent(repository),
    settings: { keys: [oneKey], uninvitedMay: 'contribute', months: 24 },
    clock: () => new Date(),
    onMemberEvent: () => {},
    onTrouble: throwing,
  });
const gateways = [membersOf(one), membersOf(other)] as const;

const invited = async () => {
  const made = await gateways[0].invitations.invite(people.sakura, {
    role: 'contributor',
    institution: 'sakura-u',
    office: '国際企画課',
    days: 14,
    replaces: null,
  });
  if (made.kind !== 'done') throw new Error(made.reason);
  return made.token;
};
it('bind one person with one invitation, whichever is faster', async () => {
  for (let round = 0; round < 5; round += 1) {
    const token = await invited();
    const both = await Promise.all(
      gateways.map(({ invitations }, at) => invitations.accept(token, claimsOf(`${at}-${round}`))),
    );
    expect(both.map(({ kind }) => kind).sort()).toEqual(['invitation-gone', 'person']);
  }
});

it('agree on who somebody is, and on the end of it', async () => {
  const person = await gateways[0].invitations.accept(await invited(), claimsOf('everywhere'));
  if (person.kind !== 'person') throw new Error(person.kind);
  // The next request of a session may be answered by the other.
  expect(await gateways[1].isCurrent(person.key, person.generation)).toBe(true);
  expect(await gateways[1].standingOf(claimsOf('everywhere'))).toEqual(person);
  expect(await gateways[1].bindings.end(people.sakura, person.key)).toEqual({ kind: 'done' });
  // As the host is looked at from time to time.
  await one.records.lookAnew();
  expect(await gateways[0].isCurrent(person.key, person.generation)).toBe(false);
});

it('show an invitation at once that was made at the other', async () => {
  const token = await invited();
  expect(await gateways[1].invitations.find(token, false)).toBeNull();
  expect(await gateways[1].invitations.find(token)).not.toBeNull();
});
