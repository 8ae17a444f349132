import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Refusal } from '../../../src/refusal.ts';
import { draftsFolderIn } from '../repository/drafts-repository.ts';
import { type Git, GitFailure, type GitPlace, gitIn } from '../repository/run-git.ts';
import { backupWords } from './words.ts';

/** The repositories of a portal, as a backup reads them: it changes nothing there, and takes no lock. */
export type SourcePortal = {
  /** The git folder that all working trees of the published repository share. */
  readonly gitFolder: string;
  /** The branch that readers see. */
  readonly branch: string;
  readonly objectFormat: string;
  /** Where the published repository was cloned without its older history, what its `shallow` says; else empty. */
  readonly shallow: string;
  readonly published: Git;
  /** null where no draft was ever begun. */
  readonly drafts: Git | null;
  /** Where the objects of both are read. */
  readonly objects: GitPlace;
};

/**
 * Opens the repositories below a folder for reading.
 * @param folder a checkout, or a bare repository
 * @throws Refusal where there is no repository, or no branch is checked out
 */
export const openSourcePortal = async (folder: string): Promise<SourcePortal> => {
  const published = gitIn(folder);
  const facts = await lineOf(published, ['rev-parse', '--git-common-dir', '--show-object-format']);
  if (facts === null) throw new Refusal(backupWords.noRepository(folder));
  const [common = '', objectFormat = 'sha1'] = facts.split('\n');
  const branch = await lineOf(published, ['symbolic-ref', '--quiet', 'HEAD']);
  if (!branch) throw new Refusal(backupWords.noBranch(folder));
  const gitFolder = resolve(folder, common);
  const draftsFolder = draftsFolderIn(gitFolder);
  const shallowFile = join(gitFolder, 'shallow');
  const place: GitPlace | null = (await stat(draftsFolder).catch(() => null)) && {
    folder: draftsFolder,
    gitFolder: draftsFolder,
    shallowFile,
    withoutHooks: true,
  };
  return {
    gitFolder,
    branch,
    objectFormat,
    shallow: await readFile(shallowFile, 'utf8').catch(() => ''),
    published,
    drafts: place && gitIn(place),
    objects: place ?? { folder },
  };
};

const lineOf = async (git: Git, args: readonly string[]): Promise<string | null> => {
  try {
    return (await git(args)).toString().trim();
  } catch (error) {
    const isNone =
      error instanceof GitFailure || (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (isNone) return null;
    throw error;
  }
};
