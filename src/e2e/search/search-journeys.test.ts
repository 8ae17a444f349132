import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { axeViolations } from '../../browser/axe-violations.ts';
import { openWindow } from '../../browser/launch-browser.ts';
import { type ServedSite, serveSite } from '../../browser/served-site.ts';
import { journeySite } from '../built-sites.ts';
import { lendBrowser } from '../lent-browser.ts';

let site: ServedSite;
let browser: Browser;
let reader: BrowserContext;
let page: Page;
let requested: string[];

beforeAll(async () => {
  site = await serveSite(journeySite('public'));
  browser = await lendBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function arrive(address: string, screen = { width: 1280 }): Promise<void> {
  reader = await openWindow(browser, screen);
  page = await reader.newPage();
  requested = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  await page.goto(`${site.origin}${address}`);
}
beforeEach(() => {
  requested = [];
});
afterEach(async () => {
  await reader?.close();
});

const results = () => page.locator('.search-results ol > li');
const status = () => page.locator('[data-part="status"]').textContent();
const settled = () => results().first().waitFor();

describe('the box in the header', () => {
  test('fetches nothing of the search until somebody is about to search', async () => {
    await arrive('/');
    await page.waitForLoadState('networkidle');
    expect(requested.filter((path) => /search\/|combobox|mark-page/.test(path))).toEqual([]);
    await page.keyboard.press('/');
    await page.keyboard.type('り');
    await page.locator('[role="option"]').first().waitFor();
    expect(requested).toContain('/search/engine.js');
    // Of the index itself no more than what says whether anything lies beside it.
    expect(requested.filter((path) => path.startsWith('/search/index/'))).toEqual([
      '/search/index/pagefind-entry.json',
    ]);
  });

  test.each(['/', 'Control+k'])('is reached by %s and worked by keys', async (key) => {
    await arrive('/glossary/');
    await page.keyboard.press(key);
    await page.keyboard.type('りえき', { delay: 20 });
    const input = page.locator('.search-box.header input');
    const options = page.locator('.search-box.header [role="option"]');
    await options.first().waitFor();
    expect(await input.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const active = await input.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await input.getAttribute('aria-expanded')).toBe('false');
    expect(await input.inputValue()).toBe('りえき');
    await page.keyboard.press('ArrowDown');
    await options.first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=*');
    await settled();
    expect(await page.locator('.search-results h2').first().textContent()).toBe('利益相反');
  });

  test('a slash in a text field is a slash', async () => {
    await arrive('/search/');
    await page.locator('.search-box.large input').fill('A');
    await page.keyboard.press('/');
    expect(await page.locator('.search-box.large input').inputValue()).toBe('A/');
  });

  test('looks nothing up while an input method composes', async () => {
    await arrive('/');
    await page.clock.install();
    const input = page.locator('.search-box.header input');
    const options = page.locator('[role="option"]');
    // A look-up needs nothing of the network any more.
    await input.fill('研究');
    await page.clock.runFor(1000);
    await options.first().waitFor();
    await input.press('Escape');
    await input.fill('');
    const session = await reader.newCDPSession(page);
    await session.send('Input.imeSetComposition', {
      text: 'けんきゅう',
      selectionStart: 5,
      selectionEnd: 5,
    });
    await page.clock.runFor(60_000);
    expect(await options.count()).toBe(0);
    await session.send('Input.insertText', { text: '研究' });
    await options.first().waitFor();
    expect(await input.inputValue()).toBe('研究');
  });

  test('works by touch on a small screen, in the width of it', async () => {
    await arrive('/', { width: 375 });
    await page.locator('.search-box.header input').click();
    await page.keyboard.type('研究生');
    const list = page.locator('.search-box.header [role="listbox"]');
    await list.waitFor();
    const box = await list.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 375).toBe(true);
    // The list is written anew with each letter: this is the one for all of them.
    await page.locator('[role="option"]:first-child', { hasText: '留学生等の受入れ' }).click();
    await page.waitForURL('**/scenes/accepting-students/');
  });
});

describe('the page of results', () => {
  test('keeps the whole search in the address, and goes back', async () => {
    await arrive('/search/?q=輸出管理');
    await settled();
    const all = await status();
    expect(await page.locator('[data-part="expanded"]').textContent()).toContain(
      '「安全保障貿易管理」',
    );
    await page.locator('.facets a', { hasText: '規程・指針' }).first().click();
    await page.locator('.chosen-values a').first().waitFor();
    expect(decodeURIComponent(page.url())).toMatch(/\?q=輸出管理&kind=規程・指針$/);
    const narrowed = await status();
    expect(narrowed).not.toBe(all);
    await page.reload();
    await settled();
    expect(await status()).toBe(narrowed);
    await page.locator('.pages a', { hasText: '2' }).first().click();
    await page.locator('.pages a[aria-current="page"]', { hasText: '2' }).waitFor();
    expect(page.url()).toContain('page=2');
    await page.goBack();
    await page.goBack();
    await page.waitForFunction(
      (text) => document.querySelector('[data-part="status"]')?.textContent === text,
      all,
    );
    await page.locator('[data-part="expanded"] a').click();
    await page.waitForURL('**synonyms=off*');
    expect(await axeViolations(page)).toEqual([]);
  });

  test('is narrowed in a panel on a phone, and called after what was chosen there', async () => {
    await arrive('/search/?q=輸出管理', { width: 375 });
    await settled();
    await page.getByRole('button', { name: '絞り込む' }).click();
    const panel = page.getByRole('dialog', { name: '絞り込む' });
    const guidelines = panel.getByLabel('規程・指針');
    const count = await panel
      .locator('label', { hasText: '規程・指針' })
      .locator('b')
      .textContent();
    await guidelines.check();
    await panel.getByRole('button', { name: `${count}件を見る`, exact: true }).click();
    await page.locator('.chosen-values a').first().waitFor();
    expect(await status()).toContain(`${count}件`);
    const heading = '「輸出管理」の検索結果（規程・指針）';
    expect(await page.locator('h1').textContent()).toBe(heading);
    expect(await page.title()).toMatch(new RegExp(`^${heading}｜`));
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('絞り込む');
    await page.locator('.chosen-values a').first().press('Enter');
    await page.locator('h1', { hasText: /^「輸出管理」の検索結果$/ }).waitFor();
    // The condition is gone: the focus is on what was found, and not lost.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-part')))
      .toBe('status');
  });

  test('leads to the match on the page', async () => {
    await arrive('/search/?q=スパコン 非居住者');
    await settled();
    await results().nth(2).locator('h2 a').click();
    await page.locator('.search-marks').waitFor();
    const mark = page.locator('main mark').first();
    expect(await mark.textContent()).toMatch(/スパコン|スーパーコンピュータ|非居住者/);
    const box = await mark.boundingBox();
    expect(box && box.y >= 0 && box.y < 900).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('.search-marks button').last().click();
    expect(await page.locator('main mark').count()).toBe(0);
    expect(page.url()).not.toContain('q=');
  });

  test('says that nothing was found, and offers the lists', async () => {
    await arrive('/search/?q=ほげほげほげ');
    const nothing = page.locator('[data-part="nothing"]');
    await nothing.locator('p').first().waitFor();
    expect(await nothing.textContent()).toContain('「ほげほげほげ」に一致するページはありません。');
    await page.locator('[data-part="browse"] a[href$="/map/"]').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  test('shows what is near to a word that no page has', async () => {
    await arrive('/search/?q=研究生規程');
    await settled();
    expect(await page.locator('[data-part="tier"]').textContent()).toContain('近いもの');
    expect(await results().locator('h2').allTextContents()).toContain('留学生等の受入れ');
  });

  test('shows what was typed as text, whatever it is', async () => {
    await arrive(`/search/?q=${encodeURIComponent('<img src=x onerror="document.title=1">')}`);
    await page.locator('[data-part="nothing"] p').first().waitFor();
    expect(await page.locator('[data-part="nothing"] img').count()).toBe(0);
  });

  test('says when it cannot search, still offers the lists, and recovers', async () => {
    await arrive('/search/');
    await page.route('**/search/index/**', (route) => route.abort());
    await page.goto(`${site.origin}/search/?q=COI`);
    const notice = page.locator('[data-part="unavailable"]');
    await notice.waitFor();
    expect(await notice.textContent()).toContain('検索を利用できません');
    await page.locator('[data-part="browse"] a').first().waitFor();
    await page.unroute('**/search/index/**');
    await page.reload();
    await settled();
  });

  test('without script says what it needs and offers the lists', async () => {
    reader = await openWindow(browser, { width: 1280, script: false });
    page = await reader.newPage();
    await page.goto(`${site.origin}/`);
    await page.locator('.search-box.header input').fill('COI');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=COI');
    expect(await page.locator('main').textContent()).toContain('JavaScriptが必要です');
    expect(await page.locator('[data-part="browse"] a').count()).toBeGreaterThan(3);
  });
});

describe('a question that no page has word for word', () => {
  const ask = (query: string, screen = { width: 1280 }) =>
    arrive(`/search/?q=${encodeURIComponent(query)}`, screen);
  const tier = () => page.locator('[data-part="tier"]');

  const mail = `お世話になっております。工学部の○○です。
来月から中国の大学の博士課程の学生を3か月、研究生として受け入れて、うちの装置を使わせる予定です。
事前に何の書類を出せばよいか、様式があれば教えてください。よろしくお願いいたします。`;

  test.each([1280, 375])('a mail pasted whole leads to its scene, at %i px', async (width) => {
    await ask(mail, { width });
    await settled();
    expect(await results().first().locator('h2').textContent()).toContain('留学生等の受入れ');
    expect(await results().first().locator('.for').textContent()).toContain('研究生');
    const addresses = await results()
      .locator('h2 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.slice(0, 5).some((address) => address.startsWith('/kits/'))).toBe(true);
    expect(await status()).toContain('近いもの');
    expect(await axeViolations(page)).toEqual([]);
    const width_ = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width_).toBeLessThanOrEqual(width);
  });

  test('says what is written of it, in the words of a page, and where', async () => {
    await ask('留学生の受入れは、申請から判定まで何日かかりますか');
    await settled();
    const quote = page.locator('.quote').first();
    await quote.locator('blockquote').waitFor();
    const address = await quote.locator('a').getAttribute('href');
    const said = (await quote.locator('blockquote').innerText()).split('。')[0] ?? '';
    await page.goto(`${site.origin}${address}`);
    expect((await page.locator('main').innerText()).replace(/\s/g, '')).toContain(
      said.replace(/\s/g, ''),
    );
  });

  test('says what all near pages lack once, and of each what else it lacks', async () => {
    await ask('新幹線 輸出管理 内部監査');
    await settled();
    expect(await tier().textContent()).toContain('すべての語を含むものはありません');
    expect(await tier().textContent()).toContain('どれも「新幹線」を含みません');
    const lacks = await page.locator('.search-results .lacks').allTextContents();
    expect(lacks.filter((line) => line.includes('新幹線'))).toEqual([]);
  });

  test('finds Japanese pages for an English one, and says so in English', async () => {
    await ask('How do I invite a visiting scholar from abroad?');
    await settled();
    expect(await page.locator('[data-part="english"]').textContent()).toContain('in Japanese');
    expect(await results().locator('h2').allTextContents()).toContain('留学生等の受入れ');
    // Titles say in English what they speak of; a scene by its own name, others by the terms in them.
    const glosses = () => results().locator('.gloss');
    expect(await glosses().first().getAttribute('lang')).toBe('en');
    expect(await glosses().count()).toBeGreaterThan(2);
    expect((await glosses().allTextContents()).join('')).not.toMatch(/[\p{Script=Han}]/u);
    await ask('留学生を受け入れるには、何をすればよいですか');
    await settled();
    expect(await glosses().count()).toBe(0);
  });

  test('says that it finds no answer where there is none, and where to go from there', async () => {
    await ask('駐車場の利用許可証を再発行するには、どこへ行けばよいですか');
    await tier()
      .or(page.locator('[data-part="nothing"]'))
      .filter({ hasText: /。/ })
      .first()
      .waitFor();
    expect(await page.locator('.quote').count()).toBe(0);
    expect(await page.locator('main').innerText()).toMatch(
      /このサイトには答えが見つかりません|一致するページはありません/,
    );
  });

  test('a misspelt term is looked for as the one that is meant, and that is said', async () => {
    await ask('利益相半');
    await settled();
    expect(await tier().textContent()).toContain('「利益相反」で探しました');
    expect(await results().first().locator('h2').textContent()).toBe('利益相反');
  });

  test('what is quoted of a term is what it says, and not the mark above its name', async () => {
    await ask('普及啓発');
    await settled();
    const term = results().filter({ has: page.locator('h2', { hasText: /^普及啓発$/ }) });
    expect(await term.first().textContent()).toContain('理解を広げる取組');
    expect(await term.first().textContent()).not.toContain('要確認');
  });
});
