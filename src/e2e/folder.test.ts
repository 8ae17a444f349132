import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../browser/axe-violations.ts';
import { findFirefox, launchFirefox } from '../browser/firefox.ts';
import { openWindow } from '../browser/launch-browser.ts';
import { serveSite } from '../browser/served-site.ts';
import { type ListItem, matches } from '../catalog/facets.ts';
import { attributeOf, tagsOf } from '../folder-edition/html-tags.ts';
import { type MadeFolder, makeFolder } from '../folder-edition/make-folder.ts';
import { goldenQuestions } from '../search/golden.ts';
import { brokenLinks } from './broken-links.ts';
import { journeySite } from './built-sites.ts';
import { lendBrowser } from './lent-browser.ts';

const siteDir = journeySite('public');
const queries = goldenQuestions.slice(0, 60).flatMap(({ query }, at) => (at % 2 ? [] : [query]));
const day = '2026-11-23';

let workplace: string;
let made: MadeFolder;
/** The address of the folder, with a slash at its end. */
let place: string;
let chromium: Browser;

beforeAll(async () => {
  workplace = mkdtempSync(join(tmpdir(), 'folder-'));
  const outDir = join(workplace, 'USB #1');
  made = await makeFolder({ siteDir, base: '/', edition: 'public', day, outDir });
  place = `${pathToFileURL(made.folder).href}/`;
  chromium = await lendBrowser();
});
afterAll(async () => {
  await chromium?.close();
  rmSync(workplace, { recursive: true });
});

/** Every file of the folder, as addresses that begin with it. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();

describe('the folder', () => {
  test('and its zip hold the same files, under names that any system can read', () => {
    const root = '産学官連携リスクマネジメント-公開版-2026-11-23';
    const unpacked = unzipSync(readFileSync(made.zip));
    const files = filesIn(made.folder);
    expect(Object.keys(unpacked)).toEqual(files.map((path) => `${root}/${path}`));
    for (const name of Object.keys(unpacked)) {
      expect(name).toBe(name.normalize('NFC'));
      expect(name.length).toBeLessThan(240);
    }
    const index = Buffer.from(unpacked[`${root}/index.html`] ?? []);
    expect(index.equals(readFileSync(join(made.folder, 'index.html')))).toBe(true);
    const { zip, bytes } = made;
    const size = files.reduce((sum, path) => sum + statSync(join(made.folder, path)).size, 0);
    console.log(
      `${zip.split('/').pop()}: ${bytes} bytes; folder: ${files.length} files, ${size} bytes`,
    );
  });

  test('shows only what is to be opened at its top, with a sheet that Windows reads', () => {
    expect(readdirSync(made.folder).sort()).toEqual([
      'index.html',
      'site',
      'はじめにお読みください.txt',
    ]);
    const sheet = readFileSync(join(made.folder, 'はじめにお読みください.txt'), 'utf8');
    expect(sheet.startsWith('\ufeff産学官連携リスクマネジメント共有ポータル　公開版\r\n')).toBe(
      true,
    );
    expect(sheet.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('leads from every page to files that are there, and nowhere out of itself', () => {
    expect(brokenLinks(made.folder)).toEqual([]);
    const files = filesIn(made.folder);
    const addresses = new Set(files.map((path) => pathToFileURL(join(made.folder, path)).href));
    const pages = files.filter((path) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(500);
    const stray = pages.flatMap((page) => {
      const own = pathToFileURL(join(made.folder, page));
      return tagsOf(readFileSync(join(made.folder, page), 'utf8'))
        .flatMap((tag) => ['href', 'src', 'action'].flatMap((name) => attributeOf(tag, name) ?? []))
        .filter((link) => {
          const { protocol, pathname } = new URL(link, own);
          return protocol === 'file:' && !addresses.has(`file://${pathname}`);
        })
        .map((link) => `${page}: ${link}`);
    });
    expect(stray).toEqual([]);
  });

  test('has nothing of the site that only a server can give', () => {
    // A digest in a name may read as anything.
    const names = filesIn(made.folder).map((path) => path.replace(/\.[\w-]{8}(?=\.\w+$)/, ''));
    expect(
      names.filter((path) =>
        /404|feed|sitemap|worker|offline|bundles|pf_index|\.gz$|astro_type_script/.test(path),
      ),
    ).toEqual([]);
  });

  test('says on every page of which day it is', () => {
    const without = filesIn(made.folder).filter(
      (path) =>
        path.endsWith('.html') &&
        !readFileSync(join(made.folder, path), 'utf8').includes(
          '<strong>2026年11月23日時点の控え</strong>',
        ),
    );
    expect(without).toEqual([]);
  });
});

/** What the journeys need of a window, which both drivers of browsers give. */
type Window = {
  goto(address: string): Promise<unknown>;
  url(): string;
  evaluate<Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  evaluate<Result>(run: () => Result | Promise<Result>): Promise<Result>;
  waitForSelector(selector: string): Promise<unknown>;
  waitForFunction(run: string): Promise<unknown>;
  focus(selector: string): Promise<void>;
  click(selector: string): Promise<void>;
  keyboard: { type(text: string): Promise<void>; press(key: 'ArrowDown' | 'Enter'): Promise<void> };
};

type Opened = { window: Window; requests: string[]; complaints: string[]; close(): Promise<void> };

type Found = { total: string; addresses: string[] };

/** Types each query into the page of results, and reads what it shows. */
const searchOnPage = async (asked: readonly string[]): Promise<Found[]> => {
  const form = document.querySelector('.search-box.large') as HTMLFormElement;
  const input = form.querySelector('input') as HTMLInputElement;
  const part = (name: string) => document.querySelector(`[data-part="${name}"]`) as HTMLElement;
  const found: Found[] = [];
  for (const query of asked) {
    input.value = query;
    form.requestSubmit();
    const isAnswered = () =>
      part('status').textContent?.includes(`「${query}」`) ||
      part('nothing').textContent?.includes(query);
    while (!isAnswered()) await new Promise((resolve) => setTimeout(resolve, 5));
    const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-part="results"] h2 a')];
    found.push({
      total: part('status').textContent ?? '',
      addresses: links.map((link) => link.getAttribute('href') ?? ''),
    });
  }
  return found;
};

const onlineResults = async (): Promise<Found[]> => {
  const site = await serveSite(siteDir);
  const page = await chromium.newPage();
  try {
    await page.goto(`${site.origin}/search/`);
    return await page.evaluate(searchOnPage, queries);
  } finally {
    await page.close();
    await site.stop();
  }
};

let online: Promise<Found[]> | undefined;

function journeys(browser: string, open: () => Promise<Opened>): void {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());

  const textOf = (selector: string): Promise<string> =>
    opened.window.evaluate((one) => document.querySelector(one)?.textContent ?? '', selector);

  test('opens by index.html, and leads to an entry and its files', async () => {
    const { window } = opened;
    await window.goto(`${place}index.html`);
    expect(await textOf('header .copy-day')).toBe('2026年11月23日時点の控え');
    await window.click('.nav a[href$="practices/index.html"]');
    await window.waitForSelector('.rows h3 a');
    await window.click('.rows h3 a');
    await window.waitForSelector('main .strip');
    expect(window.url()).toMatch(/\/site\/practices\/[^/]+\/[^/]+\/index\.html$/);
    await window.goto(`${place}site/kits/briefing-slides/index.html`);
    const files = await window.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('.file a[href$=".pdf"]')].map(
        ({ href }) => href,
      ),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(fileURLToPath(file)), file).toBe(true);
  });

  test('keeps a list of what its reader gathers', async () => {
    const { window } = opened;
    await window.goto(`${place}site/practices/index.html`);
    const title = await textOf('.rows h3 a');
    await window.click('.rows .keep');
    await window.waitForSelector('.keep[aria-pressed="true"] + [role="status"] a');
    await window.click('.keep + [role="status"] a');
    await window.waitForSelector('.kept-rows h3');
    expect(await textOf('.kept-rows h3')).toBe(title);
    await window.click('.kept-rows h3 a');
    await window.waitForSelector('.strip .keep[aria-pressed="true"]');
    await window.click('.strip .keep');
  });

  test('puts entries side by side', async () => {
    const { window } = opened;
    await window.goto(`${place}site/practices/by/kind/private/index.html`);
    for (const row of [1, 2]) await window.click(`.rows > li:nth-child(${row}) .compare`);
    await window.click('.compare-tray a');
    await window.waitForSelector('.comparison tbody td');
    expect(window.url()).toContain(`${place}site/compare/index.html?e=practices/`);
    const links = await window.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('.comparison a')].map(({ href }) => href),
    );
    const inside = links.filter((link) => link.startsWith('file:'));
    expect(inside.length).toBeGreaterThan(2);
    for (const link of inside) expect(existsSync(fileURLToPath(link)), link).toBe(true);
    expect(await textOf('.comparison th a')).not.toBe('');
  });

  test('narrows a list by facets of two kinds, starting from the page of one', async () => {
    const { window } = opened;
    const { items } = JSON.parse(readFileSync(join(siteDir, 'practices/index.json'), 'utf8')) as {
      items: ListItem[];
    };
    const chosen = { kind: ['private'], scene: ['accepting-students'] };
    const count = items.filter((item) => matches(item, chosen)).length;
    expect(count).toBeGreaterThan(0);
    await window.goto(`${place}site/practices/by/kind/private/index.html`);
    await window.click('[data-facet="scene"][data-value="accepting-students"]');
    await window.waitForSelector('.chosen-values a:nth-of-type(2)');
    expect(window.url()).toContain(`${place}site/practices/index.html?`);
    expect(await textOf('[data-part="count"]')).toBe(`${count}件`);
    await window.waitForSelector('.rows > li[data-label]:not([data-label=""])');
    // On the list itself a choice is taken back without leaving the page.
    await window.click('.chosen-values a');
    await window.waitForFunction(`document.querySelectorAll('.chosen-values a').length === 1`);
    await window.click('.rows h3 a');
    await window.waitForSelector('main .strip');
  });

  test('searches with the same results in the same order as online', async () => {
    const { window } = opened;
    expect(queries).toHaveLength(30);
    const began = performance.now();
    await window.goto(`${place}site/search/index.html?q=${encodeURIComponent(queries[0] ?? '')}`);
    await window.waitForSelector('[data-part="results"] > li');
    const first = Math.round(performance.now() - began);
    const found = await window.evaluate(searchOnPage, queries);
    const site = `${new URL(place).pathname}site`;
    const asOnline = found.map(({ total, addresses }) => ({
      total,
      addresses: addresses.map((address) =>
        address.replace(site, '').replace(/index\.html(?=[?#]|$)/, ''),
      ),
    }));
    online ??= onlineResults();
    expect(asOnline).toEqual(await online);
    console.log(`folder edition in ${browser}: first result ${first} ms after it was asked for`);
  });

  test('leads from a result to the marks on its page', async () => {
    const { window } = opened;
    await window.goto(`${place}site/search/index.html?q=${encodeURIComponent('みなし輸出')}`);
    await window.waitForSelector('[data-part="results"] > li');
    await window.click('[data-part="results"] h2 a');
    await window.waitForSelector('.search-marks');
    expect(await textOf('main mark')).toBe('みなし輸出');
  });

  test('suggests while somebody types, and takes the suggestion to the results', async () => {
    const { window } = opened;
    await window.goto(`${place}site/glossary/index.html`);
    await window.focus('.search-box.header input');
    await window.keyboard.type('りえき');
    await window.waitForSelector('[role="option"]');
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Enter');
    await window.waitForSelector('[data-part="results"] > li');
    expect(await textOf('[data-part="results"] h2')).toBe('利益相反');
  });

  test('asks nothing of anything but the folder, and complains of nothing', async () => {
    const { window, requests, complaints } = opened;
    expect(requests.filter((address) => !address.startsWith(place))).toEqual([]);
    expect(complaints).toEqual([]);
    // One that does leave the folder would have been seen.
    const outside = 'http://127.0.0.1:59999/';
    await window.goto(outside).catch(() => undefined);
    expect(requests.at(-1)).toBe(outside);
  });
}

/** What a browser keeps within itself is no request. */
const isRequest = (address: string): boolean => !/^(?:data|blob|about):/.test(address);

describe('in Chromium', () => {
  journeys('Chromium', async () => {
    const context = await openWindow(chromium, { width: 1280 });
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (one) => isRequest(one.url()) && requests.push(one.url()));
    page.on('console', (one) => one.type() === 'error' && complaints.push(one.text()));
    page.on('pageerror', (one) => complaints.push(one.message));
    return { window: page, requests, complaints, close: () => context.close() };
  });

  test('keeps the rules of accessible pages, fits a small screen, and has its day on paper', async () => {
    const context = await openWindow(chromium, { width: 375 });
    const page = await context.newPage();
    await page.goto(`${place}index.html`);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    await page.emulateMedia({ media: 'print' });
    await page.locator('.copy-day').waitFor();
    await context.close();
  });
});

const firefox = findFirefox();
const inFirefox = firefox
  ? 'in Firefox'
  : 'in Firefox, which is not installed here: install firefox-esr, or name it in FIREFOX_PATH';

describe.skipIf(firefox === undefined)(inFirefox, () => {
  journeys('Firefox', async () => {
    const browser = await launchFirefox(firefox ?? '');
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (one) => isRequest(one.url()) && requests.push(one.url()));
    page.on('console', (one) => one.type() === 'error' && complaints.push(one.text()));
    page.on('pageerror', (one) =>
      complaints.push(one instanceof Error ? one.message : String(one)),
    );
    return { window: page, requests, complaints, close: () => browser.close() };
  });
});
