import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestsOf } from '../../../src/attachments/kept-digests.ts';
import { bundleZip } from '../../../src/materials/bundle.ts';
import { planBundle } from '../../../src/materials/bundle-plan.ts';
import { writeMaterials } from '../../../src/materials/write-materials.ts';
import type { ListedFile, MaterialsList } from '../../../src/schema/materials-list.ts';
import { answerToFailure } from '../requests/failures.ts';
import { createStanding, type Standing } from '../takedown/standing.ts';
import { createSitePages, type ServedSite } from './site-pages.ts';
import { rangeIn } from './streamed-bundles.ts';

const base = '/portal/';
const texts: Record<string, string> = {
  'practices/sakura-u/pledge/誓約書.pdf': '%PDF 誓約書',
  'practices/momiji-u/travel/届出.pdf': `%PDF ${'届出'.repeat(100_000)}`,
  'practices/momiji-u/rule/規程.pdf': '%PDF 規程 CANARY',
};
const bundlePath = '/bundles/scenes/travel.zip';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'streamed-bundles-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const listOf = (files: Record<string, string>): MaterialsList => {
  const listed = Object.entries(files).map(
    ([path, text]): ListedFile => ({
      address: base + encodeURI(path),
      title: path,
      name: path.split('/').at(-1) ?? '',
      path,
      kind: 'PDF',
      bytes: Buffer.byteLength(text),
      ...digestsOf(Buffer.from(text)),
      unit: null,
      pageCount: null,
      rights: '',
      entry: {
        title: `${dirname(path).split('/').at(-1)}の取組`,
        address: `${base}${dirname(path)}/`,
        owner: 'さくら大学',
        notice: '',
      },
    }),
  );
  const list = { day: '2026-11-30', note: null, site: null, base, files: listed };
  const all = {
    address: base + bundlePath.slice(1),
    title: '海外出張',
    page: `${base}scenes/travel/`,
    files: listed.map(({ address }) => address),
  };
  const few = { ...all, address: `${base}bundles/kits/form.zip`, files: all.files.slice(0, 1) };
  const sized = [all, few].map((bundle) => ({
    ...bundle,
    bytes: bundleZip(planBundle(bundle, list)).bytes,
  }));
  return { ...list, bundles: sized };
};

/** A site with its files and without its bundles. */
const site = (name: string, files = texts): string => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, name, path)), { recursive: true });
    writeFileSync(join(home, name, path), text);
  }
  mkdirSync(join(home, name, 'data'), { recursive: true });
  writeFileSync(join(home, name, 'data/materials.json'), JSON.stringify(listOf(files)));
  return join(home, name);
};
/** The bytes of its bundle as they are written. */
const written = async (of: string): Promise<Buffer> => {
  const copy = join(home, 'written');
  mkdirSync(join(copy, 'data'), { recursive: true });
  writeFileSync(join(copy, 'data/materials.json'), JSON.stringify(listOf(texts)));
  const store = {
    place: async (_file: unknown, source: string, target: string) => cpSync(source, target),
    prune: async () => {},
  };
  await writeMaterials(copy, { contentDir: of, store, isWritten: () => true });
  return readFileSync(join(copy, bundlePath));
};

const appOf = (served: ServedSite, members: Parameters<typeof createSitePages>[1] = null) => {
  const app = new Hono();
  app.onError(answerToFailure(() => {}));
  app.all('/*', createSitePages(served, members));
  return app;
};
const serving = (folder: string, now?: () => Standing | null) =>
  appOf({ folder: () => folder, ...(now ? { takedown: { now: async () => now() } } : {}) });
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

describe('a bundle that lies nowhere as a file', () => {
  it('is the same bytes as the written one, with its length', async () => {
    const folder = site('site');
    const whole = await written(folder);
    const answer = await serving(folder).request(bundlePath);
    const { status, headers } = answer;
    expect([status, headers.get('content-type'), headers.get('content-length')]).toEqual([
      200,
      'application/zip',
      `${whole.length}`,
    ]);
    expect(headers.get('cache-control')).toBe('no-cache');
    expect((await bytesOf(answer)).equals(whole)).toBe(true);
  });

  it('is given in parts, and goes on where somebody was cut off', async () => {
    const folder = site('site');
    const app = serving(folder);
    const whole = await written(folder);
    const tag = (await app.request(bundlePath, { method: 'HEAD' })).headers.get('etag') ?? '';
    const part = async (range: string, more: Record<string, string> = {}) => {
      const answer = await app.request(bundlePath, { headers: { range, ...more } });
      const bytes = await bytesOf(answer);
      return [answer.status, answer.headers.get('content-range'), bytes] as const;
    };
    const last = whole.length - 1;
    for (const [range, start, end] of [
      ['bytes=0-0', 0, 0],
      ['bytes=400000-', 400_000, last],
      ['bytes=-500', whole.length - 500, last],
      [`bytes=100-${last + 9}`, 100, last],
    ] as const) {
      const [status, said, bytes] = await part(range, { 'if-range': tag });
      expect([status, said]).toEqual([206, `bytes ${start}-${end}/${whole.length}`]);
      expect(bytes.equals(whole.subarray(start, end + 1))).toBe(true);
    }
    expect((await part(`bytes=${whole.length}-`)).slice(0, 2)).toEqual([
      416,
      `bytes */${whole.length}`,
    ]);
    // What somebody has of another version is of no use.
    expect((await part('bytes=5-', { 'if-range': '"another"' }))[0]).toBe(200);
    expect((await part('bytes=0-1,5-6'))[0]).toBe(200);
  });

  it('is told of without being read, and confirmed where it is known', async () => {
    const app = serving(site('site'));
    const head = await app.request(bundlePath, { method: 'HEAD' });
    const bytes = listOf(texts).bundles[0]?.bytes;
    expect([head.status, head.headers.get('content-length')]).toEqual([200, `${bytes}`]);
    expect(head.headers.get('accept-ranges')).toBe('bytes');
    expect((await bytesOf(head)).length).toBe(0);
    const known = { headers: { 'if-none-match': head.headers.get('etag') ?? '' } };
    expect((await app.request(bundlePath, known)).status).toBe(304);
    expect((await app.request('/bundles/scenes/none.zip')).status).toBe(404);
    expect((await app.request('/bundles/%E0.zip')).status).toBe(404);
  });

  it('is read as slowly as it is taken, and whoever goes leaves no file open', async () => {
    const app = serving(site('site'));
    const openFiles = () =>
      process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
    const before = openFiles();
    const answer = await app.request(bundlePath);
    expect(openFiles()).toBe(before);
    const reader = (answer.body ?? new ReadableStream<Uint8Array>()).getReader();
    let taken = 0;
    while (taken < 300_000) taken += (await reader.read()).value?.length ?? Infinity;
    await reader.cancel();
    expect(openFiles()).toBe(before);
  });
});

it('tells the version of a large file by its list, without reading it, as by its content', async () => {
  const travel = 'practices/momiji-u/travel/届出.pdf';
  const folder = site('site');
  const tagIn = async () =>
    (await serving(folder).request(`/${encodeURI(travel)}`, { method: 'HEAD' })).headers.get(
      'etag',
    );
  const digest = Buffer.from(digestsOf(Buffer.from(texts[travel] ?? '')).checksum, 'hex');
  const tag = `W/"${digest.toString('base64url').slice(0, 22)}"`;
  expect(await tagIn()).toBe(tag);
  // What is not read cannot tell that it was written to, by hand and at once.
  writeFileSync(join(folder, travel), `%PDF ${'出届'.repeat(100_000)}`);
  expect(await tagIn()).toBe(tag);
  rmSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, travel), `%PDF ${'届届'.repeat(100_000)}`);
  expect(await tagIn()).not.toBe(tag);
});

describe('while something is taken down', () => {
  const goneFile = (folder: string, path: string) =>
    createStanding({ folders: [], entries: [], files: [`/${path}`], words: [] }, folder, {
      basePath: base,
      siteUrl: undefined,
    });

  it('a bundle with it is given to nobody, and others are', async () => {
    const folder = site('site');
    const standing = goneFile(folder, 'practices/momiji-u/rule/規程.pdf');
    const app = serving(folder, () => standing);
    expect((await app.request(bundlePath)).status).toBe(503);
    expect((await app.request(bundlePath, { headers: { range: 'bytes=0-9' } })).status).toBe(503);
    expect((await app.request('/bundles/kits/form.zip')).status).toBe(200);
  });

  it('one that is on its way ends before its next file', async () => {
    const folder = site('site');
    let standing: Standing | null = null;
    const answer = await serving(folder, () => standing).request(bundlePath);
    const reader = (answer.body ?? new ReadableStream<Uint8Array>()).getReader();
    const taken: Uint8Array[] = [(await reader.read()).value ?? new Uint8Array()];
    standing = goneFile(folder, 'practices/momiji-u/rule/規程.pdf');
    const rest = async () => {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        taken.push(value);
      }
    };
    await expect(rest()).rejects.toThrow();
    expect(Buffer.concat(taken).toString()).not.toContain('CANARY');
  });
});

it('what was begun from one site is not ended with the files of the next', async () => {
  const folder = site('site');
  const next = site('next', {
    ...texts,
    'practices/momiji-u/rule/規程.pdf': '%PDF 改正 NEWS!!',
  });
  const answer = await serving(folder).request(bundlePath);
  const reader = (answer.body ?? new ReadableStream<Uint8Array>()).getReader();
  const taken: Uint8Array[] = [(await reader.read()).value ?? new Uint8Array()];
  renameSync(folder, `${folder}.previous`);
  renameSync(next, folder);
  const rest = async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      taken.push(value);
    }
  };
  await expect(rest()).rejects.toThrow('not what it was');
  expect(Buffer.concat(taken).toString()).not.toContain('NEWS');
});

it('is of members for members alone', async () => {
  const everybodys = {
    folder: () => site('public', { 'practices/sakura-u/pledge/誓約書.pdf': '%PDF' }),
  };
  const folder = site('network');
  const members = {
    folder: () => folder,
    isFor: async (c: { req: { header(name: string): string | undefined } }) =>
      c.req.header('cookie') === 'member',
  };
  const app = appOf(everybodys, members);
  const whole = await written(folder);
  const own = await app.request(bundlePath, { headers: { cookie: 'member' } });
  expect([own.status, own.headers.get('cache-control'), own.headers.get('etag')]).toEqual([
    200,
    'private, no-store',
    null,
  ]);
  expect((await bytesOf(own)).equals(whole)).toBe(true);
  const other = await app.request(bundlePath);
  expect(other.status).toBe(200);
  expect((await bytesOf(other)).toString()).not.toContain('CANARY');
});

it.each([
  [undefined, 'whole'],
  ['bytes=0-', { start: 0, end: 9 }],
  ['bytes=3-4', { start: 3, end: 4 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-30', { start: 0, end: 9 }],
  ['bytes=9-99', { start: 9, end: 9 }],
  ['bytes=10-', 'outside'],
  ['bytes=-0', 'outside'],
  ['bytes=4-3', 'whole'],
  ['bytes=-', 'whole'],
  ['lines=1-2', 'whole'],
  ['bytes=0-1, 3-4', 'whole'],
] as const)('of ten bytes, %s asks for %o', (header, range) => {
  expect(rangeIn(header, 10)).toEqual(range);
});
