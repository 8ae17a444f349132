import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findContentRepository } from './repository/content-repository.ts';
import { openGitRepository } from './repository/git-repository.ts';
import type { Repository } from './repository/repository.ts';
import type { UpstreamSettings } from './settings/upstream-settings.ts';

/**
 * Does something with the store of a portal, which may be at work meanwhile. Where that is a git host it is done in a clone of
 * its own, for that time alone: a clone is one portal's.
 * @param contentDir where the content lies, where the portal's own repository is the store
 */
export const withStore = async <Result>(
  {
    upstream,
    contentDir,
  }: { readonly upstream: UpstreamSettings | null; readonly contentDir: string },
  work: (repository: Repository) => Promise<Result>,
): Promise<Result> => {
  if (!upstream) {
    const { root, contentFolder } = await findContentRepository(contentDir);
    return closing(await openGitRepository({ folder: root, contentFolder }), work);
  }
  const { openUpstream } = await import('./upstream/open-upstream.ts');
  const folder = await mkdtemp(join(tmpdir(), 'portal-invite-'));
  try {
    const settings = { ...upstream, clone: join(folder, 'clone') };
    const {
      root,
      contentFolder,
      upstream: host,
    } = await openUpstream(settings, (error) => {
      throw error;
    });
    return await closing(
      await openGitRepository({ folder: root, contentFolder, upstream: host }),
      work,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const closing = async <Result>(
  repository: Repository,
  work: (repository: Repository) => Promise<Result>,
): Promise<Result> => {
  try {
    return await work(repository);
  } finally {
    repository.close();
  }
};
