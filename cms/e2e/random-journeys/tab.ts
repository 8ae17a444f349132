import type { BrowserContext, Page } from 'playwright-core';
import { sayYesTo } from './editor-screen.ts';

/** A tab of the browser, which knows when nothing is on its way any more. */
export type Tab = {
  readonly page: Page;
  /** Waits until the page has had no answer to wait for during a moment. */
  settled(): Promise<void>;
};

const quietMilliseconds = 250;
/** More than anything takes that ends. */
const patienceMilliseconds = 20_000;

/** Opens a tab. @param onError hears of what nothing in the page caught */
export const openTab = async (
  context: BrowserContext,
  onError: (message: string) => void,
): Promise<Tab> => {
  const page = await context.newPage();
  sayYesTo(page);
  page.on('pageerror', (error) => onError(error.message));
  const underWay = new Set<unknown>();
  let changedAt = Date.now();
  const note = (change: () => void) => {
    change();
    changedAt = Date.now();
  };
  page.on('request', (request) => note(() => underWay.add(request)));
  page.on('requestfinished', (request) => note(() => underWay.delete(request)));
  page.on('requestfailed', (request) => note(() => underWay.delete(request)));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) note(() => underWay.clear());
  });
  return {
    page,
    async settled() {
      const began = Date.now();
      const isQuiet = () => underWay.size === 0 && Date.now() - changedAt >= quietMilliseconds;
      while (!page.isClosed() && !isQuiet()) {
        if (Date.now() - began > patienceMilliseconds) return;
        await page.waitForTimeout(50).catch(() => {});
      }
    },
  };
};
