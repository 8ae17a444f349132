import type { Page } from 'playwright-core';
import { isAskedWho, marksInForm, marksOfSides, windowOf } from './editor-screen.ts';
import type { MarkBook } from './mark-book.ts';
import type { Tab } from './tab.ts';

/** What keeps the most of what was written, in windows of the editor; the first that is there is pressed. */
const answers = [
  '見比べて続ける',
  '続きから書く',
  '選んだ文で保存する',
  '自分のファイルに替える',
  '見比べて選ぶ',
  '確かめたので、自分の内容で保存する',
] as const;

/**
 * Answers the windows that stand before the form, but for the one that asks who somebody is. What stood on the other side
 * of a choice, and is not in the form afterwards, was chosen against with both in sight.
 */
export const answerWindows = async ({ book }: { book: MarkBook }, tab: Tab): Promise<void> => {
  const { page } = tab;
  for (let round = 0; round < 5; round += 1) {
    const open = windowOf(page).last();
    if ((await open.count()) === 0 || (await isAskedWho(page))) return;
    const button = open.getByRole('button', { name: new RegExp(`^(?:${answers.join('|')})$`) });
    if ((await button.count()) === 0) return;
    const { mine, theirs } = await marksOfSides(page);
    await button.first().click();
    await tab.settled();
    const left = await marksOnceChosen(page, mine, theirs);
    book.dropped(theirs.filter((mark) => !left.includes(mark)));
  }
};

/**
 * The marks in the form, once what was chosen stands there: it comes a moment after the click. What the others' side alone
 * had may stand in another field, and stay.
 */
const marksOnceChosen = async (
  page: Page,
  mine: readonly string[],
  theirs: readonly string[],
): Promise<string[]> => {
  const isThere = (marks: readonly string[]) =>
    mine.every((mark) => marks.includes(mark)) &&
    theirs.every((mark) => mine.includes(mark) || !marks.includes(mark));
  let marks = await marksInForm(page);
  for (let round = 0; round < 20 && !isThere(marks); round += 1) {
    await page.waitForTimeout(100);
    marks = await marksInForm(page);
  }
  return marks;
};
