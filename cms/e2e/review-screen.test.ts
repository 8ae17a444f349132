import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeViolations } from '../../src/browser/axe-violations.ts';
import type { Screen } from '../../src/browser/launch-browser.ts';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import { deskText, save } from '../gateway/fixtures/decap-requests.ts';
import { attachmentField, caseText, pdfBytes } from '../gateway/fixtures/entry-texts.ts';
import {
  type StartedGateway,
  startGateway,
  type Visitor,
} from '../gateway/fixtures/start-gateway.ts';
import { people } from '../gateway/permissions/fixtures/people.ts';
import { type EditorWindow, openEditor, takePicture } from './fixtures/editor-window.ts';

/**
 * The review screen in a browser, against the real gateway without a site: an entry is live, its office amends it, an editor
 * returns it and publishes it.
 */

const entry = 'case-studies/sakura-u/desk';
const form = '申請書.pdf';

const paragraph = (count: number) => `記録は${count}年残し、毎年の点検で確かめます。\n\n`;
const live = `## 課題\n\n年間約300件の出張のうち、確認できたのは4割でした。\n\n## 体制\n\n${[1, 2, 3, 4].map(paragraph).join('')}## 手順\n\n1. 出張者が、申請に確認シートを添える。\n2. 研究推進課が、行き先・相手・機器の三つを確かめる。\n3. 迷うときは、5営業日以内に責任者が判断する。\n`;
const amended = live
  .replace('300件', '320件')
  .replace(
    /2\. 研究[\s\S]*判断する。\n/,
    '2. 迷うときは、2営業日以内に責任者が判断する。\n3. 研究推進課が、行き先・相手・機器の三つを確かめる。\n',
  )
  .concat('\n## つまずき\n\nはじめの半年は、私物のパソコンが漏れていました。\n');

let browser: Browser;
let gateway: StartedGateway;
let officer: Visitor;
let office: Visitor;
beforeAll(async () => {
  const { editorFolder } = inject('builtOnce');
  [browser, gateway] = await Promise.all([lendBrowser(), startGateway({ editorFolder })]);
  [officer, office] = await Promise.all([
    gateway.signIn(people.sakura),
    gateway.signIn(people.editor),
  ]);
  await saved(live, { [form]: pdfBytes });
  await take(officer, 'ask-review');
  await take(office, 'publish');
  await saved(amended, { [form]: Buffer.concat([pdfBytes, Buffer.from('\n')]) });
  await take(officer, 'ask-review');
});
afterAll(async () => {
  await browser?.close();
  await gateway?.close();
});

/** Saves as the office does, over what stands there. */
const saved = async (body: string, files: Record<string, Uint8Array> = {}) => {
  const folder = `content/${entry}`;
  const text = caseText({ body, fields: attachmentField(form) });
  const versions = [deskText, `${folder}/${form}`].map(async (path) => {
    const found = await officer.act('getMediaFile', { path });
    const entryFile = await officer.act('getEntry', { path });
    const draft = await officer.act('unpublishedEntry', {
      branch: 'main',
      collection: 'case-studies',
      slug: 'sakura-u/desk/index',
    });
    const proposed = draft.body.diffs?.find((file: { path: string }) => file.path === path)?.id;
    return [path, proposed ?? found.body.id ?? entryFile.body.file?.id ?? null] as const;
  });
  const basedOn = Object.fromEntries(await Promise.all(versions));
  const { status, body: answer } = await save(officer, { text, files, basedOn });
  expect(answer.error).toBeUndefined();
  expect(status).toBe(200);
};
const take = async (who: Visitor, step: string) => {
  const { body: state } = await who.ask(`/admin/state/${entry}`);
  const answer = await who.post('/admin/step', { entry, step, seen: state.version });
  expect(answer.body.error).toBeUndefined();
};
/** Opens the review as somebody who is signed in. */
const openReview = async (who: Visitor, screen?: Screen): Promise<EditorWindow> => {
  const window = await openEditor(browser, gateway.origin, screen);
  const [name = '', value = ''] = who.cookie.split('=');
  await window.page.context().addCookies([{ name, value, url: gateway.origin }]);
  await window.page.goto('about:blank');
  await window.page.goto(`${gateway.origin}/admin/#/review/${entry}`);
  await window.page.getByRole('heading', { name: /^変わったところ（/ }).waitFor();
  return window;
};

describe('an editor', () => {
  it('sees what changed, goes from change to change by key, and returns it with a reason and a note', async () => {
    const window = await openReview(office);
    const { page, hand } = window;
    await takePicture(page, 'review-1280');
    const changes = page.getByRole('navigation', { name: '変わったところ' });
    expect(await changes.getByRole('link').allTextContents()).toEqual([
      expect.stringContaining('課題'),
      expect.stringContaining('手順'),
      expect.stringContaining('つまずき'),
      expect.stringContaining(form),
    ]);
    await page.getByText('公開中の版から4か所が変わっています。').waitFor();
    const difference = page.locator('.portal-change');
    expect(await difference.locator('ins').first().textContent()).toContain('320件');
    expect(await difference.locator('del').first().textContent()).toContain('300件');
    expect(await difference.getByText('ここへ移しました').count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);

    // Letters are keys in the list alone.
    await changes.getByRole('link').first().focus();
    await page.keyboard.press('n');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('手順');
    await page
      .getByRole('status')
      .getByText(/^手順。/)
      .waitFor({ state: 'attached' });
    await page.keyboard.press('p');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('change-section-0');

    await page.locator('ins').getByText('はじめの半年は').selectText();
    await hand.click(page.getByRole('button', { name: '選んだ言葉にメモを書く' }));
    expect(await page.locator('.portal-remark[data-is="new"]').textContent()).toContain(
      '「はじめの半年は、私物のパソコンが漏れていました。」',
    );
    await page.keyboard.type('いつからの半年ですか。npm');
    await page.reload();
    // What was begun and not sent is still there.
    const box = page.getByLabel('メモ', { exact: true });
    await box.waitFor();
    expect(await box.inputValue()).toBe('いつからの半年ですか。npm');

    // Escape changes nothing, and gives the keyboard back to where it was.
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.getByRole('button', { name: '差し戻す（理由）' }).press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused()).toBe('差し戻す（理由）');

    const before = hand.count();
    await hand.click(page.getByRole('button', { name: '差し戻す（理由）' }));
    // Without a reason nothing is done, and the keyboard goes to it.
    await page.getByRole('button', { name: '理由を添えて差し戻す' }).click();
    await page.getByText('理由を書いてください。').waitFor();
    await hand.write(page.getByLabel('理由'), '時期を書き添えてください。');
    await takePicture(page, 'review-return');
    expect(await axeViolations(page)).toEqual([]);
    await hand.click(page.getByRole('button', { name: '理由を添えて差し戻す' }));
    await page.getByText(/^差し戻しました。/).waitFor();
    expect(hand.count() - before).toBeLessThanOrEqual(3);
    await expect.poll(focused).toBe('一覧へ');
    expect(window.strayed).toEqual([]);
    await window.close();
  });
});

describe('its office', () => {
  it('reads the reason and the notes, and sees what it changed since', async () => {
    await saved(amended.replace('はじめの半年', '令和7年の前期'));
    const window = await openReview(officer);
    const { page, hand } = window;
    await page.getByText(/前に確かめた版から1か所が変わっています。/).waitFor();
    expect(await page.locator('.portal-review-notes').textContent()).toContain(
      '（いまの文にはありません）',
    );
    await hand.click(page.getByRole('button', { name: '済みにする' }).first());
    await page.getByText(/^済んだメモ（1）$/).waitFor();
    expect(await page.getByRole('button', { name: '承認して公開する' }).count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    expect(window.strayed).toEqual([]);
    await window.close();
    await take(officer, 'ask-review');
  });
});

describe('what was seen', () => {
  it('is what is published: nothing else, and in one press', async () => {
    const window = await openReview(office);
    const { page, hand } = window;
    await saved(amended.replace('はじめの半年', '令和7年度の前期').replace('320件', '330件'));
    await hand.click(page.getByRole('button', { name: '承認して公開する' }));
    await page
      .getByText('見ている間に、研究推進課が2か所を直しました。公開していません。')
      .waitFor();
    await takePicture(page, 'review-overtaken');
    expect(await page.locator('.portal-change ins').first().textContent()).toContain('330件');
    expect((await office.ask(`/admin/review/${entry}`)).body.stage).toBe('in-review');

    await hand.click(page.getByRole('button', { name: '承認して公開する' }));
    await page.getByText(/^公開しています。/).waitFor();
    expect(gateway.world.git('show', `HEAD:content/${entry}/index.mdx`)).toContain('330件');
    expect(window.strayed).toEqual([]);
    await window.close();
  });
});

describe('on any screen', () => {
  it.each([
    ['a phone', { width: 375 }],
    ['a tablet in the dark', { width: 768, dark: true }],
  ] as const)('nothing lies beside the page and axe finds nothing: %s', async (_, screen) => {
    await saved(amended.replace('320件', '350件'));
    const window = await openReview(office, screen);
    const { page } = window;
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
    expect(await axeViolations(page)).toEqual([]);
    await takePicture(page, `review-${screen.width}`);
    await window.close();
  });
});
