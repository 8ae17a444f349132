import { messageText } from './commit-message.ts';
import { writeCommit } from './commit-writer.ts';
import { readCommit } from './git-object.ts';
import type { EndedProposal } from './publication-records.ts';
import { archivedRefOf, entryOfRef, recordPath } from './ref-names.ts';
import type { RefMove } from './ref-transaction.ts';
import type { CommitId } from './repository.ts';
import type { RepositoryParts } from './repository-parts.ts';

/** Makes what gives the moves by which a proposal ends and what was said about it is kept. */
export const createEndingMoves = ({
  drafts: { git, reader },
  portal,
}: Pick<RepositoryParts, 'drafts' | 'portal'>): ((ends: EndedProposal) => Promise<RefMove[]>) => {
  /**
   * Keeps what was said about a proposal, in a commit that holds its record alone: its drafts and their files end with it.
   * The same proposal gives the same commit, however often it is ended.
   */
  const archive = async (proposal: CommitId): Promise<CommitId> => {
    const [commit, record] = await Promise.all([
      reader.read(proposal),
      reader.read(`${proposal}:${recordPath}`),
    ]);
    return writeCommit(git, {
      parents: [],
      changes: [{ path: recordPath, content: record?.bytes ?? Buffer.from('') }],
      author: portal,
      committer: portal,
      at: commit ? readCommit(commit.bytes).at : new Date(0),
      message: messageText({ subject: '公開した投稿案の記録', trailers: {} }),
    });
  };

  return async ({ ref, at }) => {
    const entry = entryOfRef(ref);
    const ending = { ref, from: at, to: null };
    const kept = entry && archivedRefOf(entry, at);
    if (kept === null || (await reader.read(kept))) return [ending];
    return [ending, { ref: kept, from: null, to: await archive(at) }];
  };
};
