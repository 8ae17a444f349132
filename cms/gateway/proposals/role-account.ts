import type { Contributor } from '../permissions/contributor.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import type { Account } from '../repository/repository.ts';

/**
 * Under whose name a change stands in the history: さくら大学 研究推進課. It names an office, never a person; the
 * address can never receive mail (RFC 2606) and tells programs which institution it was.
 */
export const roleAccountOf = (who: Contributor, institutionName: InstitutionName): Account =>
  who.role === 'editor'
    ? { name: `${who.office}（事務局）`, email: 'editors@contributors.invalid' }
    : {
        name: `${institutionName(who.institution)} ${who.office}`,
        email: `${who.institution}@contributors.invalid`,
      };
