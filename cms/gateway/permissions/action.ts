import type { InstitutionId } from '../../../src/schema/field.ts';
import type { Origin } from '../../../src/schema/taxonomy.ts';
import type { EntryAddress, FileAddress } from '../repository/content-address.ts';
import type { Contributor } from './contributor.ts';

/** What somebody wants to do with an entry whose address holds to the grammar (content-address.ts). */
export type Action = EntryAction | SaveAction | FileAction | CommentAction;

type EntryAction = {
  readonly kind:
    | 'read-published'
    | 'read-draft'
    | 'delete-draft'
    | 'restore-draft'
    | 'send-for-review'
    | 'take-back'
    | 'return-to-author'
    | 'undo-return'
    | 'approve'
    | 'publish'
    | 'request-withdrawal'
    | 'request-deletion'
    | 'request-republication'
    | 'take-back-removal'
    | 'withdraw'
    | 'republish'
    | 'refuse-removal'
    | 'rename'
    | 'ask-approval'
    | 'comment'
    | 'resolve-comment';
  readonly entry: EntryAddress;
};

/** Saving the text of an entry. Below institutions/ this is how the registry is changed. */
type SaveAction = {
  readonly kind: 'save-draft';
  readonly entry: EntryAddress;
  /**
   * 掲載の経緯 as the text says it and as it is stored; null where there is no text or it cannot be read. `stored` is
   * looked at last, and only where it matters, so that it can be a getter that reads.
   */
  readonly origin: { readonly written: Origin | null; readonly stored: Origin | null };
};

type FileAction = { readonly kind: 'upload' | 'remove-file'; readonly file: FileAddress };

type CommentAction = {
  readonly kind: 'change-comment' | 'delete-comment';
  readonly entry: EntryAddress;
  readonly writtenBy: Contributor;
};

/** What somebody wants to do with 要望: what readers miss, which belongs to no entry and to no institution. */
export type WishAction =
  | 'read-wishes'
  | 'write-wish'
  | 'answer-wish'
  | 'read-searches'
  | 'close-wish'
  | 'delete-wish';

/** Whose standing an action of members is about: an office of an institution, a reader of it, or an editor. */
export type Belonging =
  | { readonly role: 'contributor' | 'member'; readonly institution: InstitutionId }
  | { readonly role: 'editor' };

/** What somebody wants to do about who may do what. */
export type MemberAction = {
  readonly kind:
    | 'read-members'
    | 'invite'
    | 'withdraw-invitation'
    | 'end-binding'
    | 'confirm-binding';
  readonly of: Belonging;
};
