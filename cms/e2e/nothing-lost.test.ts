import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import { type StartedGateway, startGateway } from '../gateway/fixtures/start-gateway.ts';
import { people } from '../gateway/permissions/fixtures/people.ts';
import { fields, isSaved, openEditor, saveButton, takePicture } from './fixtures/editor-window.ts';

let browser: Browser;
let gateway: StartedGateway;
beforeAll(async () => {
  const { editorFolder } = inject('builtOnce');
  [browser, gateway] = await Promise.all([lendBrowser(), startGateway({ editorFolder })]);
});
afterAll(async () => {
  await browser?.close();
  await gateway?.close();
});

let page: Page;
let context: BrowserContext;
let strayed: readonly string[];

const signInAs = async (who: (typeof people)[keyof typeof people]): Promise<void> => {
  const headers = { origin: gateway.origin };
  const answer = await page.request.post(`${gateway.origin}/admin/session`, { data: who, headers });
  expect(answer.ok()).toBe(true);
};
const openNew = async (): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(`${gateway.origin}/admin/#/collections/case-studies/new`);
  await fields(page).title.waitFor();
};
const entryNow = (): string => /entries\/(.+)\/index$/.exec(page.url())?.[1] ?? '';
/** The title that is stored of the entry before the person. */
const storedTitle = (): string => {
  const ref = `refs/proposals/case-studies/${entryNow()}`;
  const path = `content/case-studies/${entryNow()}/index.mdx`;
  return /^title: (.*)$/m.exec(gateway.world.drafts('show', `${ref}:${path}`))?.[1] ?? '';
};
/** Another office of the same university stores the entry under another title. */
const storeAsAnother = async (title: string): Promise<void> => {
  const office = await gateway.signIn({ ...people.sakura, office: '国際課' });
  const slug = `${entryNow()}/index`;
  const key = { collection: 'case-studies', slug };
  const { body: draft } = await office.act('unpublishedEntry', key);
  const [file] = draft.diffs;
  const { body: text } = await office.act('unpublishedEntryDataFile', {
    ...key,
    path: file.path,
    id: file.id,
  });
  const { body } = await office.act('persistEntry', {
    dataFiles: [
      { path: file.path, slug, raw: text.data.replace(/^title: .*$/m, `title: ${title}`) },
    ],
    assets: [],
    options: { collectionName: 'case-studies', useWorkflow: true },
    basedOn: { [file.path]: file.id },
  });
  expect(body.error).toBeUndefined();
};
const offer = () => page.getByRole('dialog', { name: '残っていた文があります' });
/** Waits until the browser has kept what was typed last. */
const isKept = (title: string): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<string>((found, failed) => {
            const opening = indexedDB.open('portal-kept');
            opening.onerror = () => failed(opening.error);
            opening.onsuccess = () => {
              const database = opening.result;
              const texts = database.transaction('texts').objectStore('texts').getAll();
              texts.onsuccess = () => {
                database.close();
                found(JSON.stringify(texts.result));
              };
            };
          }),
      ),
    )
    .toContain(title);

/** Holds back or changes what the gateway answers to saves. */
const onSave = async (handle: (route: Route) => Promise<void>): Promise<void> => {
  await page.route('**/admin/api', async (route) => {
    if (route.request().postDataJSON()?.action === 'persistEntry') await handle(route);
    else await route.continue();
  });
};

beforeEach(async () => {
  const window = await openEditor(browser, gateway.origin);
  ({ page, strayed } = window);
  context = page.context();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.accept();
  });
  await signInAs(people.sakura);
  await openNew();
  return async () => {
    await context.close();
    expect([...strayed, ...dialogs]).toEqual([]);
  };
});

describe('typing goes on during the first save', () => {
  it('in the same field, with what is being composed, and nothing comes in between', async () => {
    const { title } = fields(page);
    await title.fill('最初の題');
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await onSave(async (route) => {
      await held;
      await route.continue();
    });
    const field = await title.elementHandle();
    const saving = page.waitForRequest((request) => !!request.postData()?.includes('persistEntry'));
    await page.keyboard.press('Control+s');
    await saving;
    await title.focus();
    await page.keyboard.press('End');
    await page.keyboard.insertText('と、その後');
    // As a Japanese keyboard does it: letters that are not decided yet.
    const keyboard = await context.newCDPSession(page);
    await keyboard.send('Input.imeSetComposition', {
      text: 'きこう',
      selectionStart: 3,
      selectionEnd: 3,
    });
    letGo();
    await page.waitForURL(/entries\/sakura-u\//);
    await page.getByText('その後に書いた分は、この端末に残しています。').waitFor();
    await keyboard.send('Input.insertText', { text: '機構' });
    expect(await title.inputValue()).toBe('最初の題と、その後機構');
    expect(await field?.evaluate((each) => each === document.activeElement)).toBe(true);
    expect(storedTitle()).toBe('最初の題');
    await page.unroute('**/admin/api');
    await page.keyboard.press('Control+s');
    await isSaved(page);
    expect(storedTitle()).toBe('最初の題と、その後機構');
  });
});

describe('a paste whose reader comes late', () => {
  it('takes nothing along that was written in another box meanwhile', async () => {
    const boxes = page.locator('.portal-body textarea');
    const [pastedInto, writtenInto] = [boxes.nth(0), boxes.nth(1)];
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/admin/**/part-*.js', async (route) => {
      await held;
      await route.continue();
    });
    const loading = page.waitForRequest('**/admin/**/part-*.js');
    await pastedInto.focus();
    await pastedInto.evaluate((box) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', '<p>貼り付けた<b>文</b>です。</p>');
      clipboardData.setData('text/plain', '貼り付けた文です。');
      box.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await loading;
    await writtenInto.focus();
    await page.keyboard.insertText('別の欄に書いた文');
    letGo();
    await page.getByText('貼り付けた内容を、本文の書き方に直して入れました。').waitFor();
    expect(await pastedInto.inputValue()).toBe('貼り付けた**文**です。');
    expect(await writtenInto.inputValue()).toBe('別の欄に書いた文');
  });
});

describe('what was typed and never stored', () => {
  it('is offered to its own person, stands once it is taken, and is nobody else’s', async () => {
    await fields(page).title.fill('保存していない題名');
    await isKept('保存していない題名');
    // Gone as a tab goes that crashes: nobody is asked.
    await page.close();
    page = await context.newPage();
    await signInAs(people.momiji);
    await page.goto(`${gateway.origin}/admin/`);
    await page.getByRole('heading', { name: '記事の種類' }).waitFor();
    await openNew();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('body').textContent()).not.toContain('保存していない題名');
    expect(await offer().count()).toBe(0);

    await signInAs(people.sakura);
    await openNew();
    await offer().waitFor();
    await takePicture(page, 'kept');
    await offer().getByRole('button', { name: '続きから書く' }).click();
    await page.waitForLoadState('networkidle');
    expect(await fields(page).title.inputValue()).toBe('保存していない題名');
    await saveButton(page).click();
    await isSaved(page);
    expect(storedTitle()).toBe('保存していない題名');
    await openNew();
    await page.waitForLoadState('networkidle');
    expect(await offer().count()).toBe(0);
  });

  it('wins over what is stored, and is shown beside it where both changed', async () => {
    await fields(page).title.fill('保存した題名');
    await saveButton(page).click();
    await isSaved(page);
    await fields(page).title.fill('その後の題名');
    await isKept('その後の題名');
    await page.reload();
    // Nobody else changed it: there is nothing to compare.
    await offer().getByRole('button', { name: '続きから書く' }).click();
    await page.waitForLoadState('networkidle');
    expect(await fields(page).title.inputValue()).toBe('その後の題名');
    await isKept('その後の題名');
    await storeAsAnother('国際課の題名');
    await page.reload();
    await offer().getByRole('button', { name: '見比べて続ける' }).click();
    await takePicture(page, 'kept-beside');
    // What differs is marked in both, and said to whoever listens.
    const sides = offer().getByRole('group', { name: '題名' });
    await sides.getByRole('radio', { name: /国際課.*の題名/ }).waitFor();
    expect(await sides.locator('ins').allInnerTexts()).toEqual([
      expect.stringContaining('その後'),
      expect.stringContaining('国際課'),
    ]);
    await offer().getByRole('button', { name: '続きから書く' }).click();
    await page.waitForLoadState('networkidle');
    expect(await fields(page).title.inputValue()).toBe('その後の題名');
    await saveButton(page).click();
    await isSaved(page);
    expect(storedTitle()).toBe('その後の題名');
  });
});

describe('a session that ended', () => {
  it('goes on in place with one press, and what was written is stored', async () => {
    await fields(page).title.fill('八時間後の題名');
    await context.clearCookies();
    await saveButton(page).click();
    const window = page.getByRole('dialog', { name: 'もう一度サインインしてください' });
    await window.getByText('書いた内容は、消えていません。').waitFor();
    await takePicture(page, 'sign-in-again');
    await window.getByRole('button', { name: 'さくら大学 研究推進課として続ける' }).click();
    await isSaved(page);
    expect(storedTitle()).toBe('八時間後の題名');
  });

  it('that became another’s closes the form, and stores nothing as theirs', async () => {
    await fields(page).title.fill('さくらの題名');
    await isKept('さくらの題名');
    await signInAs(people.momiji);
    await saveButton(page).click();
    await page.getByRole('alert').getByText('さくら大学 研究推進課のものとして').waitFor();
    expect(await page.getByLabel('題名（必須）').count()).toBe(0);
    // Nor is the other signed out without a question.
    await page.getByRole('button', { name: '選び直す' }).click();
    const window = page.getByRole('dialog', { name: '別の担当者として入り直しますか' });
    await window.getByText('もみじ大学').first().waitFor();
    await takePicture(page, 'leave-another');
    await window.getByRole('button', { name: 'このまま続ける' }).click();
    expect(gateway.world.drafts('for-each-ref', '--format=%(refname)')).not.toContain('momiji-u');
    await signInAs(people.sakura);
    await openNew();
    await offer().getByText('さくらの題名').waitFor();
  });

  it('stores nothing of another entry in the place of the one that was left meanwhile', async () => {
    const { title } = fields(page);
    await title.fill('離れる前の題名');
    await saveButton(page).click();
    await isSaved(page);
    const [left, path] = [page.url(), entryNow()];
    await title.fill('離れる前に書き足した題名');
    await isKept('離れる前に書き足した題名');
    await context.clearCookies();
    await saveButton(page).click();
    const window = page.getByRole('dialog', { name: 'もう一度サインインしてください' });
    await window.waitFor();
    await page.evaluate(() => {
      location.hash = '#/collections/case-studies/new';
    });
    await expect.poll(() => title.inputValue().catch(() => '')).toBe('');
    await window.getByRole('button', { name: 'さくら大学 研究推進課として続ける' }).click();
    await window.waitFor({ state: 'detached' });
    await page.waitForLoadState('networkidle');
    const stored = gateway.world.drafts(
      'show',
      `refs/proposals/case-studies/${path}:content/case-studies/${path}/index.mdx`,
    );
    expect(stored).toContain('title: 離れる前の題名');
    await page.goto('about:blank');
    await page.goto(left);
    await offer().getByRole('button', { name: '続きから書く' }).click();
    await page.waitForLoadState('networkidle');
    expect(await title.inputValue()).toBe('離れる前に書き足した題名');
  });

  it('is asked about before it is ended', async () => {
    await fields(page).title.fill('入り直す前の題名');
    await page.getByRole('button', { name: '別の担当者として入り直す' }).click();
    const window = page.getByRole('dialog', { name: '別の担当者として入り直しますか' });
    await window.getByRole('button', { name: 'このまま続ける' }).click();
    await saveButton(page).click();
    await isSaved(page);
  });
});

describe('a line that fails', () => {
  it('is told, and the save is done by itself when it is back', async () => {
    await fields(page).title.fill('回線が切れた題名');
    await page.route('**/admin/**', (route) => route.abort());
    await saveButton(page).click();
    await page.getByRole('alert').getByText('つながりしだい自動で保存します。').waitFor();
    await page.unroute('**/admin/**');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await isSaved(page);
    expect(storedTitle()).toBe('回線が切れた題名');
  });

  it('that swallowed an answer leaves no second entry, and no question', async () => {
    const before = gateway.world.drafts('for-each-ref', '--format=%(refname)').split('\n').length;
    await fields(page).title.fill('答えが届かなかった題名');
    await onSave(async (route) => {
      await route.fetch();
      await route.abort();
    });
    await saveButton(page).click();
    await page.getByRole('alert').getByText('つながりしだい自動で保存します。').waitFor();
    await page.unroute('**/admin/api');
    await fields(page).title.fill('答えが届かなかった題名、その後');
    await saveButton(page).click();
    await isSaved(page);
    expect(storedTitle()).toBe('答えが届かなかった題名、その後');
    const after = gateway.world.drafts('for-each-ref', '--format=%(refname)').split('\n').length;
    expect(after).toBe(before + 1);
  });
});
