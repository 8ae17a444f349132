import type { Checkout } from './checkout.ts';
import type { EntryAddress, FileAddress } from './content-address.ts';
import type { DraftRef } from './draft-refs.ts';
import type { DraftsRepository } from './drafts-repository.ts';
import type { InTurn } from './in-turn.ts';
import type { KeptObjects } from './kept-objects.ts';
import type { MakeLanding } from './landing.ts';
import type { LentObjects } from './lent-objects.ts';
import type { PublicationStep } from './publication-steps.ts';
import type { PublishedBranch } from './published-branch.ts';
import type { RefMove, RefTransaction } from './ref-transaction.ts';
import type { Account } from './repository.ts';
import type { StoredContent } from './stored-content.ts';

/** What does not depend on where the store is. */
export type OwnParts = Omit<RepositoryParts, 'landing' | 'keepHere' | 'isHereOnly'>;

/** What the two halves of the git repository, proposals and publications, are built on. */
export type RepositoryParts = {
  readonly drafts: DraftsRepository;
  /** Lists refs of drafts. */
  readonly draftRefs: (below: string) => Promise<readonly DraftRef[]>;
  readonly kept: KeptObjects;
  readonly lent: LentObjects;
  /** Reads from the commits of both repositories. */
  readonly content: StoredContent;
  readonly branch: PublishedBranch;
  /** Moves refs of the published repository: the branch. */
  readonly movePublished: RefTransaction;
  /** Keeps a version of a proposal here while the git host is away; null where the repository is its own store. */
  readonly keepHere: ((move: RefMove) => Promise<'moved' | 'outdated'>) | null;
  /** Whether a proposal is kept here alone. */
  isHereOnly(entry: EntryAddress): boolean;
  /** How publications come onto the branch. */
  readonly landing: MakeLanding;
  readonly inTurn: InTurn;
  /** null for a bare repository. */
  readonly checkout: Checkout | null;
  /** The path of a file from the root of the repository. */
  inRepository(address: FileAddress): string;
  /** Who commits: the portal itself. */
  readonly portal: Account;
  /** Hears of what no person waits for, so that the operator can see to it. */
  onTrouble(error: unknown): void;
  /** Is called after each step of a publication, so that a test can cut it off there. */
  onStep(step: PublicationStep): void | Promise<void>;
};
