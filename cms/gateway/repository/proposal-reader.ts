import type { EntryAddress } from './content-address.ts';
import type { DraftRef } from './draft-refs.ts';
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

/** Of how many commits it is kept what proposal they are; those that were asked for longest ago go first. */
const mostKept = 2000;

/** Makes the reader of proposals from their refs. What a commit holds never changes, and is kept. */
export const createProposalReader = ({
  drafts: { reader },
  draftRefs,
  content,
  isHereOnly,
}: Pick<RepositoryParts, 'drafts' | 'draftRefs' | 'content' | 'isHereOnly'>): ProposalReader => {
  const known = new Map<string, StoredProposal>();

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

  const listedAt = async ({ ref, commit }: DraftRef): Promise<StoredProposal | null> => {
    const entry = entryOfRef(ref);
    if (!entry) return null;
    const key = `${commit} ${entry.path}`;
    const proposal = known.get(key) ?? (await proposalAt(entry, commit));
    if (!proposal) return null;
    known.delete(key);
    known.set(key, proposal);
    const [oldest] = known.keys();
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
    return proposal;
  };

  const proposalsBelow = async (refs: string): Promise<StoredProposal[]> => {
    const found = await Promise.all((await draftRefs(refs)).map(listedAt));
    return found
      .filter((proposal) => proposal !== null)
      .sort((one, other) => other.savedAt.getTime() - one.savedAt.getTime());
  };

  const marked = <Found extends StoredProposal | null>(proposal: Found): Found =>
    proposal && isHereOnly(proposal.entry) ? { ...proposal, isHereOnly: true } : proposal;

  return {
    proposalAt,
    proposal: async (entry) => marked(await proposalAt(entry, refOf(entry))),
    proposals: async () => (await proposalsBelow(liveProposals)).map((found) => marked(found)),
    deletedProposals: () => proposalsBelow(deletedProposals),
  };
};
