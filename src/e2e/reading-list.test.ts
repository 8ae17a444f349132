import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOffice } from '../attachments/office/read-office.ts';
import { axeViolations } from '../browser/axe-violations.ts';
import { openWindow } from '../browser/launch-browser.ts';
import { type ServedSite, serveSite } from '../browser/served-site.ts';
import { journeySite } from './built-sites.ts';
import { lendBrowser } from './lent-browser.ts';

let browser: Browser;
let site: ServedSite;
let reader: BrowserContext;
let page: Page;

beforeAll(async () => {
  [browser, site] = await Promise.all([lendBrowser(), serveSite(journeySite('public'))]);
  reader = await openWindow(browser, { width: 1280 });
  page = await reader.newPage();
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const bytesOf = async (download: Download): Promise<Uint8Array> =>
  new Uint8Array(readFileSync(await download.path()));
const downloadBy = async (button: string): Promise<Download> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return download;
};
const titles = () => page.locator('.kept-rows h3').allInnerTexts();

test('an entry of a list, an entry of its own page and a file are put on the list', async () => {
  await page.goto(`${site.origin}/practices/`);
  const row = page.locator('.rows > li').first();
  const title = await row.locator('h3').innerText();
  await row.locator('.keep').click();
  await page.getByText('リストに入れました（1件）。').waitFor();
  expect(await row.locator('.keep').getAttribute('aria-pressed')).toBe('true');

  await row.locator('h3 a').click();
  await page.locator('.strip .keep[aria-pressed="true"]').waitFor();

  await page.goto(`${site.origin}/kits/`);
  await page.locator('main a[href^="/kits/"]').first().click();
  await page.locator('.strip .keep').click();
  await page.getByText('リストに入れました（2件）。').waitFor();
  expect(await page.locator('.nav [data-kept-count]').textContent()).toBe('2件');

  await page.goto(`${site.origin}/kits/briefing-slides/`);
  await page.locator('.own-forms .keep').first().click();
  await page.getByRole('link', { name: 'リストを見る' }).click();
  await page.locator('.kept-rows > li').nth(2).waitFor();
  expect((await titles())[0]).toBe(title);
  // The row knew no source; the entry's own page does.
  await expect.poll(() => page.locator('.kept-rows > li').first().innerText()).toMatch(/出典：/);
  expect(await axeViolations(page)).toEqual([]);
});

test('the list is put in order by keyboard, and stays so', async () => {
  const before = await titles();
  const down = page.getByRole('button', { name: `「${before[0]}」を下へ` });
  await down.focus();
  await page.keyboard.press('Enter');
  expect(await titles()).toEqual([before[1], before[0], before[2]]);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    `「${before[0]}」を下へ`,
  );
  await page.reload();
  expect(await titles()).toEqual([before[1], before[0], before[2]]);
});

test('the Word report holds every line with its source, and links that lead to the site', async () => {
  const kept = await titles();
  await page.getByLabel('報告書の題名').fill('他機関の確認手順について');
  const bytes = await bytesOf(await downloadBy('Wordの報告書にする'));
  const reading = readOffice(bytes, '.docx');
  const text = reading.pages.map((one) => one.text).join('\n');
  expect(text).toContain('他機関の確認手順について');
  expect(text).toContain('掲載なしは未実施を意味しません。');
  for (const title of kept) expect(text).toContain(title.slice(0, 20));
  expect(reading.findings).toEqual([]);
  const links = strFromU8(unzipSync(bytes)['word/_rels/document.xml.rels'] as Uint8Array);
  expect(links).toContain(`${site.origin}/kits/`);
});

test('the archive holds copies, the report and every file as the site gave it', async () => {
  const archive = unzipSync(await bytesOf(await downloadBy('まとめて一つのファイルにする')));
  const names = Object.keys(archive);
  expect(names).toContain('はじめにお読みください.txt');
  expect(names.filter((name) => name.endsWith('.html'))).toHaveLength(2);
  const slides = names.filter((name) => name.endsWith('.pdf'));
  expect(slides.length).toBeGreaterThan(0);
  for (const name of slides) {
    const original = join(site.folder, 'kits/briefing-slides', name.split('/').at(-1) ?? '');
    expect(Buffer.compare(archive[name] as Uint8Array, readFileSync(original))).toBe(0);
  }
  const copy = strFromU8(archive[names.find((name) => name.endsWith('.html')) ?? ''] as Uint8Array);
  expect(copy).toContain('時点の控えです。');
  expect(copy).not.toMatch(/<script|<button|href="\//);
  await page.getByText('できました。').waitFor();
});

test('everything can be taken off, and put back', async () => {
  const kept = await titles();
  await page.getByRole('button', { name: 'すべて外す' }).click();
  expect(await titles()).toEqual([]);
  await page.getByText('リストにはまだ何もありません。').waitFor();
  await page.getByRole('button', { name: '元に戻す' }).click();
  expect(await titles()).toEqual(kept);
});

test('without script there is no button, and the page says what it needs', async () => {
  const plain = await openWindow(browser, { width: 375, script: false });
  const window = await plain.newPage();
  await window.goto(`${site.origin}/list/`);
  expect(await window.locator('main').innerText()).toContain('JavaScriptを有効に');
  await window.goto(`${site.origin}/practices/`);
  expect(await window.locator('.keep:visible').count()).toBe(0);
  await plain.close();
});
