import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { HostRefuses } from '../repository/git-host.ts';
import { GitFailure, gitIn } from '../repository/run-git.ts';
import type { HostNames } from './host.ts';
import type { HostAccess } from './host-access.ts';
import { createHostGit } from './host-git.ts';
import { refusalSentences, sentences } from './words.ts';
import { troubleOfReading } from './words-of-git.ts';

/** What keeps the upstream from being used, in a sentence for the person who starts the portal. */
export class UpstreamUnusable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UpstreamUnusable';
  }
}

/** Says in the git folder of a clone that it is a portal's own, and of which branch of which host. */
const markName = 'portal-clone.json';

/**
 * Makes the clone of a portal where there is none yet, whole or not at all, or finds the one of an earlier start. No
 * folder in which a person works is ever taken for it.
 * @param folder where it lies
 * @param contentFolder where the content lies in it
 * @throws UpstreamUnusable
 */
export const openClone = async ({
  folder,
  access,
  names: { branch },
  contentFolder,
}: {
  folder: string;
  access: HostAccess;
  names: Pick<HostNames, 'branch'>;
  contentFolder: string;
}): Promise<void> => {
  const mark = { url: access.url, branch };
  const found = await markIn(folder);
  if (found && (found.url !== mark.url || found.branch !== mark.branch)) {
    throw new UpstreamUnusable(sentences.ofAnotherHost(folder, found.url));
  }
  if (!found) {
    const there = await readdir(folder).catch((error) => {
      if (error.code === 'ENOENT') return [];
      throw new UpstreamUnusable(sentences.folderUnusable(folder), { cause: error });
    });
    if (there.length > 0) throw new UpstreamUnusable(sentences.ofOthers(folder));
    await makeClone(folder, access, mark);
  }
  const has = gitIn(folder)(['rev-parse', '--verify', '--quiet', `HEAD:${contentFolder}`]);
  await has.catch((error) => {
    if (!(error instanceof GitFailure)) throw error;
    throw new UpstreamUnusable(sentences.noContent(contentFolder));
  });
};

const makeClone = async (
  folder: string,
  access: HostAccess,
  mark: { url: string; branch: string },
): Promise<void> => {
  const home = dirname(resolve(folder));
  const making = `${resolve(folder)}.making-${process.pid}`;
  const git = createHostGit(access);
  try {
    await mkdir(home, { recursive: true });
    await rm(making, { recursive: true, force: true });
    const what = ['--single-branch', '--no-tags', '--template=', '--branch', mark.branch];
    await git
      .run({ folder: home }, ['clone', '--quiet', ...what, '--', mark.url, making])
      .catch((error) => {
        const trouble = troubleOfReading(error);
        const why = trouble instanceof HostRefuses ? refusalSentences[trouble.why] : null;
        throw new UpstreamUnusable(why ?? sentences.away(mark.url), { cause: error });
      });
    await writeFile(join(making, '.git', markName), JSON.stringify(mark));
    // An empty folder that was made for it.
    await rm(folder, { recursive: true, force: true });
    await rename(making, folder);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (error instanceof UpstreamUnusable) throw error;
    throw new UpstreamUnusable(sentences.folderUnusable(folder), { cause: error });
  }
};

const markIn = async (folder: string): Promise<{ url: string; branch: string } | null> => {
  try {
    const { url, branch } = JSON.parse(await readFile(join(folder, '.git', markName), 'utf8'));
    return { url: String(url), branch: String(branch) };
  } catch {
    return null;
  }
};
