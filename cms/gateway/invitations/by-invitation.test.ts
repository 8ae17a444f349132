import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type StartedGateway, startGateway } from '../fixtures/start-gateway.ts';
import {
  claimsOf,
  freePort,
  signedInBy,
  startProvider,
  type TestProvider,
} from '../login/fixtures/provider.ts';
import { type TestBrowser, testBrowser } from '../login/fixtures/test-browser.ts';
import { notLetInSentence } from '../members/sentences.ts';
import { people } from '../permissions/fixtures/people.ts';
import { words } from './words.ts';

/** The way in by an invitation, against a real provider over HTTP on the loopback address. */

let provider: TestProvider;
let gateway: StartedGateway;
let origin: string;
beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  provider = await startProvider(origin);
  // Of people without an institution the provider says nothing.
  for (const name of ['kato', 'sato']) provider.people.set(name, {});
  provider.people.set('mori', claimsOf('mori', 'momiji-u.example'));
  gateway = await startGateway({ settings: signedInBy(provider, port) });
  const institution = (name: string, scope: string) =>
    `name: ${name}\nkind: national\nsignInScopes: [${scope}]\npublished: 2026-11-20\nupdated: 2026-11-20\n`;
  const file = (id: string) => `content/institutions/${id}.yaml`;
  gateway.world.commit(file('sakura-u'), institution('さくら大学', 'sakura-u.example'));
  gateway.world.commit(file('momiji-u'), institution('もみじ大学', 'momiji-u.example'));
});
afterAll(async () => {
  await gateway.close();
  await provider.close();
});

const made = async () => {
  const invitation = await gateway.members?.invitations.invite(people.editor, {
    role: 'contributor',
    institution: 'sakura-u',
    office: '国際企画課',
    days: 14,
    replaces: null,
  });
  if (invitation?.kind !== 'done') throw new Error('There is no invitation.');
  return `${origin}/invitation/${invitation.token}`;
};
/** Opens an invitation and follows its link, as a browser does that says from which page it comes. */
const accept = async (browser: TestBrowser, address: string, login: string) => {
  const { text } = await browser.ask(address);
  const link = parseHTML(text).document.querySelector('main a')?.getAttribute('href') ?? '';
  const headers = { referer: address };
  const begun = await browser.ask(new URL(link, origin).href, { headers });
  return browser.go(new URL(begun.headers.get('location') ?? '', origin).href, {
    login,
    stopAt: `${origin}/admin/desk/`,
  });
};
const whoIs = async (browser: TestBrowser) =>
  JSON.parse((await browser.ask(`${origin}/admin/session`)).text).who;

it('binds who signs in from its page, once, and ends with the binding at the next request', async () => {
  const address = await made();
  const browser = testBrowser();
  const begin = `${origin}/admin/session/begin?back=/admin/desk/`;
  const before = await browser.go(begin, { login: 'kato' });
  expect(before.text).toContain('事務局に招待を依頼してください');

  const arrived = await accept(browser, address, 'kato');
  expect(arrived.url).toBe(`${origin}/admin/desk/?done=joined`);
  expect(await whoIs(browser)).toMatchObject({ institution: 'sakura-u', office: '国際企画課' });
  // From now on without it.
  const again = testBrowser();
  await again.go(begin, { login: 'kato', stopAt: `${origin}/admin/desk/` });
  expect(await whoIs(again)).toMatchObject({ office: '国際企画課' });

  expect((await testBrowser().ask(address)).text).toContain(words.gone);
  const [binding] = (await gateway.members?.bindings.all(people.sakura)) ?? [];
  expect(await gateway.members?.bindings.end(people.sakura, binding?.key ?? '')).toEqual({
    kind: 'done',
  });
  expect(await whoIs(browser)).toBeNull();
  expect(await whoIs(again)).toBeNull();
});

it('binds one of two who come back from the provider with it, and tells the other', async () => {
  const address = await made();
  const browsers = [testBrowser(), testBrowser()];
  const ends = await Promise.all(
    browsers.map((browser, at) => accept(browser, address, ['kato', 'sato'][at] ?? '')),
  );
  const told = ends.filter(({ text }) =>
    text.includes(notLetInSentence({ kind: 'invitation-gone' })),
  );
  expect(told.map(({ status }) => status)).toEqual([403]);
  expect((await Promise.all(browsers.map(whoIs))).filter(Boolean)).toHaveLength(1);
});

it('binds nobody of another institution, who stays what they were', async () => {
  const address = await made();
  const shown = await accept(testBrowser(), address, 'mori');
  expect(shown.text).toContain(notLetInSentence({ kind: 'invitation-of-another-institution' }));
  expect((await testBrowser().ask(address)).status).toBe(200);
});

it.each<[string, Record<string, string>]>([
  [
    'a page of another site',
    { 'sec-fetch-site': 'cross-site', referer: 'https://elsewhere.example/' },
  ],
  ['an old browser on another site', { referer: 'https://elsewhere.example/' }],
  ['a neighbouring host', { 'sec-fetch-site': 'same-site' }],
  ['nowhere', {}],
])('is shown first to who comes with it from %s', async (_, headers) => {
  const address = await made();
  const token = address.split('/').at(-1);
  const begin = `${origin}/admin/session/begin?invitation=${token}&back=/admin/desk/`;
  const { headers: answered } = await testBrowser().ask(begin, { headers });
  expect(answered.get('location')).toBe(`/invitation/${token}`);
});
