import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { offlineFiles, packSizeMark } from '../offline-files.ts';
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
  'offline/index.html': `<p>約 ${packSizeMark}</p>`,
  'offline/pack-old.bin': 'an older pack',
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pack-'));
  for (const [path, content] of Object.entries(files)) await put(path, content);
});
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}
const build = (worker = 'self.x = 1') =>
  buildOfflinePack({ siteDir: folder, edition: 'public', day: '2026-11-23', worker });

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
    'practices/index.json',
    'search/engine.js',
    'search/index/one.pf_index',
    'offline/index.html',
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

test('the page that offers the pack says how large it is', async () => {
  const { bytes } = await build();
  const page = await readFile(join(folder, 'offline/index.html'), 'utf8');
  const [, said = ''] = /約 (\d+) B/.exec(page) ?? [];
  expect(Math.abs(Number(said) - bytes)).toBeLessThan(100);
});

test('the same site gives the same bytes, whenever it was written; an older pack goes', async () => {
  const contents = async () => {
    const names = (await readdir(join(folder, 'offline'))).sort();
    const all = names.map((name) => readFile(join(folder, 'offline', name), 'base64'));
    return [names, await Promise.all(all)];
  };
  const first = await build();
  const written = await contents();
  expect(written[0]).not.toContain('pack-old.bin');
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

test('a large site is packed in parts, of which an unchanged one keeps its name', async () => {
  for (const name of ['m1', 'm2', 'm3']) await put(`${name}/index.html`, name.repeat(1_000_000));
  const before = await build();
  expect(before.parts.length).toBeGreaterThan(1);
  expect(before.parts.reduce((sum, [count]) => sum + count, 0)).toBe(before.files.length);
  await put('search/engine.js', 'export { changed }');
  const after = await build();
  expect(after.parts[0]).toEqual(before.parts[0]);
  expect(after.parts.at(-1)).not.toEqual(before.parts.at(-1));
});
