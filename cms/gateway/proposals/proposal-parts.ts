import type { InstitutionName } from '../published-content/published-content.ts';
import type { Repository } from '../repository/repository.ts';
import type { DraftQuota } from './draft-quota.ts';
import type { OnHappening } from './happenings.ts';
import type { Intake } from './intake.ts';

/** What proposals are built on. */
export type ProposalParts = {
  readonly repository: Repository;
  readonly intake: Intake;
  /** From the registry of institutions. */
  readonly institutionName: InstitutionName;
  /** How much an institution may have under way; the usual where it is left out. */
  readonly quota?: DraftQuota;
  readonly clock: () => Date;
  /** Told what has happened once it is in the store; nobody where it is left out. It throws nothing. */
  readonly onHappening?: OnHappening;
  /** Makes the id of a note. */
  readonly newId: () => string;
};
