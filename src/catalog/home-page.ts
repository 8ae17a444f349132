import { collections } from '../schema/collections.ts';
import { type ListName, lists } from './lists.ts';
import { newestPublished } from './news.ts';
import { nationalRules, type TimelineRule } from './rule-timeline.ts';
import type { Catalog, Shown, ShownEntry } from './shown-content.ts';

/** How much the portal holds of one kind, and where it stands. */
export type Held = { label: string; count: number; address: string };

/** What the home page shows of the content. */
export type HomePageData = {
  held: Held[];
  /** The programme's own symposia, the latest first, as its page names them. */
  symposia: Shown<'symposia'>[];
  /** What the portal published last. */
  news: ShownEntry[];
  /** The national rules that came into force last, and those that are announced. */
  rules: TimelineRule[];
};

/** How many are shown of what is new. */
const shownNews = 5;

/** Puts together what the home page shows. */
export function homePage(from: Catalog): HomePageData {
  const held = (list: ListName, count: number) => ({
    label: lists[list].title,
    count,
    address: `/${list}/`,
  });
  const counted = [
    held('practices', from.practices.length),
    held('guidelines', from.all('guidelines').length),
    { label: collections.kits.label, count: from.all('kits').length, address: '/kits/' },
    held('symposia', from.all('symposia').length),
    held('surveys', from.all('surveys').length),
    { label: '機関', count: from.all('institutions').length, address: '/institutions/' },
  ];
  return {
    held: counted.filter(({ count }) => count > 0),
    symposia: symposiaOfProgramme(from),
    news: newestPublished(from.entries, shownNews),
    rules: nationalRules(from)
      .filter(({ status, isInForceSince }) => status === 'announced' || isInForceSince)
      .slice(0, shownNews),
  };
}

function symposiaOfProgramme(from: Catalog): Shown<'symposia'>[] {
  const programme = from.all('pages').find(({ id }) => id === 'programme');
  const named = new Set<string>(programme?.data.timeline.flatMap(({ links }) => links) ?? []);
  return from.all('symposia').filter(({ contentPath }) => named.has(contentPath));
}
