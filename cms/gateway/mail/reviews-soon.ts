import { entryCollections } from '../../../src/schema/collections.ts';
import { isInConfidence } from '../../../src/schema/in-confidence.ts';
import { publishedFacts, publishedOutline } from '../proposals/entry-text.ts';
import type { PublishedVersion } from '../published-content/published-content.ts';
import { type News, newsKey } from './office-news.ts';

/** How many days before its date an entry's review is told. */
const daysBefore = 30;

/** A review that is to come, or overdue. */
export type ReviewSoon = { readonly news: News; readonly by: string };

/**
 * The published entries whose 次の見直し is near or over, told to the network's office, and to the institution where the text is its own.
 * @param today the day in Japan
 */
export const reviewsSoon = ({ textsOf }: PublishedVersion, today: string): ReviewSoon[] => {
  const until = dayAfter(today, daysBefore);
  return entryCollections.flatMap((collection) =>
    (textsOf.get(collection) ?? []).flatMap(({ address: { entry }, text }): ReviewSoon[] => {
      // Most entries need not be parsed to see that their day is far.
      const by = /^reviewBy:[ \t]*['"]?(\d{4}-\d{2}-\d{2})['"]?[ \t]*$/m.exec(text)?.[1];
      if (by === undefined || by > until) return [];
      const bytes = Buffer.from(text);
      if (publishedFacts(entry, bytes).isWithdrawn) return [];
      const { origin } = publishedOutline(entry, bytes);
      const { institution } = entry;
      const isTheirOwn =
        institution !== null &&
        !isInConfidence({ institution }) &&
        (origin === 'contributed' || origin === 'on-behalf');
      const news = (to: News['to']): ReviewSoon => ({
        by,
        news: {
          key: newsKey('review-soon', entry, by),
          kind: 'review-soon',
          entry,
          to,
          by: null,
          at: new Date(`${by}T00:00:00+09:00`),
          reason: null,
          version: null,
          waits: true,
        },
      });
      return [
        news({ role: 'network' }),
        ...(isTheirOwn ? [news({ role: 'institution', institution, office: null })] : []),
      ];
    }),
  );
};

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
