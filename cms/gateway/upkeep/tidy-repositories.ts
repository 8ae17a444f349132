import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { draftsFolderIn } from '../repository/drafts-repository.ts';
import { pruneLoose } from '../repository/prune-loose.ts';
import { type GitPlace, gitIn, wholeRepositoryLimit } from '../repository/run-git.ts';
import { maintain, setForLargeFiles } from './large-files.ts';
import { packLoose } from './pack-loose.ts';
import { repackDrafts } from './repack-drafts.ts';
import { storedObjects } from './stored-objects.ts';

/** Puts the two repositories of a portal in order. It may do so at any time: no save waits for it. */
export type Tidying = {
  /** What all refs say at the moment: it differs when somebody has worked. */
  state(): Promise<string>;
  /** Has loose objects and refs lie together, where there are many. */
  gather(least?: Least): Promise<void>;
  /**
   * Lets go of what no draft refers to any more: what was deleted and purged, and what ended with a publication; and has git
   * put what is published in order.
   */
  letGo(now: Date): Promise<void>;
};

/** Fewer loose objects, or refs, are left as they are. */
type Least = { readonly objects: number; readonly refs: number };
const usually: Least = { objects: 500, refs: 200 };

/** Opens the repositories of a portal to put them in order. @param folder a checkout or a bare repository */
export const openTidying = async (folder: string): Promise<Tidying> => {
  const published = gitIn(folder);
  const common = (await published(['rev-parse', '--git-common-dir'])).toString().trim();
  const gitFolder = resolve(folder, common);
  const draftsFolder = draftsFolderIn(gitFolder);
  const place: GitPlace = {
    folder: draftsFolder,
    gitFolder: draftsFolder,
    shallowFile: join(gitFolder, 'shallow'),
    withoutHooks: true,
  };
  const drafts = gitIn(place);
  const ofPublished = storedObjects({ git: published, objects: join(gitFolder, 'objects') });
  const ofDrafts = storedObjects({ git: drafts, objects: join(draftsFolder, 'objects') });
  const areThere = async () => (await stat(draftsFolder).catch(() => null)) !== null;

  return {
    async state() {
      const both = (await areThere()) ? [published, drafts] : [published];
      const refs = await Promise.all(both.map((git) => git(['for-each-ref'])));
      return refs.join('');
    },

    async gather({ objects: least, refs } = usually) {
      await setForLargeFiles(published);
      // What the index and the reflogs of a person's checkout hold is theirs.
      const from = ['--all', '--reflog', '--indexed-objects'];
      await packLoose({ git: published, stored: ofPublished, from, least });
      if (!(await areThere())) return;
      await packLoose({ git: drafts, stored: ofDrafts, from: ['--all'], least });
      if ((await looseRefs(join(draftsFolder, 'refs'))) >= refs) {
        await drafts(['pack-refs', '--all'], [], wholeRepositoryLimit);
      }
    },

    async letGo(now) {
      await maintain(published);
      if (!(await areThere())) return;
      await repackDrafts({ git: drafts, place, stored: ofDrafts });
      await pruneLoose({ git: drafts, folder: draftsFolder, now });
    },
  };
};

/** Counts the refs that lie in files of their own. A folder may go while it is looked into. */
const looseRefs = async (folder: string): Promise<number> => {
  const within = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const below = within.filter((found) => found.isDirectory());
  const counts = await Promise.all(below.map(({ name }) => looseRefs(join(folder, name))));
  return within.length - below.length + counts.reduce((sum, count) => sum + count, 0);
};
