import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CountingSite, serveCounted } from '../browser/counting-site.ts';
import { attachmentPolicy } from '../file-policies.ts';
import { folderPolicy } from '../folder-edition/folder-policy.ts';
import { journeySite } from './built-sites.ts';
import { hostilePictures } from './hostile-pictures.ts';
import { lendBrowser } from './lent-browser.ts';

/** What a picture that got past every check can do, on a host for files, from a disk, and under the policy of a server. */

let browser: Browser;
let canary: CountingSite;
let home: string;
let pictures: Record<string, string>;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'pictures-'));
  mkdirSync(join(home, 'canary'));
  canary = await serveCounted(join(home, 'canary'));
  pictures = hostilePictures(canary.origin);
  mkdirSync(join(home, 'site'));
  for (const [name, text] of Object.entries(pictures)) {
    writeFileSync(join(home, 'site', `${name}.svg`), text);
  }
  browser = await lendBrowser();
});
afterAll(async () => {
  await browser?.close();
  await canary?.stop();
  rmSync(home, { recursive: true });
});

/** Opens addresses side by side. @returns what was asked of elsewhere until all came to rest, and where they are then */
const open = async (addresses: readonly string[]) => {
  canary.taken();
  const pages = await Promise.all(addresses.map(() => browser.newPage()));
  await Promise.all(
    pages.map(async (page, index) => {
      await page.goto(addresses[index] ?? '');
      await page.waitForLoadState('networkidle');
    }),
  );
  const places = pages.map((page) => page.url());
  await Promise.all(pages.map((page) => page.close()));
  return { asked: canary.taken().paths, places };
};
const nothing = (addresses: readonly string[]) => ({ asked: [], places: addresses });

const homePage = () => readFileSync(join(journeySite('public'), 'index.html'), 'utf8');
/** The first page of the site with all pictures in it. */
const withPictures = (html: string): string =>
  html.replace(
    /<main[^>]*>/,
    (main) =>
      main +
      Object.keys(pictures)
        .map((name) => `<img src="${encodeURIComponent(name)}.svg" alt="">`)
        .join(''),
  );

const picturesAt = (origin: string) =>
  Object.keys(pictures).map((name) => `${origin}/${encodeURIComponent(name)}.svg`);

test('these pictures act where nothing hinders them', async () => {
  const site = await serveCounted(join(home, 'site'));
  const { asked } = await open(picturesAt(site.origin));
  await site.stop();
  expect(new Set(asked).size).toBeGreaterThan(10);
});

test('none acts in a page of the site on a host for files', async () => {
  writeFileSync(join(home, 'site/index.html'), withPictures(homePage()));
  const site = await serveCounted(join(home, 'site'));
  const addresses = [`${site.origin}/`];
  expect(await open(addresses)).toEqual(nothing(addresses));
  const shown = site.taken().paths.filter((path) => path.endsWith('.svg'));
  expect(shown.length).toBeGreaterThanOrEqual(Object.keys(pictures).length);
  await site.stop();
});

test('none acts in a page that is opened from a disk', async () => {
  const html = homePage().replace(
    /(http-equiv="content-security-policy" content=")([^"]*)/,
    (_, before: string, policy: string) => before + folderPolicy(policy),
  );
  const file = join(home, 'site/folder.html');
  writeFileSync(file, withPictures(html));
  const addresses = [pathToFileURL(file).href];
  expect(await open(addresses)).toEqual(nothing(addresses));
});

test('none acts, opened by itself, under the policy that the gateway and the worker give it', async () => {
  const server = createServer((request, response) => {
    const name = decodeURIComponent(request.url ?? '').slice(1, -'.svg'.length);
    const type = 'image/svg+xml';
    response.setHeader('content-type', type);
    response.setHeader('content-security-policy', attachmentPolicy(type));
    response.end(pictures[name] ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const addresses = picturesAt(`http://127.0.0.1:${port}`);
  expect(await open(addresses)).toEqual(nothing(addresses));
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('every page of the site says what may run in it before it loads anything', () => {
  for (const edition of ['public', 'network'] as const) {
    const folder = journeySite(edition);
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.html'),
    );
    expect(pages.length).toBeGreaterThan(100);
    for (const path of pages) {
      const html = readFileSync(join(folder, path), 'utf8');
      const [head = ''] = html.split(/<(?:link|script|style|img|body|iframe|object)\b/);
      expect(head, path).toMatch(
        /<meta http-equiv="content-security-policy" content="default-src 'none'; /,
      );
    }
  }
});
