import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openWindow } from '../browser/launch-browser.ts';
import { type ServedSite, serveSite } from '../browser/served-site.ts';
import { journeySite } from './built-sites.ts';

let browser: Browser;
let site: ServedSite;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveSite(journeySite('public'));
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const focusedText = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, '') ?? '');

/** Presses Tab until what has the focus reads so; a person would give up long before two hundred. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let press = 0; press < 200; press += 1) {
    await page.keyboard.press('Tab');
    if ((await focusedText(page)).startsWith(text)) return;
  }
  throw new Error(`The keyboard never reaches 「${text}」 on ${page.url()}`);
}

test('keyboard only: from home to a scene, a list, an entry', async () => {
  const window = await openWindow(browser, { width: 1280 });
  const page = await window.newPage();
  await page.goto(`${site.origin}/`);
  await page.keyboard.press('Tab');
  expect(await focusedText(page)).toBe('本文へ移動');
  await tabTo(page, '留学生等の受入れ');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/scenes/accepting-students/');
  await tabTo(page, '取組をすべて見る');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/practices/by/scene/accepting-students/');
  await tabTo(page, '国立大学');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/practices/?scene=accepting-students&kind=national');
  const title = await page.locator('.rows h3').first().textContent();
  await page.locator('.rows h3 a').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/practices/*/*/');
  expect(await page.locator('h1').textContent()).toBe(title);
  await window.close();
});

test.each([375, 1280])(
  'what 特定類型 is, since when, and which rule says so: two steps from home at %i px',
  async (width) => {
    const window = await openWindow(browser, { width });
    const page = await window.newPage();
    await page.goto(`${site.origin}/`);
    await page.locator('input[type=search]:visible').first().fill('特定類型');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '特定類型', exact: true }).first().click();
    await page.waitForURL('**/glossary/specific-categories/**');
    const main = page.locator('main');
    expect(await main.locator('.lead').textContent()).toContain('みなし輸出管理の対象となる区分');
    const rule = main.locator('li', { hasText: '運用明確化' }).first();
    expect((await rule.textContent())?.replace(/\s+/g, ' ')).toContain(
      '2022年5月1日（令和4年）施行・適用',
    );
    expect(await rule.locator('.edition').textContent()).toBe('未確認');
    // Without scrolling beyond one screen.
    const { y = 0 } = (await rule.boundingBox()) ?? {};
    expect(y).toBeLessThan(2 * (page.viewportSize()?.height ?? 0));
    await window.close();
  },
);

describe('with script', () => {
  test('a facet pressed before the list has come joins the one before', async () => {
    const window = await openWindow(browser, { width: 1280 });
    const page = await window.newPage();
    const pressed = Promise.withResolvers<void>();
    await page.route('**/practices/index.json', async (route) => {
      await pressed.promise;
      await route.continue();
    });
    await page.goto(`${site.origin}/practices/`);
    await page.locator('[data-facet=subtheme][data-value=export-control]').click();
    await page.locator('[data-facet=kind][data-value=private]').click();
    pressed.resolve();
    await page.locator('.chosen-values a').nth(1).waitFor();
    expect(new URL(page.url()).search).toBe('?subtheme=export-control&kind=private');
    await window.close();
  });

  test('facets combine, the address holds them, back undoes them', async () => {
    const window = await openWindow(browser, { width: 1280 });
    const page = await window.newPage();
    await page.goto(`${site.origin}/practices/`);
    const all = Number((await page.locator('[data-part=count]').textContent())?.replace('件', ''));
    await page.locator('[data-facet=subtheme][data-value=export-control]').click();
    await page.waitForURL('**/practices/?subtheme=export-control');
    await page.locator('[data-facet=kind][data-value=private]').click();
    await page.waitForURL('**/practices/?subtheme=export-control&kind=private');
    await page.locator('.chosen-values a').nth(1).waitFor();
    const narrowed = Number(
      (await page.locator('[data-part=count]').textContent())?.replace('件', ''),
    );
    expect(narrowed).toBeGreaterThan(0);
    expect(narrowed).toBeLessThan(all);
    expect(await page.locator('.rows .who').allTextContents()).toSatisfy((who: string[]) =>
      who.every((text) => text.includes('私立大学')),
    );
    await page.reload();
    await page.locator('.chosen-values a').nth(1).waitFor();
    expect(await page.locator('[data-part=count]').textContent()).toBe(`${narrowed}件`);
    await page.goBack();
    await page.waitForURL('**/practices/?subtheme=export-control');
    await window.close();
  });

  test('a list that cannot be fetched says so and keeps what is shown', async () => {
    const window = await openWindow(browser, { width: 1280 });
    const page = await window.newPage();
    await page.goto(`${site.origin}/practices/`);
    await page.route('**/index.json', (route) => route.abort());
    const rows = await page.locator('.rows > li').count();
    await page.locator('[data-facet=kind][data-value=private]').click();
    await page.getByText('一覧を読み込めませんでした').waitFor();
    expect(await page.locator('.rows > li').count()).toBe(rows);
    await window.close();
  });
});

test('script off: the menu opens, facets, pages and map cells are pages', async () => {
  const window = await openWindow(browser, { width: 375, script: false });
  const page = await window.newPage();
  await page.goto(`${site.origin}/`);
  await page.locator('.menu summary').click();
  await page.locator('.menu').getByRole('link', { name: '取組', exact: true }).click();
  await page.waitForURL('**/practices/');
  await page.locator('[data-part=pages] a', { hasText: '2' }).click();
  await page.waitForURL('**/practices/2/');
  await page.locator('[data-facet=kind][data-value=private]').click();
  await page.waitForURL('**/practices/by/kind/private/');
  expect(await page.locator('.rows > li').count()).toBeGreaterThan(0);
  await page.goto(`${site.origin}/map/`);
  await page.locator('.map td a').first().click();
  await page.waitForURL('**/practices/by/direction/system/**');
  await window.close();
});

test('an entry says whose text it is, of when, and prints its sources', async () => {
  const window = await openWindow(browser, { width: 1280 });
  const page = await window.newPage();
  await page.goto(`${site.origin}/practices/`);
  await page.locator('.rows h3 a').first().click();
  const strip = (await page.locator('.strip').textContent()) ?? '';
  expect(strip).toContain('公開情報から編集部が要約');
  expect(strip).toContain('内容の時点');
  expect(strip).toContain('機関未確認');
  expect(await page.locator('main').textContent()).toContain(
    '公開情報の要約であり、機関の公式見解や法的助言ではありません。',
  );
  await page.emulateMedia({ media: 'print' });
  await page.locator('.top .nav').waitFor({ state: 'hidden' });
  await page.locator('.aside .facts').first().waitFor();
  await window.close();
});
