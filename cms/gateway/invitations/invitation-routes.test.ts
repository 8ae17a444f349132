import { Hono } from 'hono';
import { parseHTML } from 'linkedom';
import { afterAll, expect, it } from 'vitest';
import { openMembers } from '../members/fixtures/open-members.ts';
import { people } from '../permissions/fixtures/people.ts';
import { answerToFailure } from '../requests/failures.ts';
import { createInvitationRoutes } from './invitation-routes.ts';
import { words } from './words.ts';

const opened = await openMembers();
afterAll(opened.close);
const { invitations } = opened.members;

const origin = 'https://portal.example';
const app = new Hono();
app.onError(answerToFailure(() => {}));
app.route(
  '/invitation',
  createInvitationRoutes({
    invitations,
    institutionName: (id) => (id === 'sakura-u' ? 'さくら大学' : id),
    basePath: '/',
    clock: () => new Date('2026-11-24T05:05:00Z'),
  }),
);
const asked = { role: 'contributor', institution: 'sakura-u', days: 14, replaces: null } as const;
const made = async (office = '国際企画課', by: typeof people.sakura | null = people.sakura) => {
  const invitation = await invitations.invite(by, { ...asked, office });
  if (invitation.kind !== 'done') throw new Error(invitation.reason);
  return invitation.token;
};
const ask = async (path: string, init: RequestInit = {}) => {
  const answer = await app.request(`${origin}/invitation/${path}`, init);
  const text = await answer.text();
  const { document } = parseHTML(text);
  return { status: answer.status, headers: answer.headers, text, document };
};

it('says who invites, as whom and until when, and changes nothing by being opened', async () => {
  const token = await made();
  for (let time = 0; time < 3; time += 1) {
    const { status, document, headers } = await ask(token);
    expect(status).toBe(200);
    const said = document.body.textContent;
    expect(said).toContain('さくら大学 研究推進課からの招待');
    expect(said).toContain('さくら大学 国際企画課');
    expect(said).toContain('2026年12月8日まで');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  }
  expect(await invitations.find(token)).not.toBeNull();
  const { document } = await ask(await made('事務の課', null));
  expect(document.body.textContent).toContain(words.asksByMachine);
});

it('leads to the sign-in, and from there to the desk', async () => {
  const token = await made();
  const { document } = await ask(token);
  const to = new URL(document.querySelector('main a')?.getAttribute('href') ?? '', origin);
  expect(to.pathname).toBe('/admin/session/begin');
  expect(to.searchParams.get('invitation')).toBe(token);
  expect(to.searchParams.get('back')).toBe('/admin/desk/?done=joined');
  expect((await ask(token, { method: 'POST', headers: { origin } })).status).toBe(404);
});

it('has one page for all that leads to nothing', async () => {
  const used = await made();
  await invitations.accept(used, {
    issuer: 'https://sign-in.example',
    subject: 'used',
    scopes: [],
    identityProvider: null,
    affiliations: [],
    missing: [],
  });
  const old = await made('期限の課');
  const taken = await made('取り消す課');
  const id = (await invitations.open(people.sakura)).find(
    ({ record }) => record.for.office === '取り消す課',
  )?.id;
  await invitations.withdraw(people.sakura, id ?? '');
  opened.setClock('2027-01-24T05:05:00Z');
  const never = 'A'.repeat(32);
  const answers = await Promise.all(
    [used, old, taken, never, '..%2f..%2fmembers', ''].map((one) => ask(one)),
  );
  opened.setClock('2026-11-24T05:05:00Z');
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
});

it('lets nobody guess on, and everybody in who holds one', async () => {
  const token = await made();
  let status = 0;
  for (let guess = 0; guess < 25; guess += 1) ({ status } = await ask(`guess-${guess}`));
  expect(status).toBe(429);
  expect((await ask(token)).status).toBe(200);
});
