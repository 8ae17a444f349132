import type { Repository } from '../repository/repository.ts';
import type { InstitutionName } from './role-account.ts';

/** What proposals are built on. */
export type ProposalParts = {
  readonly repository: Repository;
  /** From the registry of institutions. */
  readonly nameOf: InstitutionName;
  readonly clock: () => Date;
  /** Makes the id of a note. */
  readonly newId: () => string;
};
