import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeViolations } from '../../src/browser/axe-violations.ts';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import { recentMomentInJapan } from '../../src/formats/time-in-japan.ts';
import {
  addNote,
  type EditorWindow,
  entryInForm,
  fields,
  isSaved,
  openEditor,
  openEntry,
  openNotes,
  save,
  saveButton,
  signIn,
  startCase,
  takePicture,
} from './fixtures/editor-window.ts';
import { type StartedPortal, startPortal } from './fixtures/start-portal.ts';

/** The bar: what the admin page loads, compressed, before a Word file is imported for the first time. */
const mostBytes = 650_000;

let browser: Browser;
let portal: StartedPortal;
beforeAll(async () => {
  const started = startPortal(inject('builtOnce'), { keepsFirstSite: true });
  [browser, portal] = await Promise.all([lendBrowser(), started]);
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

const office = { institution: 'さくら大学', office: '研究推進課' };

describe('what is loaded', () => {
  it('comes from the portal alone and weighs less than the bar, up to the form', async () => {
    const window = await openEditor(browser, portal.origin);
    const { page } = window;
    const paths = new Set<string>();
    page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      // The preview is a page of the site, and weighs what the site weighs.
      const isOwn = origin === portal.origin && request.frame() === page.mainFrame();
      if (isOwn && request.method() === 'GET') paths.add(pathname);
    });
    await page.reload();
    await signIn(window, office);
    await startCase(window);
    await page.waitForLoadState('networkidle');
    const bodies = await Promise.all(
      [...paths].map(async (each) => (await page.request.get(`${portal.origin}${each}`)).body()),
    );
    const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
    console.log(
      `The admin page loads ${paths.size} files, ${Math.round(bytes / 1000)} kB gzip of at most ${mostBytes / 1000} kB.`,
    );
    expect(paths.size).toBeGreaterThan(4);
    expect(bytes).toBeLessThan(mostBytes);
    expect(window.strayed).toEqual([]);
    await window.close();
  });
});

describe('with the keyboard alone', () => {
  it('an officer signs in, writes a new case and saves it', async () => {
    const window = await openEditor(browser, portal.origin);
    const { page } = window;
    await page.getByLabel('部署名').waitFor();
    await tabTo(page, 'さくら大学');
    await page.keyboard.press('Space');
    await tabTo(page, '部署名');
    await page.keyboard.type('研究推進課');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '記事の種類' }).waitFor();
    await tabTo(page, '事例を新しく書く');
    await page.keyboard.press('Enter');
    await fields(page).title.waitFor();
    await tabTo(page, '題名（必須）');
    await page.keyboard.insertText('マウスを使わずに書いた事例');
    await tabTo(page, '下書きを保存', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await isSaved(page);
    const entry = await entryInForm(page);
    const refs = portal.drafts('for-each-ref', '--format=%(refname)').split('\n');
    const proposal = refs.find((ref) => ref.includes(entry.split('/').at(-1) ?? ''));
    expect(portal.drafts('show', `${proposal}:content/${entry}/index.mdx`)).toContain(
      'title: マウスを使わずに書いた事例\n',
    );
    expect(window.strayed).toEqual([]);
    await window.close();
  });
});

describe('with the keyboard alone, an entry that is published already', () => {
  const entry = 'case-studies/sakura-u/accepting-students';

  it('an officer changes it and asks for review, and an editor publishes it', async () => {
    const officer = await openEditor(browser, portal.origin);
    await signIn(officer, office);
    await openEntry(officer, portal.origin, entry);
    await tabTo(officer.page, '題名（必須）');
    await officer.page.keyboard.press('End');
    await officer.page.keyboard.insertText('（改訂）');
    const title = await fields(officer.page).title.inputValue();
    await tabTo(officer.page, '確認を依頼する', 'Shift+Tab');
    await officer.page.keyboard.press('Enter');
    await officer.page
      .locator('.portal-say')
      .getByText(/確認を依頼しました。/)
      .waitFor();

    const editor = await openEditor(browser, portal.origin);
    await signIn(editor, { office: '編集部' });
    await openEntry(editor, portal.origin, entry);
    await editor.page.getByRole('button', { name: '承認して公開する' }).waitFor();
    await tabTo(editor.page, '承認して公開する', 'Shift+Tab');
    await editor.page.keyboard.press('Enter');
    await editor.page
      .getByRole('button', { name: '承認して公開する' })
      .waitFor({ state: 'detached' });
    await expect
      .poll(() => portal.git('show', `main:content/${entry}/index.mdx`))
      .toContain(`title: ${title}\n`);
    expect([...officer.strayed, ...editor.strayed]).toEqual([]);
    await Promise.all([officer.close(), editor.close()]);
  });
});

/** The day in Japan, as the screen says it: 11月24日. */
const dayOnScreen = (at: Date): string => recentMomentInJapan(at).split(' ')[0] ?? '';

describe('two officers who save the same entry', () => {
  it('the second is told who changed it when, and keeps what was typed', async () => {
    const entry = 'case-studies/sakura-u/accepting-students';
    const [first, second] = await Promise.all([
      openEditor(browser, portal.origin),
      openEditor(browser, portal.origin),
    ]);
    await signIn(first, office);
    await signIn(second, { institution: 'さくら大学', office: '国際課' });
    await openEntry(first, portal.origin, entry);
    await openEntry(second, portal.origin, entry);
    const title = '研究推進課が先に保存した題名です。';
    await first.hand.write(fields(first.page).title, title);
    await first.hand.write(fields(first.page).summary, '研究推進課だけが直した要約です。');
    await second.hand.write(fields(second.page).title, '国際課が書いた題名');
    const days = [dayOnScreen(new Date())];
    await save(first);
    // Midnight may be between them.
    days.push(dayOnScreen(new Date()));

    const { page, hand } = second;
    await hand.click(saveButton(page));
    const dialog = page.getByRole('dialog', { name: '同じ欄が先に直されています' });
    await dialog.waitFor();
    await takePicture(page, 'conflict');
    const told = (await dialog.textContent())?.replace(/\s+/g, ' ');
    expect(told).toContain('さくら大学 研究推進課');
    expect(days.filter((day) => told?.includes(day))).not.toEqual([]);
    expect(told).toContain(title);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await fields(page).title.inputValue()).toBe('国際課が書いた題名');
    await page.getByText('まだ保存していません。').waitFor();
    expect([...first.strayed, ...second.strayed]).toEqual([]);
    await Promise.all([first.close(), second.close()]);
  });
});

describe.each([
  { width: 1280, only: undefined },
  // Narrower, the same parts stand closer together.
  { width: 768, only: 'target-size' },
] as const)('with a screen reader or little sight, $width px wide', ({ width, only }) => {
  const findings = async ({ page }: EditorWindow, name: string): Promise<string[]> => {
    await takePicture(page, `${name}-${width}`);
    expect(await latinNames(page), name).toEqual([]);
    // Axe never comes back from the frame of the preview, which runs no script; preview.test.ts looks at its page.
    await page.evaluate(() => document.querySelector('.portal-preview')?.remove());
    return (await axeViolations(page, only)).map((each) => `${name}: ${each}`);
  };

  it('an officer finds the sign-in and the form without a fault', async () => {
    const window = await openEditor(browser, portal.origin, { width });
    const { page } = window;
    await withoutPolicy(page);
    const found = await findings(window, 'sign-in');
    await signIn(window, office);
    found.push(...(await findings(window, 'list')));
    await startCase(window);
    found.push(...(await findings(window, 'card')));
    await openEntry(window, portal.origin, 'case-studies/sakura-u/accepting-students');
    await window.hand.click(page.getByRole('button', { name: 'くわしい項目を開く' }));
    found.push(...(await findings(window, 'entry')));
    expect(found).toEqual([]);
    await window.close();
  });

  it('an editor finds the review without a fault', async () => {
    const window = await openEditor(browser, portal.origin, { width });
    const { page, hand } = window;
    await withoutPolicy(page);
    await signIn(window, { office: '編集部' });
    await startCase(window);
    await hand.click(page.getByLabel('機関（必須）'));
    await hand.click(page.getByRole('option', { name: 'もみじ大学' }));
    await hand.write(fields(page).title, '持出しの前の確認');
    await save(window);
    // On a narrow screen what stands beside the form takes its turn.
    const turn = page.getByRole('button', { name: '公開したときの見え方を見る' });
    if (await turn.isVisible()) await hand.click(turn);
    await openNotes(window);
    await addNote(window, '窓口の開いている時間も書いてください。');
    expect(await findings(window, 'review')).toEqual([]);
    await window.close();
  });
});

/** Axe is a script in the page, which the page's own policy allows as little as any other. */
const withoutPolicy = async (page: Page): Promise<void> => {
  await page.route('**/admin/', async (route) => {
    const answer = await route.fetch();
    const headers = { ...answer.headers() };
    delete headers['content-security-policy'];
    await route.fulfill({ response: answer, headers });
  });
  await page.reload();
  await page.getByLabel('部署名').waitFor();
};

/** What is only heard, and is not Japanese. */
const latinNames = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    ['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)]
        .map((each) => each.getAttribute(name) ?? '')
        .filter((text) => /[A-Za-z]/.test(text)),
    ),
  );

/** Goes on with the keyboard until it stands on what is called so. @throws where it never comes there */
const tabTo = async (page: Page, name: string, key = 'Tab'): Promise<void> => {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press(key);
    if ((await focusedName(page)) === name) return;
  }
  throw new Error(`The keyboard does not come to ${name}.`);
};

const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement as HTMLInputElement | null;
    const label = focused?.labels?.[0]?.textContent ?? '';
    return (focused?.getAttribute('aria-label') || label || focused?.textContent || '').trim();
  });
