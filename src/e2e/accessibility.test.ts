import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../browser/axe-violations.ts';
import { launchBrowser, openWindow } from '../browser/launch-browser.ts';
import { type ServedSite, serveSite } from '../browser/served-site.ts';
import { journeySite } from './built-sites.ts';
import { templates } from './templates.ts';

let browser: Browser;
let site: ServedSite;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveSite(journeySite('network'));
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

// Two windows at once: each waits for its own page most of the time.
describe.concurrent.each([
  { dark: false, width: 1280 },
  { dark: true, width: 375 },
])('dark $dark, $width px', (screen) => {
  test('one page of each template has no violation, fits its width and keeps its content security policy', async () => {
    const window = await openWindow(browser, screen);
    const page = await window.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${page.url()} ${message.text()}`);
    });
    for (const [name, address] of Object.entries(templates)) {
      const answer = await page.goto(`${site.origin}${address}`);
      if (answer?.status() !== (name === 'not found' ? 404 : 200))
        complaints.push(`${name} answers ${answer?.status()}`);
      // The theme changes nothing but the colours.
      const violations = await axeViolations(page, screen.dark ? 'color-contrast' : undefined);
      for (const violation of violations) complaints.push(`${name} ${violation}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) complaints.push(`${name} is ${overflow} px wider than the window`);
    }
    await window.close();
    expect(complaints.filter((text) => !text.includes('404 (Not Found)'))).toEqual([]);
  });
});
