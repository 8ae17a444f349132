import type { EntryAddress } from '../repository/content-address.ts';
import type { CommitId, FileContent, Repository } from '../repository/repository.ts';
import { type EntryOutline, outlineOf } from './entry-text.ts';

/** The text of an entry that readers see; null where it is not published. */
export const publishedText = async (
  repository: Repository,
  entry: EntryAddress,
): Promise<FileContent | null> => textAt(repository, entry, await repository.published());

/** The outline of an entry as it is proposed, or else as it is published; empty where it is neither. */
export const storedOutline = async (
  repository: Repository,
  entry: EntryAddress,
): Promise<EntryOutline> => {
  const proposal = await repository.proposal(entry);
  const proposed = proposal && (await textAt(repository, entry, proposal.commit));
  const text = proposed ?? (await publishedText(repository, entry));
  return outlineOf(entry, text?.bytes ?? null);
};

const textAt = (repository: Repository, entry: EntryAddress, at: CommitId) =>
  repository.read(at, { path: entry.text, part: 'text', entry });
