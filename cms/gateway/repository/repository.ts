import type { z } from 'zod';
import type { InstitutionId } from '../../../src/schema/field.ts';
import { type ContentVersion, type FileVersion, objectId } from '../../wire/versions.ts';
import type { CommitMessage } from './commit-message.ts';
import type { EntryAddress, FileAddress } from './content-address.ts';

export const commitId = objectId.brand<'CommitId'>();
export type CommitId = z.infer<typeof commitId>;

export {
  type ContentVersion,
  contentVersion,
  type FileVersion,
  fileVersion,
} from '../../wire/versions.ts';

/** Under whose name a commit stands: the office of an institution, or the portal; never a person. */
export type Account = { readonly name: string; readonly email: string };

export type StoredFile = { readonly address: FileAddress; readonly version: FileVersion };
export type FileContent = StoredFile & { readonly bytes: Uint8Array };

/** What a person did to a file. */
export type FileEdit = {
  readonly address: FileAddress;
  /** null takes the file away. */
  readonly bytes: Uint8Array | null;
  /** The version that the person began from; null where there was no file. */
  readonly basedOn: FileVersion | null;
};

/** A file that somebody else changed meanwhile. */
export type Conflict = {
  readonly address: FileAddress;
  /** The office as it stands in the history, さくら大学 研究推進課; null where the file's history is unknown. */
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
};

/** A proposal as it is stored. What its record says is for proposals/ to know. */
export type StoredProposal = {
  readonly entry: EntryAddress;
  readonly commit: CommitId;
  readonly record: string;
  /** null where the proposal is to take the entry away. */
  readonly content: ContentVersion | null;
  readonly savedAt: Date;
  /** It is kept on this machine alone until the git host answers again. */
  readonly isHereOnly?: boolean;
};

/** What a draft holds, without its bytes. */
export type DraftUse = {
  readonly path: EntryAddress['path'];
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
};

/** What a new version of a proposal carries beside its files. */
export type Description = { readonly record: string; readonly message: CommitMessage };
/** The same, where the record says what the files are made to: it is written once that is known. */
export type ProposedDescription = Omit<Description, 'record'> & {
  readonly record: string | ((content: ContentVersion | null) => string);
};

/** What stops a change for reasons that the repository does not know: a state, a permission. */
export type Refused<Refusal> = { readonly kind: 'refused'; readonly refusal: Refusal };
export type Conflicting = { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] };
export type Missing = { readonly kind: 'missing' };
/** The next version of what is kept about an entry. */
export type LogRequest<Refusal> = {
  readonly author: Account;
  readonly at: Date;
  /** Describes it from the present one, null for the first. It can be called again, so it changes nothing itself. */
  describe(
    now: string | null,
  ): Description | Refused<Refusal> | Promise<Description | Refused<Refusal>>;
};
/** What was said about a proposal until it was published. */
export type ArchivedProposal = {
  readonly entry: EntryAddress;
  readonly record: string;
  readonly changedAt: Date;
};

/** The repository is not as it should be: a link stands where an entry's folder belongs, or no branch is checked out. */
export type Unwritable = {
  readonly kind: 'unwritable';
  readonly why: 'behind-link' | 'no-branch';
};

export type ProposeRequest<Refusal> = {
  readonly entry: EntryAddress;
  readonly edits: readonly FileEdit[];
  /**
   * The version of the published text that the person has seen and whose place the proposal shall take; left out where
   * the proposal stays on the version that it began from.
   */
  readonly over?: FileVersion | null;
  /** It may be kept on this machine alone while the git host does not answer; what decides anything may not. */
  readonly mayWait?: boolean;
  readonly author: Account;
  readonly at: Date;
  /**
   * Describes the next version from the present one, null for a new proposal. Nobody else changes the proposal before
   * this version is stored; where another process does, it is called again, so it changes nothing itself.
   * @param at the commit in which the entry stands so far: the proposal's, or else the published one
   */
  describe(
    now: StoredProposal | null,
    at: CommitId,
  ): ProposedDescription | Refused<Refusal> | Promise<ProposedDescription | Refused<Refusal>>;
};
export type ProposeOutcome<Refusal> =
  | { readonly kind: 'saved'; readonly proposal: StoredProposal }
  | Conflicting
  | Unwritable
  | Refused<Refusal>;

/** A change of a whole proposal. */
export type ProposalRequest<Refusal> = {
  readonly author: Account;
  readonly at: Date;
  describe(now: StoredProposal): Description | Refused<Refusal>;
};
export type DeleteOutcome<Refusal> =
  | { readonly kind: 'deleted'; readonly proposal: StoredProposal }
  | Missing
  | Refused<Refusal>;
export type RestoreOutcome<Refusal> =
  | { readonly kind: 'restored'; readonly proposal: StoredProposal }
  /** Another proposal of the same entry has begun. */
  | { readonly kind: 'occupied' }
  | Missing
  | Refused<Refusal>;

export type Publishable = {
  readonly proposal: StoredProposal;
  /** The published commit on which the publication will stand. */
  readonly tip: CommitId;
  /** The files that the entry will have: the proposal's changes, on what is published now. */
  readonly files: readonly StoredFile[];
  /** Whether readers see a version of the entry already. */
  readonly isPublished: boolean;
};
/** What was found of a publication holds no longer for the tip that it was asked for: it is asked for again. */
export type Outdated = { readonly kind: 'outdated' };
/**
 * Describes a publication from what it stands on, or refuses it. Asked in the turn in which the branch moves, and again
 * whenever another process has moved it meanwhile, so that what is true of the tip is true of what is published.
 */
export type DescribePublication<Refusal> = (
  now: Publishable,
) => Described<Refusal> | Promise<Described<Refusal>>;
type Described<Refusal> = Publication | Refused<Refusal> | Outdated;
export type Publication = {
  readonly author: Account;
  readonly at: Date;
  readonly message: CommitMessage;
  /** What is published in place of the proposed text of the entry, where that changes: the same with the days of the publication. */
  readonly text?: Uint8Array;
};

/** A file of the checkout that was left as somebody working there has it. */
export type LeftFile = {
  readonly address: FileAddress;
  readonly why:
    | 'changed-there'
    | 'staged-there'
    | 'behind-link'
    | 'not-writable'
    | 'disk-full'
    /** The file is there, but another git process holds the index, or was killed while it did. */
    | 'index-locked';
};
export type Published = {
  readonly kind: 'published';
  readonly commit: CommitId;
  /** Files that are published, but that the checkout, and so the site built from it, does not show yet. */
  readonly left: readonly LeftFile[];
};
export type PublishOutcome<Refusal> =
  | Published
  | Conflicting
  | Unwritable
  | Missing
  | Refused<Refusal>;

/**
 * The content and its proposals. Every change is compared with what its author began from, and is on the disk when its
 * outcome is given. All times are kept to the second.
 * @throws RepositoryTrouble from each method that writes, where another process holds the repository, a hook refuses, or the
 *   disk takes nothing
 */
export interface Repository {
  /** The commit that readers see: the tip of the branch that is checked out. */
  published(): Promise<CommitId>;

  /** The files of the content as of a commit, all or of one collection or entry; what is no content is left out. */
  list(at: CommitId, within?: ListedPart): Promise<StoredFile[]>;

  /** One file as of a commit; null where there is none. */
  read(at: CommitId, address: FileAddress): Promise<FileContent | null>;

  /** The bytes of files that were listed, in their order. */
  readAll(files: readonly StoredFile[]): Promise<FileContent[]>;

  /** Which office changed a file last, and when. */
  lastChange(at: CommitId, address: FileAddress): Promise<Conflict>;

  proposal(entry: EntryAddress): Promise<StoredProposal | null>;
  proposals(): Promise<StoredProposal[]>;
  /** Deleted proposals, the latest first. */
  deletedProposals(): Promise<StoredProposal[]>;
  /** What the drafts of an institution hold, by the sizes of their files. */
  draftsOf(institution: InstitutionId): Promise<readonly DraftUse[]>;
  /** Lets go of proposals that were deleted before a moment: nobody can restore them any more. @returns how many */
  purgeDeletedProposals(before: Date): Promise<number>;

  /** What was said about proposals that are published, of one entry or of all, the latest first. */
  archivedProposals(entry?: EntryAddress): Promise<ArchivedProposal[]>;

  /** What is kept about an entry beside its proposals; null where nothing is. What it says is for proposals/ to know. */
  entryLog(entry: EntryAddress): Promise<string | null>;
  entryLogs(): Promise<{ readonly entry: EntryAddress; readonly text: string }[]>;
  changeEntryLog<Refusal>(
    entry: EntryAddress,
    request: LogRequest<Refusal>,
  ): Promise<{ readonly kind: 'saved'; readonly text: string } | Refused<Refusal>>;

  /** Saves a new version of a proposal, which begins from the published entry where there is none yet. */
  propose<Refusal>(request: ProposeRequest<Refusal>): Promise<ProposeOutcome<Refusal>>;

  deleteProposal<Refusal>(
    entry: EntryAddress,
    request: ProposalRequest<Refusal>,
  ): Promise<DeleteOutcome<Refusal>>;

  /** Brings a deleted proposal back. @param deleted its last commit */
  restoreProposal<Refusal>(
    entry: EntryAddress,
    deleted: CommitId,
    request: ProposalRequest<Refusal>,
  ): Promise<RestoreOutcome<Refusal>>;

  /** Shows a proposal to readers and ends it; drafts never become part of the public history. */
  publish<Refusal>(
    entry: EntryAddress,
    describe: DescribePublication<Refusal>,
  ): Promise<PublishOutcome<Refusal>>;

  /**
   * Changes what readers see without a proposal.
   * @param edits of the entry, and of others where they go together with it
   * @param describe asked as that of a publication is, with the commit that it will stand on
   * @param to where the edits bring the entry: what was said about it goes along
   */
  publishEdits<Refusal>(
    entry: EntryAddress,
    edits: readonly FileEdit[],
    describe: (tip: CommitId) => Described<Refusal> | Promise<Described<Refusal>>,
    to?: EntryAddress,
  ): Promise<Published | Conflicting | Unwritable | Refused<Refusal>>;

  /** How often the files of a proposal were saved: notes and stages make versions of it, but none of its content. */
  savesOf(entry: EntryAddress, proposal: CommitId): Promise<number>;

  /** When a proposal was begun. */
  begunAt(proposal: CommitId): Promise<Date>;

  /** The files that are published and not in the checkout yet, as of the last attempt; tried again by itself. */
  pendingFiles(): readonly LeftFile[];

  /**
   * Has somebody told when files reached the checkout after their publication was answered, or by a publication that was
   * made elsewhere and fetched. @returns what ends that
   */
  onFilesArrived(listener: () => void): () => void;

  /** The git host that is the store; null where the repository is its own. */
  readonly host: HostState | null;

  /** Small records beside the drafts: members, invitations and the like. */
  readonly records: Records;

  /** Ends the git processes that read, and tries nothing again. */
  close(): void;
}

/** How it stands with the git host. */
export type HostState = {
  /** Since when it does not answer; null where it does. */
  awaySince(): Date | null;
  /** The entries of drafts that are kept on this machine alone. */
  undelivered(): readonly EntryAddress[];
  /** Looks at once whether it has anything new. */
  hasten(): void;
};

export type ListedPart = Pick<EntryAddress, 'collection'> | EntryAddress;

/**
 * Small records that are no drafts: members by a keyed digest, invitations, what readers miss, which mail has gone, and the
 * secret addresses of offices' feeds, sessions that ended before their time. One ref each, in the repository of the drafts.
 */
export const recordKinds = [
  'members',
  'invitations',
  'wishes',
  'mail',
  'office-feeds',
  'ended-sessions',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** A record as it stands: its text, and the version by which a change names what it was made from. */
export type StoredRecord = {
  readonly name: string;
  readonly text: string;
  readonly version: CommitId;
};

/** One record of a change. */
export type RecordMove = {
  readonly kind: RecordKind;
  readonly name: string;
  /** The version that it must have; null where there must be none. */
  readonly from: CommitId | null;
  /** null takes the record away. */
  readonly text: string | null;
};

/** What goes together, or not at all. */
export type RecordChange = {
  readonly moves: readonly RecordMove[];
  readonly at: Date;
  /** What the history says of it, in one line; no personal data. */
  readonly message: string;
};

/** Small texts in the repository of the drafts, one ref each, which change by compare-and-swap. */
export type Records = {
  /** A record; null where there is none. */
  read(kind: RecordKind, name: string): Promise<StoredRecord | null>;
  /** All records of a kind, by name. @param below only those whose name begins with this part */
  all(kind: RecordKind, below?: string): Promise<readonly StoredRecord[]>;
  /**
   * Makes a change whole.
   * @returns `outdated` where a record no longer had the version that it must have; nothing has changed then
   * @throws RepositoryTrouble where the store takes nothing
   */
  change(change: RecordChange): Promise<'changed' | 'outdated'>;
  /**
   * Has what is read next be what a git host has now, where it is the store and answers: for what another portal may have
   * written a moment ago. It costs a question over the line.
   */
  lookAnew(): Promise<void>;
};
