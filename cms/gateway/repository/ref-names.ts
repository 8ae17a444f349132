import { type EntryAddress, entryAt } from './content-address.ts';
import type { CommitId } from './repository.ts';

/**
 * The refs of proposals. A ref cannot stand where another needs a folder; within a collection every entry's path has the
 * same number of parts, and no two collections share their first part, so none ever does.
 */
export const liveProposals = 'refs/proposals/';
/** Where the refs of deleted proposals lie. */
export const deletedProposals = 'refs/deleted-proposals/';
/** Publications whose files are not in the working tree yet. */
export const pendingPublications = 'refs/pending-publications/';
/** Publications that are about to be made, or whose proposals have not ended yet. */
export const publicationRecords = 'refs/publications/';

/** Where the record of a proposal lies in its commits: outside the content, so that it is never published. */
export const recordPath = '.proposal.json';

/** The ref of the proposal of an entry. */
export const refOf = ({ path }: EntryAddress): string => `${liveProposals}${path}`;

/** The ref under which a deleted proposal is kept. */
export const deletedRefOf = ({ path }: EntryAddress, commit: CommitId): string =>
  `${deletedProposals}${path}/${commit}`;

/** The ref of a publication whose files are not in the checkout yet. */
export const pendingRefOf = (commit: CommitId): string => `${pendingPublications}${commit}`;

/** The entry whose proposal a ref is, deleted or not; null for a ref that was not made here. */
export const entryOfRef = (ref: string): EntryAddress | null => {
  const path = ref.startsWith(liveProposals)
    ? ref.slice(liveProposals.length)
    : ref.replace(deletedProposals, '').replace(/\/[0-9a-f]{40,64}$/, '');
  const entry = entryAt(path);
  return entry.ok ? entry.address : null;
};
