import type { Mailer } from '../mail/mailer.ts';
import type { OfficeFeeds } from '../mail/office-feeds.ts';
import type { PublishedContent } from '../published-content/published-content.ts';

/** What the pages about mail, feeds and 要約便 are built on. */
export type NoticeParts = {
  /** null where no mail is sent. */
  readonly mail: Pick<Mailer, 'state'> | null;
  readonly feeds: Pick<OfficeFeeds, 'make' | 'withdraw' | 'madeAt'>;
  readonly content: Pick<PublishedContent, 'now' | 'institutionName'>;
  /** Where the portal is found; null where it serves this machine alone. */
  readonly origin: string | null;
};
