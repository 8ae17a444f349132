import type { EntryAddress } from '../repository/content-address.ts';
import type { CommitId, FileContent, Repository } from '../repository/repository.ts';
import type { Intake } from './intake.ts';

/** Where a title is found: a text that is not published is read apart. */
type TitleParts<Needed extends keyof Repository> = {
  readonly repository: Pick<Repository, Needed>;
  readonly intake: Pick<Intake, 'outlineOf'>;
};

/** The files of an entry as of a commit: a proposal's, or the published one. */
export const filesAt = async (
  repository: Pick<Repository, 'list' | 'readAll'>,
  entry: EntryAddress,
  at: CommitId,
): Promise<readonly FileContent[]> => repository.readAll(await repository.list(at, entry));

/** The files of an entry as it is proposed, or else as it is published. */
export const standingFiles = async (
  repository: Pick<Repository, 'proposal' | 'published' | 'list' | 'readAll'>,
  entry: EntryAddress,
): Promise<readonly FileContent[]> => {
  const proposal = await repository.proposal(entry);
  return filesAt(repository, entry, proposal?.commit ?? (await repository.published()));
};

/** The text of an entry that readers see; null where it is not published. */
export const publishedText = async (
  repository: Pick<Repository, 'published' | 'read'>,
  entry: EntryAddress,
): Promise<FileContent | null> => textAt(repository, entry, await repository.published());

/** The title of an entry as of a commit, or else as it is published; null where neither has one. */
export const titleAt = async (
  { repository, intake }: TitleParts<'published' | 'read'>,
  entry: EntryAddress,
  at: CommitId,
): Promise<string | null> => {
  const text = (await textAt(repository, entry, at)) ?? (await publishedText(repository, entry));
  return (await intake.outlineOf(entry, text?.bytes ?? null)).title;
};

/** The title of an entry as it is proposed, or else as it is published; null where neither has one. */
export const standingTitle = async (
  { repository, intake }: TitleParts<'proposal' | 'published' | 'read'>,
  entry: EntryAddress,
): Promise<string | null> => {
  const proposal = await repository.proposal(entry);
  return titleAt({ repository, intake }, entry, proposal?.commit ?? (await repository.published()));
};

const textAt = (repository: Pick<Repository, 'read'>, entry: EntryAddress, at: CommitId) =>
  repository.read(at, { path: entry.text, part: 'text', entry });
