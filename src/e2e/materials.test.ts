import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseHTML } from 'linkedom';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWindow } from '../browser/launch-browser.ts';
import { type ServedSite, serveSite } from '../browser/served-site.ts';
import { journeySite } from './built-sites.ts';
import { lendBrowser } from './lent-browser.ts';

let browser: Browser;
let site: ServedSite;
beforeAll(async () => {
  browser = await lendBrowser('whole browser');
  site = await serveSite(journeySite('public'));
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** The pages of the site, by path below its folder, with their words. */
const pagesOfSite = (): Map<string, string> =>
  new Map(
    readdirSync(site.folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.html'))
      .map((path) => {
        const html = readFileSync(join(site.folder, path), 'utf8');
        return [path, html.replace(/<[^>]*>/g, '').normalize('NFKC')];
      }),
  );

/** Some letters that stand on page 7 of a slide set, once, and nowhere else on the site. */
function lettersOnPage7Alone(): { letters: string; title: string; file: string } {
  const pages = pagesOfSite();
  const slideSets = [...pages.keys()].filter((path) => /\/files\/[^/]+\.pdf\/index/.test(path));
  for (const path of slideSets) {
    const { document } = parseHTML(readFileSync(join(site.folder, path), 'utf8'));
    const lines = [...document.querySelectorAll('#page-7 p')].map((line) => line.textContent);
    const candidates = lines.flatMap((line) =>
      [...line.normalize('NFKC').matchAll(/(?=(\p{L}{6}))/gu)].map(([, letters = '']) => letters),
    );
    const letters = candidates.find((some) =>
      [...pages].every(([other, text]) => text.split(some).length === (other === path ? 2 : 1)),
    );
    const title = document.querySelector('h1')?.textContent ?? '';
    const file = `/${posix.join(path, '../../..', posix.basename(posix.dirname(path)))}`;
    if (letters) return { letters, title, file };
  }
  throw new Error('No slide set of this content has letters that stand on its page 7 alone.');
}

/** The number of the page that the browser's own PDF viewer shows, once it is there. */
async function pageInViewer(page: Page): Promise<string> {
  const viewer = page.frames().find((frame) => frame.url().startsWith('chrome-extension:'));
  return (await viewer?.locator('viewer-page-selector input').inputValue()) ?? '';
}

test('a word that stands only on page 7 of a slide set is found, and opens at page 7', async () => {
  const { letters, title, file } = lettersOnPage7Alone();
  const window = await openWindow(browser, { width: 1000 });
  const page = await window.newPage();
  // Lower than a slide, so that the viewer can bring the last one to its top.
  await page.setViewportSize({ width: 1000, height: 450 });
  await page.goto(`${site.origin}/search/?q=${encodeURIComponent(letters)}`);
  const results = page.locator('.search-results h2');
  await results.first().waitFor();
  expect(await results.allTextContents()).toEqual([`${title} 7ページ`]);
  await results.getByRole('link').click();
  await page.waitForURL(/\.pdf#page=7$/);
  expect(decodeURIComponent(new URL(page.url()).pathname)).toBe(file);
  await expect.poll(() => pageInViewer(page)).toBe('7');
  await window.close();
});

test('a sheet is found by its cells, opens in the text of its file, and has them marked', async () => {
  const window = await openWindow(browser, { width: 1000 });
  const page = await window.newPage();
  await page.goto(`${site.origin}/search/?q=${encodeURIComponent('受付簿 該当の有無')}`);
  const result = page.locator('.search-results h2').filter({ hasText: 'シート「受付簿」' });
  await result.first().waitFor();
  await result.first().getByRole('link').click();
  await page.waitForURL(/\/files\/[^/]+\.xlsx\/\?q=[^#]+#page-1$/);
  await page.locator('.search-marks').waitFor();
  expect(await page.locator('#page-1 mark').first().textContent()).toBe('受付簿');
  await window.close();
});

test('without script, the page of a file says what it is, leads back, and can be read', async () => {
  const window = await openWindow(browser, { width: 375, script: false });
  const page = await window.newPage();
  await page.goto(`${site.origin}/kits/annual-coi-declaration/`);
  await page.getByRole('link', { name: /^本文を読む.*依頼文/ }).click();
  await page.waitForURL('**/files/**');
  expect(await page.locator('.whose').textContent()).toContain(
    '編集部作成。特定の機関の様式ではありません。',
  );
  expect(await page.locator('.facts code').first().textContent()).toMatch(/^[0-9a-f]{64}$/);
  expect(await page.locator('.file-text section').textContent()).toContain('定期自己申告');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await page
    .locator('.page-head')
    .getByRole('link', { name: '利益相反の定期自己申告の様式例' })
    .click();
  await page.waitForURL('**/kits/annual-coi-declaration/');
  await window.close();
});
