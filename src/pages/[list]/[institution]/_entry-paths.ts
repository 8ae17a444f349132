import { catalog } from '../../../catalog/catalog.ts';
import { comingEvents, eventAddress } from '../../../catalog/coming-events.ts';
import { type EntryPageData, entryPages } from '../../../catalog/entry-page.ts';
import { onceForEntry } from '../../../catalog/once-for-entry.ts';
import type { ShownEntry } from '../../../catalog/shown-content.ts';
import { hasInserts } from '../../../layouts/inserts.ts';

/** What the route of an entry hands to its layout. */
export type EntryRoute = {
  page: EntryPageData;
  /** The calendar file of an event that is still to come. */
  calendar: string | undefined;
};

const entryHasInserts = onceForEntry((entry: ShownEntry) =>
  hasInserts({ entry, bundle: undefined }),
);
const needsInserts = (page: EntryPageData): boolean =>
  page.bundle === undefined ? entryHasInserts(page.entry) : hasInserts(page);

/**
 * The entries of this edition, for one of the two routes that share their addresses: a style sheet belongs to a route, and
 * most entries do without that of inserts.
 * @param withInserts whether of those that need it, or of the others
 */
export async function entryRoutes(withInserts: boolean) {
  const content = await catalog();
  const calendars = new Map(
    comingEvents(content, content.day).map(({ symposium }) => [
      symposium.contentPath,
      eventAddress(symposium),
    ]),
  );
  return entryPages(content)
    .filter((page) => withInserts === needsInserts(page))
    .map((page) => {
      const [institution, slug] = page.entry.id.split('/');
      const calendar = calendars.get(page.entry.contentPath);
      const props: EntryRoute = { page, calendar };
      return { params: { list: page.list, institution, slug }, props };
    });
}
