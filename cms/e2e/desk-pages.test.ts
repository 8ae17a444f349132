import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../../src/browser/axe-violations.ts';
import { launchBrowser, openWindow } from '../../src/browser/launch-browser.ts';
import { editor, sakura, type TestDesk, testDesk } from '../gateway/desk/fixtures/test-desk.ts';

/** Where to keep pictures of the pages, for those who want to look at them. */
const pictures = process.env['DESK_PICTURES'];

let browser: Browser;
let desk: TestDesk;
beforeAll(async () => {
  browser = await launchBrowser();
  desk = await testDesk();
  await desk.saveNew();
  await desk.savePledge();
  await desk.proposals.addNote(editor, desk.entries.new, '窓口の開いている時間も書いてください。');
  await desk.proposals.delete(sakura, desk.entries.pledge);
  await desk.proposals.sendForReview(sakura, desk.entries.new);
  const problem = {
    code: 'field-missing',
    severity: 'error',
    path: 'case-studies/momiji-u/travel/index.mdx',
    line: 3,
    message: '「要約」がありません。一、二文で書いてください。',
  } as const;
  desk.trouble = {
    sentence:
      '内容に直すところが1件あるためサイトを新しくできず、前の版を表示していますので、一覧の箇所を直してください。',
    problems: [problem],
  };
});
afterAll(async () => {
  await browser.close();
  await desk.close();
});

const pages = [
  { name: 'proposals', path: '' },
  { name: 'done', path: '?done=restored' },
  { name: 'published', path: 'published/?institution=sakura-u' },
  { name: 'deleted', path: 'deleted/' },
  { name: 'problems', path: 'problems/best-practices/sakura-u/desk' },
  { name: 'ask', path: 'request-withdrawal/case-studies/sakura-u/pledge' },
  { name: 'withdraw', path: 'withdraw/case-studies/sakura-u/pledge' },
  { name: 'missing', path: 'nothing' },
];
describe.each([
  { width: 1280, colorScheme: 'light', only: undefined },
  // The theme changes nothing but the colours.
  { width: 375, colorScheme: 'dark', only: 'color-contrast' },
] as const)('the desk at $width pixels, $colorScheme', ({ width, colorScheme, only }) => {
  let window: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    window = await openWindow(browser, { width, dark: colorScheme === 'dark' });
    page = await window.newPage();
    // Axe is a script in the page, which the desk's own policy allows as little as any other.
    await page.route('**/admin/desk/**', async (route) => {
      const answer = await route.fetch();
      const headers = { ...answer.headers() };
      delete headers['content-security-policy'];
      await route.fulfill({ response: answer, headers });
    });
  });
  afterAll(() => window.close());

  it.each(pages)('can be used by everyone: $name', async ({ name, path }) => {
    for (const who of [sakura, editor]) {
      desk.who = who;
      await page.goto(`${desk.origin}/admin/desk/${path}`);
      if (pictures) {
        const file = `${pictures}/${name}-${who.role}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: file, fullPage: true });
      }
      expect(await axeViolations(page, only)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    }
  });
});

it('is gone through and used with the keyboard alone, without script', async () => {
  desk.who = sakura;
  const window = await openWindow(browser, { width: 1280, script: false });
  const page = await window.newPage();
  await page.goto(`${desk.origin}/admin/desk/deleted/`);
  const focused = page.locator(':focus');
  await page.keyboard.press('Tab');
  expect(await focused.textContent()).toBe('本文へ移動');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await focused.textContent()).toBe('下書きに戻す：入学時の誓約書（改訂）');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/admin/desk/?done=restored');
  expect(await page.locator('[role=status]').textContent()).toBe('投稿案を下書きに戻しました。');
  await window.close();
});
