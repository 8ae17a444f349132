import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openWindow } from '../browser/launch-browser.ts';
import { type ServedSite, serveSite } from '../browser/served-site.ts';
import { journeySite } from './built-sites.ts';
import { countedJourney } from './counted-journey.ts';

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

test('a short entry is on one screen: what was done, its form, whom to ask; on a phone the form comes first', async () => {
  const window = await openWindow(browser, { width: 1280 });
  const page = await window.newPage();
  const bottom = async (part: string): Promise<number> => {
    const box = await page.locator(part).last().boundingBox();
    return (box?.y ?? Number.NaN) + (box?.height ?? 0);
  };
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${site.origin}/practices/hyo-med/checklist-then-sheet-then-review/`);
  await page.locator('.pairs').getByRole('heading', { name: '問い合わせ先' }).waitFor();
  for (const part of ['.forms a', '.pairs', '.aside .facts']) {
    expect(await bottom(part), part).toBeLessThanOrEqual(800);
  }
  expect((await page.locator('.next').boundingBox())?.y).toBeLessThanOrEqual(800);
  await page.setViewportSize({ width: 375, height: 812 });
  expect(await bottom('.forms a')).toBeLessThanOrEqual(812);
  await window.close();
});

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

/** What journeys are held to on a phone and on a desk. */
const screens = [
  { width: 375, height: 812 },
  { width: 1280, height: 800 },
];

test.each(screens)(
  'a professor has written: from home to the Word form on disk, at $width px',
  async (screen) => {
    const window = await openWindow(browser, screen);
    const page = await window.newPage();
    await page.setViewportSize(screen);
    await page.goto(`${site.origin}/`);
    const reader = countedJourney(page);
    await reader.click(page.getByRole('link', { name: '留学生等の受入れ', exact: true }).first());
    const form = await reader.take(page.getByRole('link', { name: '様式をWordで' }));
    expect(form.suggestedFilename()).toMatch(/\.docx$/);
    expect(await form.failure()).toBeNull();
    const { clicks, scrolled } = reader.effort();
    expect(clicks).toBeLessThanOrEqual(3);
    expect(scrolled).toBeLessThanOrEqual(screen.height);
    // Answer, ways on and steps are all there without scrolling.
    for (const part of ['.answer', '.scene-head .acts', '.step-strip'])
      await reader.see(page.locator(part));
    expect(reader.effort().scrolled).toBe(scrolled);
    await reader.click(page.locator('.step-strip a').last());
    expect(await page.locator('.steps-list h3:target').textContent()).toContain('誓約書');
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

test('the header is one row in which nothing is cut off, and only the page where one is has a line', async () => {
  const window = await openWindow(browser, { width: 320 });
  const page = await window.newPage();
  await page.goto(`${site.origin}/kits/`);
  for (const width of [320, 375, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const seen = await page.evaluate(() => {
      const box = document.querySelector('.top .search-box input') as HTMLInputElement;
      box.value = box.placeholder;
      const header = document.querySelector('.top') as HTMLElement;
      return {
        height: header.offsetHeight,
        cut: box.scrollWidth - box.clientWidth,
        beyond: document.documentElement.scrollWidth - innerWidth,
      };
    });
    expect(seen.height, `${width} px`).toBeLessThanOrEqual(68);
    expect([seen.cut, seen.beyond], `${width} px`).toEqual([0, 0]);
  }
  for (const way of ['様式例', 'いまのルール', 'シンポジウム', '用語集', 'リスト']) {
    await page.locator('.nav').getByRole('link', { name: way, exact: true }).waitFor();
  }
  await page.emulateMedia({ forcedColors: 'active' });
  const underlined = page
    .locator('.nav a')
    .evaluateAll((links) =>
      links
        .filter((link) => getComputedStyle(link).borderBottomStyle !== 'none')
        .map((link) => link.textContent?.trim()),
    );
  expect(await underlined).toEqual(['様式例']);
  await window.close();
});

test('script off: the first year is three screens of a phone, a stage and a theme at a time', async () => {
  const screen = { width: 375, height: 812, script: false };
  const window = await openWindow(browser, screen);
  const page = await window.newPage();
  await page.setViewportSize(screen);
  await page.goto(`${site.origin}/first-year/`);
  // No script runs: the page's height is where its last part ends.
  const { y = 0, height = 0 } = (await page.locator('.foot').boundingBox()) ?? {};
  expect(y + height).toBeLessThanOrEqual(3 * screen.height);
  const tasks = page.locator('.steps-list > li:visible');
  const before = await tasks.allTextContents();
  const stage = page.locator('.stage-fold').nth(1);
  await stage.locator('> summary').click();
  await stage.locator('.task').first().waitFor();
  const after = await tasks.allTextContents();
  expect(after.length).toBeGreaterThan(0);
  expect(after.filter((text) => before.includes(text))).toEqual([]);
  await stage.locator('.theme-fold > summary').nth(1).click();
  await tasks
    .filter({ hasNotText: after[0] ?? '' })
    .first()
    .waitFor();
  for (const task of await tasks.all()) {
    expect(await task.locator('.says a:visible').count()).toBeLessThanOrEqual(3);
  }
  expect(await page.locator('.theme-fold[open]:visible').count()).toBe(1);
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

test.each([375, 1280])(
  '%i px: the symposium of 2016 is two taps from home, and says at once that it has no materials',
  async (width) => {
    const window = await openWindow(browser, { width });
    const page = await window.newPage();
    await page.goto(`${site.origin}/`);
    const reader = countedJourney(page);
    await reader.click(page.locator('.door a', { hasText: 'シンポジウム（2016年3月）' }));
    await page.waitForURL('**/symposia/mext/model-programme-symposium-2016/');
    expect(reader.effort().clicks).toBeLessThanOrEqual(2);
    const before = reader.effort().scrolled;
    await reader.see(page.locator('.page-head').getByText('資料 未掲載（未調査）'));
    expect(reader.effort().scrolled).toBe(before);
    const headings = await page.locator('main h2').allTextContents();
    expect(headings.filter((text) => /プログラム|当日の流れ/.test(text))).toHaveLength(1);
    expect(headings.filter((text) => text.includes('アンケート'))).toHaveLength(1);
    await window.close();
  },
);
