import type { LiveSite } from '../live-site/live-site.ts';
import type { Proposals } from '../proposals/proposals.ts';
import type { InstitutionName, PublishedContent } from '../published-content/published-content.ts';
import type { Repository } from '../repository/repository.ts';
import type { GatewaySettings } from '../settings.ts';
import type { Uploads } from '../uploads/uploads.ts';

/** What the actions of Decap's protocol are built on. */
export type ProtocolParts = {
  readonly settings: GatewaySettings;
  readonly repository: Repository;
  readonly proposals: Proposals;
  readonly content: PublishedContent;
  readonly uploads: Uploads;
  readonly institutionName: InstitutionName;
  /** The site that readers see; null where none is built here. */
  readonly liveSite: Pick<LiveSite, 'refresh' | 'stateOf' | 'warmUp'> | null;
  /** Whether a draft can be shown as the page that it will be. */
  readonly hasPreview: boolean;
};
