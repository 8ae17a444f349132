import { parseHTML } from 'linkedom';
import { afterAll, describe, expect, it } from 'vitest';
import { startGateway, type Visitor } from '../fixtures/start-gateway.ts';
import { plainDesk } from './fixtures/plain-desk.ts';
import { memberWords as words } from './member-words.ts';
import { deskPages, doneSentences } from './words.ts';

/** A gateway with members whose desk is the real one; people still choose who they are, so that each can be tried. */
const gateway = await startGateway({
  settings: {
    members: {
      keys: [{ id: 'a', secret: 'a'.repeat(32) }],
      uninvitedMay: 'contribute',
      months: 24,
    },
  },
  beside: (core) => ({ desk: plainDesk(core, null) }),
});
afterAll(() => gateway.close());
const { members } = gateway;
if (!members) throw new Error('There are no members.');

const sakura = await gateway.signIn({
  role: 'contributor',
  institution: 'sakura-u',
  office: '研究推進課',
});
const momiji = await gateway.signIn({
  role: 'contributor',
  institution: 'momiji-u',
  office: '産学連携室',
});
const editor = await gateway.signIn({ role: 'editor', office: '事務局' });

const page = '/admin/desk/members/';
const read = async (who: Visitor, path = page) => {
  const { status, body } = await who.ask(path);
  return { status, document: parseHTML(body).document };
};
const send = async (who: Visitor, path: string, fields: Record<string, string> = {}) => {
  const { status, body, headers } = await who.ask(`${page}${path}`, {
    method: 'POST',
    headers: { origin: gateway.origin },
    body: new URLSearchParams(fields),
  });
  const { document } = parseHTML(body || '<!doctype html><html></html>');
  return { status, document, to: headers.get('location') };
};
const office = { office: '国際企画課', days: '14', replaces: '' };
/** The token of an invitation that is made by the form. */
const made = async (who: Visitor, fields: Record<string, string> = office) => {
  const { status, document } = await send(who, 'invite', fields);
  const link = document.querySelector('#link')?.getAttribute('value') ?? '';
  return { status, token: link.split('/').at(-1) ?? '', link };
};
const claims = (subject: string) => ({
  issuer: 'https://sign-in.example',
  subject,
  scopes: [],
  identityProvider: null,
  affiliations: [],
  missing: [],
});
const bind = async (token: string, subject: string) => {
  const person = await members.invitations.accept(token, claims(subject));
  if (person.kind !== 'person') throw new Error(person.kind);
  return person;
};

describe('an invitation', () => {
  it('is told once, to whoever made it, for their own institution', async () => {
    // What else is sent changes nothing for an office.
    const fields = { ...office, role: 'editor', institution: 'momiji-u' };
    const { status, token, link } = await made(sakura, fields);
    expect(status).toBe(200);
    expect(link).toBe(`${gateway.origin}/invitation/${token}`);
    const record = await members.invitations.find(token);
    expect(record?.for).toEqual({
      role: 'contributor',
      institution: 'sakura-u',
      office: '国際企画課',
    });
    const { document } = await read(sakura);
    expect(document.body.textContent).toContain('さくら大学 国際企画課');
    expect(document.body.textContent).not.toContain(token);
    expect((await read(momiji)).document.body.textContent).not.toContain('国際企画課');
  });

  it('is made by editors for every institution and for editors', async () => {
    const { token } = await made(editor, { ...office, role: 'editor', institution: '' });
    expect((await members.invitations.find(token))?.for).toEqual({
      role: 'editor',
      office: '国際企画課',
    });
    const other = await made(editor, { ...office, role: 'contributor', institution: 'momiji-u' });
    expect((await members.invitations.find(other.token))?.for).toMatchObject({
      institution: 'momiji-u',
    });
    const { document } = await read(editor);
    const names = [...document.querySelectorAll('#institution option')].map(
      (one) => one.textContent,
    );
    expect(names).toEqual([words.noInstitution, 'さくら大学', 'もみじ大学']);
    expect((await read(sakura)).document.querySelector('#institution')).toBeNull();
  });

  it('that cannot be made says why, with what was typed', async () => {
    const wrong = { ...office, office: 'a@b', role: 'contributor', institution: 'sakura-u' };
    const { status, document } = await send(editor, 'invite', wrong);
    expect(status).toBe(422);
    expect(document.querySelector('[role=alert]')?.textContent).toContain('部署');
    expect(document.querySelector('#office')?.getAttribute('value')).toBe('a@b');
    expect(document.querySelector('#institution [selected]')?.textContent).toBe('さくら大学');
    for (const fields of [
      {},
      { ...office, days: '1e1' },
      { ...office, days: '999' },
      { ...office, replaces: '../x' },
    ]) {
      expect((await send(sakura, 'invite', fields)).status).toBe(422);
    }
  });

  it('can be taken back by a button', async () => {
    const { token } = await made(sakura, { ...office, office: '取り消す課' });
    const { document } = await read(sakura);
    const row = [...document.querySelectorAll('li')].find((one) =>
      one.textContent?.includes('取り消す課'),
    );
    const invitation = row?.querySelector('input')?.getAttribute('value') ?? '';
    expect((await send(momiji, 'withdraw', { invitation })).status).toBe(403);
    expect((await send(sakura, 'withdraw', { invitation })).to).toBe(
      `${page}?done=invitation-withdrawn`,
    );
    expect(await members.invitations.find(token)).toBeNull();
    expect((await send(sakura, 'withdraw', { invitation })).status).toBe(404);
  });
});

describe('a binding', () => {
  it('is shown without a name, and ends after one more question', async () => {
    const person = await bind((await made(sakura)).token, 'hanako.suzuki');
    const { document } = await read(sakura);
    expect(document.body.textContent).not.toContain('hanako');
    const end = `${page}end/${person.key}`;
    expect(document.querySelector(`a[href="${end}"]`)?.textContent).toContain(words.end);
    expect((await read(momiji, end)).status).toBe(404);
    expect((await send(momiji, `end/${person.key}`)).status).toBe(403);
    expect((await read(sakura, end)).document.querySelector('h1')?.textContent).toBe(
      words.endQuestion,
    );
    expect(await members.isCurrent(person.key, person.generation)).toBe(true);
    const { to } = await send(sakura, `end/${person.key}`);
    expect(await members.isCurrent(person.key, person.generation)).toBe(false);
    expect(
      (await read(sakura, to ?? '')).document.querySelector('[role=status]')?.textContent,
    ).toBe(doneSentences['binding-ended']);
    expect((await send(sakura, `end/${person.key}`)).status).toBe(404);
  });

  it('can be chosen as the one that a new one takes the place of', async () => {
    const old = await bind((await made(sakura)).token, 'before');
    const { document } = await read(sakura);
    const offered = [...document.querySelectorAll('#replaces option')].map((one) =>
      one.getAttribute('value'),
    );
    expect(offered).toContain(old.key);
    expect((await send(momiji, 'invite', { ...office, replaces: old.key })).status).toBe(403);
    const now = await bind((await made(sakura, { ...office, replaces: old.key })).token, 'after');
    expect(await members.isCurrent(old.key, old.generation)).toBe(false);
    expect(await members.isCurrent(now.key, now.generation)).toBe(true);
  });
});

it('is nobody’s who is not signed in, and takes no form of another site', async () => {
  expect((await gateway.nobody.ask(page)).status).toBe(401);
  const foreign = await sakura.ask(`${page}invite`, {
    method: 'POST',
    headers: { origin: 'https://elsewhere.example' },
    body: new URLSearchParams(office),
  });
  expect(foreign.status).toBe(403);
});

it('is not there where people choose who they are', async () => {
  const alone = await startGateway();
  expect(alone.members).toBeNull();
  await alone.close();
  expect(deskPages.members.address).toBe(page);
});
