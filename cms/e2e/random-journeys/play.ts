import { unsettled } from '../../editor/word/fixtures/unsettled-word-files.ts';
import { pdfBytes } from '../../gateway/fixtures/entry-texts.ts';
import {
  addFile,
  boxesOf,
  isAskedWho,
  isWriting,
  marksInForm,
  marksInRowOf,
  personNamed,
  pressSave,
  removeRowButtons,
  sayWho,
  signOut,
} from './editor-screen.ts';
import { marksIn } from './make-moves.ts';
import { type Move, type MoveName, type Person, people } from './move.ts';
import { lookAround, newTab, openEntryIn, type Stage, writingTab } from './stage.ts';
import type { Tab } from './tab.ts';

type Ways = {
  [Name in MoveName]: (stage: Stage, move: Extract<Move, { do: Name }>) => Promise<void>;
};

const slowMilliseconds = 1000;

/** Makes one move; what the screen does not offer now is left out. @throws where something that is offered does not work */
export const play = async (stage: Stage, move: Move): Promise<void> => {
  await (ways[move.do] as (stage: Stage, move: Move) => Promise<void>)(stage, move);
};

const ways: Ways = {
  async open(stage, { entry }) {
    if (stage.isOffline) return;
    stage.tab ??= await newTab(stage);
    stage.entry = entry;
    await openEntryIn(stage, stage.tab, entry);
  },
  async type(stage, { box, mark, slowly }) {
    const tab = await writingTab(stage);
    if (tab) await typeInto(stage, tab, box, mark, slowly);
  },
  async paste(stage, { box, mark }) {
    const tab = await writingTab(stage);
    if (!tab) return;
    const { page } = tab;
    await page.evaluate(async (word) => {
      const html = `<p>貼り付けた文 ${word} です。</p>`;
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/html': new Blob([html], { type: 'text/html' }),
          'text/plain': new Blob([`貼り付けた文 ${word} です。`], { type: 'text/plain' }),
        }),
      ]);
    }, mark);
    await atEndOf(tab, box);
    await page.keyboard.press('Control+v');
    await noteTyped(stage, tab, box, mark);
  },
  async clear(stage, { box }) {
    const tab = await writingTab(stage);
    if (!tab) return;
    const place = await boxAt(tab, box);
    stage.book.dropped(marksIn(await place.inputValue()));
    await place.fill('');
  },
  async attach(stage, { mark }) {
    const file = { name: `様式-${mark}.pdf`, mimeType: 'application/pdf', buffer: pdfBytes };
    if (await choose(stage, file)) await made(stage, mark, true);
  },
  async 'attach what is refused'(stage, { mark }) {
    const buffer = Buffer.from(unsettled['both']?.file() ?? []);
    await choose(stage, { name: `変更履歴-${mark}.docx`, mimeType: wordType, buffer });
  },
  async 'remove a row'(stage, { row }) {
    const tab = await writingTab(stage);
    if (!tab) return;
    const buttons = removeRowButtons(tab.page);
    const count = await buttons.count();
    if (count === 0) return;
    const before = await marksInForm(tab.page);
    const last = buttons.nth(count - 1);
    const button = buttons.nth(row % count);
    // Rows that stay may offer its file still, until the next save takes that away.
    stage.book.dropped(await marksInRowOf(button));
    await button.click();
    // The row goes a moment after the click.
    await last.waitFor({ state: 'detached' });
    const after = await marksInForm(tab.page);
    stage.book.dropped(before.filter((mark) => !after.includes(mark)));
  },
  async save(stage) {
    const tab = await writingTab(stage);
    if (tab) await saveIn(stage, tab);
  },
  async 'save slowly'(stage, { box, mark }) {
    const tab = await writingTab(stage);
    if (!tab) return;
    await onSlowLine(tab, async (isUnderWay) => {
      await pressSave(tab.page);
      await isUnderWay();
      if (await writingTab(stage)) await typeInto(stage, tab, box, mark, true);
      await tab.settled();
    });
    await lookAround(stage, tab);
  },
  async 'save and leave'(stage, { box, mark, entry }) {
    const tab = await writingTab(stage);
    if (!tab || stage.isOffline) return;
    await onSlowLine(tab, async (isUnderWay) => {
      await pressSave(tab.page);
      await isUnderWay();
      if (await writingTab(stage)) await typeInto(stage, tab, box, mark, false);
      stage.entry = entry;
      await openEntryIn(stage, tab, entry, 'inside');
    });
    await lookAround(stage, tab);
  },
  async 'lose the line'(stage) {
    stage.isOffline = true;
    await stage.context.setOffline(true);
  },
  async 'find the line'(stage) {
    stage.isOffline = false;
    await stage.context.setOffline(false);
    if (stage.tab) await lookAround(stage, stage.tab);
  },
  async 'restart the gateway'(stage) {
    await stage.portal.restart();
  },
  async 'end the session'(stage) {
    await stage.context.clearCookies();
  },
  async 'come back'(stage, { as }) {
    const { tab } = stage;
    if (!tab || stage.isOffline || !(await isAskedWho(tab.page))) return;
    await becomes(stage, tab, as);
  },
  async 'sign in'(stage, { as }) {
    if (stage.isOffline) return;
    stage.tab ??= await newTab(stage);
    const { tab } = stage;
    await tab.page.goto(`${stage.portal.origin}/admin/`);
    await tab.settled();
    if (!(await isAskedWho(tab.page))) await signOut(tab.page);
    await becomes(stage, tab, as);
  },
  async 'load anew'(stage) {
    const { tab } = stage;
    if (!tab || stage.isOffline) return;
    await tab.page.reload();
    await lookAround(stage, tab);
  },
  async 'close the tab'(stage) {
    const { tab } = stage;
    if (!tab) return;
    await tab.page.close({ runBeforeUnload: false });
    stage.tab = null;
  },
  async reopen(stage) {
    if (stage.isOffline || stage.tab || !stage.entry) return;
    stage.tab = await newTab(stage);
    await openEntryIn(stage, stage.tab, stage.entry);
  },
  async 'another office saves'(stage, { mark, place }) {
    const entry = stage.entry ?? 'published';
    const address = stage.addresses[entry];
    if (address && (await stage.others.save(address, mark, place))) stage.book.made(mark, 1, entry);
  },
  async 'the editor publishes'(stage, { mark, place }) {
    const entry = stage.entry ?? 'published';
    const address = stage.addresses[entry];
    if (address && (await stage.others.publish(address, mark, place))) {
      stage.book.made(mark, 3, entry);
    }
  },
  async 'another tab saves'(stage, { box, mark }) {
    if (stage.isOffline || !stage.entry || !stage.addresses[stage.entry]) return;
    const { entry } = stage;
    await inAnotherTab(stage, async (other) => {
      await openEntryIn(stage, other, entry);
      if (!(await isWriting(other.page))) return;
      await typeInto(stage, other, box, mark, false);
      await saveIn(stage, other);
    });
  },
  async 'another tab signs in'(stage, { as }) {
    if (stage.isOffline) return;
    await inAnotherTab(stage, async (other) => {
      await other.page.goto(`${stage.portal.origin}/admin/`);
      await other.settled();
      if (!(await isAskedWho(other.page))) await signOut(other.page);
      await becomes(stage, other, as);
    });
  },
};

/** Another tab of the same browser, for a moment. */
const inAnotherTab = async (stage: Stage, work: (tab: Tab) => Promise<void>): Promise<void> => {
  const other = await newTab(stage);
  await work(other);
  await other.page.close();
};

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The person at the machine says who they are. */
const becomes = async (stage: Stage, tab: Tab, person: Person): Promise<void> => {
  stage.person = person;
  await sayWho(tab.page, people[person]);
  await lookAround(stage, tab);
};

const boxAt = async ({ page }: Tab, box: number) => {
  const boxes = boxesOf(page);
  return boxes.nth(box % (await boxes.count()));
};

const atEndOf = async (tab: Tab, box: number): Promise<void> => {
  const place = await boxAt(tab, box);
  await place.click();
  await tab.page.keyboard.press('Control+End');
};

const typeInto = async (stage: Stage, tab: Tab, box: number, mark: string, slowly: boolean) => {
  await atEndOf(tab, box);
  const { keyboard } = tab.page;
  if (slowly) await keyboard.type(mark, { delay: 10 });
  else await keyboard.insertText(`、${mark}を書く。`);
  await noteTyped(stage, tab, box, mark);
};

/** A box that is full takes no more, and shows so: nothing was typed then. */
const noteTyped = async (stage: Stage, tab: Tab, box: number, mark: string): Promise<void> => {
  const place = await boxAt(tab, box);
  const isFull = await place.evaluate((each) => {
    const { value, maxLength } = each as HTMLInputElement;
    return maxLength > 0 && value.length >= maxLength;
  });
  if (!isFull) await made(stage, mark, false, tab);
};

/** Whoever the page names made the mark: another tab may have changed who the browser is. */
const made = async (stage: Stage, mark: string, isFile: boolean, tab = stage.tab) => {
  const named = tab && (await personNamed(tab.page));
  stage.book.made(mark, named ?? stage.person, stage.entry ?? 'new', isFile);
};

const choose = async (
  stage: Stage,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<boolean> => {
  const tab = await writingTab(stage);
  if (!tab || (await addFile(tab.page).count()) === 0) return false;
  await addFile(tab.page).setInputFiles(file);
  await tab.settled();
  return true;
};

/**
 * Has the answers to saves come late while something is done.
 * @param work is given what waits until a save is under way, or nothing is, where the form has kept it back
 */
const onSlowLine = async (
  { page, settled }: Tab,
  work: (isUnderWay: () => Promise<void>) => Promise<void>,
): Promise<void> => {
  const { promise: began, resolve: begin } = Promise.withResolvers<void>();
  await page.route('**/admin/api', async (route) => {
    begin();
    await new Promise((resolve) => setTimeout(resolve, slowMilliseconds));
    await route.continue().catch(() => {});
  });
  await work(() => Promise.race([began, settled()]));
  await page.unroute('**/admin/api');
};

/** Presses what saves, and answers what is asked then. */
export const saveIn = async (stage: Stage, tab: Tab): Promise<void> => {
  await pressSave(tab.page);
  await tab.settled();
  await lookAround(stage, tab);
};
