import type { Contributor } from '../permissions/contributor.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { FileEdit } from '../repository/repository.ts';
import type { ProposalParts } from './proposal-parts.ts';

/**
 * What a save brings, as it may be stored: files without what can be taken out of them. One that the entry has already, byte
 * for byte, stays as it is, so that nobody changes a file by saving its text.
 */
export const cleanEdits = async (
  { repository, intake }: Pick<ProposalParts, 'repository' | 'intake'>,
  entry: EntryAddress,
  edits: readonly FileEdit[],
  who: Contributor,
): Promise<FileEdit[]> => {
  const isStored = async ({ address, bytes, basedOn }: FileEdit): Promise<boolean> => {
    if (bytes === null || basedOn === null) return false;
    const at = (await repository.proposal(entry))?.commit ?? (await repository.published());
    const stored = await repository.read(at, address);
    return stored !== null && Buffer.compare(stored.bytes, bytes) === 0;
  };
  const cleaned: FileEdit[] = [];
  // One after the other: each may be as large as a file can be.
  for (const edit of edits) {
    const { address, bytes } = edit;
    const isAsItIs = bytes === null || address.part === 'text' || (await isStored(edit));
    cleaned.push(
      isAsItIs ? edit : { ...edit, bytes: (await intake.cleaned({ address, bytes }, who)).bytes },
    );
  }
  return cleaned;
};
