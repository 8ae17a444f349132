import type { Checkout } from './checkout.ts';
import type { FileAddress } from './content-address.ts';
import type { InTurn } from './in-turn.ts';
import type { ObjectReader } from './object-reader.ts';
import type { PublishedBranch } from './published-branch.ts';
import type { RefTransaction } from './ref-transaction.ts';
import type { Account } from './repository.ts';
import type { Git } from './run-git.ts';
import type { StoredContent } from './stored-content.ts';

/** What the two halves of the git repository, proposals and publications, are built on. */
export type RepositoryParts = {
  readonly git: Git;
  readonly reader: ObjectReader;
  readonly content: StoredContent;
  readonly branch: PublishedBranch;
  readonly moveRefs: RefTransaction;
  readonly inTurn: InTurn;
  /** null for a bare repository. */
  readonly checkout: Checkout | null;
  /** The path of a file from the root of the repository. */
  inRepository(address: FileAddress): string;
  /** Who commits: the portal itself. */
  readonly portal: Account;
  /** Hears of what no person waits for, so that the operator can see to it. */
  onTrouble(error: unknown): void;
};
