import { setTimeout as pause } from 'node:timers/promises';
import type { GitHost } from '../repository/git-host.ts';
import { hostBranch, hostRefs, sharedFolders } from '../repository/ref-names.ts';
import type { CommitId } from '../repository/repository.ts';
import type { GitPlace } from '../repository/run-git.ts';
import type { HostAccess } from './host-access.ts';
import { createHostGit } from './host-git.ts';
import { answerIn, isOwnLock, troubleOfReading } from './words-of-git.ts';

/** Where on the host the portal keeps what it keeps. */
export type HostNames = {
  /** The branch that readers see, without `refs/heads/`. */
  readonly branch: string;
  /** What stands before the names of all other refs in place of `refs/`, as `refs/heads/`. */
  readonly prefix: string;
};

/** How the names of refs here and there belong together. */
export const refsThere = ({ branch, prefix }: HostNames) => {
  const branchThere = `refs/heads/${branch}`;
  return {
    branchThere,
    there: (ref: string): string =>
      ref === hostBranch ? branchThere : `${prefix}${ref.slice('refs/'.length)}`,
    /** null for a ref there that is not the portal's. */
    here: (ref: string): string | null => {
      if (ref === branchThere) return hostBranch;
      if (!ref.startsWith(prefix)) return null;
      const own = `refs/${ref.slice(prefix.length)}`;
      return sharedFolders.some((folder) => own.startsWith(folder)) ? own : null;
    },
    patterns: sharedFolders.map((folder) => `${prefix}${folder.slice('refs/'.length)}*`),
  };
};

const locksWaitedMs = [20, 80, 300, 1000, 3000];

/**
 * Makes the way to a git host from a repository of drafts, over `git` itself.
 * @param place of that repository
 * @param freeStaleLocks takes away what a killed fetch has left there
 */
export const createHost = ({
  access,
  names,
  place: { folder },
  freeStaleLocks,
}: {
  access: HostAccess;
  names: HostNames;
  place: GitPlace;
  freeStaleLocks(): Promise<void>;
}): GitHost => {
  const git = createHostGit(access);
  const { there, here, patterns, branchThere } = refsThere(names);
  const at = { folder, gitFolder: folder };
  const run = (...args: string[]) => git.run(at, args);

  const fetchOnce = () =>
    run(
      ...['fetch', '--quiet', '--no-tags', '--prune', '--no-write-fetch-head', '--atomic'],
      ...['--no-auto-gc', '--no-recurse-submodules', '--', access.url],
      `+${branchThere}:${hostBranch}`,
      ...sharedFolders.map((ours, at) => {
        const theirs = patterns[at];
        return `+${theirs}:${hostRefs}${ours.slice('refs/'.length)}*`;
      }),
    );

  return {
    async list() {
      try {
        const lines = await run('ls-remote', '--quiet', '--', access.url, branchThere, ...patterns);
        return new Map(
          lines.split('\n').flatMap((line) => {
            const [commit = '', ref = ''] = line.split('\t');
            const own = here(ref);
            return own === null ? [] : [[own, commit as CommitId] as const];
          }),
        );
      } catch (error) {
        throw troubleOfReading(error);
      }
    },

    async fetch() {
      for (const waitMs of [...locksWaitedMs, null]) {
        try {
          await fetchOnce();
          return;
        } catch (error) {
          if (waitMs === null || !isOwnLock(error)) throw troubleOfReading(error);
          await freeStaleLocks();
          await pause(waitMs);
        }
      }
    },

    async push(moves) {
      const leases = moves.map(({ ref, from }) => `--force-with-lease=${there(ref)}:${from ?? ''}`);
      const refspecs = moves.map(({ ref, to }) => `${to ?? ''}:${there(ref)}`);
      const how = ['push', '--porcelain', '--atomic', '--no-verify', '--no-recurse-submodules'];
      try {
        await run(...how, ...leases, '--', access.url, ...refspecs);
        return { kind: 'moved' };
      } catch (error) {
        return answerIn(error);
      }
    },

    close: git.close,
  };
};
