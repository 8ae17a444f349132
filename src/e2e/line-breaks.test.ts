import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWindow } from '../browser/launch-browser.ts';
import { type ServedSite, serveSite } from '../browser/served-site.ts';
import { type BrokenLine, brokenLines } from './broken-lines.ts';
import { journeySite } from './built-sites.ts';
import { lendBrowser } from './lent-browser.ts';
import { templates } from './templates.ts';

let browser: Browser;
let site: ServedSite;
beforeAll(async () => {
  browser = await lendBrowser();
  site = await serveSite(journeySite('public'));
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** What of an address is broken in this window, each with the address. */
async function brokenAt(
  page: Page,
  address: string,
  selector: string,
  fault: BrokenLine,
): Promise<string[]> {
  if (page.url() !== `${site.origin}${address}`) await page.goto(`${site.origin}${address}`);
  const found = await page.evaluate(brokenLines, { selector, fault });
  return found.map((text) => `${address} ${text}`);
}

test('on a phone no heading cuts a word, and no column of the map begins with the end of one', async () => {
  const window = await openWindow(browser, { width: 375 });
  const page = await window.newPage();
  const faults: string[] = [];
  for (const address of [templates.symposium, templates.survey, templates.programme])
    faults.push(...(await brokenAt(page, address, 'h1', 'word')));
  for (const address of [templates.home, templates.map, templates['map of scenes']])
    faults.push(...(await brokenAt(page, address, '.map th', 'orphan')));
  faults.push(...(await brokenAt(page, templates.choices, '.settled tbody th', 'orphan')));
  faults.push(...(await brokenAt(page, templates.scene, '.fold > summary', 'orphan')));
  expect(faults).toEqual([]);
  await window.close();
});

test.each([375, 1280])('no text ends with a line of one character, at %d px', async (width) => {
  const window = await openWindow(browser, { width });
  const page = await window.newPage();
  const faults: string[] = [];
  for (const name of ['home', 'kits', 'practices', 'rules', 'glossary', 'my institution'] as const)
    faults.push(...(await brokenAt(page, templates[name], 'main p:not(.rows p)', 'orphan')));
  expect(faults).toEqual([]);
  await window.close();
});

test('a number beside a facet stays whole, however long the words before it are', async () => {
  const window = await openWindow(browser, { width: 1280 });
  const page = await window.newPage();
  await page.goto(`${site.origin}${templates.practices}`);
  await page.evaluate(() => {
    for (const count of document.querySelectorAll('.facets b')) count.textContent = '1128';
  });
  expect(await brokenAt(page, templates.practices, '.facets b', 'number')).toEqual([]);
  await window.close();
});

test('a long name of an institution pushes nothing of its row down', async () => {
  const window = await openWindow(browser, { width: 1280 });
  const page = await window.newPage();
  const rows: { name: string; gap: number }[] = [];
  for (const list of ['/symposia/', '/surveys/', '/practices/by/kind/society/']) {
    await page.goto(`${site.origin}${list}`);
    rows.push(
      ...(await page.evaluate(() =>
        [...document.querySelectorAll('.rows > li')].map((row) => {
          const box = (part: string) => row.querySelector(part)?.getBoundingClientRect();
          return {
            name: row.querySelector('.who span')?.textContent ?? '',
            gap: (box('.row-end')?.top ?? 0) - (box('h3 + p')?.bottom ?? 0),
          };
        }),
      )),
    );
  }
  expect(rows.filter(({ name }) => name.length > 10)).not.toEqual([]);
  expect(rows.filter(({ gap }) => gap < 0 || gap > 8)).toEqual([]);
  await window.close();
});

test('each file in the list of forms is a link to the file', async () => {
  const window = await openWindow(browser, { width: 375, script: false });
  const page = await window.newPage();
  await page.goto(`${site.origin}${templates.kits}`);
  const files = page.locator('.kit-files > li');
  expect(await files.count()).toBeGreaterThan(0);
  expect(await files.filter({ hasNot: page.locator('a[href*="."]') }).allTextContents()).toEqual(
    [],
  );
  await window.close();
});
