import type { EntryAddress } from './content-address.ts';
import { readCommit } from './git-object.ts';
import { deletedProposals, entryOfRef, liveProposals, recordPath, refOf } from './ref-names.ts';
import type { CommitId, StoredProposal } from './repository.ts';
import type { RepositoryParts } from './repository-parts.ts';

/** Reads proposals from their refs. */
export type ProposalReader = {
  proposal(entry: EntryAddress): Promise<StoredProposal | null>;
  proposals(): Promise<StoredProposal[]>;
  deletedProposals(): Promise<StoredProposal[]>;
  /** A proposal as of one of its commits; null where that is none. */
  proposalAt(entry: EntryAddress, commit: string): Promise<StoredProposal | null>;
};

/** Makes the reader of proposals from their refs. */
export const createProposalReader = ({
  drafts: { git, reader },
  content,
}: Pick<RepositoryParts, 'drafts' | 'content'>): ProposalReader => {
  const proposalAt = async (entry: EntryAddress, name: string): Promise<StoredProposal | null> => {
    const object = await reader.read(`${name}^{commit}`);
    if (!object) return null;
    const commit = object.id as CommitId;
    const [record, files] = await Promise.all([
      reader.read(`${commit}:${recordPath}`),
      content.entry(commit, entry),
    ]);
    return {
      entry,
      commit,
      record: record?.bytes.toString() ?? '',
      content: files === 'behind-link' ? null : files.content,
      savedAt: readCommit(object.bytes).at,
    };
  };

  const proposalsBelow = async (refs: string): Promise<StoredProposal[]> => {
    const output = await git(['for-each-ref', '--format=%(refname)', refs]);
    const found = await Promise.all(
      output
        .toString()
        .split('\n')
        .map((ref) => {
          const entry = entryOfRef(ref);
          return entry ? proposalAt(entry, ref) : null;
        }),
    );
    return found
      .filter((proposal) => proposal !== null)
      .sort((one, other) => other.savedAt.getTime() - one.savedAt.getTime());
  };

  return {
    proposalAt,
    proposal: (entry) => proposalAt(entry, refOf(entry)),
    proposals: () => proposalsBelow(liveProposals),
    deletedProposals: () => proposalsBelow(deletedProposals),
  };
};
