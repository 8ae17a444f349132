import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  fetchAhead,
  fetchIndexFile,
  forgetFailure,
  pagefindSignature,
  readIndexFile,
  readIndexJson,
  throwFailure,
} from './index-fetch.ts';

const unavailable = { name: 'SearchUnavailable' };
const startPage = '<!doctype html><title>ポータル</title>';
const json = gzipSync('{"letters":"あ"}');
const chunk = gzipSync(`${pagefindSignature}chunk`);

let server: Server;
let origin: string;
let requests: { path: string; pastCache: boolean }[];
let answer: RequestListener;

beforeEach(async () => {
  requests = [];
  server = createServer((request, response) => {
    const pastCache = request.headers['cache-control'] === 'no-cache';
    requests.push({ path: request.url ?? '', pastCache });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  forgetFailure();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Answers each request with the next of these, and with the last from then on. */
function answerWith(...bodies: (Buffer | string | undefined)[]): void {
  answer = (_, response) => {
    const body = bodies[Math.min(requests.length, bodies.length) - 1];
    response.statusCode = body === undefined ? 404 : 200;
    response.end(body ?? startPage);
  };
}

const asText = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const withoutItsEnd = (bytes: Buffer) => bytes.subarray(0, bytes.length - 6);
const withWrongChecksum = (bytes: Buffer) => {
  const damaged = Buffer.from(bytes);
  damaged.writeUInt32LE(0, damaged.length - 8);
  return damaged;
};

describe('a file', () => {
  test('comes decompressed, and is asked for once', async () => {
    answerWith(json);
    expect(await readIndexJson(`${origin}/table.json.gz`)).toEqual({ letters: 'あ' });
    expect(requests).toEqual([{ path: '/table.json.gz', pastCache: false }]);
  });

  test('that the server sends as an encoding is not decompressed twice', async () => {
    answer = (_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(json);
    };
    expect(await readIndexJson(`${origin}/table.json.gz`)).toEqual({ letters: 'あ' });
  });

  test.each([
    ['missing', '/a.pf_index', undefined],
    ['cut off', '/a.pf_index', withoutItsEnd(chunk)],
    ['damaged inside', '/table.json.gz', withWrongChecksum(json)],
    ['empty', '/a.pf_meta', ''],
    ['the start page in place of an index', '/wasm.unknown.pagefind', startPage],
    ['the start page in place of JSON', '/pages/a.json.gz', startPage],
  ])(
    '%s is asked for once more, past the cache, and then cannot be read',
    async (_, path, body) => {
      answerWith(body);
      await expect(readIndexFile(origin + path)).rejects.toMatchObject(unavailable);
      expect(requests).toEqual([
        { path, pastCache: false },
        { path, pastCache: true },
      ]);
    },
  );

  test.each([
    ['missing', undefined],
    ['damaged', withWrongChecksum(json)],
    ['the start page', startPage],
  ])('%s at first is read at the second try', async (_, first) => {
    answerWith(first, json);
    expect(await readIndexJson(`${origin}/table.json.gz`)).toEqual({ letters: 'あ' });
  });

  test('of JSON that is none cannot be read', async () => {
    answerWith('{"letters":');
    await expect(readIndexJson(`${origin}/table.json.gz`)).rejects.toMatchObject(unavailable);
  });
});

describe('many files', () => {
  const addresses = () =>
    Array.from({ length: 100 }, (_, index) => `${origin}/pages/${index}.json.gz`);

  test('are asked for 32 at once, and all come', async () => {
    let running = 0;
    let most = 0;
    const held: ServerResponse[] = [];
    const release = () => {
      for (const response of held.splice(0)) {
        running -= 1;
        response.end(json);
      }
    };
    answer = (_, response) => {
      running += 1;
      most = Math.max(most, running);
      held.push(response);
      // Held until so many are there, and a little longer: one too many would be seen.
      if (most >= 32) setTimeout(release, 20);
    };
    const files = await Promise.all(addresses().map((url) => readIndexFile(url)));
    expect(files).toHaveLength(100);
    expect(most).toBe(32);
  });

  test('that fail leave their turn to others', async () => {
    answerWith(undefined);
    const failed = await Promise.allSettled(addresses().map((url) => readIndexFile(url)));
    expect(failed.every(({ status }) => status === 'rejected')).toBe(true);
    answerWith(json);
    await readIndexFile(`${origin}/table.json.gz`);
  });
});

describe('what Pagefind is given', () => {
  test('a file fetched ahead once, whatever its query; then the server is asked again', async () => {
    answerWith(chunk);
    const url = `${origin}/pagefind.a.pf_meta`;
    await fetchAhead(url);
    const given = await fetchIndexFile(`${url}?ts=1`);
    expect(asText(await given.bytes())).toBe(`${pagefindSignature}chunk`);
    expect(requests).toHaveLength(1);
    await fetchIndexFile(url);
    expect(requests).toHaveLength(2);
  });

  test('a failure, which is kept until it is forgotten', async () => {
    answerWith(undefined);
    expect(throwFailure).not.toThrow();
    await expect(fetchIndexFile(`${origin}/a.pf_index`)).rejects.toMatchObject(unavailable);
    expect(throwFailure).toThrow(expect.objectContaining(unavailable));
    forgetFailure();
    expect(throwFailure).not.toThrow();
  });
});
