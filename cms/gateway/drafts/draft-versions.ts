import type { EntryAddress } from '../repository/content-address.ts';
import type { CommitId } from '../repository/repository.ts';
import type { Git } from '../repository/run-git.ts';

/** Tells how often the files of a proposal were saved: its 版. */
export type DraftVersions = (entry: EntryAddress, proposal: CommitId) => Promise<number>;

/**
 * Makes the counter of versions. Notes and stages make commits too, but no version.
 * @param git in the root of the repository; @param contentFolder where the content lies, from there
 */
export const createDraftVersions =
  (git: Git, contentFolder: string): DraftVersions =>
  async ({ path, text }, proposal) => {
    const files = text.endsWith('.yaml') ? text : path;
    const args = ['rev-list', '--count', proposal, '^HEAD', '--'];
    const counted = await git([...args, `${contentFolder}/${files}`]);
    return Math.max(1, Number(counted.toString().trim()));
  };
