import type { PublishedContent } from '../published-content/published-content.ts';
import type { Repository } from '../repository/repository.ts';
import type { MemberSettings } from '../settings/member-settings.ts';
import type { OnMemberEvent } from './member-events.ts';

/** What the register of members is built on. */
export type MemberParts = {
  readonly records: Repository['records'];
  readonly content: Pick<PublishedContent, 'registry'>;
  readonly settings: MemberSettings;
  readonly clock: () => Date;
  /** A listener that fails costs nothing else. */
  readonly onMemberEvent: OnMemberEvent;
  /** Hears of what could not be written down and can wait. */
  readonly onTrouble: (error: unknown) => void;
};

/** How often something is begun anew where somebody else was faster. */
export const mostRounds = 8;
