import type { CollectionName, EntryCollection } from '../../../src/schema/collections.ts';
import { isInConfidence } from '../../../src/schema/in-confidence.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { Action, MemberAction, WishAction } from './action.ts';
import type { Contributor, InstitutionOffice } from './contributor.ts';
import type { Person } from './person.ts';
import { refusals } from './refusals.ts';

/** Whether something may be done; a reason is one Japanese sentence that says why not and whom to ask. */
export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: string };

/**
 * Decides whether somebody may do something. It looks at nothing but its arguments: whether a proposal is there, sound or
 * in a state for it is decided elsewhere.
 *
 * The rule: everybody reads what is published; an institution's office works on the entries
 * below its own paths, up to the request for review; the network's office does everything else.
 */
export const decide = (who: Contributor, action: Action): Decision =>
  who.role === 'editor' ? decideForEditor(action) : decideForInstitution(who, action);

/**
 * Decides whether somebody may do something with 要望. Whoever reads the network's edition reads and writes them; offices
 * answer, and see which searches found nothing; what ends one is the network's office's.
 */
export const decideAboutWish = ({ role }: Pick<Person, 'role'>, action: WishAction): Decision => {
  switch (action) {
    case 'read-wishes':
    case 'write-wish':
      return allow;
    case 'answer-wish':
    case 'read-searches':
      return role === 'member' ? refuse(refusals.wishes[action]) : allow;
    case 'close-wish':
    case 'delete-wish':
      return role === 'editor' ? allow : refuse(refusals.wishes[action]);
  }
};

/**
 * Decides whether somebody may say who belongs to the portal: an institution's office about its own people, the network's
 * office about everybody. Editors come by an editor's invitation alone.
 */
export const decideAboutMembers = (who: Contributor, { kind, of }: MemberAction): Decision => {
  if (who.role === 'editor') return allow;
  if (of.role === 'editor') return refuse(refusals.editorsMembers);
  if (of.institution === who.institution && !isInConfidence(of)) return allow;
  return refuse(kind === 'invite' ? refusals.otherInstitutionsOffice : refusals.othersMembers);
};

const decideForEditor = (action: Action): Decision => {
  // An institution's own decision is asked for by the institution alone.
  if (action.kind === 'ask-approval') return refuse(refusals.institutionsApproval);
  // Whoever can stop it at once need not ask, and takes back no request of somebody else.
  if (isAskedByOffices(action.kind)) return refuse(refusals.askedByOffices);
  // An editor who rewrote an institution's answer would put words into its mouth; deleting one leaves it in the history.
  return action.kind === 'change-comment' && action.writtenBy.role !== 'editor'
    ? refuse(refusals.institutionsComment)
    : allow;
};

const isAskedByOffices = (kind: Action['kind']): boolean =>
  kind === 'request-withdrawal' || kind === 'request-republication' || kind === 'take-back-removal';

const decideForInstitution = (who: InstitutionOffice, action: Action): Decision => {
  switch (action.kind) {
    case 'read-published':
      return allow;
    case 'read-draft':
      if (isOwn(who, action.entry)) return allow;
      return refuse(
        isToldInConfidence(action.entry) ? refusals.inConfidence : refusals.otherInstitutionsDraft,
      );
    case 'return-to-author':
    case 'undo-return':
    case 'approve':
    case 'publish':
    case 'withdraw':
    case 'republish':
    case 'refuse-removal':
    case 'rename':
      return refuse(refusals.byEditors[action.kind]);
    case 'save-draft':
      return firstRefusal(onOwn(who, action.entry), onOrigin(action.origin));
    case 'upload':
    case 'remove-file':
      return onOwn(who, action.file.entry);
    case 'delete-draft':
    case 'restore-draft':
    case 'send-for-review':
    case 'take-back':
    case 'request-withdrawal':
    case 'request-deletion':
    case 'request-republication':
    case 'take-back-removal':
    case 'ask-approval':
    case 'comment':
    case 'resolve-comment':
      return onOwn(who, action.entry);
    case 'change-comment':
    case 'delete-comment':
      return firstRefusal(onOwn(who, action.entry), onComment(who, action.writtenBy));
  }
};

const allow: Decision = { allowed: true };
const refuse = (reason: string): Decision => ({ allowed: false, reason });

const isOwn = ({ institution }: InstitutionOffice, entry: EntryAddress): boolean =>
  entry.institution === institution && !isToldInConfidence(entry);

const isToldInConfidence = ({ institution }: EntryAddress): boolean =>
  institution !== null && isInConfidence({ institution });

const onOwn = (who: InstitutionOffice, entry: EntryAddress): Decision => {
  if (isOwn(who, entry)) return allow;
  if (isToldInConfidence(entry)) return refuse(refusals.inConfidence);
  return refuse(
    isOfTheOffice(entry.collection)
      ? refusals.ofTheOffice[entry.collection]
      : refusals.otherInstitution,
  );
};

/** An officer who mends a summary by the network's office leaves its origin as it is, or makes the text the institution's own. */
const onOrigin = (origin: Extract<Action, { kind: 'save-draft' }>['origin']) =>
  origin.written === null || origin.written === 'contributed' || origin.written === origin.stored
    ? allow
    : refuse(refusals.officesOrigin);

const onComment = ({ institution }: InstitutionOffice, writtenBy: Contributor): Decision =>
  writtenBy.role === 'contributor' && writtenBy.institution === institution
    ? allow
    : refuse(refusals.otherOfficesComment);

const isOfTheOffice = (
  collection: CollectionName,
): collection is Exclude<CollectionName, EntryCollection> =>
  Object.hasOwn(refusals.ofTheOffice, collection);

const firstRefusal = (...decisions: Decision[]): Decision =>
  decisions.find(({ allowed }) => !allowed) ?? allow;
