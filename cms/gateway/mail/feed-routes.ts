import { Hono } from 'hono';
import { atomFeed } from '../../../src/feeds/atom.ts';
import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import { collections } from '../../../src/schema/collections.ts';
import { site } from '../../../src/strings/site.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import type { PublishedContent } from '../published-content/published-content.ts';
import { newsTitle, type TitleParts } from './news-title.ts';
import type { OfficeFeeds } from './office-feeds.ts';
import { type News, officeNews, type Recipient } from './office-news.ts';
import { type NewsRepository, readStanding } from './read-standing.ts';
import { reviewsSoon } from './reviews-soon.ts';
import { feedWords, newsWords } from './words.ts';

/** Where offices' feeds are, below the root of the portal. */
export const feedsFolder = '/feeds/office';

/** The address of a feed, below the root of the portal. */
export const feedAddress = (secret: string): string => `${feedsFolder}/${secret}.atom`;

export type FeedParts = TitleParts & {
  readonly feeds: Pick<OfficeFeeds, 'officeOf'>;
  readonly repository: NewsRepository;
  readonly content: Pick<PublishedContent, 'now' | 'institutionName'>;
  /** Where somebody looks at what is told, from the root of the portal. */
  readonly pathOf: (news: News) => string;
  /** Where the portal is found; null where it serves this machine alone. */
  readonly origin: string | null;
  readonly clock: () => Date;
};

const mostEntries = 100;
const toldMilliseconds = 60 * 24 * 60 * 60 * 1000;

/**
 * Makes the feeds of offices. Whoever holds an address reads titles and links, no text. An address that leads nowhere goes on
 * to the site, which says of it what it says of any that does not exist.
 */
export const createFeedRoutes = (parts: FeedParts): Hono => {
  const routes = new Hono();
  routes.get('/:file', async (c, next) => {
    const secret = /^([A-Za-z0-9_-]+)\.atom$/.exec(c.req.param('file'))?.[1] ?? '';
    const who = await parts.feeds.officeOf(secret);
    if (!who) return next();
    return c.body(await feedOf(parts, who, feedAddress(secret)), 200, {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    });
  });
  return routes;
};

const feedOf = async (parts: FeedParts, who: Contributor, self: string): Promise<string> => {
  const { repository, content, origin, pathOf, clock } = parts;
  const now = clock();
  const from = new Date(now.getTime() - toldMilliseconds);
  const today = dayInJapan(now);
  const all = [
    ...officeNews(await readStanding(repository, from)).filter(
      ({ at, waits }) => waits || at >= from,
    ),
    ...reviewsSoon(await content.now(), today).map(({ news }) => ({ ...news, at: now })),
  ].filter(({ to }) => isFor(who, to));
  // What waits comes first, and of both the latest.
  const shown = all
    .sort(
      (one, other) =>
        Number(other.waits) - Number(one.waits) || other.at.getTime() - one.at.getTime(),
    )
    .slice(0, mostEntries);
  const entries = await Promise.all(
    shown.map(async (news) => {
      const { label, lead } = newsWords[news.kind];
      const day = dayInJapan(news.at);
      return {
        title: `${news.waits ? feedWords.waits : ''}${label}：${await newsTitle(parts, news)}`,
        summary: lead,
        address: pathOf(news),
        identity: `office-news ${news.key}`,
        published: day,
        updated: day,
        author: news.by ? roleAccountOf(news.by, content.institutionName).name : site.title,
        categories: [collections[news.entry.collection].label],
      };
    }),
  );
  const { name } = roleAccountOf(who, content.institutionName);
  return atomFeed(
    {
      title: feedWords.title(name),
      subtitle: feedWords.subtitle,
      author: site.title,
      home: '/admin/desk/',
      self,
      rights: feedWords.rights,
      entries,
    },
    origin === null ? undefined : new URL(origin),
  );
};

/** Whether something is told to an office: to it by name, or to whoever answers for its institution. */
const isFor = (who: Contributor, to: Recipient): boolean => {
  if (to.role === 'network') return who.role === 'editor';
  return (
    who.role === 'contributor' &&
    to.institution === who.institution &&
    (to.office === null || to.office === who.office)
  );
};
