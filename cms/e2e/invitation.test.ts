import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations } from '../../src/browser/axe-violations.ts';
import { openWindow } from '../../src/browser/launch-browser.ts';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import { plainDesk } from '../gateway/desk/fixtures/plain-desk.ts';
import { memberWords } from '../gateway/desk/member-words.ts';
import { deskPages, doneSentences } from '../gateway/desk/words.ts';
import { type StartedGateway, startGateway } from '../gateway/fixtures/start-gateway.ts';
import { words } from '../gateway/invitations/words.ts';
import { inviteByCommand } from '../gateway/invite.ts';
import {
  freePort,
  signedInBy,
  startProvider,
  type TestProvider,
} from '../gateway/login/fixtures/provider.ts';
import type { GatewaySettings } from '../gateway/settings.ts';
import { takePicture } from './fixtures/editor-window.ts';

/** From a portal that nobody has been at, by invitations, to an office that works: with a real provider, and no script of ours. */

let browser: Browser;
let gateway: StartedGateway;
let provider: TestProvider;
let origin: string;
let settings: Partial<GatewaySettings>;
beforeAll(async () => {
  const port = await freePort();
  // The provider is at 127.0.0.1: for a browser another site.
  origin = `http://localhost:${port}`;
  provider = await startProvider(origin);
  for (const name of ['kato', 'sato']) provider.people.set(name, {});
  settings = { ...signedInBy(provider, port), origin };
  [browser, gateway] = await Promise.all([
    lendBrowser(),
    startGateway({ settings, beside: (core) => ({ desk: plainDesk(core, origin) }) }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await gateway?.close();
  await provider?.close();
});

/** A window in which nothing but the portal and the provider is asked. */
const openContext = async (width: number, dark = false): Promise<BrowserContext> => {
  const context = await openWindow(browser, { width, dark });
  await context.route(/^https?:/, (route) =>
    /^http:\/\/(?:localhost|127\.0\.0\.1):/.test(route.request().url())
      ? route.fallback()
      : route.abort(),
  );
  return context;
};
/** Opens an invitation and signs in with it. */
const accept = async (page: Page, address: string, login: string): Promise<void> => {
  await page.goto(address);
  expect(await axeViolations(page)).toEqual([]);
  await takePicture(page, `invitation-${login}`);
  await page.getByRole('link', { name: words.accept }).click();
  // The provider's pages are for developers.
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill('x');
  await page.locator('button[type="submit"]').click();
  await page.locator('button[type="submit"]').click();
  await page.getByText(doneSentences.joined).waitFor();
};

it('brings the first editor in, who invites an office and lets it go', async () => {
  const { repository } = gateway;
  const { provider: by = null, members = null } = settings;
  const first = { role: 'editor', institution: null, office: '事務局', days: 14, replaces: null };
  const printed = await inviteByCommand(first, {
    repository,
    settings: { provider: by, members, origin },
    basePath: '/',
    clock: () => new Date(),
  });
  const editor = await (await openContext(1280)).newPage();
  await accept(editor, printed.split('\n')[1] ?? '', 'kato');

  await editor.getByRole('link', { name: deskPages.members.label }).click();
  expect(await axeViolations(editor)).toEqual([]);
  await editor.getByLabel(memberWords.institution).selectOption('さくら大学');
  await editor.getByLabel(memberWords.office).fill('国際企画課');
  await takePicture(editor, 'members-form');
  await editor.getByRole('button', { name: memberWords.make }).click();
  expect(await axeViolations(editor)).toEqual([]);
  await takePicture(editor, 'members-made');
  const address = await editor.getByLabel(memberWords.link).inputValue();

  const office = await (await openContext(375, true)).newPage();
  await accept(office, address, 'sato');
  await office.getByRole('link', { name: deskPages.members.label }).click();
  expect(await axeViolations(office)).toEqual([]);
  await takePicture(office, 'members-office');
  const width = await office.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(375);
  // The link is used.
  await office.goto(address);
  await office.getByRole('heading', { name: words.gone }).waitFor();

  await editor.goto(`${origin}${deskPages.members.address}`);
  await editor
    .getByRole('heading', { name: memberWords.bound, exact: true })
    .scrollIntoViewIfNeeded();
  await takePicture(editor, 'members-bound');
  await editor
    .getByRole('listitem')
    .filter({ hasText: 'さくら大学 国際企画課' })
    .getByRole('link', { name: memberWords.end })
    .click();
  expect(await axeViolations(editor)).toEqual([]);
  await takePicture(editor, 'members-end');
  await editor.getByRole('button', { name: memberWords.endNow }).click();
  await editor.getByText(doneSentences['binding-ended']).waitFor();
  expect((await office.goto(`${origin}/admin/desk/`))?.status()).toBe(401);
});
