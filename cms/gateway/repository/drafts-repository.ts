import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createObjectReader, type ObjectReader } from './object-reader.ts';
import { freeLocksOfKilled, freeStaleLocks, syncFoldersOf } from './ref-folders.ts';
import { createRefTransaction, type RefTransaction } from './ref-transaction.ts';
import { type Git, type GitPlace, gitIn } from './run-git.ts';

/**
 * The repository of what is not published: proposals, deleted proposals, and what a publication has still to do. It lies
 * inside the git folder of the published one and borrows its objects; the published one knows nothing of it, so that
 * neither a clone nor a mirror of it carries a draft.
 */
export type DraftsRepository = {
  readonly folder: string;
  readonly place: GitPlace;
  readonly git: Git;
  /** Reads what is published, too. */
  readonly reader: ObjectReader;
  readonly moveRefs: RefTransaction;
};

/** Its name inside the git folder that all working trees of the published repository share. */
export const draftsFolderIn = (sharedFolder: string): string =>
  join(sharedFolder, 'portal-drafts.git');

/** The objects of the published repository, from those of the drafts: the two may be moved together. */
const borrowed = '../../objects\n';

/**
 * Opens the repository of drafts, and makes it where there is none. It is made under another name and put in its place
 * whole: a start that was cut off leaves none, never half of one.
 * @param sharedFolder the git folder of the published repository, that of all its working trees
 * @param objectFormat of the published repository, sha1 or sha256
 */
export const openDrafts = async (
  sharedFolder: string,
  objectFormat: string,
): Promise<DraftsRepository> => {
  const folder = draftsFolderIn(sharedFolder);
  if (!(await stat(folder).catch(() => null))) await makeDrafts(sharedFolder, folder, objectFormat);
  const lender = join(folder, 'objects', 'info', 'alternates');
  // One that was fetched back from a copy borrows from nobody yet.
  if (!(await stat(lender).catch(() => null))) await writeFile(lender, borrowed);
  await freeLocksOfKilled(folder);
  const place: GitPlace = {
    folder,
    gitFolder: folder,
    shallowFile: join(sharedFolder, 'shallow'),
    withoutHooks: true,
  };
  const git = gitIn(place);
  const reader = createObjectReader(place);
  const folders = { gitFolder: folder, sharedFolder: folder };
  return {
    folder,
    place,
    git,
    reader,
    moveRefs: createRefTransaction({
      git,
      reader,
      freeStaleLocks: (refs) => freeStaleLocks(folders, refs),
      keep: (refs) => syncFoldersOf(folders, refs),
    }),
  };
};

const makeDrafts = async (
  sharedFolder: string,
  folder: string,
  objectFormat: string,
): Promise<void> => {
  const making = `${folder}.making-${process.pid}`;
  await rm(making, { recursive: true, force: true });
  // What is not published is for the account alone that the portal runs under.
  await mkdir(making, { mode: 0o700 });
  const init = ['init', '--quiet', '--bare', '--template=', `--object-format=${objectFormat}`];
  await gitIn({ folder: sharedFolder })([...init, resolve(making)]);
  await mkdir(join(making, 'objects', 'info'), { recursive: true });
  await writeFile(join(making, 'objects', 'info', 'alternates'), borrowed);
  try {
    await rename(making, folder);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    // Another portal that started at the same moment has made it.
    if (!(await stat(folder).catch(() => null))) throw error;
  }
};
