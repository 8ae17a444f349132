import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../browser/axe-violations.ts';
import { openWindow } from '../browser/launch-browser.ts';
import { type ServedSite, serveSite } from '../browser/served-site.ts';
import { journeySite } from './built-sites.ts';
import { lendBrowser } from './lent-browser.ts';
import { templates } from './templates.ts';

let browser: Browser;
let site: ServedSite;
beforeAll(async () => {
  browser = await lendBrowser();
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
  test('one page of each template has no violation and no target below 24 px, fits its width and keeps its content security policy', async () => {
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
      // The theme changes nothing but the colours, and the width where targets stand.
      const violations = await (screen.dark
        ? axeViolations(page, ['color-contrast', 'target-size'])
        : axeViolations(page, undefined, { withTargets: true }));
      for (const violation of violations) complaints.push(`${name} ${violation}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) complaints.push(`${name} is ${overflow} px wider than the window`);
    }
    await window.close();
    expect(complaints.filter((text) => !text.includes('404 (Not Found)'))).toEqual([]);
  });
});

test('axe is brought to a page once, however often it is asked', async () => {
  const window = await openWindow(browser, { width: 1280 });
  const page = await window.newPage();
  await page.goto(`${site.origin}${templates.scenes}`);
  expect(await axeViolations(page)).toEqual([]);
  await page.evaluate('first = axe');
  expect(await axeViolations(page, 'color-contrast')).toEqual([]);
  expect(await page.evaluate('axe === first')).toBe(true);
  await window.close();
});

test('targets that are too small and too near are seen', async () => {
  const window = await openWindow(browser, { width: 375 });
  const page = await window.newPage();
  await page.goto(`${site.origin}${templates.offline}`);
  await page.evaluate(() => {
    const small = [1, 2].map((at) => {
      const button = document.createElement('button');
      button.textContent = String(at);
      Object.assign(button.style, { width: '12px', height: '12px', padding: '0', border: '0' });
      return button;
    });
    document.querySelector('main')?.replaceChildren(...small);
  });
  expect((await axeViolations(page, 'target-size')).join()).toContain('target-size: ');
  const all = await axeViolations(page, undefined, { withTargets: true });
  expect(all.join()).toContain('target-size: ');
  await window.close();
});
