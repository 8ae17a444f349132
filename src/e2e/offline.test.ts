import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../browser/axe-violations.ts';
import { type CountingSite, serveCounted } from '../browser/counting-site.ts';
import { openWindow } from '../browser/launch-browser.ts';
import { fileSize } from '../formats/file-size.ts';
import {
  type Difference,
  type Manifest,
  type Material,
  offlineFiles,
  type PackPart,
} from '../offline/offline-files.ts';
import { buildOfflinePack } from '../offline/pack/build-pack.ts';
import { bundleWorker } from '../offline/pack/bundle-worker.ts';
import { shownCopy, offlineWords as words } from '../offline/words.ts';
import { asShownCopy } from '../offline/worker/shown-copy.ts';
import { goldenQuestions } from '../search/golden.ts';
import { journeySite } from './built-sites.ts';
import { colouredPdf } from './coloured-pdf.ts';
import { hostilePictures } from './hostile-pictures.ts';
import { lendBrowser } from './lent-browser.ts';

const day = '2026-11-23';
const nextDay = '2026-12-01';
const event = 'symposia/mext/model-programme-symposium-2016/';
const changedPage = 'glossary/deemed-export/index.html';
const withdrawnPage = 'institutions/tmdu/index.html';
/** In the name a voiced kana, which some systems write as two characters, and a space. */
const slidesName = 'ガイド 2016.pdf';
const green = [0, 1, 0] as const;
const red = [1, 0, 0] as const;
/** Ten pages, of which the seventh is green. */
const slides = colouredPdf(Array.from({ length: 10 }, (_, index) => (index === 6 ? green : red)));
const handout = colouredPdf([red]);

/** Pictures that act where they are opened by themselves and nothing hinders them, in the folder of the event. */
const acting = ['script', 'refresh'] as const;

let folder: string;
let canary: CountingSite;
let site: CountingSite;
let browser: Browser;
let reader: BrowserContext;
let page: Page;
let manifest: Manifest;
let worker: string;

const siteFile = (path: string) => join(folder, path);
const inSite = (path: string) => readFile(siteFile(path), 'utf8');
const at = (path: string) =>
  `/${path
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;

function material(name: string, content: Buffer): Material {
  return {
    address: at(event + name),
    title: name.replace(/\.pdf$/, ''),
    name,
    bytes: content.length,
    checksum: createHash('sha256').update(content).digest('hex'),
    entry: { title: 'シンポジウム', address: at(event) },
  };
}
async function listMaterials(files: Material[]): Promise<void> {
  const bundle = {
    address: '/bundles/symposia/a.zip',
    title: '第1回シンポジウム',
    page: at(event),
  };
  const list = {
    bundles: [{ ...bundle, files: files.map(({ address }) => address) }],
    files,
  };
  await writeFile(siteFile('data/materials.json'), JSON.stringify(list));
}
const pack = (of: string) =>
  buildOfflinePack({
    siteDir: folder,
    cacheDir: join(folder, '../cache'),
    edition: 'public',
    day: of,
    worker,
  });

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'offline-')), 'site');
  await cp(journeySite('public'), folder, { recursive: true });
  await writeFile(siteFile(event + slidesName), slides);
  await writeFile(siteFile(`${event}handout.pdf`), handout);
  await mkdir(join(folder, '../canary'));
  canary = await serveCounted(join(folder, '../canary'));
  const pictures = hostilePictures(canary.origin);
  for (const name of acting) await writeFile(siteFile(`${event}${name}.svg`), pictures[name] ?? '');
  await listMaterials([material(slidesName, slides), material('handout.pdf', handout)]);
  worker = await bundleWorker();
  manifest = await pack(day);
  site = await serveCounted(folder);
  browser = await lendBrowser('whole browser');
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await canary?.stop();
  await rm(join(folder, '..'), { recursive: true, force: true });
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const part = (name: string) => page.locator(`[data-part="${name}"]`);
const isInUse = () => part('heading').filter({ hasText: words.copy.inUse }).waitFor();
const settled = () => page.locator('.offline-page[aria-busy="false"]').waitFor();

async function visit(context: BrowserContext): Promise<void> {
  page = await context.newPage();
  await page.goto(`${site.origin}/offline/`);
  await part('buttons').locator('button').first().waitFor();
}

/** The browser looks for a new worker, and for the sign of the site, when it likes. */
const withoutWorker = (paths: string[]) =>
  paths.filter((path) => path !== '/worker.js' && path !== '/favicon.svg');

/** What the browser keeps of the site, by any means. */
const traces = () =>
  page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }));
const noTraces = { workers: 0, databases: 0, caches: 0 };

const asked = goldenQuestions.slice(0, 30).map(({ query }) => query);
/** All that the engine answers to each query; as text, because the test runner rewrites an import() that it sees. */
const answers = (from: Page): Promise<{ total: number }[]> =>
  from.evaluate(
    `import('/search/engine.js').then(({ search }) =>
      Promise.all(${JSON.stringify(asked)}.map((query) => search(query))))`,
  );

/** Opens each of the pictures that would act, through the worker. */
async function openActing(): Promise<void> {
  for (const name of acting) {
    const address = `${site.origin}${at(`${event}${name}.svg`)}`;
    const answer = await page.goto(address);
    expect(answer?.headers()['content-security-policy'], name).toContain('sandbox');
    await page.waitForLoadState('networkidle');
    expect(page.url()).toBe(address);
  }
  expect(canary.taken().paths).toEqual([]);
}

describe('a copy', () => {
  test('is not begun before the reader asks', async () => {
    reader = await openWindow(browser, { width: 1280 });
    site.taken();
    await visit(reader);
    await page.waitForLoadState('networkidle');
    expect(await part('offer').textContent()).toContain(fileSize(manifest.bytes));
    expect(await traces()).toEqual(noTraces);
    const { paths } = site.taken();
    const ofCopies = paths.filter((path) => /worker|json|\.bin|search\//.test(path));
    expect(ofCopies).toEqual(['/offline/version.json']);
  });

  let online: { total: number }[];
  test('is taken in one visit, in a few parts', async () => {
    const other = await (await openWindow(browser, { width: 1280 })).newPage();
    await other.goto(`${site.origin}/search/`);
    online = await answers(other);
    await other.close();

    site.taken();
    const session = await reader.newCDPSession(page);
    await session.send('Network.enable');
    const limits = { offline: false, latency: 100, downloadThroughput: 1.25e6 };
    await session.send('Network.emulateNetworkConditions', { ...limits, uploadThroughput: 1.25e6 });
    const started = performance.now();
    await button(/^保存する/).click();
    await isInUse();
    const seconds = (performance.now() - started) / 1000;
    await settled();
    const { paths, bytes } = site.taken();
    console.log(
      `pack: ${manifest.files.length} files, ${manifest.bytes} bytes in ${manifest.parts.length} parts; taken at 100 ms and 10 Mbit/s in ${seconds.toFixed(1)} s, ${paths.length} requests, ${bytes} bytes`,
    );
    expect(manifest.bytes).toBeLessThanOrEqual(4 * 1024 * 1024);
    expect(paths.sort()).toEqual(
      [
        '/offline/manifest.json',
        ...manifest.parts.map(([, , digest]) => `/offline/pack-${digest}.bin`),
        '/worker.js',
        // Before, and what is new after it.
        '/offline/version.json',
        '/offline/version.json',
      ].sort(),
    );
    expect(bytes).toBeLessThan(manifest.bytes + 300_000);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('takes materials beside it, of which the size is told', async () => {
    expect(await part('list').textContent()).toContain(
      words.materials.amount(
        words.materials.kinds.symposia,
        2,
        fileSize(slides.length + handout.length),
      ),
    );
    await button(/の資料を保存する/).click();
    await part('list').locator('.saved').waitFor();
    expect(await part('list').locator('.saved').textContent()).toBe(words.materials.isSaved);
    expect(await part('list').locator('details').textContent()).toMatch(/年\d+月\d+日に保存/);
  });

  test('lets no picture act that is opened by itself, though the host sets no policy', openActing);

  test('answers at once for the search while the network has the same version, and for a page that takes long', async () => {
    await page.goto(`${site.origin}/glossary/`);
    expect(await page.locator('.saved-copy').count()).toBe(0);
    site.taken();
    await answers(page);
    expect(withoutWorker(site.taken().paths)).toEqual(['/offline/version.json']);
    site.hold('/scenes/');
    await page.goto(`${site.origin}/scenes/`);
    expect(await page.locator('.saved-copy').textContent()).toBe(shownCopy(day, 'slow'));
    await site.stop();
    await expect(fetch(site.origin)).rejects.toThrow();
  });

  test('shows pages that were never visited, with the day of the copy', async () => {
    const pages = manifest.files
      .map(([path]) => path)
      .filter((path) => path.endsWith('index.html') && !path.startsWith('offline/'));
    const some = pages.filter((_, index) => index % Math.floor(pages.length / 20) === 3);
    expect(some.length).toBeGreaterThanOrEqual(20);
    for (const path of some) {
      const answer = await page.goto(site.origin + at(path), { waitUntil: 'domcontentloaded' });
      expect(await answer?.text(), path).toBe(asShownCopy(await inSite(path), day, 'unreachable'));
      await page.locator('.saved-copy').waitFor();
      const styles = await page.evaluate(() =>
        [...document.styleSheets].map((one) => one.cssRules.length),
      );
      expect(Math.min(...styles), path).toBeGreaterThan(0);
    }
    await page.emulateMedia({ media: 'print' });
    await page.locator('.saved-copy').waitFor();
    await page.emulateMedia({ media: null });
  });

  test('lets no picture of the copy act', openActing);

  test('finds what the network found', async () => {
    await page.goto(`${site.origin}/search/?q=${encodeURIComponent('研究生')}`);
    await page.locator('.search-results ol > li').first().waitFor();
    expect(online.filter(({ total }) => total > 0).length).toBeGreaterThan(25);
    expect(await answers(page)).toEqual(online);
  });

  test('knows addresses however they are written, and says which it does not hold', async () => {
    await page.goto(`${site.origin}/glossary/deemed-export?from=mail#top`);
    expect(page.url()).toBe(`${site.origin}/glossary/deemed-export/?from=mail#top`);
    const named = await page.goto(`${site.origin}/glossary/deemed-export/index.html`);
    expect(named?.status()).toBe(200);
    const index = await page.evaluate(() => fetch('/glossary/../practices/index.json?v=1'));
    expect(index).toBeTruthy();
    const missing = await page.goto(`${site.origin}/no-such-page/`);
    expect(missing?.status()).toBe(503);
    expect(await page.locator('h1').textContent()).toBe(words.missing.title);
    const editor = page.goto(`${site.origin}/admin/`);
    await expect(editor).rejects.toThrow('ERR_CONNECTION_REFUSED');
  });

  test('opens a saved PDF at a page, and answers for parts of it', async () => {
    const paint = await reader.newPage();
    const clip = { x: 780, y: 400, width: 8, height: 8 };
    await paint.setContent('<body bgcolor="#00ff00">');
    const expected = await paint.screenshot({ clip });
    const decomposed = at(event + slidesName.normalize('NFD'));
    await paint.goto(`${site.origin}${decomposed}#page=7`);
    await expect.poll(async () => (await paint.screenshot({ clip })).equals(expected)).toBe(true);
    await paint.close();

    await page.goto(`${site.origin}/`);
    const answer = (range: string) =>
      page.evaluate(
        async ([address, value]) => {
          const response = await fetch(address, { headers: { range: value } });
          const { status, headers } = response;
          return { status, range: headers.get('content-range'), text: await response.text() };
        },
        [at(event + slidesName), range] as const,
      );
    const text = slides.toString('latin1');
    const { length } = slides;
    expect(await answer('bytes=9-40')).toEqual({
      status: 206,
      range: `bytes 9-40/${length}`,
      text: text.slice(9, 41),
    });
    expect(await answer('bytes=-20')).toMatchObject({ status: 206, text: text.slice(-20) });
    expect(await answer(`bytes=${length}-`)).toMatchObject({
      status: 416,
      range: `bytes */${length}`,
    });
  });

  test('is brought up to date by a click, and fetches only what changed', async () => {
    const before = manifest;
    const html = await inSite(changedPage);
    await writeFile(siteFile(changedPage), html.replace(/<\/h1>/, '（改訂）</h1>'));
    await rm(siteFile(withdrawnPage));
    await rm(siteFile(`${event}handout.pdf`));
    await listMaterials([material(slidesName, slides)]);
    manifest = await pack(nextDay);
    site = await serveCounted(folder, '/', Number(new URL(site.origin).port));

    // A page of the new version gets the search of the new version, once the worker has noticed that there is one.
    const asksNetwork = async () => {
      await page.goto(`${site.origin}/glossary/`);
      site.taken();
      await answers(page);
      return site.taken().paths.includes('/search/engine.js');
    };
    await expect.poll(asksNetwork).toBe(true);

    await page.goto(`${site.origin}/offline/`);
    expect(await page.locator('.saved-copy').count()).toBe(0);
    await button(/^更新する/).waitFor();
    await part('list').locator('li').first().waitFor();
    expect(await part('news').textContent()).toContain('handout');
    const { added, files } = JSON.parse(
      await inSite(offlineFiles.since(before.version)),
    ) as Difference;
    expect(files.map(([path]) => path).sort()).toEqual(['data/materials.json', changedPage]);
    const [[size, , digest] = [0, 0, '']] = added;
    // The list of materials was fetched to know that one is gone.
    expect(await part('buttons').textContent()).toMatch(/^更新する（約 \d+ KB）$/);
    expect(
      await part('list')
        .getByRole('button', { name: /の資料を保存する/ })
        .count(),
    ).toBe(0);
    // Cut off, the copy stays what it was, and the same button takes the rest.
    site.breakOff(`/offline/pack-${digest}.bin`, size / 2);
    await button(/^更新する/).click();
    await part('failure').filter({ hasText: words.update.cutOff }).waitFor();
    await settled();
    expect(await part('kept').textContent()).toContain('2026年11月23日');
    site.taken();
    await button(/^更新する/).click();
    await part('news').filter({ hasText: words.update.latest }).waitFor();
    await settled();
    const { paths, bytes } = site.taken();
    // What is new is asked again.
    expect(withoutWorker(paths).sort()).toEqual(
      [`/offline/pack-${digest}.bin`, '/offline/version.json'].sort(),
    );
    console.log(`update: ${paths.length} requests, ${bytes} bytes, of them ${size} changed`);
    await site.stop();

    await page.goto(site.origin + at(changedPage));
    expect(await page.locator('h1').textContent()).toContain('（改訂）');
    expect(await page.locator('.saved-copy').textContent()).toContain('2026年12月1日時点');
    for (const gone of [withdrawnPage, `${event}handout.pdf`]) {
      expect((await page.goto(site.origin + at(gone)))?.status()).toBe(503);
    }
    const saved = await page.evaluate(
      (address) => fetch(address).then((one) => one.status),
      at(event + slidesName),
    );
    expect(saved).toBe(200);
  });

  test('is removed with everything that belongs to it', async () => {
    await page.goto(`${site.origin}/offline/`);
    await button(words.clear.button).click();
    await button(words.clear.confirmed).click();
    await part('status').filter({ hasText: words.clear.done }).waitFor();
    expect(await traces()).toEqual(noTraces);
    await expect(page.goto(site.origin)).rejects.toThrow('ERR_CONNECTION_REFUSED');
    await reader.close();
  });
});

describe('a pack that breaks off', () => {
  test('is never in use, and does not have to be fetched again as a whole', async () => {
    site = await serveCounted(folder, '/', Number(new URL(site.origin).port));
    reader = await openWindow(browser, { width: 375, dark: true });
    await visit(reader);
    const [, size, digest] = manifest.parts[2] as PackPart;
    site.breakOff(`/offline/pack-${digest}.bin`, size / 2);
    await button(/^保存する/).click();
    await part('failure').filter({ hasText: words.failures.notFetched }).waitFor();
    expect((await traces()).workers).toBe(0);
    expect(await axeViolations(page)).toEqual([]);

    await page.reload();
    await button(words.copy.resume).waitFor();
    expect(await part('news').textContent()).toBe(words.copy.partial);
    site.taken();
    await button(words.copy.resume).click();
    await isInUse();
    const again = site.taken().paths.filter((path) => path.endsWith('.bin'));
    expect(again).toContain(`/offline/pack-${digest}.bin`);
    // Two parts are on their way at once: the third began when one of the first two had been kept, whichever that was.
    const firstTwo = manifest.parts.slice(0, 2).map(([, , name]) => `/offline/pack-${name}.bin`);
    expect(firstTwo.filter((path) => !again.includes(path)).length).toBeGreaterThan(0);
    await settled();
    expect(await axeViolations(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBe(0);
    await reader.close();
  });
});
