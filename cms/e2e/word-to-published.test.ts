import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../src/browser/launch-browser.ts';
import { report } from '../editor/word/fixtures/make-word-files.ts';
import {
  askForReview,
  type EditorWindow,
  fields,
  openEditor,
  publish,
  signIn,
  startCase,
  takePicture,
} from './fixtures/editor-window.ts';
import { type StartedPortal, startPortal } from './fixtures/start-portal.ts';

/** The bar: clicks, keys and files, of the officer and the editor together, beside the text itself. */
const mostActions = 40;

const wordFile = {
  name: '受入れ前の確認（報告）.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: Buffer.from(report()),
};
const title = '留学生等を受け入れる前の確認を一枚の様式にまとめた取組';

let browser: Browser;
let portal: StartedPortal;
let officer: EditorWindow;
let editor: EditorWindow;
beforeAll(async () => {
  [browser, portal] = await Promise.all([launchBrowser(), startPortal(inject('builtOnce'))]);
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
  await hand.click(page.getByRole('button', { name: 'Wordから取り込む' }));
  await hand.chooseFile(page.getByLabel('Word文書を選ぶ'), wordFile);
  await page.getByText('表1件、図2件、脚注1件').waitFor();
  await takePicture(page, 'word-panel');
  await hand.click(page.getByRole('button', { name: '取り込む', exact: true }));
  await hand.write(
    fields(page).summary,
    '受入れの前に確かめることを一枚の様式にまとめ、三つの部署が順に確認します。',
  );
  await hand.click(page.getByLabel('留学生等の受入れ'));
  await takePicture(page, 'word-form');
  await askForReview(officer);

  await signIn(editor, { office: '編集部' });
  await editor.hand.click(editor.page.getByRole('link', { name: '投稿デスク' }));
  await editor.hand.click(editor.page.getByRole('link', { name: title }).first());
  const address = await publish(editor);
  const actions = hand.count() + editor.hand.count();
  console.log(
    `A Word file is published after ${actions} clicks, keys and files (officer ${hand.count()}, editor ${editor.hand.count()}).`,
  );

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
  expect(portal.troubles).toEqual([]);
  expect([...officer.strayed, ...editor.strayed]).toEqual([]);
  expect(actions).toBeLessThan(mostActions);
});
