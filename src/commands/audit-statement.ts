import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { criteria } from '../accessibility/criteria.ts';
import { addressesByLot } from '../accessibility/lot.ts';
import { type TestResults, testResultsForm } from '../accessibility/test-results.ts';
import { axeByCriterion, type CriterionOutcome } from '../browser/axe-by-criterion.ts';
import { launchBrowser, openWindow } from '../browser/launch-browser.ts';
import { serveSite } from '../browser/served-site.ts';
import { dayInJapan } from '../formats/time-in-japan.ts';
import { projectRoot } from '../project-root.ts';
import { Refusal } from '../refusal.ts';
import { pagesOf } from './pages-of-site.ts';
import { auditWords as words } from './words.ts';

/** Where the page `/accessibility/results/` takes them from. */
const stored = join(projectRoot, 'src/accessibility/results.json');
const mostFaults = 100;

type Sum = { rules: Set<string>; faults: number; unclear: number };

/**
 * Tests 40 pages of the public edition, 15 chosen and 25 by lot, and stores what was found for the page that tells it.
 * What persons check stands in `src/accessibility/human-checks.ts` and is not touched.
 * @param seed of the lot; the day of the test where none is given, so that nobody chooses it
 * @throws {Refusal} where the edition was not built
 */
export async function makeStatement(seed: string | undefined, today: Date): Promise<TestResults> {
  const outDir = join('dist', 'public');
  if (!existsSync(join(projectRoot, outDir, 'index.html'))) {
    throw new Refusal(words.notBuilt);
  }
  const day = dayInJapan(today);
  const all = pagesOf(join(projectRoot, outDir)).filter((address) => address !== '/404/');
  const { chosen, drawn } = addressesByLot(all, seed ?? day);
  const site = await serveSite(outDir);
  const browser = await launchBrowser();
  try {
    const test = testOf(browser, site.origin);
    for (const address of chosen) await test.page(address, true);
    for (const address of drawn) await test.page(address, false);
    const results = testResultsForm.parse({
      day,
      seed: seed ?? day,
      edition: 'public',
      pageCount: all.length,
      ...test.results(),
    });
    writeFileSync(stored, `${JSON.stringify(results, null, 2)}\n`);
    return results;
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** Light and wide by all rules; dark and narrow by that of colours alone, since nothing else changes. */
const looks = [
  { width: 1280, dark: false, only: undefined },
  { width: 375, dark: true, only: 'color-contrast' },
] as const;

const testOf = (browser: Browser, origin: string) => {
  const sums = new Map<string, Sum>();
  const pages: TestResults['pages'] = [];
  const faults = new Set<string>();
  let tool = '';
  let media = 0;
  const add = (address: string, outcomes: ReadonlyMap<string, CriterionOutcome>): Set<string> => {
    const onPage = new Set<string>();
    for (const [number, outcome] of outcomes) {
      const sum = sums.get(number) ?? { rules: new Set(), faults: 0, unclear: 0 };
      sums.set(number, sum);
      for (const rule of outcome.rules) sum.rules.add(rule);
      sum.faults += outcome.faults.length;
      sum.unclear += outcome.unclear;
      for (const fault of outcome.faults) onPage.add(`${address} ${fault}`);
    }
    return onPage;
  };
  return {
    async page(address: string, isChosen: boolean): Promise<void> {
      let title = '';
      let count = 0;
      for (const { width, dark, only } of looks) {
        const window = await openWindow(browser, { width, dark });
        const page = await window.newPage();
        await page.goto(`${origin}${address}`);
        title = (await page.title()).replace(/｜[^｜]*$/, '');
        if (!only) media += await mediaOn(page);
        const found = await axeByCriterion(page, only);
        tool = found.tool;
        const onPage = add(address, found.outcomes);
        count += onPage.size;
        for (const fault of onPage) faults.add(`${dark ? 'dark' : 'light'} ${fault}`);
        await window.close();
      }
      pages.push({ address, title, isChosen, faults: count });
    },
    results: () => ({
      tool,
      pages,
      media,
      criteria: Object.fromEntries(
        criteria.flatMap(({ number }) => {
          const sum = sums.get(number);
          return sum ? [[number, { ...sum, rules: sum.rules.size }]] : [];
        }),
      ),
      faults: [...faults].slice(0, mostFaults),
    }),
  };
};

/** Elements that play sounds or films, or show what only another program knows. */
const mediaOn = (page: Page): Promise<number> =>
  page.locator('audio, video, embed, object, iframe').count();
