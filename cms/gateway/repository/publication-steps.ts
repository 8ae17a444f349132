import type { CheckoutStep } from './checkout.ts';
import type { MoveStep } from './move-old-drafts.ts';

/**
 * The steps of a publication in their order. After each of them the process may be killed, and the next start, or the
 * next publication, finds out from what lies on the disk how to go on.
 */
export const publicationSteps = [
  'commit-written',
  'record-written',
  'objects-handed-over',
  'branch-moved',
  'proposal-ended',
  'index-brought',
  'file-brought',
  'files-unguarded',
  'record-struck-out',
] as const;
/** The step that comes in place of the end of a proposal where an entry goes to another address. */
export const movingStep = 'log-moved';
export type PublicationStep = (typeof publicationSteps)[number] | typeof movingStep;

/** Whether every step that a part of the publication can take is in the list; the compiler says where not. */
type Listed<Step extends PublicationStep> = Step;
export type AnyStep = Listed<CheckoutStep> | PublicationStep | MoveStep;
