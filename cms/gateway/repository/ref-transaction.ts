import { setTimeout as pause } from 'node:timers/promises';
import type { ObjectReader } from './object-reader.ts';
import type { CommitId } from './repository.ts';
import { RepositoryBusy, RepositoryTrouble, troubleIn } from './repository-trouble.ts';
import { type Git, GitFailure } from './run-git.ts';

/** One ref, from the value it must have to the value it shall have; null where there is no ref. */
export type RefMove = {
  readonly ref: string;
  readonly from: CommitId | null;
  readonly to: CommitId | null;
};

/**
 * Moves refs together or not at all: `outdated` where one no longer stood where it was seen.
 * @param seen the tip of the branch that the moves were decided on, where they depend on it. A repository that is its own
 *   store has just read it; a host says whether it is still there.
 */
export type RefTransaction = (
  moves: readonly RefMove[],
  seen?: { readonly tip: CommitId },
) => Promise<'moved' | 'outdated'>;

type Parts = {
  git: Git;
  reader: ObjectReader;
  /** Takes away the locks that a killed process left on these refs. */
  freeStaleLocks(refs: readonly string[]): Promise<void>;
  /** Has the disk keep what the refs' folders say. */
  keep(refs: readonly string[]): Promise<void>;
};

const mostAttempts = 30;

/**
 * Makes the compare-and-swap of refs: all of them move, or none.
 * @returns a function that gives `outdated` where a ref no longer has the value that it must have
 * @throws RepositoryBusy where another process holds a ref
 * @throws RepositoryTrouble where a hook of the repository refuses the move, or the disk takes nothing
 */
export const createRefTransaction =
  ({ git, reader, freeStaleLocks, keep }: Parts): RefTransaction =>
  async (moves) => {
    const refs = moves.map(({ ref }) => ref);
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      try {
        await git(['update-ref', '-m', 'portal', '--stdin'], [commands(moves)]);
        await keep(refs);
        return 'moved';
      } catch (error) {
        if (!(error instanceof GitFailure)) throw error;
        // Git's words differ between versions; whether a ref has moved is for the refs to say.
        if (await anyMoved(reader, moves)) return 'outdated';
        const trouble = troubleIn(error);
        // Nothing that another attempt could come past.
        if (trouble) throw new RepositoryTrouble(trouble, { cause: error });
        if (attempt === 1) await freeStaleLocks(refs);
        await pause(20 + Math.random() * 60);
      }
    }
    throw new RepositoryBusy();
  };

const commands = (moves: readonly RefMove[]): string => {
  const lines = moves.map(({ ref, from, to }) => {
    if (to === null) return `delete ${ref} ${from}\n`;
    return from === null ? `create ${ref} ${to}\n` : `update ${ref} ${to} ${from}\n`;
  });
  return `start\n${lines.join('')}prepare\ncommit\n`;
};

const anyMoved = async (reader: ObjectReader, moves: readonly RefMove[]): Promise<boolean> => {
  const current = await Promise.all(moves.map(({ ref }) => reader.read(ref)));
  return moves.some(({ from }, index) => (current[index]?.id ?? null) !== from);
};
