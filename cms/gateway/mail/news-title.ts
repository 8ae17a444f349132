import { collections } from '../../../src/schema/collections.ts';
import type { Intake } from '../proposals/intake.ts';
import { titleAt } from '../proposals/stored-entry.ts';
import type { PublishedContent } from '../published-content/published-content.ts';
import type { Repository } from '../repository/repository.ts';
import type { News } from './office-news.ts';

/** What titles are found in. */
export type TitleParts = {
  readonly repository: Pick<Repository, 'published' | 'read'>;
  readonly intake: Pick<Intake, 'outlineOf'>;
  readonly content: Pick<PublishedContent, 'institutionName'>;
};

/** What an entry is called where something is told of it: its title, or else its kind and whose it is. */
export const newsTitle = async (
  { repository, intake, content }: TitleParts,
  { entry, version }: News,
): Promise<string> => {
  const at = version ?? (await repository.published());
  const found = await titleAt({ repository, intake }, entry, at);
  const owner = entry.institution ? `（${content.institutionName(entry.institution)}）` : '';
  return found ?? `${collections[entry.collection].label}${owner}`;
};
