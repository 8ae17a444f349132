import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import { dayInJapan } from '../../src/formats/time-in-japan.ts';
import { pdfBytes } from '../gateway/fixtures/entry-texts.ts';
import {
  addNote,
  askForReview,
  type EditorWindow,
  entryInForm,
  fields,
  openEditor,
  openEntry,
  openNotes,
  publish,
  reviewFromDesk,
  save,
  signIn,
  startCase,
  takePicture,
} from './fixtures/editor-window.ts';
import { type StartedPortal, startPortal } from './fixtures/start-portal.ts';

const title = '教学マネジメントの報告書を、共同研究先にも示せる形にする';
const pdf = '教学マネジメント報告書（2026年度）.pdf';
const question = '様式は、どの学部から使い始めましたか。';
const answer = '工学部から始め、翌年に全学へ広げました。';

/** The bar: clicks, keys and files beside the text itself, from the blank form to the request for review. */
const mostActions = 8;

/** An entry of もみじ大学, and a save that would write over it. */
const theirs = 'momiji-u/training';
const overwriteTheirs = {
  dataFiles: [
    {
      path: `content/best-practices/${theirs}/index.mdx`,
      slug: `${theirs}/index`,
      raw: '---\ntitle: さくら大学が書き換えた題名\n---\n',
    },
  ],
  assets: [],
  options: { collectionName: 'best-practices', useWorkflow: true },
  basedOn: {},
};

let browser: Browser;
let portal: StartedPortal;
let officer: EditorWindow;
let editor: EditorWindow;
beforeAll(async () => {
  [browser, portal] = await Promise.all([lendBrowser(), startPortal()]);
  officer = await openEditor(browser, portal.origin);
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

describe('an officer publishes a case, with an editor', () => {
  let entry = '';
  let address = '';
  let written = 0;
  /** The days in Japan on which it can have been approved: midnight may be between them. */
  const days: string[] = [];
  /** Who did what before the publication, latest first. */
  let reviewHistory: string[] = [];

  it('writes the ten-minute card with a file under its Japanese name', async () => {
    const { page, hand } = officer;
    await takePicture(page, 'sign-in');
    await signIn(officer, { institution: 'さくら大学', office: '教務企画課' });
    await startCase(officer);
    const blank = hand.count();
    await hand.write(fields(page).title, title);
    await hand.write(fields(page).summary, '学部ごとに違う報告書を、一つの様式にまとめました。');
    await hand.click(page.getByLabel('留学生等の受入れ'));
    await hand.write(
      fields(page).text,
      '## 課題\n\n報告書が学部ごとに違っていました。\n\n## 手順\n\n様式を配り、年度末に集めます。\n',
    );
    await hand.chooseFile(fields(page).addFile, {
      name: pdf,
      mimeType: 'application/pdf',
      buffer: pdfBytes,
    });
    await hand.write(page.getByLabel('利用条件（必須）'), '無断転載禁止');
    await takePicture(page, 'form-1280');
    written = hand.count() - blank;
    await save(officer);
    entry = await entryInForm(page);
    expect(entry).toMatch(/^case-studies\/sakura-u\/\d{6}-\w{5}$/);
    await page.getByText('必要な欄はそろいました。').waitFor();
  });

  it('is refused on an entry of another university, in a sentence that says whom to ask', async () => {
    const window = await openEditor(browser, portal.origin);
    await signIn(window, { institution: 'さくら大学', office: '教務企画課' });
    const { page } = window;
    await page.goto('about:blank');
    await page.goto(`${portal.origin}/admin/#/collections/best-practices/entries/${theirs}/index`);
    await page
      .getByRole('alert')
      .getByText(
        'この投稿案はほかの機関のものですので、内容を知りたいときは事務局にお問い合わせください。',
      )
      .waitFor();
    await page.getByRole('button', { name: '選び直す（担当者）' }).waitFor();
    await takePicture(page, 'refused');

    // The form is a courtesy: the same save, sent by hand in the officer's own session.
    const answered = await page.evaluate(async (params) => {
      const response = await fetch('/admin/api', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ branch: 'main', action: 'persistEntry', params }),
      });
      return { status: response.status, ...(await response.json()) };
    }, overwriteTheirs);
    expect(answered).toMatchObject({
      status: 403,
      error: 'この記事はほかの機関のものですので、直したい点は事務局に訂正としてお申し出ください。',
    });
    expect(portal.drafts('for-each-ref', '--format=%(refname)', 'refs')).not.toContain('momiji-u');
    expect(window.strayed).toEqual([]);
    await window.close();
  });

  it('sends it for review', async () => {
    const before = officer.hand.count();
    await askForReview(officer);
    // Who asks has saved: the save before was to look at the draft.
    const actions = written + officer.hand.count() - before;
    console.log(`A blank form is sent for review after ${actions} clicks, keys and files.`);
    expect(actions).toBeLessThanOrEqual(mostActions);
    await takePicture(officer.page, 'in-review');
  });

  it('answers the note that an editor leaves', async () => {
    editor = await openEditor(browser, portal.origin);
    await signIn(editor, { office: '編集部' });
    await editor.page.goto(`${portal.origin}/admin/desk/`);
    await takePicture(editor.page, 'desk');
    await reviewFromDesk(editor, title);
    await openEntry(editor, portal.origin, entry);
    await openNotes(editor);
    await addNote(editor, question);
    // How many are open stands at the tab at once.
    await editor.page.getByRole('tab', { name: /とのやりとり\s*1$/ }).waitFor();

    await openEntry(officer, portal.origin, entry);
    await openNotes(officer);
    await officer.page.getByText(question).waitFor();
    await officer.page.getByText('編集部（事務局）').first().waitFor();
    await addNote(officer, answer);
    await takePicture(officer.page, 'review-officer');
  });

  it('is read, approved and published by the editor', async () => {
    await openEntry(editor, portal.origin, entry);
    await openNotes(editor);
    await editor.page.getByText(answer).waitFor();
    await takePicture(editor.page, 'review-editor');
    reviewHistory = portal
      .drafts('log', '--format=%an：%s', '--all', '--not', portal.git('rev-parse', 'main').trim())
      .trim()
      .split('\n')
      .map((line) => line.replace(/：事例「.*$/, ''));
    days.push(dayInJapan(new Date()));
    address = await publish(editor);
    days.push(dayInJapan(new Date()));
    await takePicture(editor.page, 'published');
  });

  it('is on the site, where the file opens under its Japanese name', async () => {
    const { page } = officer;
    await page.goto(`${portal.origin}${address}`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
    await takePicture(page, 'live');
    const link = page.locator(`a[href$="${encodeURI(pdf)}"]`).first();
    const href = await link.evaluate((anchor: HTMLAnchorElement) => anchor.href);
    expect(decodeURI(href).normalize('NFC')).toBe(`${portal.origin}${address}${pdf}`);
    const opened = await page.request.get(href);
    expect(opened.headers()['content-type']).toBe('application/pdf');
    expect(await opened.body()).toEqual(pdfBytes);
  });

  it('stands in the history under the offices, and nobody’s name', () => {
    expect(reviewHistory).toEqual([
      'さくら大学 教務企画課：メモを追加',
      '編集部（事務局）：メモを追加',
      'さくら大学 教務企画課：確認を依頼',
      'さくら大学 教務企画課：投稿案を保存',
    ]);
    const [author, mail, committer, subject, ...trailers] = portal
      .git('log', '-1', '--format=%an%n%ae%n%cn%n%s%n%(trailers)', 'main')
      .trim()
      .split('\n');
    expect(author).toBe('さくら大学 教務企画課');
    expect(mail).toBe('sakura-u@contributors.invalid');
    expect(committer).toBe('産学官連携リスクマネジメント共有ポータル');
    expect(subject).toBe(`公開：事例「${title}」（さくら大学）`);
    expect(trailers).toEqual([
      `Entry: ${entry}`,
      'Proposal-State: published',
      'Approved-By-Office: 編集部',
      expect.stringMatching(new RegExp(`^Approved-On: (?:${days.join('|')})$`)),
    ]);
    expect(portal.git('show', '--name-only', '-z', '--format=', 'main').split('\0').sort()).toEqual(
      ['', `content/${entry}/index.mdx`, `content/${entry}/${pdf}`],
    );
    // The checkout has what was published, and nothing else has changed there.
    expect(portal.git('status', '--porcelain')).toBe('');
    expect(portal.troubles).toEqual([]);
    expect([...officer.strayed, ...editor.strayed]).toEqual([]);
  });
});
