import { ofAnotherSentence, RepositoryUnusable } from './git-repository.ts';
import { GitFailure, gitIn } from './run-git.ts';

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
  const [root, prefix] = await Promise.all([
    lineOf(contentDir, 'rev-parse', '--show-toplevel'),
    lineOf(contentDir, 'rev-parse', '--show-prefix'),
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
  if (
    (await lineOf(contentDir, 'rev-parse', '--verify', '--quiet', `HEAD:${contentFolder}`)) === null
  ) {
    return unusable(
      `内容のフォルダー「${contentDir}」が git にまだ記録されていないため`,
      'コミットしてから、もう一度始めてください',
    );
  }
  if ((await lineOf(contentDir, 'symbolic-ref', '--quiet', 'HEAD')) === null) {
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
const lineOf = async (folder: string, ...args: string[]): Promise<string | null> => {
  try {
    return (await gitIn(folder)(args)).toString().trimEnd();
  } catch (error) {
    if (error instanceof GitFailure) {
      const ofAnother = ofAnotherSentence(error, folder);
      if (ofAnother) throw new RepositoryUnusable(ofAnother);
      return null;
    }
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
};
