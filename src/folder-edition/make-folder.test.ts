import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MadeFolder, makeFolder } from './make-folder.ts';

let workplace: string;
const zone = process.env['TZ'];
beforeEach(() => {
  workplace = mkdtempSync(join(tmpdir(), 'make-folder-'));
});
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  rmSync(workplace, { recursive: true });
});

const write = (path: string, content: string | Uint8Array) => {
  const file = join(workplace, 'site', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
};
const make = (outDir = 'out'): Promise<MadeFolder> =>
  makeFolder({
    siteDir: join(workplace, 'site'),
    base: '/',
    edition: 'network',
    day: '2026-11-23',
    outDir: join(workplace, outDir),
  });

const page = (body: string) =>
  `<html><head><link rel="stylesheet" href="/assets/site.css"></head><body><header>${body}</header></body></html>`;

const slide = encodeURI('/practices/ジ/様式.pdf#page=7');

/** A site of two pages, with a list, a search and a file under a Japanese name. */
function writeSite(): void {
  write('index.html', page('<a href="/practices/">x</a><a href="/data/open.json">y</a>'));
  write('practices/index.html', page('<div data-index="/practices/index.json"></div>'));
  write('practices/index.json', '[{"address":"/practices/","title":"/様式/"}]');
  write('practices/シ\u3099/様式.pdf', 'PDF');
  write('assets/site.css', 'a{background:url(/assets/mark.svg)}b{background:url(data:,x)}');
  write('assets/mark.svg', '<svg/>');
  write('data/open.json', '{"address":"/practices/"}');
  write('search/engine.js', 'export const search = () => import.meta.url;');
  write('search/index/a.pf_index', gzipSync('index'));
  write(
    'search/overlay/a.json.gz',
    gzipSync(JSON.stringify({ titles: [[0, 1, { url: '/practices/' }]] })),
  );
  write(
    'search/titles.json.gz',
    gzipSync(JSON.stringify([{ url: '/practices/' }, { url: '/#a' }, { url: slide }])),
  );
}

/** The files that the data scripts of a folder give. */
function given(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  const data = join(folder, 'site/assets/data');
  for (const name of readdirSync(data)) {
    const give = (some: Record<string, string>) =>
      Object.entries(some).forEach(([path, text]) => {
        files[path] = gunzipSync(Buffer.from(text, 'base64')).toString();
      });
    new Function('portalFolder', readFileSync(join(data, name), 'utf8'))({ give });
  }
  return files;
}

test('a folder holds the pages, the files that are linked, and as scripts what is fetched', async () => {
  writeSite();
  const { folder, files } = await make();
  const root = '産学官連携リスクマネジメント-ネットワーク限定版-2026-11-23';
  expect(folder).toBe(join(workplace, 'out', root));
  const held = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  expect(held).toEqual([
    'index.html',
    'site/assets/data/1.js',
    'site/assets/data/2.js',
    'site/assets/data/3.js',
    'site/assets/data/4.js',
    'site/assets/engine.js',
    'site/assets/folder.css',
    'site/assets/folder.js',
    'site/assets/mark.svg',
    'site/assets/site.css',
    'site/data/open.json',
    'site/practices/index.html',
    'site/practices/ジ/様式.pdf',
    'はじめにお読みください.txt',
  ]);
  expect(files).toBe(held.length);
  expect(readFileSync(join(folder, 'site/assets/site.css'), 'utf8')).toBe(
    'a{background:url("mark.svg")}b{background:url(data:,x)}',
  );
  expect(readFileSync(join(folder, 'site/data/open.json'), 'utf8')).toContain('"/practices/"');
  expect(given(folder)).toEqual({
    'search/index/a.pf_index': 'index',
    'search/overlay/a.json.gz': '{"titles":[[0,1,{"url":"/site/practices/index.html"}]]}',
    'search/titles.json.gz': `[{"url":"/site/practices/index.html"},{"url":"/index.html#a"},{"url":"/site${slide}"}]`,
    'site/practices/index.json':
      '[{"address":"portal-folder:/site/practices/index.html","title":"/様式/"}]',
  });
});

test('its zip is the same bytes at another time, in another zone, and holds names in NFC', async () => {
  writeSite();
  process.env['TZ'] = 'UTC';
  const first = readFileSync((await make()).zip);
  process.env['TZ'] = 'America/Adak';
  for (const path of ['index.html', 'practices/シ\u3099/様式.pdf']) {
    utimesSync(join(workplace, 'site', path), 1, 1);
  }
  const second = readFileSync((await make('elsewhere')).zip);
  expect(second.equals(first)).toBe(true);
  expect(Object.keys(unzipSync(first))).toContain(
    '産学官連携リスクマネジメント-ネットワーク限定版-2026-11-23/site/practices/ジ/様式.pdf',
  );
});

test('what it cannot make leaves the folder of before in place', async () => {
  writeSite();
  const { folder } = await make();
  write('index.html', page('<img src="/gone.png">'));
  await expect(make()).rejects.toThrow('index.html needs /gone.png');
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('site/practices/index.html');
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  expect(readdirSync(join(workplace, 'out')).sort()).toEqual([name, `${name}.zip`]);
});

test('a folder has the pages at former addresses, which lead to the page as a file', async () => {
  writeSite();
  const onward = '<meta http-equiv="refresh" content="0;url=/practices/">';
  write(
    'former/index.html',
    page('<a href="/practices/">x</a>').replace('<head>', `<head>${onward}`),
  );
  const { folder } = await make();
  expect(readFileSync(join(folder, 'site/former/index.html'), 'utf8')).toContain(
    'content="0;url=../practices/index.html"',
  );
});
