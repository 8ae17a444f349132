import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../browser/axe-violations.ts';
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

test.each(screens)(
  'what 特定類型 is, since when, and which rule says so, at $width px',
  async (screen) => {
    const window = await openWindow(browser, screen);
    const page = await window.newPage();
    await page.setViewportSize(screen);
    await page.goto(`${site.origin}/`);
    const reader = countedJourney(page);
    // Sending a form is a click too.
    await page.locator('input[type=search]:visible').first().fill('特定類型');
    await page.keyboard.press('Enter');
    await reader.click(page.getByRole('link', { name: '特定類型', exact: true }).first());
    await page.waitForURL('**/glossary/specific-categories/**');
    const main = page.locator('main');
    expect(await main.locator('.lead').textContent()).toContain('みなし輸出管理の対象となる区分');
    const rule = main.locator('li', { hasText: '運用明確化' }).first();
    await reader.see(rule);
    expect((await rule.textContent())?.replace(/\s+/g, ' ')).toContain(
      '2022年5月1日（令和4年）施行・適用',
    );
    expect(await rule.locator('.edition').textContent()).toBe('未確認');
    const { clicks, scrolled } = reader.effort();
    expect(clicks + 1).toBeLessThanOrEqual(2);
    expect(scrolled).toBeLessThanOrEqual(screen.height);
    await window.close();
  },
);

/** So many stops before the first result: what a reader goes through without looking for a way past it. */
const mostStops = 12;

/**
 * How many stops of the Tab key are between the beginning of the content and the first result, and which parts stand
 * neither below nor to the right of what comes before them.
 */
const readingOrder = (): { before: number; misplaced: string[] } => {
  const main = document.querySelector('main') as HTMLElement;
  const isSeen = (one: Element) => one.checkVisibility() && one.getBoundingClientRect().width > 1;
  const stops = [...main.querySelectorAll('a[href], button, input, summary')].filter(isSeen);
  const first = main.querySelector('.rows > li a, .registry li a') as Element;
  const parts = main.querySelectorAll(
    'h1, .search-box, .result-head, .found-bar, .chosen-values, .rows, .kana-row, .pages, .facets, .disclaimer',
  );
  const seen = [...parts].filter(isSeen).map((part) => ({
    name: part.className || part.tagName,
    box: part.getBoundingClientRect(),
  }));
  return {
    before: stops.indexOf(first),
    misplaced: seen.flatMap(({ name, box }, place) => {
      const above = seen[place - 1]?.box;
      const follows = !above || box.top >= above.bottom - 1 || box.left >= above.right - 1;
      return follows ? [] : [name];
    }),
  };
};

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
    const both = '安全保障輸出管理（貿易管理） × 私立大学の取組';
    expect(await page.locator('h1').textContent()).toBe(both);
    expect(await page.title()).toMatch(new RegExp(`^${both}｜`));
    await page.goBack();
    await page.waitForURL('**/practices/?subtheme=export-control');
    await page.waitForFunction(() => /^安全保障輸出管理（貿易管理）の取組｜/.test(document.title));
    await page.goForward();
    await page.locator('h1', { hasText: both }).waitFor();
    // A condition that is taken away leaves the focus beside what is found now.
    await page.locator('.chosen-values a').first().press('Enter');
    await page.locator('h1', { hasText: /^私立大学の取組$/ }).waitFor();
    await expect.poll(() => focusedText(page)).toMatch(/^\d+件$/);
    await window.close();
  });

  test('on a cell of the map, what would leave nothing is no link', async () => {
    const window = await openWindow(browser, { width: 1280 });
    const page = await window.newPage();
    await page.goto(`${site.origin}/practices/by/direction/system/export-control/`);
    // One new entry must not change the pages of other facets, so nothing is counted on them before somebody asks.
    expect(await page.locator('.facets b:not(:empty)').count()).toBe(0);
    // On paper a list is what can be read of it, with nothing to press.
    await page.emulateMedia({ media: 'print' });
    const row = page.locator('.rows > li').first();
    for (const part of ['.when', 'h3', 'h3 + p', '.who'])
      expect(await row.locator(part).isVisible(), part).toBe(true);
    expect(
      await page.locator('main :is([role=status], button, .facets, .tags):visible').count(),
    ).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await page.locator('.facets').hover();
    await page.locator('.facets b:not(:empty)').first().waitFor();
    const facets = await page.locator('.facets [data-facet]').evaluateAll((links) =>
      links.map((link) => ({
        leads: link.hasAttribute('href'),
        count: Number(link.querySelector('b')?.textContent),
      })),
    );
    expect(facets.filter(({ leads, count }) => leads !== count > 0)).toEqual([]);
    expect(facets.some(({ count }) => count === 0)).toBe(true);
    const link = page.locator('[data-facet=scene][href]').first();
    const count = await link.locator('b').textContent();
    await link.click();
    await page.waitForURL('**/practices/?*');
    expect(await page.locator('[data-part=count]').textContent()).toBe(`${count}件`);
    await window.close();
  });

  test('on a phone a list is narrowed in a panel that counts, and goes back', async () => {
    const window = await openWindow(browser, { width: 375 });
    const page = await window.newPage();
    await page.goto(`${site.origin}/practices/`);
    const title = await page.title();
    const open = page.getByRole('button', { name: '絞り込む' });
    await open.click();
    const panel = page.getByRole('dialog', { name: '絞り込む' });
    await panel.getByLabel('私立大学').check();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await focusedText(page)).toBe('絞り込む');
    expect(await page.title()).toBe(title);

    await open.click();
    await panel.getByLabel('私立大学').check();
    await panel.getByLabel('安全保障輸出管理').check();
    const see = panel.getByRole('button', { name: 'を見る' });
    // Each of two that are chosen leaves as many as both do.
    const counted = panel.locator('label:has(:checked) b');
    await expect.poll(async () => new Set(await counted.allTextContents()).size).toBe(1);
    const count = `${await counted.first().textContent()}件`;
    expect(await see.textContent()).toBe(`${count}を見る`);
    expect(await axeViolations(page)).toEqual([]);
    await see.click();
    const both = '安全保障輸出管理（貿易管理） × 私立大学の取組';
    await page.locator('h1', { hasText: both }).waitFor();
    expect(await page.title()).toMatch(new RegExp(`^${both}｜`));
    expect(await page.locator('[data-part=count]').textContent()).toBe(count);
    expect(await focusedText(page)).toBe('絞り込む');
    await page.goBack();
    await page.waitForURL('**/practices/');
    await page.waitForFunction((before) => document.title === before, title);
    await window.close();
  });

  test.each([375, 768, 1280])(
    'the order of the keyboard is that of the eye, at %i px',
    async (width) => {
      const window = await openWindow(browser, { width });
      const page = await window.newPage();
      for (const address of [
        '/practices/',
        '/practices/by/theme/technology-leakage/',
        '/guidelines/2/',
        '/institutions/',
        '/search/?q=輸出管理',
      ]) {
        await page.goto(`${site.origin}${address}`);
        await page.locator('.rows > li a, .registry a').first().waitFor();
        const { before, misplaced } = await page.evaluate(readingOrder);
        expect(misplaced, `${address} at ${width} px`).toEqual([]);
        expect(before, `${address} at ${width} px`).toBeLessThanOrEqual(mostStops);
      }
      await window.close();
    },
  );

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
