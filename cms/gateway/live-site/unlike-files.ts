import { halfWrittenPrefix } from '../../../src/source/content-files.ts';
import type { CommitId } from '../repository/repository.ts';
import { gitIn } from '../repository/run-git.ts';

/**
 * The files of the content folder of a checkout that are not as a commit has them: changed, missing or added there.
 * @param contentDir the folder
 * @returns their paths below it
 */
export const filesUnlike = async (contentDir: string, commit: CommitId): Promise<string[]> => {
  // Line ends and filters are as the checkout was made with.
  const git = gitIn({ folder: contentDir, settings: 'as-checked-out' });
  const [changed, added] = await Promise.all([
    // It may not refresh the index on the way: somebody at work in the checkout would find it locked.
    git(['--no-optional-locks', 'diff', ...asData, '--relative', commit, '--', '.']),
    git(['ls-files', '--others', '-x', `${halfWrittenPrefix}*`, '-z', '--', '.']),
  ]);
  return [changed, added].flatMap((paths) => paths.toString().split('\0').filter(Boolean));
};

const asData = ['--name-only', '-z', '--no-renames', '--no-ext-diff'];
