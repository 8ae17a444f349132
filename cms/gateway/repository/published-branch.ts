import type { FileAddress } from './content-address.ts';
import { readCommit } from './git-object.ts';
import type { ObjectReader } from './object-reader.ts';
import type { CommitId, Conflict, Conflicting } from './repository.ts';
import { type Git, GitFailure } from './run-git.ts';

/** The branch that is checked out, which readers see, and its history. */
export type PublishedBranch = {
  tip(): Promise<CommitId>;
  /** Its ref; null where a single commit is checked out, so that there is no branch to publish on. */
  ref(): Promise<string | null>;
  /** The published version that a proposal began from; null where the two have no history in common. */
  baseOf(proposal: CommitId): Promise<CommitId | null>;
  contains(commit: CommitId): Promise<boolean>;
  /** Whether a commit goes on from another one. */
  descends(tip: CommitId, commit: CommitId): Promise<boolean>;
  lastChange(at: CommitId, address: FileAddress): Promise<Conflict>;
  /** The conflict over files that are in a commit as somebody else left them. */
  conflictOver(addresses: readonly FileAddress[], at: CommitId): Promise<Conflicting>;
};

/** Makes the reader of the branch. Which commit it is at is asked of the published repository, all else of that of the drafts. */
export const createPublishedBranch = ({
  published,
  git,
  reader,
  inRepository,
}: {
  published: { readonly git: Git; readonly reader: ObjectReader };
  /** Knows the commits of both repositories, as does the reader. */
  git: Git;
  reader: ObjectReader;
  /** The path of a file from the root of the repository. */
  inRepository(address: FileAddress): string;
}): PublishedBranch => {
  const tip = async (): Promise<CommitId> => {
    const head = await published.reader.read('HEAD^{commit}');
    if (!head) throw new Error('The checked-out branch has no commit.');
    return head.id as CommitId;
  };
  const lastChange = async (at: CommitId, address: FileAddress): Promise<Conflict> => {
    const args = ['rev-list', '-1', at, '--', inRepository(address)];
    const id = (await git(args)).toString().trim();
    const commit = id ? await reader.read(id) : null;
    if (!commit) return { address, changedBy: null, changedAt: null };
    const { author, at: changedAt } = readCommit(commit.bytes);
    return { address, changedBy: author, changedAt };
  };
  const descends = async (tip: CommitId, commit: CommitId): Promise<boolean> => {
    if (tip === commit) return true;
    const args = ['merge-base', '--is-ancestor', commit, tip];
    return (await unlessExitsWithOne(git(args))) !== null;
  };
  return {
    tip,
    lastChange,
    async conflictOver(addresses, at) {
      const conflicts = await Promise.all(addresses.map((address) => lastChange(at, address)));
      return { kind: 'conflict', conflicts };
    },
    async ref() {
      const output = await unlessExitsWithOne(published.git(['symbolic-ref', '-q', 'HEAD']));
      return output?.toString().trim() ?? null;
    },
    async baseOf(proposal) {
      const output = await unlessExitsWithOne(git(['merge-base', await tip(), proposal]));
      return output ? (output.toString().trim() as CommitId) : null;
    },
    contains: async (commit) => descends(await tip(), commit),
    descends,
  };
};

/** Git says "no" by ending with 1; every other failure is one. */
const unlessExitsWithOne = async (output: Promise<Buffer>): Promise<Buffer | null> => {
  try {
    return await output;
  } catch (error) {
    if (error instanceof GitFailure && error.exitCode === 1) return null;
    throw error;
  }
};
