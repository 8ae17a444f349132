import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWindow } from '../browser/launch-browser.ts';
import { type ServedSite, serveSite } from '../browser/served-site.ts';
import { journeySite } from './built-sites.ts';
import { countedJourney } from './counted-journey.ts';
import { lendBrowser } from './lent-browser.ts';

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

describe.each([375, 1280])('at %d px', (width) => {
  test('what others do that we have nothing on, by theme, is three clicks away', async () => {
    const window = await openWindow(browser, { width });
    const page = await window.newPage();
    const journey = countedJourney(page);
    await page.goto(`${site.origin}/`);
    await journey.write(page.locator('header [data-search-box] input'), '三重大学');
    await page.keyboard.press('Enter');
    await journey.click(page.locator('[data-part=results] h2 a', { hasText: /^三重大学$/ }));
    await journey.click(page.getByRole('link', { name: /ほかの機関がしていること/ }));
    const gap = page.locator('[data-gaps=subthemes] li[data-id=research-integrity]');
    await journey.see(gap.locator('[data-part=others] a').first());
    expect(journey.effort().clicks).toBeLessThanOrEqual(3);
    expect(journey.effort().scrolled).toBeLessThanOrEqual(900);
    // Places like it stand first, and each leads to what is done there.
    expect(await gap.locator('[data-part=others] li').first().textContent()).toContain('近い');
    expect(await page.locator('main').textContent()).toContain(
      'その機関に取組や規程がないという意味ではありません。',
    );
    await gap.locator('[data-part=others] a').first().click();
    await page.locator('.strip').waitFor();
    await window.close();
  });
});

test('what is kept orders lists and results and says so; it can be switched off and forgotten', async () => {
  const window = await openWindow(browser, { width: 1280 });
  const page = await window.newPage();
  const whose = page.locator('.rows .who span:last-child');
  const line = page.locator('[data-part=near-line]');
  await page.goto(`${site.origin}/practices/`);
  const total = await page.locator('[data-part=count]').textContent();
  await line.getByRole('link', { name: '私の機関に近い順にする' }).click();
  await page.getByText('一覧にない機関の方や').click();
  await page.getByLabel('種別', { exact: true }).selectOption('private');
  expect(new URL(page.url()).search).toBe('?place=private');
  await page.getByRole('button', { name: 'この端末に残す' }).click();
  await page.getByText('この端末に残しました。').waitFor();

  await page.goto(`${site.origin}/practices/`);
  await line.getByText('私の機関に近い順：私立大学。').waitFor();
  expect(await whose.first().textContent()).toBe('私立大学');
  expect(await page.locator('.tag.near').first().textContent()).toBe('同じ：私立大学');
  expect(await page.locator('[data-part=count]').textContent()).toBe(total);

  await page.goto(`${site.origin}/search/?q=輸出管理`);
  await page.locator('[data-part=results] .tag.near').first().waitFor();
  expect(await line.textContent()).toContain('私の機関に近い順：私立大学');

  await page.goto(`${site.origin}/practices/`);
  await line.getByRole('link', { name: 'もとの順にする' }).click();
  await line.getByText('もとの順で示しています。').waitFor();
  expect(await page.locator('.tag.near').count()).toBe(0);

  await page.goto(`${site.origin}/my-institution/`);
  await page.getByRole('button', { name: '消す' }).click();
  await page.getByText('消しました。').waitFor();
  expect(await page.evaluate(() => Object.keys(localStorage).join())).not.toContain(
    'my-institution',
  );
  await window.close();
});

test('a scene brings forward what places like it do, as many as before, and compares just these', async () => {
  const window = await openWindow(browser, { width: 375 });
  const page = await window.newPage();
  const shown = page.locator('[data-near-rows] .rows > li:visible');
  await page.goto(`${site.origin}/scenes/accepting-students/`);
  const before = await shown.count();
  await page.goto(`${site.origin}/scenes/accepting-students/?place=private`);
  await page.locator('[data-near-rows] .tag.near').first().waitFor();
  expect(await shown.count()).toBe(before);
  expect(await shown.first().locator('.who').textContent()).toContain('私立大学');
  const first = await shown.first().locator('h3 a').getAttribute('href');
  const comparison = await page.locator('a[data-near-comparison]').getAttribute('href');
  expect(new URL(comparison ?? '', site.origin).searchParams.get('e')).toBe(
    first?.replace(/^\/|\/$/g, ''),
  );
  await window.close();
});

test('an address says it for one page of a facet too, and its links go on saying it', async () => {
  const window = await openWindow(browser, { width: 375 });
  const page = await window.newPage();
  await page.goto(`${site.origin}/practices/by/subtheme/export-control/2/?place=private`);
  await page.locator('.chosen-values a').waitFor();
  const privates = () => page.locator('.tag.near').count();
  const onSecond = await privates();
  await page.locator('.pages a', { hasText: '1' }).first().click();
  await page.waitForURL('**/practices/?subtheme=export-control&place=private');
  await page.locator('.tag.near').first().waitFor();
  expect(await privates()).toBeGreaterThan(onSecond);
  await window.close();
});

test('without a script the matrix, its cells and an institution’s themes are pages and links', async () => {
  const window = await openWindow(browser, { width: 375, script: false });
  const page = await window.newPage();
  await page.goto(`${site.origin}/map/scenes/`);
  const cell = page.locator('.map.by-scene a[href*="/accepting-students/private/"]');
  const count = await cell.textContent();
  await cell.click();
  await page.waitForURL('**/practices/by/scene/accepting-students/private/');
  expect(await page.locator('.rows > li').count()).toBe(Number(count));
  await page.goto(`${site.origin}/institutions/mie-u/`);
  await page.getByRole('link', { name: '研究インテグリティについて、ほかの機関の取組' }).click();
  await page.waitForURL('**/practices/by/subtheme/research-integrity/**');
  expect(await page.locator('.rows > li').count()).toBeGreaterThan(0);
  await window.close();
});

test.each([320, 375, 1280])(
  'at %d px no letter of the maps is smaller than 12 px, and nothing scrolls sideways',
  async (width) => {
    const window = await openWindow(browser, { width });
    const page = await window.newPage();
    for (const address of ['/map/', '/map/scenes/', '/my-institution/']) {
      await page.goto(site.origin + address);
      const { smallest, sideways } = await page.evaluate(() => {
        const written = [...document.querySelectorAll('main *')].filter((element) =>
          [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
        );
        return {
          smallest: Math.min(
            ...written.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
          ),
          sideways: document.documentElement.scrollWidth - innerWidth,
        };
      });
      expect({ address, smallest: smallest >= 12, sideways }).toEqual({
        address,
        smallest: true,
        sideways: 0,
      });
    }
    await window.close();
  },
);
