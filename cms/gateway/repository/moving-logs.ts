import { messageText } from './commit-message.ts';
import { writeCommit } from './commit-writer.ts';
import { readCommit } from './git-object.ts';
import type { MovedEntry } from './publication-records.ts';
import { archivedProposals, logRefOf } from './ref-names.ts';
import type { RefMove } from './ref-transaction.ts';
import type { CommitId } from './repository.ts';
import type { RepositoryParts } from './repository-parts.ts';
import { untilMoved } from './until-moved.ts';

/** What takes along to its new address what was said about an entry. */
export type MovingLogs = {
  /** The moves that take it along, as it stands now. */
  movesOf(moved: MovedEntry): Promise<RefMove[]>;
  /** Takes it along. */
  move(moved: MovedEntry): Promise<void>;
};

/**
 * Makes what takes the log and the archived proposals of an entry along, all refs in one step: done again it finds nothing
 * at the former address and changes nothing.
 */
export const createMovingLogs = ({
  drafts: { git, reader, moveRefs },
  draftRefs,
  portal,
}: Pick<RepositoryParts, 'drafts' | 'draftRefs' | 'portal'>): MovingLogs => {
  /**
   * The log where it goes. What was kept there about an entry that is no more stays in the history of the log, and says
   * nothing of the one that came.
   */
  const logMoves = async ({ from, to }: MovedEntry): Promise<RefMove[]> => {
    const [own, there] = await Promise.all([
      reader.read(logRefOf(from)),
      reader.read(logRefOf(to)),
    ]);
    if (!own) return [];
    const id = own.id as CommitId;
    const before = there ? (there.id as CommitId) : null;
    const joined =
      before &&
      (await writeCommit(git, {
        parents: [id, before],
        changes: [],
        author: portal,
        committer: portal,
        at: readCommit(own.bytes).at,
        message: messageText({ subject: 'アドレスの変更に合わせて記録を移動', trailers: {} }),
      }));
    return [
      { ref: logRefOf(from), from: id, to: null },
      { ref: logRefOf(to), from: before, to: joined ?? id },
    ];
  };

  const archiveMoves = async ({ from, to }: MovedEntry): Promise<RefMove[]> =>
    (await draftRefs(`${archivedProposals}${from.path}/`)).flatMap(({ ref, commit }) => [
      { ref, from: commit, to: null },
      // Named after the last commit of the proposal, as before.
      {
        ref: ref.replace(`${archivedProposals}${from.path}/`, `${archivedProposals}${to.path}/`),
        from: null,
        to: commit,
      },
    ]);

  const movesOf = async (moved: MovedEntry): Promise<RefMove[]> => [
    ...(await logMoves(moved)),
    ...(await archiveMoves(moved)),
  ];
  return {
    movesOf,
    async move(moved) {
      await untilMoved(async () => {
        const moves = await movesOf(moved);
        const outcome = moves.length > 0 ? await moveRefs(moves) : 'moved';
        return outcome === 'outdated' ? outcome : { kind: outcome };
      });
    },
  };
};
