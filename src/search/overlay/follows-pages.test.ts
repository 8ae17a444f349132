import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { linkedCopy } from '../fixtures/changing-site.ts';
import { openEngineOf } from '../fixtures/compare-indexes.ts';
import { fetchFromDisk } from '../fixtures/fetch-from-disk.ts';
import { buildSearchIndex } from '../indexing/build-index.ts';
import { updateSearchIndex } from '../indexing/update-index.ts';

/** What an index does that follows its pages, beside answering as one that was made anew (joined-index.test.ts). */

const root = mkdtempSync(join(tmpdir(), 'follows-pages-'));
const cacheDir = join(root, 'cache');
const first = join(root, 'first');
const pledge = 'practices/sakura-u/pledge/index.html';
const declaration = 'practices/momiji-u/coi-declaration/index.html';

let copies = 0;
/** A copy of the site as the site process makes one, in which a page says something else. */
async function changedCopy(path: string, change: (html: string) => string | null): Promise<string> {
  copies += 1;
  const copy = join(root, `copy-${copies}`);
  await linkedCopy(first, copy);
  const html = change(readFileSync(join(copy, path), 'utf8'));
  rmSync(join(copy, path));
  if (html !== null) writeFileSync(join(copy, path), html);
  return copy;
}
const saying = (sentence: string) => (html: string) =>
  html.replace('</h1>', `</h1><p>${sentence}</p>`);

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
const digestOf = (folder: string): string => {
  const digest = createHash('sha256');
  for (const path of filesBelow(folder)) digest.update(path).update(readFileSync(path));
  return digest.digest('hex');
};
const overlayFiles = (site: string) =>
  filesBelow(join(site, 'search')).filter((path) => path.includes('/overlay/'));
/** What the search of a site says in words. */
const wordsOf = (site: string): string =>
  filesBelow(join(site, 'search'))
    .filter((path) => path.endsWith('.json.gz'))
    .map((path) => gunzipSync(readFileSync(path)).toString())
    .join('\n');

beforeAll(async () => {
  vi.stubGlobal('fetch', vi.fn(fetchFromDisk));
  cpSync(join(import.meta.dirname, '../fixtures/site'), first, { recursive: true });
  await buildSearchIndex({ siteDir: first, cacheDir });
}, 60_000);
beforeEach(() => vi.mocked(fetch).mockClear());
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(root, { recursive: true });
});

const requests = () => vi.mocked(fetch).mock.calls.map(([url]) => String(url));

test('one sentence is a few files, and the site that is shown meanwhile keeps every byte', async () => {
  const before = digestOf(first);
  const copy = await changedCopy(pledge, saying('回転扉の話。'));
  const { bytes } = await updateSearchIndex({ siteDir: copy, changed: [pledge], cacheDir });
  expect(bytes).toBeLessThan(10_000);
  expect(digestOf(first)).toBe(before);
  expect((await (await openEngineOf(copy)).search('回転扉')).exactTotal).toBe(1);
  const engine = await openEngineOf(first);
  expect((await engine.search('回転扉')).exactTotal).toBe(0);
});

test('where nothing has changed nothing more is fetched', async () => {
  const engine = await openEngineOf(first);
  await engine.suggest('りえき');
  const names = requests().map((url) => url.replace(/^.*\/search\//, ''));
  expect(names.sort()).toEqual([
    'index/pagefind-entry.json',
    'titles.json.gz',
    'vocabulary.json.gz',
  ]);
  await engine.search('誓約書');
  expect(requests().filter((url) => url.includes('overlay'))).toEqual([]);
  expect(requests().filter((url) => url.includes('pagefind-entry'))).toHaveLength(1);
});

test('what is removed is nowhere in words, and says nothing in what others share', async () => {
  const copy = await changedCopy(pledge, () => null);
  await updateSearchIndex({ siteDir: copy, changed: [pledge], cacheDir });
  expect(wordsOf(first)).toContain('留学生の誓約書をオンラインで集める');
  expect(wordsOf(copy)).not.toContain('留学生の誓約書をオンラインで集める');
  expect(wordsOf(copy)).not.toContain('/pledge/');
  const { results } = await (await openEngineOf(copy)).search('安全保障輸出管理');
  expect(JSON.stringify(results)).not.toContain('pledge');
  // What follows finds the places of all others as they were.
  writeFileSync(
    join(copy, `${declaration}.new`),
    saying('回転扉の話。')(readFileSync(join(copy, declaration), 'utf8')),
  );
  renameSync(join(copy, `${declaration}.new`), join(copy, declaration));
  await updateSearchIndex({ siteDir: copy, changed: [declaration], cacheDir });
  const engine = await openEngineOf(copy);
  expect((await engine.search('回転扉')).results[0]?.url).toContain('coi-declaration');
  expect((await engine.search('利益相反')).results[0]?.title).toBe('利益相反');
});

test('a page that says again what it said leaves nothing', async () => {
  const copy = await changedCopy(pledge, saying('回転扉の話。'));
  await updateSearchIndex({ siteDir: copy, changed: [pledge], cacheDir });
  expect(overlayFiles(copy)).not.toEqual([]);
  rmSync(join(copy, pledge));
  cpSync(join(first, pledge), join(copy, pledge));
  await updateSearchIndex({ siteDir: copy, changed: [pledge], cacheDir });
  expect(filesBelow(join(copy, 'search')).map((path) => path.slice(copy.length))).toEqual(
    filesBelow(join(first, 'search')).map((path) => path.slice(first.length)),
  );
});

test('an engine that is open goes on with the site that took the place of its own', async () => {
  const shown = join(root, 'shown');
  await linkedCopy(first, shown);
  const engine = await openEngineOf(shown);
  expect((await engine.search('蛍光ペン')).exactTotal).toBe(1);
  const copy = await changedCopy(pledge, saying('回転扉の話。'));
  await updateSearchIndex({ siteDir: copy, changed: [pledge], cacheDir });
  renameSync(shown, join(root, 'replaced'));
  renameSync(copy, shown);
  // The text of the page lies under another name now.
  const { results } = await engine.search('誓約書 様式');
  expect(results[0]?.url).toContain('pledge');
  expect((await engine.search('回転扉')).exactTotal).toBe(1);
});

test('without what was kept of the whole index it is made anew, and takes in what had changed', async () => {
  const copy = await changedCopy(pledge, saying('回転扉の話。'));
  await updateSearchIndex({ siteDir: copy, changed: [pledge], cacheDir });
  expect(overlayFiles(copy)).not.toEqual([]);
  await updateSearchIndex({ siteDir: copy, changed: [], cacheDir: join(root, 'nothing kept') });
  expect(overlayFiles(copy)).toEqual([]);
  expect((await (await openEngineOf(copy)).search('回転扉')).exactTotal).toBe(1);
});

test('what cannot be kept costs nothing but time', async () => {
  const site = join(root, 'not-kept');
  await linkedCopy(first, site);
  const aFile = join(root, 'a-file');
  writeFileSync(aFile, '');
  const { pages } = await buildSearchIndex({ siteDir: site, cacheDir: join(aFile, 'cache') });
  expect(pages).toBeGreaterThan(10);
});

test('an index that was made of what was kept has the same bytes', async () => {
  const again = join(root, 'again');
  cpSync(first, again, { recursive: true });
  rmSync(join(again, 'search'), { recursive: true });
  await buildSearchIndex({ siteDir: again, cacheDir });
  const bytes = (site: string) =>
    filesBelow(join(site, 'search')).map(
      (path) => [path.slice(site.length), readFileSync(path)] as const,
    );
  const [before, now] = [bytes(first), bytes(again)];
  expect(now.map(([path]) => path)).toEqual(before.map(([path]) => path));
  for (const [place, [path, content]] of now.entries()) {
    expect(content.equals(before[place]?.[1] ?? Buffer.alloc(0)), path).toBe(true);
  }
});
