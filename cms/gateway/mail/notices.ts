import type { Hono } from 'hono';
import type { GatewaySettings } from '../settings.ts';
import { createFeedRoutes, type FeedParts } from './feed-routes.ts';
import { createMailer, type Mailer, type MailerParts } from './mailer.ts';
import { createOfficeFeeds, type OfficeFeeds } from './office-feeds.ts';
import { createSmtp } from './smtp.ts';

/** All by which offices are told of what concerns them. */
export type Notices = {
  /** null where no mail server is set. */
  readonly mail: Mailer | null;
  readonly feeds: OfficeFeeds;
  readonly officeFeeds: Hono;
};

/** Puts mail and feeds together on a repository. */
export const createNotices = ({
  settings: { mail, origin },
  ...parts
}: Omit<MailerParts, 'settings' | 'origin' | 'send'> &
  Omit<FeedParts, 'feeds' | 'origin'> & {
    readonly settings: Pick<GatewaySettings, 'mail' | 'origin'>;
  }): Notices => {
  const feeds = createOfficeFeeds({ records: parts.repository.records, clock: parts.clock });
  return {
    mail:
      mail && origin
        ? createMailer({ ...parts, settings: mail, origin, send: createSmtp(mail) })
        : null,
    feeds,
    officeFeeds: createFeedRoutes({ ...parts, feeds, origin }),
  };
};
