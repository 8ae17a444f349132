import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type StartedGateway, startGateway } from '../../fixtures/start-gateway.ts';
import { temporaryRepository } from '../../repository/fixtures/temporary-repository.ts';
import { sentences } from '../../requests/sentences.ts';
import { federatedWorld, momijiProvider } from '../fixtures/federated-world.ts';
import {
  claimsOf,
  freePort,
  signedInBy,
  startProvider,
  type TestProvider,
  testMemberSettings,
} from '../fixtures/provider.ts';
import { type TestBrowser, testBrowser } from '../fixtures/test-browser.ts';
import { words } from './words.ts';

/** The way in, against a real provider over HTTP on the loopback address: nothing is mocked but the portal's clock. */

let provider: TestProvider;
let gateway: StartedGateway;
let origin: string;
/** By how many seconds the portal's clock is wrong. */
let clockOff = 0;
beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  provider = await startProvider(origin);
  provider.people.set('aoki', claimsOf('aoki', 'sakura-u.example'));
  gateway = await startGateway({
    world: federatedWorld(),
    settings: signedInBy(provider, port),
    clock: () => new Date(Date.now() + clockOff * 1000),
  });
});
afterAll(async () => {
  await gateway.close();
  await provider.close();
});
afterEach(async () => {
  clockOff = 0;
  provider.answerWith(null);
  await provider.start();
  gateway.troubles.length = 0;
});

const begin = (back = '/admin/session') => `${origin}/admin/session/begin?back=${back}`;
const callback = () => `${origin}/admin/session/callback`;
const sessionOf = async (browser: TestBrowser) =>
  JSON.parse((await browser.ask(`${origin}/admin/session`)).text);

/** Somebody who is signed in, having named their office. */
const signedIn = async (login = 'aoki', office = '研究推進課'): Promise<TestBrowser> => {
  const browser = testBrowser();
  const shown = await browser.go(begin('/admin/done'), { login, stopAt: `${origin}/admin/done` });
  if (shown.url.endsWith('/admin/session/office')) {
    await browser.send(`${origin}/admin/session/office`, { office });
  }
  return browser;
};
const refused = async (login: string, claims: Readonly<Record<string, unknown>>) => {
  provider.people.set(login, claims);
  return testBrowser().go(begin(), { login });
};

describe('somebody of a registered institution', () => {
  it('names their office the first time, and is known the next', async () => {
    const browser = testBrowser();
    const asked = await browser.go(begin('/admin/desk/'));
    expect(asked).toMatchObject({ url: `${origin}/admin/session/office`, status: 200 });
    expect(asked.text).toContain(words.officeIntro('さくら大学'));
    expect(asked.text).not.toContain('aoki');
    const wrong = await browser.send(asked.url, { office: 'a<b@c' });
    expect(wrong).toMatchObject({ status: 422 });
    expect(wrong.text).toContain('aria-invalid="true"');
    const there = await browser.send(asked.url, { office: '研究推進課' });
    expect(there.headers.get('location')).toBe('/admin/desk/');
    expect(await sessionOf(browser)).toMatchObject({
      who: {
        role: 'contributor',
        institution: 'sakura-u',
        office: '研究推進課',
        name: 'さくら大学 研究推進課',
        mark: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
      signIn: 'oidc',
    });

    const elsewhere = testBrowser();
    const known = await elsewhere.go(begin('/admin/desk/?x=1'), { stopAt: `${origin}/admin/desk` });
    expect(known.url).toBe(`${origin}/admin/desk/?x=1`);
    expect((await sessionOf(elsewhere)).who.office).toBe('研究推進課');
  });

  it('has a cookie that no script reads and no other site sends, and nothing of a person in it', async () => {
    const browser = await signedIn();
    const sealed = browser.cookies(origin).get('portal-session') ?? '';
    expect(sealed.length).toBeLessThan(1200);
    const seen = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    expect(seen.join()).not.toMatch(/aoki|sakura|研究/);
    expect([...browser.cookies(origin).keys()]).toEqual(['portal-session']);
  });

  it('is in no log, and in no ref', async () => {
    await signedIn();
    expect(JSON.stringify(gateway.troubles)).not.toMatch(/aoki/);
    expect(gateway.world.drafts('for-each-ref', '--format=%(refname) %(contents)')).not.toMatch(
      /aoki|127\.0\.0\.1/,
    );
  });

  it('is not signed in by half a session: a changed seal, another key, another kind', async () => {
    const browser = await signedIn();
    const jar = browser.cookies(origin) as Map<string, string>;
    const sealed = jar.get('portal-session') ?? '';
    for (const forged of [
      `${sealed.slice(0, -3)}AAA`,
      sealed.split('.').slice(0, 4).join('.'),
      'x'.repeat(5000),
      '',
    ]) {
      jar.set('portal-session', forged);
      expect((await sessionOf(browser)).who).toBeNull();
    }
    jar.set('portal-session', sealed);
    expect((await sessionOf(browser)).who).not.toBeNull();
  });
});

describe('somebody else', () => {
  it('of no registered institution is told so', async () => {
    const shown = await refused('nobody', claimsOf('x', 'elsewhere.example'));
    expect(shown.status).toBe(403);
    expect(shown.text).toContain('登録されていません');
  });

  it('whose scope another provider may say alone is not let in', async () => {
    const shown = await refused('momiji', claimsOf('m', 'momiji-u.example'));
    expect(shown.status).toBe(403);
    expect(shown.text).toContain('その機関のものではない認証サーバー');
    const named = { ...claimsOf('m', 'momiji-u.example'), idp_entity_id: momijiProvider };
    provider.people.set('momiji', named);
    const asked = await testBrowser().go(begin(), { login: 'momiji' });
    expect(asked.text).toContain(words.officeIntro('もみじ大学'));
    const foreign = { ...claimsOf('a', 'sakura-u.example'), idp_entity_id: momijiProvider };
    expect((await refused('forged', foreign)).status).toBe(403);
  });

  it('of whom a claim is missing is told its official name', async () => {
    const shown = await refused('bare', { name: '青木' });
    expect(shown.status).toBe(403);
    expect(shown.text).toContain('eduPersonPrincipalName');
    expect(shown.text).not.toContain('青木');
  });

  it.each([
    ['a@b@sakura-u.example'],
    ['a@lab.sakura-u.example'],
    ['@sakura-u.example'],
    ['sakura-u.example'],
  ])('is not of an institution by %s', async (eppn) => {
    expect((await refused('odd', { eduperson_principal_name: eppn })).status).toBe(403);
  });
});

describe('the way back', () => {
  const wayBack = async (browser: TestBrowser, login = 'aoki') =>
    (await browser.go(begin(), { login, stopAt: callback() })).url;

  it('counts in the browser in which the way began, and once', async () => {
    const browser = testBrowser();
    const back = await wayBack(browser);
    const elsewhere = await testBrowser().ask(back);
    expect(elsewhere.status).toBe(400);
    expect(elsewhere.text).toContain(words.troubles['no-way-begun'].sentence);
    const jar = new Map(browser.cookies(origin));
    expect((await browser.ask(back)).status).toBe(303);
    expect((await browser.ask(back)).status).toBe(400);
    // Even with the cookie of the way put back: the provider takes no code twice.
    const own = browser.cookies(origin) as Map<string, string>;
    for (const [name, value] of jar) own.set(name, value);
    const replayed = await browser.ask(back);
    expect(replayed.status).toBe(400);
    expect(replayed.text).toContain(words.troubles['used-or-changed'].sentence);
  });

  it('with the code of another way, or another nonce, leads nowhere', async () => {
    const [mine, theirs] = [testBrowser(), testBrowser()];
    const [to, from] = [new URL(await wayBack(mine)), new URL(await wayBack(theirs))];
    to.searchParams.set('code', from.searchParams.get('code') ?? '');
    expect((await mine.ask(to.href)).text).toContain(words.troubles['used-or-changed'].title);
    expect((await sessionOf(mine)).who).toBeNull();
  });

  it('with a word for another nonce leads nowhere', async () => {
    const browser = testBrowser();
    const there = new URL((await browser.ask(begin())).headers.get('location') ?? '');
    there.searchParams.set('nonce', 'of-somebody-else');
    const back = (await browser.go(there.href, { stopAt: callback() })).url;
    const shown = await browser.ask(back);
    expect(shown.status).toBe(400);
    expect(shown.text).toContain(words.troubles['used-or-changed'].sentence);
    expect(gateway.troubles.join()).toContain('OAUTH_JWT_CLAIM_COMPARISON_FAILED');
  });

  it('of another provider’s name leads nowhere', async () => {
    const browser = testBrowser();
    const back = new URL(await wayBack(browser));
    back.searchParams.set('iss', 'https://evil.example');
    expect((await browser.ask(back.href)).status).toBe(400);
  });

  it('says that somebody refused', async () => {
    const browser = testBrowser();
    await browser.ask(begin());
    const state = new URL(
      (await browser.ask(begin())).headers.get('location') ?? '',
    ).searchParams.get('state');
    const query = new URLSearchParams({
      error: 'access_denied',
      state: state ?? '',
      iss: provider.issuer,
    });
    const shown = await browser.ask(`${callback()}?${query}`);
    expect(shown.text).toContain(words.troubles['refused-there'].sentence);
    expect(gateway.troubles.join()).toContain('access_denied');
  });

  it.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/a/../../b',
    '/%2fevil',
    '/admin/session/end',
    'x',
  ])('never leads to %s', async (back) => {
    const browser = await signedIn();
    const shown = await browser.go(
      `${origin}/admin/session/begin?back=${encodeURIComponent(back)}`,
      {
        stopAt: `${origin}/admin/`.replace(/$/, '?never'),
      },
    );
    expect(new URL(shown.url).origin).toBe(origin);
    expect(new URL(shown.url).pathname).toBe('/admin/');
  });
});

describe('the provider', () => {
  it('may be away when the portal starts, and later', async () => {
    await provider.stop();
    const port = await freePort();
    const late = await startGateway({ settings: signedInBy(provider, port) });
    const away = await testBrowser().ask(`http://127.0.0.1:${port}/admin/session/begin`);
    expect(away.status).toBe(503);
    expect(away.text).toContain(words.troubles['provider-away'].sentence);
    expect(away.text).not.toMatch(/Error|ECONN|at \//);
    await provider.start();
    const there = await testBrowser().ask(`http://127.0.0.1:${port}/admin/session/begin`);
    expect(there.status).toBe(303);
    await late.close();

    const browser = testBrowser();
    const back = (await browser.go(begin(), { stopAt: callback() })).url;
    await provider.stop();
    const shown = await browser.ask(back);
    expect(shown.status).toBe(503);
    expect(shown.text).toContain(words.troubles['provider-away'].title);
    expect((await browser.ask(begin())).status).toBe(503);
    await provider.start();
    expect((await browser.go(begin('/admin/done'), { stopAt: `${origin}/admin/done` })).url).toBe(
      `${origin}/admin/done`,
    );
  });

  it('may change its keys while people are signed in', async () => {
    const before = await signedIn();
    await provider.rollKeys();
    expect((await sessionOf(before)).who).not.toBeNull();
    // Also within the minute in which a key set that was just fetched is not fetched again.
    const browser = testBrowser();
    const shown = await browser.go(begin('/admin/done'), { stopAt: `${origin}/admin/done` });
    expect(shown.url).toBe(`${origin}/admin/done`);
    expect((await sessionOf(browser)).who).not.toBeNull();
  });

  it('that forges an ID token without its key is not believed', async () => {
    const browser = testBrowser();
    const back = (await browser.go(begin(), { stopAt: callback() })).url;
    provider.answerWith((_request, response) => {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const now = Math.floor(Date.now() / 1000);
      const token = [
        part({ alg: 'RS256', kid: 'k1' }),
        part({ iss: provider.issuer, sub: 'president', aud: 'portal', iat: now, exp: now + 60 }),
        'AAAA',
      ].join('.');
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ access_token: 'x', token_type: 'Bearer', id_token: token }));
    });
    const shown = await browser.ask(back);
    expect(shown.status).toBe(400);
    expect(shown.text).not.toContain('president');
  });

  it.each([120, -120])(
    'whose clock is %d seconds off still signs people in, and the log says so',
    async (off) => {
      clockOff = off;
      const port = await freePort();
      // Another portal, which has not told of it within the hour.
      const wrong = await startProvider(`http://127.0.0.1:${port}`);
      wrong.people.set('aoki', claimsOf('aoki', 'sakura-u.example'));
      const late = await startGateway({
        world: temporaryRepository(),
        settings: signedInBy(wrong, port),
        clock: () => new Date(Date.now() + off * 1000),
      });
      const shown = await testBrowser().go(`http://127.0.0.1:${port}/admin/session/begin`);
      expect(shown.status).toBe(403);
      expect(late.troubles.join()).toMatch(off > 0 ? /約 1[12]\d 秒遅れ/ : /約 1[12]\d 秒進ん/);
      await late.close();
      await wrong.close();
    },
  );
});

describe('a session', () => {
  it('ends without work, and in any case after its longest time', async () => {
    const browser = await signedIn();
    const act = () =>
      browser.ask(`${origin}/admin/choices`, { headers: { accept: 'application/json' } });
    clockOff = 2 * 3600 - 60;
    expect((await act()).status).toBe(200);
    clockOff += 2 * 3600 - 60;
    expect((await act()).status).toBe(200);
    const jar = new Map(browser.cookies(origin));
    clockOff += 2 * 3600 + 60;
    expect((await act()).status).toBe(401);
    clockOff = 4 * 3600;
    (browser.cookies(origin) as Map<string, string>).set(
      'portal-session',
      jar.get('portal-session') ?? '',
    );
    expect((await act()).status).toBe(200);
    for (let hour = 5; hour < 12; hour += 1) {
      clockOff = hour * 3600;
      expect((await act()).status).toBe(200);
    }
    clockOff = 12 * 3600 + 60;
    expect((await act()).status).toBe(401);
  });

  it('that was signed out is dead wherever its cookie was taken', async () => {
    const browser = await signedIn();
    const thief = testBrowser();
    for (const [name, value] of browser.cookies(origin)) {
      (thief.cookies(origin) as Map<string, string>).set(name, value);
    }
    expect((await sessionOf(thief)).who).not.toBeNull();
    const out = await browser.send(`${origin}/admin/session/end`, {});
    expect(out.text).toContain(words.leftTitle);
    expect(out.text).toContain(words.leaveThere);
    expect(out.headers.get('clear-site-data')).toBe('"cache"');
    expect((await sessionOf(browser)).who).toBeNull();
    expect((await sessionOf(thief)).who).toBeNull();
    const there =
      /href="([^"]+session\/end[^"]*)"/.exec(out.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(there.startsWith(provider.issuer)).toBe(true);
    expect((await browser.go(there)).url).toContain('/admin/session/left');
  });

  it('ends when the provider says that it ended there', async () => {
    const browser = await signedIn();
    const other = await signedIn();
    await browser.go(`${provider.issuer}/session/end?client_id=portal`);
    await expect.poll(async () => (await sessionOf(browser)).who).toBeNull();
    expect((await sessionOf(other)).who).not.toBeNull();
  });

  it('does not end by what anybody says', async () => {
    const browser = await signedIn();
    for (const logout_token of ['', 'x', 'e30.e30.e30', 'a'.repeat(12_000)]) {
      const said = await browser.send(`${origin}/admin/session/back-channel`, { logout_token });
      expect(said.status).toBe(400);
    }
    expect((await sessionOf(browser)).who).not.toBeNull();
  });

  it('is known by another gateway of the same records, and ended there as well', async () => {
    const browser = await signedIn();
    const port = await freePort();
    const { world } = gateway;
    const beside = await startGateway({
      world: { ...world, remove: () => {} },
      settings: { ...signedInBy(provider, port), origin },
    });
    const sealed = browser.cookies(origin).get('portal-session') ?? '';
    const thereNow = async () => {
      const headers = { cookie: `portal-session=${sealed}` };
      return (await beside.nobody.ask('/admin/session', { headers })).body.who;
    };
    expect(await thereNow()).toMatchObject({ institution: 'sakura-u' });
    await browser.send(`${origin}/admin/session/end`, {});
    expect(await thereNow()).toBeNull();
    await beside.close();
  });

  it('of somebody who only reads lets nobody into the editor', async () => {
    const port = await freePort();
    const own = `http://127.0.0.1:${port}`;
    const elsewhere = await startProvider(own);
    elsewhere.people.set('aoki', claimsOf('aoki', 'sakura-u.example'));
    const settings = signedInBy(elsewhere, port);
    const readers = await startGateway({
      world: federatedWorld(),
      settings: { ...settings, members: { ...testMemberSettings, uninvitedMay: 'read' } },
    });
    const browser = testBrowser();
    await browser.go(`${own}/admin/session/begin?back=/admin/done`, {
      stopAt: `${own}/admin/done`,
    });
    const told = JSON.parse((await browser.ask(`${own}/admin/session`)).text);
    expect(told).toMatchObject({ who: null, memberOf: 'さくら大学' });
    const shown = await browser.ask(`${own}/admin/choices`);
    expect(shown.status).toBe(403);
    expect(shown.text).toContain(sentences.membersRead);
    await readers.close();
    await elsewhere.close();
  });
});
