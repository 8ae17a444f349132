import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import { report } from '../editor/word/fixtures/make-word-files.ts';
import {
  askForReview,
  type EditorWindow,
  entryInForm,
  fields,
  openEditor,
  openEntry,
  reviewFromDesk,
  signIn,
  startCase,
  takePicture,
  takeStep,
} from './fixtures/editor-window.ts';
import { type StartedPortal, startPortal } from './fixtures/start-portal.ts';

/** The bars: clicks, keys and files beside the text itself. */
const mostActions = { asked: 10, returned: 3, published: 4, corrected: 4 };

const wordFile = {
  name: '受入れ前の確認（報告）.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: Buffer.from(report()),
};
const reason = '工数の数字に、分母と時点を添えてください。';
const corrected = '受入れの前に確かめることを一枚の様式にまとめ、四つの部署が順に確認します。';
const title = '留学生等を受け入れる前の確認を一枚の様式にまとめた取組';

let browser: Browser;
let portal: StartedPortal;
let officer: EditorWindow;
let editor: EditorWindow;
beforeAll(async () => {
  [browser, portal] = await Promise.all([lendBrowser(), startPortal(inject('builtOnce'))]);
  officer = await openEditor(browser, portal.origin);
  editor = await openEditor(browser, portal.origin);
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

it('becomes a published entry in few clicks and keystrokes', async () => {
  await signIn(officer, { institution: 'さくら大学', office: '研究推進課' });
  await startCase(officer);
  const { page, hand } = officer;
  const actions = { asked: 0, returned: 0, published: 0, corrected: 0 };
  const blank = hand.count();
  await hand.click(page.getByRole('main').getByRole('button', { name: 'Wordなどから取り込む' }));
  await hand.chooseFile(page.getByLabel('ファイルを選ぶ'), wordFile);
  await page.getByText('表1件、図2件、脚注1件').waitFor();
  await takePicture(page, 'word-panel');
  await hand.click(page.getByRole('button', { name: '取り込む', exact: true }));
  // Its pictures are in the form, though nothing is stored yet.
  const preview = page.frameLocator('.portal-preview iframe');
  await preview.getByText('統括責任者').first().waitFor();
  expect(await preview.locator('body').textContent()).not.toContain('この記事の場所にありません');
  await hand.write(
    fields(page).summary,
    '受入れの前に確かめることを一枚の様式にまとめ、三つの部署が順に確認します。',
  );
  await hand.click(page.getByLabel('留学生等の受入れ'));
  await takePicture(page, 'word-form');
  await askForReview(officer);
  actions.asked = hand.count() - blank;
  const entry = await entryInForm(page);

  await signIn(editor, { office: '編集部' });
  await editor.page.goto(`${portal.origin}/admin/desk/`);
  // The decision is made with what changed in sight.
  await reviewFromDesk(editor, title);
  const read = editor.hand.count();
  await editor.hand.click(editor.page.getByRole('button', { name: '差し戻す（理由）' }));
  await editor.hand.write(editor.page.getByLabel('理由'), reason);
  await takePicture(editor.page, 'return');
  await editor.hand.click(editor.page.getByRole('button', { name: '理由を添えて差し戻す' }));
  await editor.page.getByText(/^差し戻しました。/).waitFor();
  actions.returned = editor.hand.count() - read;

  await openEntry(officer, portal.origin, entry);
  await page.getByText(reason).first().waitFor();
  await takePicture(page, 'returned');
  await takeStep(officer, 'もう一度確認を依頼する', /確認を依頼しました。/);

  await editor.page.goto(`${portal.origin}/admin/desk/`);
  const onDesk = editor.hand.count();
  await reviewFromDesk(editor, title);
  await editor.hand.click(editor.page.getByRole('button', { name: '承認して公開する' }));
  await editor.page.getByText(/^公開しています。/).waitFor();
  actions.published = editor.hand.count() - onDesk;

  const address = `/practices/${entry.slice(entry.indexOf('/') + 1)}/`;
  await expect
    .poll(async () => (await page.request.get(`${portal.origin}${address}`)).status())
    .toBe(200);
  await page.goto(`${portal.origin}${address}`);
  const main = page.getByRole('main');
  expect(await main.getByRole('heading', { level: 1 }).textContent()).toBe(title);
  expect(await main.locator('table tbody tr').count()).toBe(4);
  const figures = main.locator('.prose figure img');
  expect(await figures.count()).toBe(2);
  for (const figure of await figures.all()) {
    await figure.scrollIntoViewIfNeeded();
    await expect
      .poll(() => figure.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
    expect(await figure.getAttribute('alt')).not.toBe('');
  }
  await main.getByText('確認を経ずに受け入れた例は含みません。').waitFor();
  await takePicture(page, 'word-live');

  await editor.page.goto(`${portal.origin}/admin/#/collections/case-studies`);
  await editor.page.reload();
  const inList = editor.hand.count();
  await editor.hand.click(editor.page.getByRole('link', { name: title }).first());
  await editor.hand.write(fields(editor.page).summary, corrected);
  await editor.hand.click(editor.page.getByRole('button', { name: '保存して公開する' }));
  await expect
    .poll(() => portal.git('show', `main:content/${entry}/index.mdx`))
    .toContain(corrected);
  actions.corrected = editor.hand.count() - inList;

  console.log('Clicks, keys and files beside the text:', actions);
  expect(portal.troubles).toEqual([]);
  expect([...officer.strayed, ...editor.strayed]).toEqual([]);
  for (const [name, most] of Object.entries(mostActions)) {
    expect(actions[name as keyof typeof actions], name).toBeLessThanOrEqual(most);
  }
});
