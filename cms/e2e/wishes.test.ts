import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { axeViolations } from '../../src/browser/axe-violations.ts';
import { openWindow, type Screen } from '../../src/browser/launch-browser.ts';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import { searchWords } from '../../src/search/words.ts';
import { people } from '../gateway/permissions/fixtures/people.ts';
import { doneSentences, words } from '../gateway/wishes/words.ts';
import { type StartedPortal, startPortal } from './fixtures/start-portal.ts';

/** From a search without an answer to the answer: 要望, as an institution's office and the network's find it. */

/** Where to keep pictures of the pages, for those who want to look at them. */
const pictures = process.env['WISH_PICTURES'];

let browser: Browser;
let portal: StartedPortal;
beforeAll(async () => {
  [browser, portal] = await Promise.all([
    lendBrowser(),
    startPortal(inject('builtOnce'), { keepsFirstSite: true }),
  ]);
});
afterAll(async () => {
  await browser.close();
  expect(portal.troubles).toEqual([]);
  await portal.close();
});

const signIn = async (window: BrowserContext, who: object): Promise<void> => {
  const { origin } = portal;
  const headers = { origin };
  const answer = await window.request.post(`${origin}/admin/session`, { data: who, headers });
  expect(answer.status()).toBe(200);
};
/** A window of somebody who is signed in. */
const windowOf = async (who: object, screen: Screen): Promise<BrowserContext> => {
  const window = await openWindow(browser, screen);
  await signIn(window, who);
  return window;
};
const wishes = (path = '') => `${portal.origin}/admin/wishes/${path}`;

it('leads from a search in one click to a form, a list and an answer', async () => {
  const window = await windowOf(people.sakura, { width: 1280 });
  const page = await window.newPage();
  const asked = 'ぬるぽがっ';
  await page.goto(`${portal.origin}/search/?q=${encodeURIComponent(asked)}`);
  await page.getByRole('link', { name: searchWords.wish }).click();
  await page.waitForURL('**/admin/wishes/new/**');
  expect(await page.getByLabel(words.searchedLabel).inputValue()).toBe(asked);
  await page.getByLabel(words.text).fill('この言葉についての様式がほしい。');
  await page.getByLabel(words.kindLabel).selectOption({ label: '様式・書式' });
  await page.getByRole('button', { name: words.send }).click();
  expect(await page.getByRole('status').textContent()).toBe(doneSentences.sent);
  await window.close();

  // The network's office answers, without script.
  const office = await windowOf(people.editor, { width: 1280, script: false });
  const desk = await office.newPage();
  await desk.goto(`${portal.origin}/admin/desk/`);
  await desk.getByRole('link', { name: words.title, exact: true }).click();
  await desk.getByRole('link', { name: new RegExp(words.answer) }).click();
  await desk.getByLabel(words.entryAddress).fill(`${portal.origin}/practices/sakura-u/nothing/`);
  await desk.getByRole('button', { name: words.useEntry }).click();
  expect(await desk.getByRole('alert').textContent()).toContain(words.complaints.noEntry);
  await desk
    .getByLabel(words.entryAddress)
    .fill(`${portal.origin}/practices/sakura-u/accepting-students/`);
  await desk.getByRole('button', { name: words.useEntry }).click();
  expect(await desk.getByRole('status').textContent()).toBe(doneSentences.answered);
  const answer = desk.locator('.wish-answers a');
  const title = await answer.textContent();
  await answer.click();
  expect(await desk.locator('h1').textContent()).toBe(title);
  await office.close();
});

it('counts a search in vain where the edition of members tells it, with nothing in an address', async () => {
  const window = await windowOf(people.sakura, { width: 1280 });
  const page = await window.newPage();
  // The attribute that the network's edition has (wish-address.ts).
  await page.route('**/search/?*', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(
      'data-search-page',
      'data-unanswered="/admin/wishes/unanswered" data-search-page',
    );
    await route.fulfill({ response: answer, body });
  });
  const told = page.waitForRequest('**/admin/wishes/unanswered');
  await page.goto(`${portal.origin}/search/?q=${encodeURIComponent('ぬるぽがっ')}`);
  const request = await told;
  expect((await request.response())?.status()).toBe(204);
  expect(new URLSearchParams(request.postData() ?? '').get('words')).toBe('ぬるぽがっ');
  expect((await request.allHeaders())['referer']).toBeUndefined();
  expect(portal.drafts('for-each-ref', '--format=%(refname)', 'refs/wishes/words')).toMatch(
    /^refs\/wishes\/words\/\d{4}-\d\d\/[0-9a-f]{40}\n$/,
  );
  await window.close();
});

const screens = [
  { width: 1280, dark: false, only: undefined },
  { width: 375, dark: true, only: 'color-contrast' },
] as const;
const pages = [
  { name: 'list', path: '', who: people.sakura },
  { name: 'form', path: 'new/?searched=ドローン', who: people.sakura },
  { name: 'wish', path: '1/', who: people.editor },
  { name: 'searches', path: 'searches/', who: people.editor },
] as const;
it.each(screens)('can be used by everyone at $width pixels', async ({ width, dark, only }) => {
  const page = await (await openWindow(browser, { width, dark })).newPage();
  await allowAxe(page);
  for (const { name, path, who } of pages) {
    await signIn(page.context(), who);
    await page.goto(wishes(path));
    if (pictures) {
      await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
    }
    expect(await axeViolations(page, only)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  }
  await page.context().close();
});

/** Axe is a script in the page, which the pages' own policy allows as little as any other. */
const allowAxe = (page: Page) =>
  page.route('**/admin/wishes/**', async (route) => {
    const answer = await route.fetch();
    const headers = { ...answer.headers() };
    delete headers['content-security-policy'];
    await route.fulfill({ response: answer, headers });
  });
