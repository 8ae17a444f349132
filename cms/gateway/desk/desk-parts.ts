import type { LiveSite } from '../live-site/live-site.ts';
import type { ProposalVerdicts } from '../proposals/proposal-verdicts.ts';
import type { Proposals } from '../proposals/proposals.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import type { Repository } from '../repository/repository.ts';

/** What the desk is built on. */
export type DeskParts = {
  readonly proposals: Pick<
    Proposals,
    'all' | 'deleted' | 'find' | 'restore' | 'requestWithdrawal' | 'requestDeletion' | 'withdraw'
  >;
  readonly repository: Pick<Repository, 'published' | 'list' | 'read' | 'readAll'>;
  readonly liveSite: Pick<LiveSite, 'stateOf' | 'refresh' | 'trouble' | 'builtAt' | 'isBuilding'>;
  /** From the registry of institutions. */
  readonly institutionName: InstitutionName;
  /** What is to be mended in proposals. */
  readonly verdicts: Pick<ProposalVerdicts, 'known' | 'of'>;
  /** The path that the site stands under; begins and ends with a slash. */
  readonly basePath: string;
  onTrouble(error: unknown): void;
};
