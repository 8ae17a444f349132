import type { RefMove } from './ref-transaction.ts';
import type { CommitId } from './repository.ts';

/**
 * A git host that is the store of a portal, by the names that refs have here: the branch is `hostBranch`, and what is about
 * drafts has the names of ref-names.ts. How it is spoken to is for the room upstream/ to know.
 */
export type GitHost = {
  /**
   * Every ref that the portal keeps there.
   * @throws HostAway where it does not answer, HostRefuses where it lets nobody in
   */
  list(): Promise<ReadonlyMap<string, CommitId>>;
  /** Brings what is there into the refs below `hostRefs` of the drafts' repository, all or none. @throws as list does */
  fetch(): Promise<void>;
  /**
   * Moves refs there, all or none, where each stands as it must; one that goes from a value to the same is only held to it.
   * An answer other than `moved` proves nothing: a connection may break after all was done, and a host that dies in the
   * middle may have moved some (measured: 1 of 300).
   */
  push(moves: readonly RefMove[]): Promise<PushAnswer>;
  /** Ends what is under way. */
  close(): void;
};

/** What a host said to a push. */
export type PushAnswer =
  | { readonly kind: 'moved' }
  /** A ref stands elsewhere, or is being moved by another. */
  | { readonly kind: 'overtaken' }
  /** It was not reached at all: nothing has moved. */
  | { readonly kind: 'away'; readonly cause: unknown }
  /** It gave no answer that can be relied on. */
  | { readonly kind: 'unanswered'; readonly cause: unknown }
  /** It will not take this, however often it is tried. */
  | { readonly kind: 'refused'; readonly cause: HostRefuses };

/** The host does not answer at the moment. */
export class HostAway extends Error {
  constructor(options?: ErrorOptions) {
    super('The git host does not answer.', options);
    this.name = 'HostAway';
  }
}

/** What a host does not allow. */
export type HostRefusal =
  | 'authentication'
  | 'not-found'
  | 'redirected'
  | 'certificate'
  | 'protected'
  | 'hidden'
  | 'no-atomic'
  | 'no-deletion'
  | 'checked-out'
  | 'too-large'
  | 'hook';

/** The host does not allow what was asked; the cause has its words, for the log. */
export class HostRefuses extends Error {
  readonly why: HostRefusal;

  constructor(why: HostRefusal, options?: ErrorOptions) {
    super(`The git host refuses: ${why}.`, options);
    this.name = 'HostRefuses';
    this.why = why;
  }
}
