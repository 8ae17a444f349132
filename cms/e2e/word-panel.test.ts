import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakedHeadings, report, unsettled } from '../editor/word/fixtures/make-word-files.ts';
import {
  axeViolations,
  launchBrowser,
  openWindow,
  type PanelPage,
  servePanel,
} from '../editor/word/fixtures/panel-page.ts';
import type { AcceptedWord } from '../editor/word/word-panel.ts';

let browser: Browser;
let panel: PanelPage;

beforeAll(async () => {
  [browser, panel] = await Promise.all([launchBrowser(), servePanel()]);
});
afterAll(async () => {
  await browser?.close();
  await panel?.close();
});

const openPanel = async (path = '/', width = 900): Promise<{ page: Page; errors: string[] }> => {
  const page = await (await openWindow(browser, { width })).newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(panel.address + path);
  await page.focus('#open');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  return { page, errors };
};

const choose = (page: Page, file: Uint8Array, name = '報告.docx') =>
  page.getByLabel('Word文書を選ぶ').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(file),
  });

const answer = async (page: Page): Promise<AcceptedWord | null> => {
  await page.waitForFunction(() => 'word' in window);
  return page.evaluate(() => (window as unknown as { word: AcceptedWord | null }).word);
};

const pictureFolder = process.env['PICTURES'];
const shoot = async (page: Page, name: string) => {
  if (pictureFolder) await page.screenshot({ path: `${pictureFolder}/${name}.png` });
};

describe('the panel in Chromium', () => {
  it('takes a report over by keyboard alone, without a word to any host', async () => {
    const { page, errors } = await openPanel();
    expect(await axeViolations(page)).toEqual([]);
    await shoot(page, 'panel-empty');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));

    await choose(page, report());
    await page.getByRole('heading', { name: '取り込む内容' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await shoot(page, 'panel-report');
    const shown = await page.getByRole('dialog').textContent();
    expect(shown).toContain('留学生等を受け入れる前の確認を一枚の様式にまとめた取組');
    expect(shown).toContain('表1件、図2件、脚注1件');
    expect(shown).toContain('取組の見出しに合わせ');
    expect(await page.getByRole('group', { name: '今ある本文' }).count()).toBe(0);

    // From the heading that has the focus: やめる, then 取り込む.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const word = await answer(page);
    expect(word).toMatchObject({ placement: 'replace' });
    expect(word?.body).toMatch(/^令和7年11月[\s\S]*## 課題/);
    expect(word?.figures).toHaveLength(2);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('open');
    expect(asked).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('says why nothing is taken, and takes the file that was mended', async () => {
    const { page } = await openPanel();
    await choose(page, unsettled['both']?.file() ?? new Uint8Array());
    const alert = page.getByRole('alert');
    await alert.getByText('変更履歴').waitFor();
    expect(await page.getByRole('button', { name: '取り込む', exact: true }).count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await shoot(page, 'panel-refused');
    await choose(page, fakedHeadings());
    await page.getByRole('button', { name: '取り込む', exact: true }).click();
    expect((await answer(page))?.title).toBe('研究者の海外出張を届け出る仕組み');
  });

  it('leaves a text that is there unless its loss was chosen', async () => {
    const { page } = await openPanel('/with-text', 360);
    await choose(page, fakedHeadings());
    await page.getByRole('radio', { name: /置き換える/ }).check();
    await page.getByText('今ある本文は消えます。').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await shoot(page, 'panel-replace');
    await page.getByRole('radio', { name: /後ろに追加/ }).check();
    await page.getByRole('button', { name: '取り込む', exact: true }).click();
    expect((await answer(page))?.placement).toBe('append');
  });

  it('gives nothing when the person stops', async () => {
    const { page } = await openPanel();
    await choose(page, report());
    await page.getByRole('heading', { name: '取り込む内容' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await answer(page)).toBeNull();
  });

  it('reads a file that is dropped anywhere on it', async () => {
    const { page } = await openPanel();
    const dropped = await page.evaluateHandle(
      (bytes) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(bytes)], '報告.docx'));
        return transfer;
      },
      [...report()],
    );
    await page.getByRole('heading', { name: 'Wordから取り込む', level: 2 }).dispatchEvent('drop', {
      dataTransfer: dropped,
    });
    await page.getByRole('heading', { name: '取り込む内容' }).waitFor();
  });

  it('is a chunk that an office line loads in a second', () => {
    console.info(`word panel: ${panel.bytes.plain} bytes, ${panel.bytes.gzip} gzip`);
    expect(panel.bytes.gzip).toBeLessThan(250_000);
  });
});
