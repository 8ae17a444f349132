import type { CommitId } from '../repository/repository.ts';
import { GitFailure, gitIn } from '../repository/run-git.ts';

/**
 * The files of the content that differ between two commits.
 * @param contentDir the folder of the content in a checkout
 * @returns their paths below it
 * @throws GitFailure where the repository lacks one of the commits
 */
export const changedBetween = async (
  contentDir: string,
  from: CommitId,
  to: CommitId,
): Promise<string[]> => {
  const args = ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--relative'];
  const paths = await gitIn(contentDir)([...args, from, to, '--', '.']);
  return paths.toString().split('\0').filter(Boolean);
};

/** Whether a file of the content was ever published. @param path below the content folder */
export const wasPublished = async (
  contentDir: string,
  at: CommitId,
  path: string,
): Promise<boolean> =>
  (await gitIn(contentDir)(['log', '-1', '--format=%H', at, '--', path])).length > 0;

/**
 * Where words stand in the published content.
 * @param at the commit that is published
 * @returns each word with the path of a file that says it, below the content folder
 */
export const wordsSaid = async (
  contentDir: string,
  at: CommitId,
  words: readonly string[],
): Promise<{ word: string; path: string }[]> => {
  const asked = words.filter((word) => !/[\n\r\0]/.test(word));
  if (asked.length === 0) return [];
  const found = await gitIn(contentDir)([
    'grep',
    ...['-F', '-I', '-z', '-o'],
    ...asked.flatMap((word) => ['-e', word]),
    at,
    ...['--', '.'],
  ]).catch((error: unknown) => {
    // With 1 git says that there is none.
    if (error instanceof GitFailure && error.exitCode === 1) return Buffer.alloc(0);
    throw error;
  });
  return found
    .toString()
    .split('\n')
    .flatMap((line) => {
      const [place = '', word] = line.split('\0');
      return word === undefined ? [] : [{ word, path: place.slice(at.length + 1) }];
    });
};
