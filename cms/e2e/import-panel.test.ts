import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import {
  axeViolations,
  openWindow,
  type PanelPage,
  servePanel,
} from '../editor/import-panel/fixtures/panel-page.ts';
import { twoSheets } from '../editor/import-panel/fixtures/sheet-files.ts';
import { explanation } from '../editor/import-panel/fixtures/slide-files.ts';
import type { AcceptedDocument } from '../editor/import-panel/import-panel.ts';
import { hostile } from '../editor/paste/fixtures/hostile-clipboards.ts';
import { allClipboards } from '../editor/paste/fixtures/make-clipboards.ts';
import { p, word as wordCopy } from '../editor/paste/fixtures/office-html.ts';
import { type PastePage, servePaste } from '../editor/paste/fixtures/serve-paste.ts';
import { fakedHeadings, report } from '../editor/word/fixtures/make-word-files.ts';
import { unsettled } from '../editor/word/fixtures/unsettled-word-files.ts';

let browser: Browser;
let panel: PanelPage;
let pastes: PastePage;

beforeAll(async () => {
  [browser, panel, pastes] = await Promise.all([lendBrowser(), servePanel(), servePaste()]);
});
afterAll(async () => {
  await browser?.close();
  await panel?.close();
  await pastes?.close();
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
  page.getByLabel('ファイルを選ぶ').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(file),
  });

const answer = async (page: Page): Promise<AcceptedDocument | null> => {
  await page.waitForFunction(() => 'word' in window);
  return page.evaluate(() => (window as unknown as { word: AcceptedDocument | null }).word);
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
    await page
      .getByRole('heading', { name: 'Wordなどから取り込む', level: 2 })
      .dispatchEvent('drop', {
        dataTransfer: dropped,
      });
    await page.getByRole('heading', { name: '取り込む内容' }).waitFor();
  });

  it('offers the sheets of a workbook, and takes the one that is chosen', async () => {
    const { page, errors } = await openPanel('/', 375);
    await choose(page, twoSheets(), '予定.xlsx');
    await page.getByRole('heading', { name: '取り込む内容' }).waitFor();
    const second = page.getByRole('radio', { name: '割合' });
    await page.getByRole('radio', { name: '予定' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await second.isChecked()).toBe(true);
    expect(
      await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.nodeName),
    ).toBe('INPUT');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '取り込む', exact: true }).click();
    expect((await answer(page))?.body).toContain('| 理学部 | 25.6% |');
    expect(errors).toEqual([]);
  });

  it('takes slides, with their pictures', async () => {
    const { page } = await openPanel();
    await choose(page, explanation(), '説明.pptx');
    await page.getByText('表1件、図1件、脚注0件').waitFor();
    await page.getByRole('button', { name: '取り込む', exact: true }).click();
    const taken = await answer(page);
    expect(taken?.title).toBe('研究インテグリティの確保に向けて');
    expect(taken?.figures.map(({ name }) => name)).toEqual(['図1.png']);
  });

  it('is a chunk that an office line loads in a second', () => {
    console.info(`import panel: ${panel.bytes.plain} bytes, ${panel.bytes.gzip} gzip`);
    expect(panel.bytes.plain).toBeLessThan(1_000_000);
  });
});

describe('a paste in Chromium', () => {
  type PastePageWindow = {
    pasted: string[];
    convertCopy(html: string | undefined, text: string): { body: string } | null;
  };
  const openBox = async (width = 900) => {
    const page = await (await openWindow(browser, { width })).newPage();
    const strayed: string[] = [];
    page.on('pageerror', (error) => strayed.push(error.message));
    page.on('console', (message) => strayed.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith(pastes.address)) strayed.push(request.url());
    });
    await page.goto(pastes.address);
    const box = page.getByLabel('本文');
    await box.focus();
    await page.keyboard.press('Control+End');
    return { page, box, strayed };
  };
  /** Copies as a program does: what it writes is on the clipboard as it is. */
  const copy = (page: Page, html: string, text: string) =>
    page.evaluate(
      ([html, text]) => {
        const write = (event: ClipboardEvent) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          if (html) event.clipboardData?.setData('text/html', html);
          event.clipboardData?.setData('text/plain', text);
        };
        document.addEventListener('copy', write, { capture: true, once: true });
        document.execCommand('copy');
      },
      [html, text] as const,
    );

  it('goes in as it was copied, is taken back by one key, and leaves the words alone where asked', async () => {
    const { page, box, strayed } = await openBox();
    await copy(page, wordCopy(p('１．目的') + p('<b>文</b>です。')), '１．目的\r\n文です。\r\n');
    await page.keyboard.press('Control+v');
    const told = page.getByRole('status');
    await told.getByText('本文の書き方に直して入れました').waitFor();
    const pasted = '前の段落\n\n１．目的\n\n**文**です。\n';
    expect(await box.inputValue()).toBe(pasted);
    expect(await box.evaluate((area) => document.activeElement === area)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await shoot(page, 'paste-told');

    await page.keyboard.press('Control+z');
    expect(await box.inputValue()).toBe('前の段落');
    await page.keyboard.press('Control+Shift+z');
    expect(await box.inputValue()).toBe(pasted);

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('前の段落１．目的\\\n文です。');
    await told.getByText('文字だけを貼り直しました。').waitFor();
    await page.keyboard.press('Control+z');
    expect(await box.inputValue()).toBe(pasted);

    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+Shift+v');
    await page.waitForFunction(() => document.querySelector('textarea')?.value.startsWith('１'));
    expect(await box.inputValue()).toBe('１．目的\\\n文です。');
    expect(strayed).toEqual([]);
    await page.context().close();
  });

  it('of a text out of the box itself changes nothing of it', async () => {
    const { page, box } = await openBox();
    await box.fill('一行目\n二行目 <a\n・三');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+x');
    expect(await box.inputValue()).toBe('');
    await page.keyboard.press('Control+v');
    expect(await box.inputValue()).toBe('一行目\n二行目 <a\n・三');
    await page.context().close();
  });

  it('of a picture becomes a figure, whose words can be typed at once', async () => {
    const { page, box, strayed } = await openBox(375);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(40, 20);
      canvas.getContext('2d')?.fillRect(0, 0, 20, 20);
      const picture = await canvas.convertToBlob({ type: 'image/png' });
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    });
    await page.keyboard.press('Control+v');
    await page.getByRole('status').getByText('図を入れました。').waitFor();
    await page.keyboard.type('申告の流れ');
    expect(await box.inputValue()).toBe('前の段落\n\n<Figure src="図1.png" alt="申告の流れ" />\n');
    expect(await page.evaluate(() => (window as unknown as PastePageWindow).pasted)).toEqual([
      '図1.png',
    ]);
    expect(await axeViolations(page)).toEqual([]);
    await shoot(page, 'paste-picture-375');
    expect(strayed).toEqual([]);
    await page.context().close();
  });

  it('is read by the browser as the tests read it, and asks for nothing', async () => {
    const { page, strayed } = await openBox();
    const read = (html: string | undefined, text = '') =>
      page.evaluate(
        ([html, text]) => (window as unknown as PastePageWindow).convertCopy(html, text),
        [html, text] as const,
      );
    for (const [name, { html, text, becomes }] of Object.entries(allClipboards)) {
      expect([name, (await read(html, text))?.body]).toEqual([name, becomes]);
    }
    // What is only large is tried in Node.
    const small = Object.entries(hostile).filter(([, { html }]) => html.length < 60_000);
    for (const [name, { html, has = '', hasNot }] of small) {
      const body = (await read(html))?.body ?? has;
      expect([name, body.includes(has), hasNot?.test(body) ?? false]).toEqual([name, true, false]);
    }
    expect(strayed).toEqual([]);
    await page.context().close();
  });
});
