import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openWindow } from '../../src/browser/launch-browser.ts';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import { type StartedGateway, startGateway } from '../gateway/fixtures/start-gateway.ts';
import { federatedWorld } from '../gateway/login/fixtures/federated-world.ts';
import {
  claimsOf,
  freePort,
  signedInBy,
  startProvider,
  type TestProvider,
} from '../gateway/login/fixtures/provider.ts';
import { fields, isSaved, saveButton, takePicture } from './fixtures/editor-window.ts';

/** Signed in by a provider that is another site, as a federation's is: the way in, and a session that ends in mid-text. */

let browser: Browser;
let gateway: StartedGateway;
let provider: TestProvider;
let origin: string;
beforeAll(async () => {
  const port = await freePort();
  // The provider is at 127.0.0.1: for a browser another site.
  origin = `http://localhost:${port}`;
  provider = await startProvider(origin);
  provider.people.set('aoki', claimsOf('aoki', 'sakura-u.example'));
  provider.people.set('tanaka', claimsOf('tanaka', 'sakura-u.example'));
  const { editorFolder } = inject('builtOnce');
  [browser, gateway] = await Promise.all([
    lendBrowser(),
    startGateway({
      world: federatedWorld(),
      editorFolder,
      settings: { ...signedInBy(provider, port), origin },
    }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await gateway?.close();
  await provider?.close();
});

/** A window in which nothing but the portal and the provider is asked. */
const openContext = async (width = 1280): Promise<BrowserContext> => {
  const context = await openWindow(browser, { width });
  await context.route(/^https?:/, (route) =>
    /^http:\/\/(?:localhost|127\.0\.0\.1):/.test(route.request().url())
      ? route.fallback()
      : route.abort(),
  );
  return context;
};
/** Goes through the provider's pages, which are for developers. */
const signInThere = async (page: Page, login: string): Promise<void> => {
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill('x');
  await page.locator('button[type="submit"]').click();
  await page.locator('button[type="submit"]').click();
};
const nameOffice = async (page: Page, office: string): Promise<void> => {
  await page.getByLabel('部署名').fill(office);
  await takePicture(page, 'sign-in-office');
  await page.getByRole('button', { name: '始める' }).click();
};
const signInWindow = (page: Page) =>
  page.getByRole('dialog', { name: 'もう一度サインインしてください' });

it('comes in where it wanted to go, and goes on in place when the session ends in mid-text', async () => {
  const context = await openContext();
  const page = await context.newPage();
  await page.goto(`${origin}/admin/#/collections/case-studies/new`);
  await page.getByRole('heading', { name: '編集画面に入る' }).waitFor();
  await takePicture(page, 'sign-in-by-provider');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await signInThere(page, 'aoki');
  await nameOffice(page, '研究推進課');
  await fields(page).title.waitFor();
  expect(page.url()).toBe(`${origin}/admin/#/collections/case-studies/new`);

  await fields(page).title.fill('三時間後の題名');
  await fields(page).summary.fill('席を外していた間に終わった。');
  await context.clearCookies({ name: 'portal-session' });
  await saveButton(page).click();
  await signInWindow(page).getByText('書いた内容は、消えていません。').waitFor();
  await takePicture(page, 'sign-in-anew');
  // By the keyboard: the window has it, and its first control leads there.
  const [small] = await Promise.all([
    context.waitForEvent('page'),
    signInWindow(page).getByRole('link').press('Enter'),
  ]);
  // Still signed in at the provider, nothing is asked there, and the small window goes by itself.
  await signInWindow(page).waitFor({ state: 'hidden' });
  if (!small.isClosed()) await small.waitForEvent('close');
  await isSaved(page);
  expect(await fields(page).title.inputValue()).toBe('三時間後の題名');

  // Somebody else signs in over what is kept.
  await fields(page).title.fill('青木の題名');
  await context.clearCookies();
  await saveButton(page).click();
  await signInWindow(page).waitFor();
  const [other] = await Promise.all([
    context.waitForEvent('page'),
    signInWindow(page).getByRole('link').click(),
  ]);
  await signInThere(other, 'tanaka');
  await nameOffice(other, '研究推進課');
  await signInWindow(page).getByRole('alert').getByText('同じ部署の別の方').waitFor();
  await takePicture(page, 'sign-in-another');
  await signInWindow(page).getByRole('button', { name: '別の担当者として入る' }).click();
  await fields(page).title.waitFor();
  expect(await page.getByText('青木の題名').count()).toBe(0);
  expect(await fields(page).title.inputValue()).toBe('三時間後の題名');
  expect(await page.getByRole('dialog').count()).toBe(0);

  // Its own person finds it again.
  await context.clearCookies();
  await page.reload();
  await page.getByRole('link', { name: 'サインインする' }).click();
  await signInThere(page, 'aoki');
  const offer = page.getByRole('dialog', { name: '残っていた文があります' });
  await offer.getByRole('button', { name: '続きから書く' }).click();
  await expect.poll(() => fields(page).title.inputValue()).toBe('青木の題名');
  await context.close();
});

it('says that it cannot get there, and that it is out, on pages without a script', async () => {
  const context = await openWindow(browser, { width: 375, script: false });
  const page = await context.newPage();
  await provider.stop();
  await page.goto(`${origin}/admin/session/begin?back=/admin/desk/`);
  await page.getByRole('heading', { name: 'いまはサインインできません' }).waitFor();
  await takePicture(page, 'sign-in-away-375');
  await provider.start();
  await page.getByRole('link', { name: 'もう一度サインインする' }).click();
  await page.locator('input[name="login"]').waitFor();
  await page.goto(`${origin}/admin/session/end`);
  await page.getByRole('button', { name: 'サインアウト' }).click();
  await page.getByRole('heading', { name: 'サインアウトしました' }).waitFor();
  await takePicture(page, 'sign-out-375');
  await context.close();
});
