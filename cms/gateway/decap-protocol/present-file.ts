import type { EntryAddress } from '../repository/content-address.ts';
import type { FileEdit, FileVersion, Repository } from '../repository/repository.ts';
import type { ReadPresent } from './outcomes.ts';

/** Reads a file as readers see it. */
export const publishedFile =
  (repository: Repository): ReadPresent =>
  async (file) =>
    repository.read(await repository.published(), file);

/**
 * Reads the file that a save stumbled over: as it is proposed or else published, or, where the save was to take the
 * place of a published version (`over`) and the proposal is as its author knows it, as it is published.
 */
export const fileInTheWay =
  (
    repository: Repository,
    entry: EntryAddress,
    edits: readonly FileEdit[],
    over: FileVersion | null | undefined,
  ): ReadPresent =>
  async (file) => {
    const proposal = await repository.proposal(entry);
    if (!proposal) return publishedFile(repository)(file);
    const proposed = await repository.read(proposal.commit, file);
    const began = edits.find(({ address }) => address.path === file.path)?.basedOn;
    const isAsKnown = began !== undefined && (proposed?.version ?? null) === began;
    return over !== undefined && (began === undefined || isAsKnown)
      ? publishedFile(repository)(file)
      : proposed;
  };
