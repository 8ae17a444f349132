import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedSite, serveSite } from '../../browser/served-site.ts';
import { goldenQuestions } from '../../search/golden.ts';
import { journeySite } from '../built-sites.ts';
import { lendBrowser } from '../lent-browser.ts';
import { firstResults } from './first-results.ts';

let site: ServedSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = await serveSite(journeySite('public'));
  browser = await lendBrowser();
  page = await browser.newPage();
  await page.goto(`${site.origin}/search/`);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

test('there are enough questions', () => {
  expect(goldenQuestions.length).toBeGreaterThanOrEqual(60);
});

test.each(goldenQuestions)('$query', async ({ query, first }) => {
  expect((await firstResults(page, query, first.length)).sort()).toEqual([...first].sort());
});
