import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { axeViolations } from '../../src/browser/axe-violations.ts';
import { openWindow } from '../../src/browser/launch-browser.ts';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import {
  desk,
  type LinkedPortal,
  linkedPortal,
} from '../gateway/approval-links/fixtures/linked-portal.ts';
import { takePicture } from './fixtures/editor-window.ts';

/** An officer and a superior, each in a window of their own, over the real gateway. */

let folder: string;
let portal: LinkedPortal;
let browser: Browser;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'approval-window-'));
  await build({
    entryPoints: {
      page: join(import.meta.dirname, 'fixtures/approval-page.tsx'),
      style: join(import.meta.dirname, '../editor/page/editor.css'),
    },
    outdir: folder,
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>決裁</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="style.css"></head><body><main></main><script type="module" src="page.js"></script></body></html>',
  );
  portal = await linkedPortal({ siteFolder: inject('builtOnce').siteFolder, editorFolder: folder });
  browser = await lendBrowser();
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The window of the officer's link, opened by keys alone. */
const openWindowOfLink = async (window: BrowserContext): Promise<Page> => {
  const [name = '', value = ''] = portal.sakura.cookie.split('=');
  await window.addCookies([{ name, value, url: `${portal.gateway.origin}/admin` }]);
  const page = await window.newPage();
  await page.goto(`${portal.gateway.origin}/admin/?entry=${desk}`);
  await page.getByRole('button', { name: '承認リンクを作る' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '承認リンク' }).waitFor();
  return page;
};

const tabTo = async (page: Page, name: string): Promise<void> => {
  const wanted = page.getByRole('dialog').getByRole('button', { name });
  for (let tabs = 0; tabs < 10; tabs += 1) {
    if (await wanted.evaluate((button) => button === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No key leads to ${name}.`);
};

it('goes from the officer to the superior and back, by keys alone', async () => {
  await portal.save({ title: '相談窓口の一本化' });
  const officers = await openWindow(browser, { width: 1280 });
  const officer = await openWindowOfLink(officers);
  const days = officer.getByLabel('何日間使えるようにするか');
  await days.waitFor();
  // Axe is a script in the page, which runs under the editor's own policy.
  expect(await axeViolations(officer)).toEqual([]);
  await takePicture(officer, 'approval-link-before');
  await days.focus();
  await officer.keyboard.press('Control+A');
  await officer.keyboard.type('31');
  await officer.keyboard.press('Enter');
  await officer.getByRole('alert').getByText('1から30までの数').waitFor();
  await officer.keyboard.press('Control+A');
  await officer.keyboard.type('7');
  await officer.keyboard.press('Enter');
  const field = officer.getByLabel('承認リンクのアドレス');
  await field.waitFor();
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
  const address = await field.inputValue();
  expect(address).toMatch(/\/approve\/[\w-]{32}$/);
  await officer.getByText('このパソコンだけで開けます').waitFor();
  await officer.getByText('学内の承認を待っています（12月7日まで）').waitFor();
  expect(await axeViolations(officer)).toEqual([]);
  await takePicture(officer, 'approval-link-made');
  await officer.keyboard.press('Escape');
  await officer.getByRole('dialog').waitFor({ state: 'detached' });

  const superiors = await openWindow(browser, { width: 375, dark: true, script: false });
  const superior = await superiors.newPage();
  await superior.goto(address);
  await superior.getByRole('link', { name: '読み終えたら、承認へ進む' }).focus();
  await superior.keyboard.press('Enter');
  await superior.getByLabel('承認した部署').focus();
  await superior.keyboard.type('研究担当理事室');
  await superior.keyboard.press('Enter');
  const done = superior.getByRole('status');
  await done.getByText('2026年11月30日に研究担当理事室として承認しました。').waitFor();
  await superior.goto(address);
  expect(await superior.locator('h1').textContent()).toContain('承認済みです');
  await superiors.close();

  await officer.keyboard.press('Enter');
  await officer.getByText('11月30日に研究担当理事室が承認しました。').waitFor();
  await officers.close();
});

it('is taken back from where it was made, on a narrow screen too', async () => {
  await portal.save({ title: '取り下げる題名' });
  const path = await portal.link();
  const window = await openWindow(browser, { width: 375 });
  const page = await openWindowOfLink(window);
  await page.getByRole('button', { name: '承認リンクを取り下げる' }).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
  await takePicture(page, 'approval-link-open-375');
  await tabTo(page, '承認リンクを取り下げる');
  await page.keyboard.press('Enter');
  await page.getByText('承認リンクを取り下げました。前のリンクは使えません。').waitFor();
  await expect.poll(() => page.evaluate('document.activeElement?.type')).toBe('number');
  expect((await portal.open(path)).status).toBe(404);
  await window.close();
});
