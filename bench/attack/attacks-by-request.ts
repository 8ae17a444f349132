import type { Random } from '../seeded-random.ts';
import type { AttackKind, Told } from './attack.ts';
import { rawRequest, type Target } from './target.ts';

type RequestAttack = {
  readonly name: string;
  run(on: Target, random: Random): Promise<readonly Told[]>;
};

const megabyte = 2 ** 20;

const head = (on: Target, line: string, headers: readonly string[] = []): string =>
  [line, `Host: 127.0.0.1:${on.port}`, ...headers, '', ''].join('\r\n');

const post = (on: Target, path: string, headers: readonly string[] = []) =>
  head(on, `POST ${path} HTTP/1.1`, [
    `Origin: ${on.origin}`,
    'Sec-Fetch-Site: same-origin',
    'Content-Type: application/json',
    ...headers,
  ]);

/** A body without end, in pieces of a megabyte. */
function* pieces(start: string, piece: string, megabytes: number): Generator<string> {
  yield start;
  const part = piece.repeat(Math.floor(megabyte / piece.length));
  for (let sent = 0; sent < megabytes; sent += 1) yield part;
}

function* chunked(start: string, piece: string, megabytes: number): Generator<string> {
  yield start;
  const part = piece.repeat(Math.floor(megabyte / piece.length));
  for (let sent = 0; sent < megabytes; sent += 1) {
    yield `${part.length.toString(16)}\r\n${part}\r\n`;
  }
  yield '0\r\n\r\n';
}

const deepBodies = ['[', '{"a":', '"\\ud800', '[1,', '"a"', ' '];
const bodyRoutes = ['/admin/session', '/admin/api', '/admin/preview', '/admin/desk/move'];

const oddTargets = [
  '/../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%5c..%5cwindows',
  '/%00',
  '/%E0%A4',
  '/%',
  '//evil.example/',
  '/admin/..%2f..%2f.git/config',
  '/admin/files/content/case-studies/../../.git/config',
  '/admin/files/%2e%2e/%2e%2e/package.json',
  `/${'a/'.repeat(3000)}`,
  `/${'%E3%81%82'.repeat(800)}`,
  '/search/?q=%ED%A0%80',
  'http://evil.example/',
  '*',
  '/a b',
  '/\u00e3',
];

const requests: readonly RequestAttack[] = [
  {
    name: 'a sign-in of many megabytes',
    run(on, random) {
      const megabytes = random.pick([1, 60, 200]);
      const length = `Content-Length: ${megabytes * megabyte}`;
      const route = random.pick(bodyRoutes);
      return rawRequest(on, pieces(post(on, route, [length]), random.pick(deepBodies), megabytes));
    },
  },
  {
    name: 'a chunked body of many megabytes',
    run(on, random) {
      const start = post(on, random.pick(bodyRoutes), ['Transfer-Encoding: chunked']);
      return rawRequest(on, chunked(start, random.pick(deepBodies), random.pick([2, 60, 200])));
    },
  },
  {
    name: 'a length that lies',
    run: (on, random) =>
      rawRequest(
        on,
        [
          post(on, random.pick(bodyRoutes), [`Content-Length: ${random.pick([5, 4000, 900_000])}`]),
          '{',
        ],
        { waitMs: 3000 },
      ),
  },
  {
    name: 'two lengths',
    run: (on) =>
      rawRequest(on, [
        post(on, '/admin/session', ['Content-Length: 2', 'Transfer-Encoding: chunked']),
        '0\r\n\r\nGET /admin/desk/ HTTP/1.1\r\n\r\n',
      ]),
  },
  {
    name: 'a packed body',
    run: (on) =>
      rawRequest(on, [
        post(on, '/admin/session', ['Content-Encoding: gzip', 'Content-Length: 20']),
        Buffer.alloc(20, 31),
      ]),
  },
  {
    name: 'a half surrogate as a name',
    run(on) {
      const body = '{"role":"contributor","institution":"\\ud800","office":"\\udfff"}';
      return rawRequest(on, [post(on, '/admin/session', [`Content-Length: ${body.length}`]), body]);
    },
  },
  {
    name: 'heads without end',
    run: (on, random) =>
      rawRequest(on, [
        head(
          on,
          'GET / HTTP/1.1',
          Array.from({ length: random.pick([50, 3000]) }, (_, i) => `X-${i}: ${'a'.repeat(200)}`),
        ),
      ]),
  },
  {
    name: 'an odd address',
    run: (on, random) => {
      const method = random.pick([
        'GET',
        'HEAD',
        'POST',
        'PUT',
        'DELETE',
        'OPTIONS',
        'TRACE',
        'PROPFIND',
      ]);
      return rawRequest(on, [head(on, `${method} ${random.pick(oddTargets)} HTTP/1.1`)]);
    },
  },
  {
    name: 'many ranges',
    run: (on) =>
      rawRequest(on, [
        head(on, 'GET / HTTP/1.1', [
          `Range: bytes=${Array.from({ length: 900 }, (_, i) => `${i}-`).join(',')}`,
        ]),
      ]),
  },
  {
    name: 'another host',
    run: (on, random) => {
      const host = random.pick([
        'evil.example',
        `127.0.0.1:${on.port}@evil.example`,
        '',
        'localhost.',
        '[::ffff:7f00:1]',
      ]);
      return rawRequest(on, [`GET /admin/session HTTP/1.1\r\nHost: ${host}\r\n\r\n`]);
    },
  },
  {
    name: 'through a proxy',
    run: (on, random) => {
      const via = random.pick([
        'Forwarded: for=203.0.113.9',
        'X-Forwarded-For: 203.0.113.9',
        'X-Forwarded-Host: evil.example',
      ]);
      const body = '{"role":"editor","office":"事務局"}';
      return rawRequest(on, [
        post(on, '/admin/session', [via, `Content-Length: ${Buffer.byteLength(body)}`]),
        body,
      ]);
    },
  },
  {
    name: 'lines that say nothing',
    async run(on, random) {
      const lines = Array.from({ length: 40 }, () =>
        rawRequest(
          on,
          random.chance(0.5) ? [] : ['GET / HTTP/1.1\r\n', 'X-A: a\r\n', 'X-B: b\r\n'],
          { pauseMs: 2000, waitMs: 12_000 },
        ),
      );
      return (await Promise.all(lines)).flat();
    },
  },
  {
    name: 'bodies drop by drop',
    async run(on) {
      const start = post(on, '/admin/session', ['Content-Length: 4000']);
      const lines = Array.from({ length: 20 }, () =>
        rawRequest(on, [start, ...Array.from({ length: 6 }, () => ' ')], {
          pauseMs: 1500,
          waitMs: 12_000,
        }),
      );
      return (await Promise.all(lines)).flat();
    },
  },
  {
    name: 'many questions at once',
    async run(on, random) {
      const path = random.pick(['/', '/search/', '/practices/', '/admin/', '/feed.xml']);
      const lines = Array.from({ length: 100 }, () =>
        rawRequest(on, [head(on, `GET ${path} HTTP/1.1`, ['Connection: close'])]),
      );
      return (await Promise.all(lines)).flat();
    },
  },
  {
    name: 'questions in one go',
    run: (on) => rawRequest(on, [head(on, 'GET / HTTP/1.1').repeat(300)], { waitMs: 5000 }),
  },
];

/** A request that no browser makes. */
export const byRequest: AttackKind = (random) => {
  const attack = random.pick(requests);
  return { name: `request: ${attack.name}`, run: (on) => attack.run(on, random) };
};
