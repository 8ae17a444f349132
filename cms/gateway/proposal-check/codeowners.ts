import type { Contributor } from '../permissions/contributor.ts';
import type { Accounts } from './accounts.ts';
import { words } from './words.ts';

/**
 * Writes a CODEOWNERS file, which GitHub, GitLab, Gitea and Forgejo read: who is asked to look at a proposal. The last line
 * that fits a path counts. Everything is the editors', the program included; below its own path an institution is asked as
 * well.
 * @param institutions the ids of the registry
 * @param contentFolder where the content lies, from the root of the repository
 */
export const codeOwners = (
  institutions: readonly string[],
  accounts: Accounts,
  contentFolder: string,
): string => {
  const named = (isWanted: (who: Contributor) => boolean) =>
    [...accounts].flatMap(([name, who]) => (isWanted(who) ? [`@${name}`] : [])).sort();
  const editors = named(({ role }) => role === 'editor');
  const lines = institutions.toSorted().flatMap((institution) => {
    const own = named((who) => who.role === 'contributor' && who.institution === institution);
    if (own.length === 0) return [];
    return [`/${contentFolder}/*/${institution}/ ${[...editors, ...own].join(' ')}`];
  });
  return [`# ${words.madeOwners}`, `* ${editors.join(' ')}`, ...lines, ''].join('\n');
};
