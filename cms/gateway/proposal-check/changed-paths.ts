import type { CommitId } from '../repository/repository.ts';
import type { Git } from '../repository/run-git.ts';

/** A path that a proposal changes, as git stores it. */
export type ChangedPath = {
  /** From the root of the repository; not trusted. */
  readonly path: string;
  /** Whether a plain file stands there afterwards, something else, or nothing. */
  readonly after: 'file' | 'other' | 'gone';
  /** The id of what stands there. */
  readonly from: string;
  readonly to: string;
};

/** git's modes for a file that is not run. Whatever else may stand in a tree is a link, a submodule, a program. */
const plainFile = '100644';

/**
 * Lists what differs between two commits, a renamed file as one that went and one that came.
 * @returns in the order of paths
 */
export const changedPaths = async (
  git: Git,
  before: CommitId,
  after: CommitId,
): Promise<readonly ChangedPath[]> => {
  const diff = ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--full-index', '--no-abbrev'];
  const parts = (await git([...diff, before, after])).toString().split('\0');
  const changes: ChangedPath[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    // `:{mode before} {mode after} {id before} {id after} {status}` (git-diff-tree, raw output format)
    const [, mode = '', from = '', to = '', status = ''] = (parts[at] ?? '').split(' ');
    const path = parts[at + 1] ?? '';
    changes.push({
      path,
      after: status === 'D' ? 'gone' : mode === plainFile ? 'file' : 'other',
      from,
      to,
    });
  }
  return changes;
};
