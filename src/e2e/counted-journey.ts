import type { Download, Locator, Page } from 'playwright-core';

/** What a journey has cost its reader so far. */
export type Effort = {
  /** Clicks or taps; that a field is chosen to be written into is one too. */
  clicks: number;
  /** How far the reader had to scroll in all, in CSS pixels, up or down, in the page or in a box of it. */
  scrolled: number;
};

/** A reader on the way to something, whose clicks and scrolling are counted. */
export type CountedJourney = {
  /** Scrolls until something can be seen, which has to be there and visible. */
  see(target: Locator): Promise<void>;
  /** Scrolls to something that can be clicked, and clicks it. */
  click(target: Locator): Promise<void>;
  /** The same, where the click takes a file. */
  take(target: Locator): Promise<Download>;
  /** Chooses a field and writes into it; the Enter key after it is no click. */
  write(target: Locator, text: string): Promise<void>;
  effort(): Effort;
};

/**
 * Counts what a reader does on a page. Only what a reader does is counted: where the browser jumps to the target of a link
 * in the page, nobody scrolled.
 */
export function countedJourney(page: Page): CountedJourney {
  let clicks = 0;
  let scrolled = 0;
  const see = async (target: Locator): Promise<void> => {
    await target.waitFor({ state: 'visible' });
    scrolled += await target.evaluate(bringIntoView);
  };
  const click = async (target: Locator): Promise<void> => {
    await see(target);
    clicks += 1;
    await target.click();
  };
  return {
    see,
    click,
    async take(target) {
      const taken = page.waitForEvent('download');
      await click(target);
      return taken;
    },
    async write(target, text) {
      await click(target);
      await target.fill(text);
    },
    effort: () => ({ clicks, scrolled }),
  };
}

/** In the page: scrolls no further than it takes to see an element whole, and tells how far that was. */
const bringIntoView = (element: HTMLElement | SVGElement): number => {
  const boxes = [document.documentElement];
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (box !== document.documentElement) boxes.push(box);
  }
  const places = () => boxes.flatMap(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
  const before = places();
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  return places().reduce((sum, place, index) => sum + Math.abs(place - (before[index] ?? 0)), 0);
};
