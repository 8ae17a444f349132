import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOffice } from '../attachments/office/read-office.ts';
import { axeViolations } from '../browser/axe-violations.ts';
import { openWindow, type Screen } from '../browser/launch-browser.ts';
import { type ServedSite, serveSite } from '../browser/served-site.ts';
import { entryWords } from '../strings/entry.ts';
import { journeySite } from './built-sites.ts';
import { countedJourney } from './counted-journey.ts';
import { lendBrowser } from './lent-browser.ts';

let browser: Browser;
let site: ServedSite;

beforeAll(async () => {
  [browser, site] = await Promise.all([lendBrowser(), serveSite(journeySite('public'))]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const withPage = async (screen: Screen, does: (page: Page) => Promise<void>): Promise<void> => {
  const window = await openWindow(browser, screen);
  await does(await window.newPage());
  await window.close();
};

const three = [
  'practices/hyo-med/checklist-then-sheet-then-review',
  'practices/tsurumi-u/specific-category-check-students-and-staff',
  'practices/doshisha-u/export-control-self-assessment-sheet',
];
const addressOf = (ids: readonly string[]) =>
  `${site.origin}/compare/?${ids.map((id) => `e=${id}`).join('&')}`;
const headings = (page: Page) => page.locator('.comparison tbody th').allInnerTexts();

/** How many sheets a printer would take. */
const sheetsOf = async (page: Page): Promise<{ count: number; isLying: boolean }> => {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width = '0', height = '0'] = /MediaBox *\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  return {
    count: pdf.match(/\/Type *\/Page\b/g)?.length ?? 0,
    isLying: Number(width) > Number(height),
  };
};

describe.each([1280, 375])('at %i px', (width) => {
  test('three private universities on export control are side by side on paper in six clicks', () =>
    withPage({ width }, async (page) => {
      await page.addInitScript(() => {
        window.print = () => document.body.setAttribute('data-printed', '');
      });
      await page.goto(site.origin);
      const journey = countedJourney(page);
      await journey.write(page.getByRole('searchbox').last(), '私立大学 輸出管理');
      await page.keyboard.press('Enter');
      for (const owner of ['鶴見大学', '同志社大学', '兵庫医科大学']) {
        const row = page.locator('[data-part="results"] > li').filter({
          has: page.locator('.compare'),
          hasText: owner,
        });
        await journey.click(row.first().locator('.compare'));
      }
      await journey.click(page.getByRole('link', { name: '3件を比べる' }));
      const table = page.locator('.comparison');
      await table.waitFor();
      await journey.click(page.getByRole('button', { name: 'A4横で印刷' }));
      expect(await page.locator('[data-printed]').count()).toBe(1);
      const { clicks, scrolled } = journey.effort();
      console.log(`side by side at ${width} px: ${clicks} clicks, ${scrolled} px scrolled`);
      expect(clicks).toBeLessThanOrEqual(6);
      expect(await table.locator('thead b').allInnerTexts()).toEqual([
        '鶴見大学',
        '同志社大学',
        '兵庫医科大学',
      ]);
      expect(await sheetsOf(page)).toEqual({ count: 1, isLying: true });
    }));
});

test('an address that was passed on shows what the entries say, and who says nothing', () =>
  withPage({ width: 1280 }, async (page) => {
    await page.goto(`${addressOf(three)}&e=//evil.example/&e=practices/../../admin`);
    await page.locator('.comparison').waitFor();
    expect(await page.title()).toMatch(
      /^3つの取組を並べて比べる：兵庫医科大学、鶴見大学、同志社大学｜/,
    );
    expect(await headings(page)).toEqual(['課題', '体制', '手順', '様式', '窓口', '時点', '出典']);
    const row = page.locator('.comparison tbody tr').filter({ hasText: '窓口' }).last();
    expect(await row.locator('td').allInnerTexts()).toContain(entryWords.notStated(true));
    const term = page.locator('.comparison td a[href*="/glossary/"]').first();
    expect((await page.request.get((await term.getAttribute('href')) ?? '')).status()).toBe(200);
    await page.getByText(`3件とも${entryWords.notStated(true)}：`).waitFor();
    expect(await axeViolations(page)).toEqual([]);

    // One is taken out, and the others stay.
    await page
      .getByRole('link', { name: /を外す/ })
      .last()
      .click();
    await page.getByRole('heading', { name: '2つの取組を並べて比べる' }).waitFor();
    expect(await page.locator('.comparison thead b').allInnerTexts()).toEqual([
      '兵庫医科大学',
      '鶴見大学',
    ]);
  }));

test('small screens stack the rows, each cell with its institution, and nothing scrolls sideways', () =>
  withPage({ width: 320, dark: true }, async (page) => {
    await page.goto(addressOf(three));
    await page.locator('.comparison').waitFor();
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest).toBeLessThanOrEqual(320);
    const name = await page
      .locator('.comparison tbody td')
      .nth(1)
      .evaluate((cell) => getComputedStyle(cell, '::before').content);
    expect(name).toContain('鶴見大学');
    expect(await axeViolations(page)).toEqual([]);
  }));

test('rules are compared by their own headings, and what is gone is said to be', () =>
  withPage({ width: 1280 }, async (page) => {
    await page.goto(
      addressOf([
        'guidelines/meti/foreign-user-list-2025',
        'guidelines/sakura-u/no-such-rule',
        'guidelines/bukkyo-u/export-control-detailed-rules-2020',
      ]),
    );
    await page.getByText('この記事は、いまは掲載されていません。').waitFor();
    await page.getByRole('heading', { name: '2つの記事を並べて比べる' }).waitFor();
    expect(await headings(page)).toEqual(expect.arrayContaining(['区分', '出典']));
  }));

test('the Word file has a column for each', () =>
  withPage({ width: 1280 }, async (page) => {
    await page.goto(addressOf(three));
    const taken = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Wordで受け取る' }).click();
    const path = await (await taken).path();
    const reading = await readOffice(new Uint8Array(readFileSync(path)), '.docx');
    expect(reading.findings).toEqual([]);
    const text = JSON.stringify(reading);
    for (const word of [
      '兵庫医科大学',
      '鶴見大学',
      '同志社大学',
      '取引審査',
      entryWords.notStated(true),
    ]) {
      expect(text).toContain(word);
    }
  }));

test('a choice goes along from page to page, is full at four, and is dropped at once', () =>
  withPage({ width: 375 }, async (page) => {
    await page.goto(`${site.origin}/practices/`);
    const buttons = page.locator('.rows .compare');
    const tray = page.getByRole('region', { name: '比べるもの' });
    expect(await tray.count()).toBe(0);
    await buttons.nth(0).click();
    await tray.getByText('1件を選びました。').waitFor();
    expect(await tray.getByRole('link').count()).toBe(0);
    for (const place of [1, 2, 3]) await buttons.nth(place).click();
    await tray.getByText('4件を選びました。').waitFor();
    await buttons.nth(4).click();
    await tray.getByText('並べられるのは4件までです。').waitFor();
    expect(await buttons.nth(4).getAttribute('aria-pressed')).toBe('false');

    await page.locator('.rows h3 a').first().click();
    await tray.getByText('4件を選びました。').waitFor();
    expect(await page.locator('.strip .compare').getAttribute('aria-pressed')).toBe('true');
    expect(await axeViolations(page)).toEqual([]);
    await tray.getByRole('button', { name: '選び直す' }).click();
    await tray.waitFor({ state: 'hidden' });
    expect(
      await page.locator('.strip .compare').evaluate((one) => one === document.activeElement),
    ).toBe(true);
  }));

describe('what institutions have settled', () => {
  test('stands in tables that need no script, with a source in every cell', () =>
    withPage({ width: 1280, script: false }, async (page) => {
      await page.goto(`${site.origin}/choices/`);
      const cells = page.locator('.settled td[role="cell"]').filter({ has: page.locator('p') });
      expect(await cells.count()).toBeGreaterThan(20);
      expect(await cells.filter({ hasNot: page.locator('small a[href^="/"]') }).count()).toBe(0);
      expect(await page.locator('.settled button').count()).toBe(0);
    }));

  test('is ordered by a column, with what is silent at the end', () =>
    withPage({ width: 375 }, async (page) => {
      await page.goto(`${site.origin}/choices/`);
      const table = page.locator('.settled').first();
      const head = table.getByRole('columnheader', { name: '時期' });
      const firstIsEmpty = () =>
        table.locator('tbody tr').first().locator('td').nth(3).locator('.unknown').count();
      await head.getByRole('button').click();
      expect(await head.getAttribute('aria-sort')).toBe('ascending');
      expect(await firstIsEmpty()).toBe(0);
      await head.getByRole('button').click();
      expect(await head.getAttribute('aria-sort')).toBe('descending');
      expect(await firstIsEmpty()).toBe(0);
      expect(await axeViolations(page)).toEqual([]);
    }));
});
