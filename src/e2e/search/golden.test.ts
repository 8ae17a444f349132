import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../browser/launch-browser.ts';
import { type ServedSite, serveSite } from '../../browser/served-site.ts';
import { goldenQuestions } from '../../search/golden.ts';

let site: ServedSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = await serveSite('dist/public');
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(`${site.origin}/search/`);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/**
 * The addresses of the first results, asked of the module that others search the site through.
 * As text, because the test runner rewrites an import() that it sees.
 */
const firstResults = (query: string, limit: number): Promise<string[]> =>
  page.evaluate(
    `import('/search/engine.js')
      .then(({ search }) => search(${JSON.stringify(query)}, { limit: ${limit} }))
      .then(({ results }) => results.map(({ url }) => url))`,
  );

test('there are enough questions', () => {
  expect(goldenQuestions.length).toBeGreaterThanOrEqual(60);
});

test.each(goldenQuestions)('$query', async ({ query, first }) => {
  expect((await firstResults(query, first.length)).sort()).toEqual([...first].sort());
});
