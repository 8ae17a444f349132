import { collections } from '../../../src/schema/collections.ts';
import { isInConfidence } from '../../../src/schema/in-confidence.ts';
import { origins } from '../../../src/schema/taxonomy.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { CommitId } from '../repository/repository.ts';
import type { DeskParts } from './desk-parts.ts';
import { words } from './words.ts';

/** The title of an entry as of a commit, or else of a later one in the list; what it is called where it has none. */
export const titleAt = async (
  { repository, outlineOf }: Pick<DeskParts, 'repository' | 'outlineOf'>,
  entry: EntryAddress,
  ...commits: readonly CommitId[]
): Promise<string> => {
  for (const commit of commits) {
    const text = await repository.read(commit, { path: entry.text, part: 'text', entry });
    const { title } = await outlineOf(entry, text?.bytes ?? null);
    if (title) return title;
  }
  return words.untitled;
};

/** Whose entry of what kind it is: さくら大学　事例. */
export const belongingOf = (
  { institution, collection }: EntryAddress,
  institutionName: InstitutionName,
) => `${ownerOf(institution, institutionName)}　${collections[collection].label}`;

/** Whose entries they are; null for what belongs to the portal itself. */
export const ownerOf = (
  institution: EntryAddress['institution'],
  institutionName: InstitutionName,
): string => {
  if (!institution) return words.ofThePortal;
  return isInConfidence({ institution }) ? origins['in-confidence'] : institutionName(institution);
};
