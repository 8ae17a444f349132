import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedGateway, startGateway, type Visitor } from '../fixtures/start-gateway.ts';
import type { FileNow } from '../takedown/served-file.ts';

/**
 * Two editions at the same addresses. What is for members says CANARY, in the text or by its name; a file that both
 * editions have is longer in that of members.
 */
const shared = {
  'index.html': '<!doctype html>ホーム',
  '404.html': '<!doctype html>ありません',
  'practices/index.html': `<!doctype html>取組${'。'.repeat(1000)}`,
  'practices/sakura-u/open/index.html': '<!doctype html>公開の取組',
  'feed.xml': '<feed>公開</feed>',
  'data/counts.json': '{"entries":1}',
  'assets/both.Ab12Cd34.css': 'a{}',
};
const membersAlone = {
  'practices/sakura-u/hidden/index.html': '<!doctype html>CANARY',
  'practices/sakura-u/hidden/CANARY.pdf': '%PDF-1.4 CANARY',
  'practices/sakura-u/before/index.html':
    '<!doctype html><head><meta http-equiv="refresh" content="0;url=/practices/CANARY/"></head>',
  'practices/momiji-u/gone/index.html': '<!doctype html>CANARY',
  'practices/momiji-u/withheld/index.html': '<!doctype html>CANARY',
  'data/CANARY.csv': 'a,b\n',
  'assets/CANARY.Ab12Cd34.js': 'CANARY',
};
const ofMembers = {
  ...shared,
  ...membersAlone,
  'index.html': '<!doctype html>ホーム CANARY',
  'practices/index.html': `<!doctype html>取組 CANARY${'。'.repeat(2000)}`,
  'feed.xml': '<feed>公開 CANARY</feed>',
  'data/counts.json': '{"entries":2,"CANARY":true}',
};
/** What is taken down since the edition of members was built. */
const nowFor: Record<string, FileNow> = {
  'practices/momiji-u/gone/index.html': { kind: 'gone' },
  'practices/momiji-u/withheld/index.html': { kind: 'withheld' },
};

let home: string;
let gateway: StartedGateway;
let member: Visitor;
let looks = 0;

const write = (folder: string, files: Record<string, string>) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, folder, path)), { recursive: true });
    writeFileSync(join(home, folder, path), text);
  }
};
const addressOf = (path: string) => `/${path.replace(/(^|\/)index\.html$/, '$1')}`;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'members-site-'));
  write('everybodys', shared);
  write('members', ofMembers);
  gateway = await startGateway({
    beside: () => ({
      liveSite: { folder: join(home, 'everybodys') } as never,
      membersSite: {
        folder() {
          looks += 1;
          return join(home, 'members');
        },
        takedown: {
          now: async () => ({
            key: 'a',
            fileAt: async (path: string) => nowFor[path] ?? { kind: 'same' },
          }),
        },
      },
    }),
  });
  member = await gateway.signIn({ role: 'editor', office: '事務局' });
});
afterAll(async () => {
  await gateway.close();
  rmSync(home, { recursive: true });
});

/** Ways to ask for one address. */
const ways: readonly RequestInit[] = [
  {},
  { method: 'HEAD' },
  { headers: { range: 'bytes=0-3' } },
  { headers: { range: 'bytes=-4' } },
  { headers: { 'if-none-match': '*' } },
  { headers: { 'if-modified-since': 'Mon, 30 Nov 2026 00:00:00 GMT' } },
  { headers: { 'accept-encoding': 'gzip' } },
  { method: 'POST' },
  { method: 'PUT' },
  { method: 'OPTIONS' },
];

/** Asks by the bare bytes. */
const ask = async (path: string, way: RequestInit = {}, more: Record<string, string> = {}) => {
  const headers = { ...(way.headers as Record<string, string>), ...more };
  return fetch(gateway.origin + path, { redirect: 'manual', ...way, headers });
};

/** All of an answer that does not change with the moment. */
const whole = async (answer: Response): Promise<string> => {
  const said = [...answer.headers].filter(([name]) => name !== 'date');
  return JSON.stringify([answer.status, said, await answer.text()]);
};

describe('whoever is not signed in', () => {
  const strangers: Record<string, Record<string, string>> = {
    nobody: {},
    'an invented session': { cookie: 'portal-session=AAAA; __Host-portal-session=AAAA' },
  };

  it('gets no byte of the edition of members, however it is asked for', async () => {
    const paths = readdirSync(join(home, 'members'), { recursive: true, encoding: 'utf8' });
    const addresses = [...paths, ...paths.map((path) => `${path}/`), ...Object.keys(ofMembers)];
    looks = 0;
    for (const path of addresses) {
      for (const way of ways) {
        for (const who of Object.values(strangers)) {
          expect(await whole(await ask(addressOf(path), way, who)), path).not.toContain('CANARY');
        }
      }
    }
    expect(looks).toBe(0);
  });

  it('is answered at an address of members as at one that does not exist', async () => {
    for (const path of Object.keys(membersAlone)) {
      const address = addressOf(path);
      const unknown = address.replace(/(hidden|CANARY|before|gone|withheld)/, 'neverwas');
      for (const way of ways) {
        for (const headers of Object.values(strangers)) {
          const [one, other] = [await ask(address, way, headers), await ask(unknown, way, headers)];
          expect(await whole(one), address).toBe(await whole(other));
          const isRead = way.method === undefined || way.method === 'HEAD';
          expect(one.status).toBe(isRead ? 404 : 405);
        }
      }
    }
  });

  it('is told by what an answer depends', async () => {
    for (const address of ['/', '/feed.xml', '/unknown/', '/practices/sakura-u/hidden/']) {
      const { headers } = await gateway.nobody.ask(address);
      expect(headers.get('vary')?.split(/, */)).toContain('Cookie');
      expect(headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('learns from no answer that a build was made which changed nothing for them', async () => {
    for (const path of ['index.html', 'feed.xml']) {
      for (const way of [{}, { method: 'HEAD' }, { headers: { range: 'bytes=0-3' } }]) {
        const before = await whole(await ask(addressOf(path), way));
        utimesSync(join(home, 'everybodys', path), new Date(), new Date(Date.now() + 60_000));
        expect(await whole(await ask(addressOf(path), way))).toBe(before);
      }
    }
  });

  it('has nothing confirmed that only a member could know', async () => {
    for (const address of ['/', '/feed.xml', '/data/counts.json']) {
      const { body } = await gateway.nobody.ask(address);
      for (const tag of ['*', 'W/"1-1"', '"CANARY"']) {
        const again = await gateway.nobody.ask(address, { headers: { 'if-none-match': tag } });
        expect([again.status, again.body]).toEqual([200, body]);
      }
    }
  });
});

describe('a member', () => {
  it('reads the edition of the network at the same addresses', async () => {
    expect((await member.ask('/')).body).toBe(ofMembers['index.html']);
    expect((await member.ask('/practices/sakura-u/hidden/')).body).toContain('CANARY');
    expect((await member.ask('/practices/sakura-u/hidden')).status).toBe(308);
    expect((await member.ask('/practices/sakura-u/before/')).headers.get('location')).toBe(
      '/practices/CANARY/',
    );
    expect((await member.ask('/practices/momiji-u/gone/')).status).toBe(410);
    expect((await member.ask('/practices/momiji-u/withheld/')).status).toBe(503);
    expect((await member.ask('/practices/neverwas/')).status).toBe(404);
  });

  it('is given everything for the moment alone, and whole', async () => {
    const tag = (await gateway.nobody.ask('/feed.xml')).headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    for (const path of [...Object.keys(ofMembers), 'unknown/']) {
      if (path in shared && path.startsWith('assets/')) continue;
      for (const way of ways.slice(0, 7)) {
        const own = { cookie: member.cookie, 'if-none-match': tag };
        const answer = await ask(addressOf(path), way, own);
        await answer.body?.cancel();
        expect(answer.status, path).not.toBe(304);
        expect(answer.headers.get('cache-control'), path).toBe('private, no-store');
        expect(answer.headers.get('vary')?.split(/, */), path).toContain('Cookie');
        expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
        expect([answer.headers.get('etag'), answer.headers.get('last-modified')]).toEqual([
          null,
          null,
        ]);
      }
    }
  });

  it('shares with everybody the files whose names change with their content', async () => {
    for (const who of [gateway.nobody, member]) {
      const { status, headers } = await who.ask('/assets/both.Ab12Cd34.css');
      expect([status, headers.get('cache-control'), headers.get('vary')]).toEqual([
        200,
        'public, max-age=31536000, immutable',
        'Accept-Encoding',
      ]);
    }
    const own = await member.ask('/assets/CANARY.Ab12Cd34.js');
    expect([own.status, own.body]).toEqual([200, 'CANARY']);
  });

  it('takes a part of a file', async () => {
    const { status, body } = await member.ask('/practices/sakura-u/hidden/CANARY.pdf', {
      headers: { range: 'bytes=0-3' },
    });
    expect([status, body]).toEqual([206, '%PDF']);
  });

  it('reads the public edition after the sign-out', async () => {
    const other = await gateway.signIn({ role: 'editor', office: '編集部' });
    expect((await other.ask('/')).body).toContain('CANARY');
    await other.ask('/admin/session', { method: 'DELETE', headers: { origin: gateway.origin } });
    expect((await other.ask('/')).body).toBe(shared['index.html']);
  });
});
