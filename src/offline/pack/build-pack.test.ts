import { mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { putFile } from '../fixtures/site-folder.ts';
import { offlineFiles } from '../offline-files.ts';
import { buildOfflinePack } from './build-pack.ts';

const searchText = gzipSync('{"url":"/b/","title":"乙"}');
const files: Record<string, string | Buffer> = {
  'index.html': '<h1>表紙</h1>',
  'b/index.html': '<h1>乙</h1>',
  'b/slides.pdf': '%PDF',
  // Nobody needs to be sent on who has all that there is now.
  'former/index.html': '<head><meta http-equiv="refresh" content="0;url=/b/">',
  'b/files/slides.pdf/first-page.webp': 'RIFF',
  'b/figure.csv': 'a,b',
  'data/practices.csv': 'a,b\n'.repeat(3000),
  'data/materials.json': '{"bundles":[],"files":[]}',
  'data/practices.json': '[]',
  'practices/index.json': '[]',
  'assets/site.abc.css': 'h1{}',
  'favicon.svg': '<svg/>',
  'feed.xml': '<feed/>',
  '404.html': '<h1>404</h1>',
  'worker.js': 'an older worker',
  'bundles/symposia/a.zip': 'PK',
  'search/engine.js': 'export {}',
  'search/index/one.pf_index': gzipSync('pagefind_dcd…'),
  'search/pages/unknown_1.json.gz': searchText,
  'offline/index.html': '<h1>オフラインで使う</h1>',
  'offline/pack-old.bin': 'an older pack',
  'offline/since/old.json': 'an older difference',
};

let folder: string;
let cacheDir: string;
beforeEach(async () => {
  const home = await mkdtemp(join(tmpdir(), 'pack-'));
  folder = join(home, 'site');
  cacheDir = join(home, 'cache');
  for (const [path, content] of Object.entries(files)) putFile(folder, path, content);
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const put = (path: string, content: string) => putFile(folder, path, content);
const build = (worker = 'self.x = 1') =>
  buildOfflinePack({ siteDir: folder, cacheDir, edition: 'public', day: '2026-11-23', worker });

test('the pack holds pages and what they need, in the order of its list; files of the search inflated', async () => {
  const manifest = await build();
  expect(manifest.files.map(([path]) => path)).toEqual([
    'assets/site.abc.css',
    'b/figure.csv',
    'b/index.html',
    // Behind the page whose text it repeats.
    'search/pages/unknown_1.json.gz',
    'data/materials.json',
    'favicon.svg',
    'index.html',
    'offline/index.html',
    'practices/index.json',
    'search/engine.js',
    'search/index/one.pf_index',
  ]);
  const [[count, bytes, digest] = [0, 0, ''], ...others] = manifest.parts;
  expect([count, others]).toEqual([11, []]);
  const part = await readFile(join(folder, offlineFiles.part(digest)));
  expect([part.length, manifest.bytes]).toEqual([bytes, bytes]);
  const inflated = gunzipSync(part).toString();
  const size = manifest.files.reduce((sum, [, length]) => sum + length, 0);
  expect(Buffer.byteLength(inflated)).toBe(size);
  expect(inflated).toContain('<h1>乙</h1>{"url":"/b/","title":"乙"}');
  expect(inflated).toContain('pagefind_dcd…');
});

test('the same site gives the same bytes, whenever it was written; an older pack goes', async () => {
  const contents = async () => {
    const names = (await readdir(join(folder, 'offline'), { recursive: true })).sort();
    const all = names.filter((name) => name !== 'since');
    const read = all.map((name) => readFile(join(folder, 'offline', name), 'base64'));
    return [names, await Promise.all(read)];
  };
  const first = await build();
  const written = await contents();
  expect(written[0]).toEqual([
    'index.html',
    'manifest.json',
    ...first.parts.map(([, , digest]) => `pack-${digest}.bin`),
    'since',
    'version.json',
  ]);
  await utimes(join(folder, 'index.html'), 0, 0);
  expect(await build()).toEqual(first);
  expect(await contents()).toEqual(written);
});

test.each([
  ['a page', () => put('b/index.html', '<h1>丙</h1>')],
  ['the materials', () => put('data/materials.json', '{}')],
])('another version has another name: %s', async (_, change) => {
  const { version } = await build();
  await change();
  const after = await build();
  expect(after.version).not.toBe(version);
  const note = JSON.parse(await readFile(join(folder, offlineFiles.version), 'utf8'));
  expect(note).toEqual({
    version: after.version,
    worker: after.worker,
    edition: 'public',
    day: '2026-11-23',
    bytes: after.bytes,
  });
});

test('another worker is another version', async () => {
  const { version } = await build();
  expect((await build('self.x = 2')).version).not.toBe(version);
  expect(await readFile(join(folder, 'worker.js'), 'utf8')).toBe('self.x = 2');
});

test('what does not matter without a network does not make a version', async () => {
  const { version } = await build();
  await put('feed.xml', '<feed><entry/></feed>');
  expect((await build()).version).toBe(version);
});

test('a large site is packed in parts, of which an unchanged one is neither named nor pressed anew', async () => {
  for (const name of ['m1', 'm2', 'm3']) put(`${name}/index.html`, name.repeat(1_000_000));
  const before = await build();
  expect(before.parts.length).toBeGreaterThan(1);
  expect(before.parts.reduce((sum, [count]) => sum + count, 0)).toBe(before.files.length);
  const [first] = before.parts;
  const partFile = join(folder, offlineFiles.part(first?.[2] ?? ''));
  const { ino } = await stat(partFile);
  put('search/engine.js', 'export { changed }');
  await rm(partFile);
  const after = await build();
  expect(after.parts[0]).toEqual(first);
  expect((await stat(partFile)).ino).toBe(ino);
  expect(after.parts.at(-1)).not.toEqual(before.parts.at(-1));
});
