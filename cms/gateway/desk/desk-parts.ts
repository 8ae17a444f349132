import type { LiveSite } from '../live-site/live-site.ts';
import type { Members } from '../members/members.ts';
import type { Presence } from '../presence/presence.ts';
import type { ProposalVerdicts } from '../proposals/proposal-verdicts.ts';
import type { Proposals } from '../proposals/proposals.ts';
import type { EntryOutline } from '../published-content/entry-outline.ts';
import type { Judge } from '../published-content/judge.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import type { Renaming } from '../renaming/renaming.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { Repository } from '../repository/repository.ts';
import type { OnTrouble } from '../requests/failures.ts';
import type { GatewaySettings } from '../settings.ts';
import type { NoticeParts } from './notice-parts.ts';

/** What the desk is built on. */
export type DeskParts = {
  readonly proposals: Proposals;
  readonly repository: Pick<
    Repository,
    | 'published'
    | 'list'
    | 'read'
    | 'readAll'
    | 'pendingFiles'
    | 'entryLog'
    | 'entryLogs'
    | 'archivedProposals'
  >;
  /** Who has which entry open. */
  readonly presence: Pick<Presence, 'others'>;
  readonly clock: () => Date;
  readonly settings: Pick<GatewaySettings, 'reviewNormDays' | 'deletedKeptDays'>;
  readonly liveSite: Pick<LiveSite, 'stateOf' | 'refresh' | 'trouble' | 'builtAt' | 'isBuilding'>;
  readonly renaming: Renaming;
  /** What is published, by what a person calls it. */
  readonly known: Pick<Judge, 'entries' | 'touched'>;
  /** From the registry of institutions. */
  readonly institutionName: InstitutionName;
  /** What is to be mended in proposals. */
  readonly verdicts: Pick<ProposalVerdicts, 'known' | 'of'>;
  /** What a text is called that may not be published. */
  outlineOf(entry: EntryAddress, bytes: Uint8Array | null): Promise<EntryOutline>;
  /** Who belongs to the portal, and the registry to choose from; null where people choose who they are. */
  readonly members:
    | (Pick<Members, 'invitations' | 'bindings'> & {
        institutions(): Promise<readonly { readonly id: string; readonly name: string }[]>;
      })
    | null;
  /** Where its users find the portal; null where it serves this machine alone. */
  readonly origin: string | null;
  /** How offices are told of what concerns them; those pages are left out where it is. */
  readonly notices?: NoticeParts;
  /** The path that the site stands under; begins and ends with a slash. */
  readonly basePath: string;
  readonly onTrouble: OnTrouble;
};
