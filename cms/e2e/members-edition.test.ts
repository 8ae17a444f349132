import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openWindow } from '../../src/browser/launch-browser.ts';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import { offlineWords } from '../../src/offline/words.ts';
import { projectRoot } from '../../src/project-root.ts';
import { readSettings, type Settings } from '../../src/settings.ts';
import { listen } from '../gateway/listen.ts';
import {
  claimsOf,
  freePort,
  signedInBy,
  startProvider,
  type TestProvider,
} from '../gateway/login/fixtures/provider.ts';
import { type TestBrowser, testBrowser } from '../gateway/login/fixtures/test-browser.ts';
import { openPortal, type Portal } from '../gateway/open-portal.ts';
import { gitEnvironment } from '../gateway/repository/run-git.ts';
import { readGatewaySettings } from '../gateway/settings.ts';

/**
 * The whole portal with a provider, over the world in which everything that the public may not see carries NETCANARY, in its
 * words, its files and its names, and what nobody may see GONECANARY: both editions are really built and really served.
 */
const world = join(projectRoot, 'src/e2e/fixtures/two-audiences/content');

let home: string;
let origin: string;
let settings: Settings;
let provider: TestProvider;
let portal: Portal;
let stop: () => Promise<void>;
let browser: Browser;
const troubles: unknown[] = [];

const git = (...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=開発者', '-c', 'user.email=dev@dev.invalid', ...words], {
    cwd: join(home, 'checkout'),
    env: gitEnvironment(),
    stdio: 'pipe',
  });

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'members-edition-'));
  const contentDir = join(home, 'checkout/content');
  cpSync(world, contentDir, { recursive: true });
  appendFileSync(
    join(contentDir, 'institutions/sakura-u.yaml'),
    'signInScopes: [sakura-u.example]\n',
  );
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'はじめの内容');
  settings = readSettings({ CONTENT_DIR: contentDir, OUT_DIR: join(home, 'site') });
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  provider = await startProvider(origin);
  provider.people.set('aoki', claimsOf('aoki', 'sakura-u.example'));
  const gatewaySettings = { ...readGatewaySettings({}), ...signedInBy(provider, port) };
  const onTrouble = (error: unknown) => troubles.push(error);
  portal = await openPortal({
    settings,
    gatewaySettings,
    projectRoot,
    editorFolder: inject('builtOnce').editorFolder,
    isEditorBuilt: true,
    onTrouble,
  });
  const listening = await listen(portal.app, gatewaySettings, onTrouble);
  stop = async () => {
    await listening.close();
    await portal.close();
    await provider.close();
  };
  browser = await lendBrowser('whole browser');
});
afterAll(async () => {
  await browser?.close();
  await stop?.();
  for (const folder of [home, settings.cacheDir, settings.cacheDir.replace('public-', 'network-')])
    rmSync(folder, { recursive: true, force: true });
});

const canary = /netcanary|gonecanary|heldcanary/i;
const entry = '/practices/sakura-u/netcanary-practice/';

/** All that an answer says, what is packed in it opened. */
const said = async (answer: Response): Promise<string> => {
  const bytes = Buffer.from(await answer.arrayBuffer());
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const headers = JSON.stringify([...answer.headers]);
  try {
    return headers + (isGzip ? gunzipSync(bytes) : bytes).toString('latin1');
  } catch {
    return headers + bytes.toString('latin1');
  }
};
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
const addressOf = (path: string) =>
  `/${path
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;

const signedIn = async (): Promise<TestBrowser> => {
  const member = testBrowser();
  const shown = await member.go(`${origin}/admin/session/begin?back=/neverwas/`, {
    login: 'aoki',
    stopAt: `${origin}/neverwas/`,
  });
  if (shown.url.endsWith('/admin/session/office')) {
    await member.send(`${origin}/admin/session/office`, { office: '研究推進課' });
  }
  return member;
};

describe('the edition of the network', () => {
  it('is read by a member, and by nobody else, a byte of it', async () => {
    const member = await signedIn();
    await expect
      .poll(async () => (await member.ask(origin + entry)).status, { interval: 500 })
      .toBe(200);
    expect((await member.ask(origin + entry)).text).toContain('NETCANARY');
    expect((await member.ask(`${origin}/practices/`)).text).toContain('ネットワーク限定');

    const paths = new Set([settings.outDir, `${settings.outDir}-network`].flatMap(filesBelow));
    expect(paths.size).toBeGreaterThan(100);
    const tag = (await fetch(`${origin}/`)).headers.get('etag') ?? '';
    const tellers: string[] = [];
    const crawl = async (path: string) => {
      for (const way of [
        {},
        { method: 'HEAD' },
        { headers: { range: 'bytes=0-99' } },
        { headers: { 'if-none-match': tag } },
      ]) {
        const answer = await fetch(origin + addressOf(path), { redirect: 'manual', ...way });
        if (![200, 206, 301, 304, 404].includes(answer.status)) tellers.push(path);
        // A name that was asked for is said by whoever asked.
        const text = (await said(answer)).replaceAll(addressOf(path), '');
        if (canary.test(text)) tellers.push(path);
      }
    };
    const left = [...paths];
    const crawlers = Array.from({ length: 8 }, async () => {
      for (let path = left.pop(); path !== undefined; path = left.pop()) await crawl(path);
    });
    await Promise.all(crawlers);
    expect(tellers).toEqual([]);
    expect(troubles.filter((trouble) => !String(trouble).includes('heldcanary'))).toEqual([]);
  });

  it('answers for what is hidden as for what never was', async () => {
    const [hidden, unknown] = await Promise.all(
      [entry, '/practices/sakura-u/neverwas-practice/'].map(async (path) => {
        const answer = await fetch(origin + path);
        const headers = [...answer.headers].filter(([name]) => name !== 'date');
        return [answer.status, headers, await answer.text()];
      }),
    );
    expect(hidden).toEqual(unknown);
    expect(hidden?.[0]).toBe(404);
  });
});

describe('a copy of members', () => {
  const { members: words } = offlineWords;
  let page: Page;
  const part = (name: string) => page.locator(`[data-part="${name}"]`);
  const stores = () =>
    page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

  it('is taken after the sign-in, and read without a network until the sign-out', async () => {
    const context = await openWindow(browser, { width: 375 });
    page = await context.newPage();
    await page.goto(`${origin}${entry}`);
    await page.getByRole('link', { name: '参加機関の方としてサインインする' }).click();
    await page.waitForURL(/interaction/);
    for (let step = 0; step < 5 && page.url() !== `${origin}${entry}`; step += 1) {
      const asked = page.url();
      for (const [field, words] of [
        ['login', 'aoki'],
        ['password', 'any'],
        ['office', '研究推進課'],
      ] as const) {
        const box = page.locator(`main [name=${field}], form [name=${field}]`);
        if ((await box.count()) > 0) await box.first().fill(words);
      }
      await page.locator('form [type=submit]').first().click();
      await page.waitForURL((address) => address.href !== asked);
    }
    await page.getByText('参加機関の方としてご覧です').waitFor();

    await page.goto(`${origin}/offline/`);
    await page.getByRole('heading', { name: words.heading }).waitFor();
    await page.getByText(words.ends(14)).waitFor();
    await page.getByRole('button', { name: /^保存する/ }).click();
    await part('heading').filter({ hasText: words.inUse }).waitFor();
    // The worker that shows the copy is there when the page says that it is done.
    await page.locator('.offline-page[aria-busy="false"]').waitFor();
    expect(await part('kept').textContent()).toContain(words.until);
    expect(await stores()).toEqual(['members-copy /']);

    await context.setOffline(true);
    await page.goto(`${origin}${entry}`);
    expect(await page.locator('h1').textContent()).toContain('NETCANARY');
    expect(await page.getByText('参加機関の方としてご覧です').count()).toBe(0);
    await context.setOffline(false);

    await page.goto(`${origin}${entry}`);
    await page.getByRole('button', { name: 'サインアウト' }).click();
    await page.waitForURL('**/admin/session/end');
    await page.goto(`${origin}/`);
    expect(await page.getByText('参加機関の方としてご覧です').count()).toBe(0);
    await expect.poll(stores).toEqual([]);
    await context.setOffline(true);
    await expect(page.goto(`${origin}${entry}`)).rejects.toThrow('net::ERR_');
    await context.close();
  });
});

it('keeps what is redacted from members too, before any build', async () => {
  const member = await signedIn();
  const text = 'content/best-practices/sakura-u/netcanary-practice/index.mdx';
  const file = join(home, 'checkout', text);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^---\n/, '---\nwithdrawn: true\n'));
  git('commit', '-qam', '止める');
  await expect.poll(async () => (await member.ask(origin + entry)).status).toBe(410);
  expect((await fetch(origin + entry)).status).toBe(404);
  for (const path of ['/practices/', '/feed.xml', '/offline/manifest.json', '/data/']) {
    expect((await member.ask(origin + path)).text, path).not.toContain('netcanary-practice');
  }
});
