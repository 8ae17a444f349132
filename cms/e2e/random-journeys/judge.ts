import { isLacking, isWriting, marksInForm, marksOfRefused } from './editor-screen.ts';
import type { Mark } from './mark-book.ts';
import { type Person, people } from './move.ts';
import { play, saveIn } from './play.ts';
import { checkSeen, newTab, openAt, type Stage } from './stage.ts';
import { storedMarks } from './stored-marks.ts';

/**
 * What has become of all that was typed, once every tab is closed and the line is there: it stands in the repository, or
 * its own person gets it back and can save it; and nobody else is shown any of it on the same browser.
 * @param other somebody who looks first
 */
export const judge = async (stage: Stage, other: Person): Promise<void> => {
  const { book, faults, portal, context } = stage;
  await play(stage, { do: 'find the line' });
  await play(stage, { do: 'close the tab' });

  const outstanding = (): Mark[] => book.outstanding(storedMarks(portal));
  if (outstanding().some(({ by }) => by !== other)) {
    await play(stage, { do: 'sign in', as: other });
    for (const entry of ['new', 'published'] as const) {
      await play(stage, { do: 'open', entry });
      if (stage.tab) await checkSeen(stage, stage.tab);
    }
    await play(stage, { do: 'close the tab' });
  }
  for (const person of new Set(outstanding().map(({ by }) => by))) {
    await context.clearCookies();
    stage.person = person;
    await getBack(stage, person);
  }
  for (const { mark, by, isFile } of outstanding()) {
    faults.push(`lost: ${isFile ? 'the file ' : ''}${mark} of ${people[by].office}`);
  }
};

/** Somebody opens everything where their words may be, until nothing more comes back, and saves it each time. */
const getBack = async (stage: Stage, person: Person): Promise<void> => {
  const { book, portal, addresses } = stage;
  const wanted = () => book.outstanding(storedMarks(portal)).filter((mark) => mark.by === person);
  /** Where their words belong comes first: to open an entry is what a journey costs. */
  const places = () => {
    const belongs = wanted().map(({ entry }) => addresses[entry]);
    const { places: found } = storedMarks(portal);
    const own = found.filter(({ mark }) => book.isOwn(mark)).map(({ entry }) => entry);
    return [...new Set([...belongs, addresses.published, addresses.new, null, ...own])];
  };
  let before = Number.POSITIVE_INFINITY;
  while (wanted().length > 0 && wanted().length < before) {
    before = wanted().length;
    for (const place of places()) {
      if (wanted().length > 0) await getBackAt(stage, place, wanted);
    }
  }
};

const getBackAt = async (
  stage: Stage,
  place: string | null,
  wanted: () => readonly Mark[],
): Promise<void> => {
  const tab = await newTab(stage);
  stage.tab = tab;
  const drop = (marks: readonly string[]): void =>
    stage.book.dropped(marks.filter((each) => wanted().some(({ mark }) => mark === each)));
  await openAt(stage, tab, place);
  if (await isWriting(tab.page)) {
    const offered = await marksInForm(tab.page);
    await saveIn(stage, tab);
    // Where something is missing nothing can be stored: then it is enough that it is there, and that the person is told.
    if (await isLacking(tab.page)) drop(offered);
    // What was written of a file that may not be stored waits for the one in its place, also when the rest is stored.
    if ((await marksOfRefused(tab.page)).length > 0) {
      await openAt(stage, tab, place);
      drop(await marksOfRefused(tab.page));
    }
  }
  await play(stage, { do: 'close the tab' });
};
