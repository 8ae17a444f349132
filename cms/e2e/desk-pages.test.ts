import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../../src/browser/axe-violations.ts';
import { openWindow } from '../../src/browser/launch-browser.ts';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import {
  editor,
  momiji,
  sakura,
  type TestDesk,
  testDesk,
} from '../gateway/desk/fixtures/test-desk.ts';
import { caseText } from '../gateway/fixtures/entry-texts.ts';
import { entry, file } from '../gateway/repository/fixtures/temporary-repository.ts';

/** Where to keep pictures of the pages, for those who want to look at them. */
const pictures = process.env['DESK_PICTURES'];

let browser: Browser;
let desk: TestDesk;
beforeAll(async () => {
  browser = await lendBrowser();
  desk = await testDesk();
  await desk.saveNew();
  await desk.savePledge();
  await desk.proposals.addNote(editor, desk.entries.new, '窓口の開いている時間も書いてください。');
  await desk.proposals.delete(sakura, desk.entries.pledge);
  await desk.proposals.sendForReview(sakura, desk.entries.new);
  await desk.proposals.requestWithdrawal(
    momiji,
    desk.entries.travel,
    '相手先の企業から、社名が推測されるとの指摘がありました。',
  );
  await desk.proposals.requestWithdrawal(sakura, desk.entries.pledge, '様式が古いままでした。');
  await desk.proposals.refuseRequest(editor, desk.entries.pledge, '直した版を先にお出しください。');
  for (const [name, title] of [
    ['returned', '寄附金の受入れを、二段階で審査する'],
    ['draft', '調達の仕様書に、輸出管理の一文を入れる'],
  ] as const) {
    const at = entry(`case-studies/sakura-u/${name}`);
    const bytes = Buffer.from(caseText({ title }));
    await desk.proposals.save(sakura, at, [{ address: file(at.text), bytes, basedOn: null }]);
    if (name === 'draft') continue;
    await desk.proposals.sendForReview(sakura, at);
    await desk.proposals.returnToAuthor(editor, at, '分母と時点を書き足してください。');
  }
  desk.now = new Date('2026-12-02T05:05:00Z');
  desk.presence.heard(editor, desk.entries.new.path);
  desk.presence.heard(sakura, desk.entries.new.path);
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
  { name: 'withdraw', path: 'withdraw/case-studies/momiji-u/travel' },
  { name: 'record', path: 'record/case-studies/sakura-u/pledge' },
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
      expect(await brokenWords(page)).toEqual([]);
    }
  });
});

/** Words of the portal's name, of times and of who is at work that a line's end cuts. */
const brokenWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const broken: string[] = [];
    for (const place of document.querySelectorAll('.brand, .desk-who, .age time, .by .at')) {
      const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode;
        for (const { 0: word, index } of (text.nodeValue ?? '').matchAll(/[^\s（]+/g)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) {
            broken.push(word);
          }
        }
      }
    }
    return broken;
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
  expect(await focused.textContent()).toBe('元に戻す：入学時の誓約書（改訂）');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/admin/desk/?done=restored');
  expect(await page.locator('[role=status]').textContent()).toBe('投稿案を下書きに戻しました。');
  await window.close();
});
