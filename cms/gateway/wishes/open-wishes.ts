import { keptAnswers } from '../live-site/kept-answers.ts';
import { createHidingAt } from '../live-site/shown.ts';
import type { PublishedContent } from '../published-content/published-content.ts';
import type { Repository } from '../repository/repository.ts';
import type { GatewaySettings } from '../settings.ts';
import { endingMonths } from './ending-months.ts';
import { createShownEntries } from './shown-entries.ts';
import { createUnanswered } from './unanswered.ts';
import type { WishRouteParts } from './wish-routes.ts';
import { createWishes } from './wishes.ts';

/** What the pages of wishes are made of, and what ends it. */
export type OpenWishes = Pick<WishRouteParts, 'wishes' | 'unanswered' | 'shown' | 'hasMembers'> & {
  close(): Promise<void>;
};

/** Opens wishes, and the count of searches, on the records of a repository. */
export const openWishes = ({
  repository,
  content,
  settings,
  basePath,
  clock,
  onTrouble,
}: {
  repository: Pick<Repository, 'records' | 'read'>;
  content: Pick<PublishedContent, 'now'>;
  settings: Pick<GatewaySettings, 'provider' | 'members' | 'edition'>;
  /** The path that the site stands under. */
  basePath: string;
  clock: () => Date;
  onTrouble: (error: unknown) => void;
}): OpenWishes => {
  const { records } = repository;
  const key = settings.members?.keys[0].secret;
  const unanswered = createUnanswered({
    records,
    clock,
    secret: key === undefined ? null : Buffer.from(key),
  });
  const ending = endingMonths(unanswered, onTrouble);
  // Whom a provider has signed in reads the network's edition, whatever is open to all.
  const edition = settings.provider ? 'network' : settings.edition;
  const hidingAt = keptAnswers(
    createHidingAt(repository, edition),
    (at, entry) => `${at} ${entry.path}`,
  );
  return {
    wishes: createWishes({ records, clock }),
    unanswered,
    shown: createShownEntries({ content, hidingAt, basePath }),
    hasMembers: settings.members !== null,
    close: ending.stop,
  };
};
