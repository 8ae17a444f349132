import type { BrowserContext } from 'playwright-core';
import type { StartedPortal } from '../fixtures/start-portal.ts';
import {
  entryAt,
  isAskedWho,
  isDrawn,
  isWriting,
  marksSeen,
  personNamed,
  sayWho,
} from './editor-screen.ts';
import type { MarkBook } from './mark-book.ts';
import { type EntryOfJourney, type Person, people } from './move.ts';
import { answerWindows } from './offers.ts';
import { otherPeople } from './other-people.ts';
import { storedMarks } from './stored-marks.ts';
import { openTab, type Tab } from './tab.ts';

/** Where a journey stands: one browser on one machine, which several people use one after the other. */
export type Stage = {
  readonly portal: StartedPortal;
  readonly context: BrowserContext;
  readonly book: MarkBook;
  readonly others: ReturnType<typeof otherPeople>;
  /** Who is at the machine. */
  person: Person;
  tab: Tab | null;
  /** Which entry the tab shows, or showed last. */
  entry: EntryOfJourney | null;
  readonly addresses: { readonly published: string; new: string | null };
  isOffline: boolean;
  /** What went wrong, in words. */
  readonly faults: string[];
};

export const newStage = (
  parts: Pick<Stage, 'portal' | 'context' | 'book'> & { published: string },
): Stage => ({
  portal: parts.portal,
  context: parts.context,
  book: parts.book,
  others: otherPeople(parts.portal.origin),
  person: 0,
  tab: null,
  entry: null,
  addresses: { published: parts.published, new: null },
  isOffline: false,
  faults: [],
});

/** Opens a tab of the browser, on no page yet. */
export const newTab = (stage: Stage): Promise<Tab> =>
  openTab(stage.context, (message) => stage.faults.push(`error in the page: ${message}`));

/** The tab that is open, with the form in it; null where nobody could write. */
export const writingTab = async ({ tab }: Stage): Promise<Tab | null> =>
  tab && (await isWriting(tab.page)) ? tab : null;

/** Opens an entry of the journey in a tab. */
export const openEntryIn = (
  stage: Stage,
  tab: Tab,
  entry: EntryOfJourney,
  from: 'outside' | 'inside' = 'outside',
): Promise<void> => openAt(stage, tab, stage.addresses[entry], from);

/**
 * Opens an entry in a tab.
 * @param address null for a new one
 * @param from outside, as a link in a mail does, or inside the editor, as a link of its list does
 */
export const openAt = async (
  stage: Stage,
  tab: Tab,
  address: string | null,
  from: 'outside' | 'inside' = 'outside',
): Promise<void> => {
  const { page } = tab;
  const [collection = 'case-studies', ...path] = address?.split('/') ?? [];
  const hash = address
    ? `#/collections/${collection}/entries/${path.join('/')}/index`
    : `#/collections/${collection}/new`;
  if (from === 'inside') {
    // The editor hears of it first, and draws.
    await page.evaluate(
      (there) =>
        new Promise<void>((drawn) => {
          const afterDrawing = () =>
            requestAnimationFrame(() => requestAnimationFrame(() => drawn()));
          if (location.hash === there) afterDrawing();
          else addEventListener('hashchange', afterDrawing, { once: true });
          location.hash = there;
        }),
      hash,
    );
  } else {
    await page.goto('about:blank');
    await page.goto(`${stage.portal.origin}/admin/${hash}`);
  }
  await isDrawn(page);
  if (await isAskedWho(page)) {
    await sayWho(page, people[stage.person]);
    await isDrawn(page);
  }
  await lookAround(stage, tab);
};

/** Answers what stands before the form, and looks whether the page shows anything that is not this person's. */
export const lookAround = async (stage: Stage, tab: Tab): Promise<void> => {
  const { page } = tab;
  await tab.settled();
  await checkSeen(stage, tab);
  await answerWindows(stage, tab);
  if (stage.tab === tab && stage.entry === 'new') stage.addresses.new ??= entryAt(page);
};

/** Whether the page shows what is another's alone. */
export const checkSeen = async (stage: Stage, { page }: Tab): Promise<void> => {
  const { portal, book, faults } = stage;
  const seen = await marksSeen(page);
  const person = (await personNamed(page)) ?? stage.person;
  const { everywhere, published } = storedMarks(portal);
  book.stored(everywhere);
  const isOutside = people[person].id === 'momiji-u';
  for (const { mark, by } of book.givenAway(seen, person, isOutside ? published : null)) {
    faults.push(`given away: ${mark} of ${people[by].office} to ${people[person].office}`);
  }
};
