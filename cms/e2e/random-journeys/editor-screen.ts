import type { Locator, Page } from 'playwright-core';
import { marksIn } from './make-moves.ts';
import { type Person, people } from './move.ts';

type Who = (typeof people)[number];

/** What every journey knows of the editor's screen: what it looks for, and in which words. */

/** The boxes of the form into which somebody writes freely, as they show now. */
export const boxesOf = (page: Page): Locator =>
  page.locator(
    [
      '.portal-body textarea:visible',
      '[data-field]:not([data-field="address"]) textarea:visible:not(:disabled)',
      '[data-field]:not([data-field="address"]) input[type="text"]:visible:not(:disabled):not([role="combobox"])',
      '[data-field]:not([data-field="address"]) input:not([type]):visible:not(:disabled):not([role="combobox"])',
    ].join(', '),
  );

/** The form is open, and nothing stands before it. */
export const isWriting = async (page: Page): Promise<boolean> =>
  (await boxesOf(page).count()) > 0 && (await windowOf(page).count()) === 0;

/** What stands before the form, and has to be answered first. */
export const windowOf = (page: Page): Locator =>
  page.locator('dialog:modal, [role="dialog"][aria-modal="true"]:visible');

/** The marks that a page shows anywhere: in its words, its boxes and in what is previewed. */
export const marksSeen = async (page: Page): Promise<string[]> => {
  const texts = await Promise.all(
    page.frames().map((frame) =>
      frame
        .evaluate(() => {
          const boxes = [...document.querySelectorAll('input, textarea, select')];
          const values = boxes.map((box) => (box as HTMLInputElement).value);
          return [document.body?.textContent ?? '', ...values].join('\n');
        })
        .catch(() => ''),
    ),
  );
  return marksIn(texts.join('\n'));
};

/** The marks of what somebody would save: in all fields of the form, also those that are closed, and names of files. */
export const marksInForm = async (page: Page): Promise<string[]> =>
  marksIn(
    await page.evaluate(() =>
      [...document.querySelectorAll('input, textarea, select')]
        .filter((box) => !box.closest('dialog'))
        .map((box) => (box as HTMLInputElement).value)
        .concat([...document.querySelectorAll('[data-field]')].map((field) => field.textContent))
        .join('\n'),
    ),
  );

/** The marks of what was written of files that may not be stored, and waits for those in their place. */
export const marksOfRefused = async (page: Page): Promise<string[]> =>
  marksIn((await page.locator('.portal-refused').allTextContents()).join('\n'));

const officeBox = (page: Page) => page.getByRole('textbox', { name: '部署名', exact: true });
/** The window over the form, which asks the same person to go on. */
const goOnButton = (page: Page) => page.getByRole('button', { name: /として続ける$/ });

/** The page or the window that asks who somebody is. */
export const isAskedWho = async (page: Page): Promise<boolean> =>
  (await officeBox(page).isVisible()) || (await goOnButton(page).isVisible());

/** Says who somebody is, where it is asked. */
export const sayWho = async (page: Page, who: Who): Promise<void> => {
  const goOn = goOnButton(page);
  if (await goOn.isVisible()) {
    if ((await goOn.textContent())?.startsWith(nameOf(who))) {
      await goOn.click();
      await goOn.waitFor({ state: 'hidden' });
      return;
    }
    await page.getByRole('button', { name: '別の担当者として入る' }).click();
  }
  await officeBox(page).waitFor();
  const name = who.institution ?? '編集者（事務局）';
  await page.getByRole('radio', { name, exact: true }).check();
  await officeBox(page).fill(who.office);
  await page.keyboard.press('Enter');
  await officeBox(page).waitFor({ state: 'hidden' });
};

/** What the editor calls somebody. */
const nameOf = ({ institution, office }: Who): string =>
  institution ? `${institution} ${office}` : `${office}（事務局）`;

/** Who is named at the top of the page, as a place in `people`; null where nobody is. */
export const personNamed = async (page: Page): Promise<Person | null> => {
  const named = page.locator('.portal-who strong, #portal-bar strong').first();
  if ((await named.count()) === 0) return null;
  const name = (await named.textContent())?.trim();
  const place = people.findIndex((who) => nameOf(who) === name);
  return place < 0 ? null : (place as Person);
};

/** Leaves, so that somebody else can say who they are. */
export const signOut = async (page: Page): Promise<void> => {
  await page
    .getByRole('button', { name: /^(?:別の担当者として入り直す|選び直す（担当者）)$/ })
    .first()
    .click();
  const isSure = page.getByRole('button', { name: '入り直す', exact: true });
  await isSure.or(officeBox(page)).first().waitFor();
  if (await isSure.isVisible()) await isSure.click();
  await officeBox(page).waitFor();
};

/** Saves by the button that says so, or by the keys for it. */
export const pressSave = async (page: Page): Promise<void> => {
  const button = page
    .getByRole('button', { name: /^(?:保存|下書きを保存|直したところを保存する)$/ })
    .first();
  if ((await button.isVisible()) && (await button.isEnabled())) await button.click();
  else await page.keyboard.press('Control+s');
};

export const addFile = (page: Page): Locator => page.getByLabel('ファイルを選んで追加');

export const removeRowButtons = (page: Page): Locator =>
  page
    .locator('[data-field="attachments"] [data-row]')
    .getByRole('button', { name: /^(?:削除|この行を消す|消す)/ });

/** The marks that go with a row of files: in its name and in what is written in it. @param button the one that removes it */
export const marksInRowOf = async (button: Locator): Promise<string[]> =>
  marksIn(
    await button.evaluate((each) => {
      const row = each.closest('[data-row]') ?? each;
      const boxes = [...row.querySelectorAll('input, textarea, select')];
      const values = boxes.map((box) => (box as HTMLInputElement).value);
      return [each.getAttribute('aria-label') ?? '', ...values].join('\n');
    }),
  );

/** Answers what the browser itself asks: yes, to every question. */
export const sayYesTo = (page: Page): void => {
  page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
};

/** Where the entry in the form is stored; null while it is new. */
export const entryAt = (page: Page): string | null => {
  const [, collection, path] =
    /#\/collections\/([^/]+)\/entries\/(.+?)(?:\/index)?$/.exec(page.url()) ?? [];
  return collection && path ? `${collection}/${path}` : null;
};

/** Whether the form says what is missing, without which nothing is stored: a title, or for the network's office an institution. */
export const isLacking = (page: Page): Promise<boolean> =>
  page.getByRole('alert').getByText('を書くと保存できます').isVisible();

/** Waits until a page has become what somebody can act on: a form, a window, a list, a refusal or the question who they are. */
export const isDrawn = async (page: Page): Promise<void> => {
  await boxesOf(page)
    .or(windowOf(page))
    .or(officeBox(page))
    .or(page.locator('.portal-closed, .portal-list-head'))
    .first()
    .waitFor();
};

/** The marks on the two sides of every choice that the window offers: the person's own, and the others'. */
export const marksOfSides = async (page: Page): Promise<{ mine: string[]; theirs: string[] }> => {
  const sideAt = async (place: 1 | 2) =>
    marksIn(
      (
        await windowOf(page)
          .locator(`.portal-compare .portal-compare-side:nth-of-type(${place})`)
          .allTextContents()
      ).join('\n'),
    );
  return { mine: await sideAt(1), theirs: await sideAt(2) };
};
