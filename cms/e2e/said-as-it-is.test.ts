import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import { report } from '../editor/word/fixtures/make-word-files.ts';
import { type StartedGateway, startGateway } from '../gateway/fixtures/start-gateway.ts';
import {
  askForReview,
  type EditorWindow,
  entryInForm,
  fields,
  openEditor,
  openEntry,
  save,
  signIn,
  startCase,
  takeStep,
} from './fixtures/editor-window.ts';

/** What the screen says to somebody who has never seen it: it is so, it is in sight, and the keyboard stays with them. */

const sakura = { institution: 'さくら大学', office: '研究推進課' };

let browser: Browser;
let gateway: StartedGateway;
let officer: EditorWindow;
let editor: EditorWindow;
let entry = '';
beforeAll(async () => {
  const { editorFolder } = inject('builtOnce');
  [browser, gateway] = await Promise.all([lendBrowser(), startGateway({ editorFolder })]);
  officer = await openEditor(browser, gateway.origin);
  editor = await openEditor(browser, gateway.origin);
});
afterAll(async () => {
  await browser.close();
  await gateway.close();
});

const sentence = (page: Page) => page.locator('.portal-say');
const bar = (page: Page) => page.locator('.portal-saved');
const box = (page: Page, label: string) =>
  page.locator('.portal-body').getByLabel(label, { exact: true });

describe('an officer', () => {
  it('is told what is missing who they are, until they say it', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: '始める' }).click();
    await page.getByRole('alert').getByText('機関を選んでください。').waitFor();
    await page.getByRole('radio', { name: 'さくら大学', exact: true }).check();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.getByRole('button', { name: '始める' }).click();
    await page.getByRole('alert').getByText('部署名を書いてください。').waitFor();
    await page.getByLabel('部署名').fill('研');
    expect(await page.getByRole('alert').count()).toBe(0);
    await signIn(officer, sakura);
  });

  it('comes to a form of what they chose to write', async () => {
    await startCase(officer);
    await sentence(officer.page)
      .getByText(/^\s*新しい事例です。/)
      .waitFor();
    await officer.page.getByRole('heading', { name: '新しい事例', level: 1 }).waitFor();
    await officer.page.getByText('6つのうち、まだ何も書いていません').waitFor();
  });

  it('keeps the keyboard where a document went in', async () => {
    const { page, hand } = officer;
    const button = page.getByRole('main').getByRole('button', { name: 'Wordなどから取り込む' });
    await button.click();
    await page.getByRole('button', { name: 'やめる' }).click();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused).toBe('Wordなどから取り込む');
    await button.click();
    await page.getByLabel('ファイルを選ぶ').setInputFiles({
      name: '報告.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from(report()),
    });
    await page.getByRole('button', { name: '取り込む', exact: true }).click();
    await expect.poll(() => fields(page).title.inputValue()).not.toBe('');
    await expect.poll(focused).toBe('Wordなどから取り込む');
    await hand.write(fields(page).title, '持ち出す機器を確かめる');
  });

  it('is told that the draft is stored where it can’t be sent yet', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: '確認を依頼する', exact: true }).click();
    await expect
      .poll(() => bar(page).textContent())
      .toBe('下書きは保存しました。「要約」がありません。一覧に出ます。一、二文で書きます。');
    entry = await entryInForm(page);
  });

  it('gets a box for what was typed under another heading, and no second one', async () => {
    const { page, hand } = officer;
    await box(page, '経緯・根拠').fill('## 対象・基準\n\nすべての海外出張です。');
    await hand.click(box(page, 'つまずき'));
    await expect.poll(() => box(page, '対象・基準').inputValue()).toBe('すべての海外出張です。');
    expect(await box(page, '対象・基準').count()).toBe(1);
    expect(await box(page, '経緯・根拠').inputValue()).toBe('');
  });

  it('sees at the foot, wherever they are, that it was sent, and that it was taken back', async () => {
    const { page, hand } = officer;
    await hand.write(fields(page).summary, '出張の前に一枚の紙で確かめます。');
    await page.getByRole('button', { name: /くわしい項目/ }).scrollIntoViewIfNeeded();
    await askForReview(officer);
    await expect.poll(() => bar(page).textContent()).toContain('確認を依頼しました。');
    await takeStep(officer, '依頼を取り下げて下書きに戻す', /必要な欄はそろいました。/);
    expect(await bar(page).textContent()).toContain('下書きに戻しました。');
    await hand.write(fields(page).summary, '出張の前に、一枚の紙で確かめます。');
    expect(await bar(page).textContent()).not.toContain('下書きに戻しました。');
    await askForReview(officer);
  });

  it('is told that a draft was deleted, and how it comes back', async () => {
    const window = await openEditor(browser, gateway.origin);
    const { page, hand } = window;
    await signIn(window, sakura);
    await startCase(window);
    await hand.write(fields(page).title, '書きかけの投稿案');
    await save(window);
    await hand.click(page.getByRole('button', { name: 'そのほか' }));
    await hand.click(page.getByRole('button', { name: '投稿案を消す' }));
    await hand.click(page.getByRole('dialog').getByRole('button', { name: '投稿案を消す' }));
    await page.getByRole('alert').getByText('投稿案を消しました。').waitFor();
    await page.getByRole('link', { name: '元に戻す' }).waitFor();
    await hand.click(page.getByRole('main').getByRole('link', { name: '取組の一覧' }));
    await page.getByRole('heading', { name: '事例（さくら大学）' }).waitFor();
    await page.getByRole('heading', { name: '投稿案（1）' }).waitFor();
    expect(await page.locator('.portal-reason').count()).toBe(0);
    expect(window.strayed).toEqual([]);
    await window.close();
  });

  it('is led to the list where there is nothing to show', async () => {
    const window = await openEditor(browser, gateway.origin);
    const { page } = window;
    await signIn(window, sakura);
    const main = page.locator('.portal-main');
    await page.goto(`${gateway.origin}/admin/#/collections/case-studies/entries/sakura-u/no/index`);
    await page.getByRole('alert').waitFor();
    expect(await main.textContent()).toBe('取組の一覧');
    await page.goto(`${gateway.origin}/admin/#/review/case-studies/sakura-u/no`);
    await page.getByRole('button', { name: 'もう一度調べる' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: '一覧へ' }).waitFor();
    await window.close();
  });
});

describe('the secretariat', () => {
  it('keeps an entry in confidence by one choice, at its origin too', async () => {
    const window = await openEditor(browser, gateway.origin);
    const { page } = window;
    await signIn(window, { office: '編集部' });
    await page.goto(`${gateway.origin}/admin/#/collections/case-studies/new`);
    const origin = page.getByLabel('掲載の経緯（必須）');
    await origin.selectOption({ label: '編集部預かり' });
    await page.locator('.portal-chosen').getByText('編集部預かり').waitFor();
    expect(await origin.inputValue()).toBe('in-confidence');
    await origin.selectOption({ label: '事務局による代行投稿' });
    await page.locator('.portal-chosen').waitFor({ state: 'detached' });
    expect(await origin.inputValue()).toBe('on-behalf');
    await window.close();
  });

  it('reads a new entry whole, with its headings beside it and its page one click away', async () => {
    await signIn(editor, { office: '編集部' });
    const { page } = editor;
    await page.goto(`${gateway.origin}/admin/#/review/${entry}`);
    const contents = page.getByRole('navigation', { name: '目次' });
    await contents.getByRole('link', { name: '体制' }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('体制');
    expect(await page.getByText('変わったところ（0）').count()).toBe(0);
    const href = await page
      .getByRole('link', { name: '公開したときの見え方を見る' })
      .getAttribute('href');
    expect(href).toBe(`#/collections/${entry}/index`.replace('studies/', 'studies/entries/'));
  });

  it('sees what changed since it returned a new entry, and can read it whole', async () => {
    const { page, hand } = editor;
    await hand.click(page.getByRole('button', { name: '差し戻す（理由）' }));
    await hand.write(page.getByLabel('理由'), '要約に部署を書いてください。');
    await hand.click(page.getByRole('button', { name: '理由を添えて差し戻す' }));
    await page.getByText(/^差し戻しました。/).waitFor();

    await openEntry(officer, gateway.origin, entry);
    await officer.hand.write(
      fields(officer.page).summary,
      '研究推進課が、出張の前に一枚の紙で確かめます。',
    );
    await takeStep(officer, 'もう一度確認を依頼する', /確認を依頼しました。/);

    await page.reload();
    await page.getByText(/前に確かめた版から1か所が変わっています。/).waitFor();
    const whole = page.getByRole('radio', { name: '比べずに全文を読む' });
    await page.getByRole('radio', { name: /^前に確かめた版/ }).waitFor();
    expect(await whole.isChecked()).toBe(false);
    await hand.click(whole);
    await page.getByRole('navigation', { name: '目次' }).waitFor();
  });

  it('is told at the head too what it has decided', async () => {
    const { page, hand } = editor;
    await hand.click(page.getByRole('button', { name: '承認して公開する' }));
    await page.locator('.portal-review-head').getByText('承認しました。').waitFor();
    expect(await page.locator('.portal-review-path [aria-current]').textContent()).toBe('公開');
    expect([...officer.strayed, ...editor.strayed]).toEqual([]);
  });
});
