import { RepositoryUnusable } from './git-repository.ts';
import { type Git, GitFailure, gitIn } from './run-git.ts';

/** Where the content is kept with git. */
export type ContentRepository = {
  /** The checkout. */
  readonly root: string;
  /** The content's folder, from there. */
  readonly contentFolder: string;
};

/**
 * Finds the checkout that a content folder belongs to, as the editor needs it: with a branch to publish on.
 * @throws RepositoryUnusable with a sentence that says why there is no editor
 */
export const findContentRepository = async (contentDir: string): Promise<ContentRepository> => {
  const git = gitIn(contentDir);
  const [root, prefix] = await Promise.all([
    lineOf(git, 'rev-parse', '--show-toplevel'),
    lineOf(git, 'rev-parse', '--show-prefix'),
  ]);
  if (!root || prefix === null) {
    return unusable(
      `内容のフォルダー「${contentDir}」が git のリポジトリの中にないため`,
      'git で取得したフォルダーの中の内容を CONTENT_DIR に指定してください',
    );
  }
  if (prefix === '') {
    return unusable(
      `内容のフォルダー「${contentDir}」がリポジトリのいちばん上にあるため`,
      '内容をその中の content フォルダーに移してください',
    );
  }
  const contentFolder = prefix.replace(/\/$/, '');
  if ((await lineOf(git, 'rev-parse', '--verify', '--quiet', `HEAD:${contentFolder}`)) === null) {
    return unusable(
      `内容のフォルダー「${contentDir}」が git にまだ記録されていないため`,
      'コミットしてから、もう一度始めてください',
    );
  }
  if ((await lineOf(git, 'symbolic-ref', '--quiet', 'HEAD')) === null) {
    return unusable(
      `「${root}」でどのブランチもチェックアウトされていないため`,
      'ブランチをチェックアウトしてから、もう一度始めてください',
    );
  }
  return { root, contentFolder };
};

const unusable = (why: string, remedy: string): never => {
  throw new RepositoryUnusable(`${why}編集画面は使えませんので、使うときは、${remedy}。`);
};

/** What a git command says; null where it fails, or where there is no git. */
const lineOf = async (git: Git, ...args: string[]): Promise<string | null> => {
  try {
    return (await git(args)).toString().trimEnd();
  } catch (error) {
    if (error instanceof GitFailure) return null;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
};
