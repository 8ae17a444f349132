import { type EntryAddress, entryAt } from './content-address.ts';
import { type CommitId, type RecordKind, recordKinds } from './repository.ts';

/**
 * The refs of proposals. A ref cannot stand where another needs a folder; within a collection every entry's path has the
 * same number of parts, and no two collections share their first part, so none ever does.
 */
export const liveProposals = 'refs/proposals/';
/** Where the refs of deleted proposals lie. */
export const deletedProposals = 'refs/deleted-proposals/';
/** Where it is kept what was said about proposals that are published. */
export const archivedProposals = 'refs/archived-proposals/';
/** Where it is kept what is asked and decided about entries beside their proposals. */
export const entryLogs = 'refs/entry-logs/';
/** Where it is remembered what the git host had when it was asked last; see git-host.ts. */
export const hostRefs = 'refs/host/';
/** The tip of the branch there. */
export const hostBranch = `${hostRefs}branch`;
/** Drafts that were saved while the host was away: at what it had of the proposal before, and below `new/` at the draft itself where it had none. */
export const undeliveredDrafts = 'refs/undelivered/';
/** Publications whose files are not in the working tree yet. */
export const pendingPublications = 'refs/pending-publications/';
/** Publications that are about to be made, or whose proposals have not ended yet. */
export const publicationRecords = 'refs/publications/';

/** What a host keeps of all this; the rest is about the checkout of one machine. */
export const sharedFolders: readonly string[] = [
  liveProposals,
  deletedProposals,
  archivedProposals,
  entryLogs,
  ...recordKinds.map((kind) => `refs/${kind}/`),
];

/** Whether a ref is one that all portals on a host share. */
export const isShared = (ref: string): boolean =>
  sharedFolders.some((folder) => ref.startsWith(folder));

/** Where the text of a small record lies in its commits. */
export const recordText = 'record.json';

/** The ref of a small record. @throws where the name is none: letters, digits and hyphens, in parts */
export const refOfRecord = (kind: RecordKind, name: string): string => {
  if (!/^[a-z0-9-]{1,80}(?:\/[a-z0-9-]{1,80}){0,2}$/.test(name)) {
    throw new Error(`No name of a record: ${name}`);
  }
  return `refs/${kind}/${name}`;
};

/** Where the record of an entry's log lies in its commits. */
export const logPath = '.entry.json';

/** Where the record of a proposal lies in its commits: outside the content, so that it is never published. */
export const recordPath = '.proposal.json';

/** The ref of the proposal of an entry. */
export const refOf = ({ path }: EntryAddress): string => `${liveProposals}${path}`;

/** The ref under which a deleted proposal is kept. */
export const deletedRefOf = ({ path }: EntryAddress, commit: CommitId): string =>
  `${deletedProposals}${path}/${commit}`;

/** The ref under which it is kept what was said about a proposal that is published. @param commit its last one */
export const archivedRefOf = ({ path }: EntryAddress, commit: CommitId): string =>
  `${archivedProposals}${path}/${commit}`;

/** The ref of what is kept about an entry beside its proposals. */
export const logRefOf = ({ path }: EntryAddress): string => `${entryLogs}${path}`;

/** The ref of a publication whose files are not in the checkout yet. */
export const pendingRefOf = (commit: CommitId): string => `${pendingPublications}${commit}`;

/** The entry that a ref of a proposal, deleted or published or not, or of a log is of; null for a ref that was not made here. */
export const entryOfRef = (ref: string): EntryAddress | null => {
  const alone = onePerEntry.find((folder) => ref.startsWith(folder));
  const many = manyPerEntry.find((folder) => ref.startsWith(folder));
  if (alone === undefined && many === undefined) return null;
  const path = many === undefined ? ref : ref.replace(/\/[0-9a-f]{40,64}$/, '');
  const entry = entryAt(path.slice((alone ?? many ?? '').length));
  return entry.ok ? entry.address : null;
};
const onePerEntry = [liveProposals, entryLogs];
const manyPerEntry = [deletedProposals, archivedProposals];
