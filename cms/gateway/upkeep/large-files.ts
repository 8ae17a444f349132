import { type Git, GitFailure, wholeRepositoryLimit } from '../repository/run-git.ts';

/**
 * What a repository is set to, where nobody has set it otherwise, so that large files cost what they weigh:
 * - a file beyond 1 MB is neither held against others nor read into memory where git packs: slides and PDFs are compressed
 *   already, and it takes minutes to find that out;
 * - whoever clones may ask for less than everything (`--filter`): /help/operation/ says how.
 */
export const largeFileSettings = {
  'core.bigFileThreshold': '1m',
  'uploadpack.allowFilter': 'true',
} as const;

/** Sets what is not set. @param git runs in the repository */
export const setForLargeFiles = async (git: Git): Promise<void> => {
  for (const [name, value] of Object.entries(largeFileSettings)) {
    if (!(await isSet(git, name))) await git(['config', '--local', name, value]);
  }
};

const isSet = async (git: Git, name: string): Promise<boolean> => {
  try {
    await git(['config', '--local', '--get', name]);
    return true;
  } catch (error) {
    // It says so by this number.
    if (error instanceof GitFailure && error.exitCode === 1) return false;
    throw error;
  }
};

/**
 * Has git itself put a repository in order, by the two of its tasks that take nothing away which something could still need
 * (git-maintenance(1)): a table of the commits, and packs that became many put together. Its others pack or drop what
 * nothing refers to, which the repository of drafts may borrow; of loose objects see pack-loose.ts.
 */
export const maintain = async (git: Git): Promise<void> => {
  const tasks = ['--task=commit-graph', '--task=incremental-repack'];
  await git(['maintenance', 'run', '--quiet', ...tasks], [], wholeRepositoryLimit);
};
