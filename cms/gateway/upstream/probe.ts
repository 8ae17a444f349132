import { randomBytes } from 'node:crypto';
import { HostRefuses } from '../repository/git-host.ts';
import { GitFailure } from '../repository/run-git.ts';
import type { HostNames } from './host.ts';
import { refsThere } from './host.ts';
import type { HostAccess } from './host-access.ts';
import { createHostGit } from './host-git.ts';
import { UpstreamUnusable } from './open-clone.ts';
import { refusalSentences } from './words.ts';
import { answerIn } from './words-of-git.ts';

/** Nobody reads what stands there; what a probe that was cut off left there is nobody's. */
const scratch = 'portal-probe/';

/**
 * Tries at a start what the portal needs of its host: two refs of its own in one push, and both taken away again; and
 * whether it would take a push to the branch, as far as a trial run tells (what a host protects it says at the push itself,
 * where the same sentence is told).
 * @param folder of the clone
 * @throws UpstreamUnusable in a sentence with the mend, where the host refuses one of them
 */
export const probeHost = async ({
  folder,
  access,
  names,
  onTrouble,
}: {
  folder: string;
  access: HostAccess;
  names: HostNames;
  onTrouble(error: unknown): void;
}): Promise<void> => {
  const git = createHostGit(access);
  const { branchThere } = refsThere(names);
  const name = `${names.prefix}${scratch}${randomBytes(8).toString('hex')}`;
  const refs = [`${name}/one`, `${name}/two`];
  const push = async (...args: string[]): Promise<void> => {
    try {
      await git.run({ folder }, ['push', '--porcelain', '--no-verify', ...args]);
    } catch (error) {
      const answer = answerIn(error);
      if (answer.kind === 'refused') throw answer.cause;
      throw error;
    }
  };
  try {
    await push('--atomic', '--', access.url, ...refs.map((ref) => `HEAD:${ref}`));
    await push('--atomic', '--', access.url, ...refs.map((ref) => `:${ref}`));
    // Nobody's work is pushed: that of the clone is on the host.
    await push('--dry-run', '--', access.url, `HEAD:${branchThere}`).catch((error) => {
      if (error instanceof HostRefuses) throw error;
    });
  } catch (error) {
    if (error instanceof HostRefuses) {
      throw new UpstreamUnusable(refusalSentences[error.why], { cause: error });
    }
    // Away: what is here can be read and drafted on.
    if (!(error instanceof GitFailure)) throw error;
    onTrouble(error);
  } finally {
    git.close();
  }
};
