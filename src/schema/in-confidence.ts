import type { EntryCollection } from './collections.ts';
import { institutionId } from './field.ts';

/**
 * Whose path what was told in confidence lies under: `case-studies/henshubu/{slug}/`. It stands where an institution's id
 * stands, and the registry may never have it: nobody can sign in as it, so only editors write there.
 */
export const inConfidenceId = institutionId.parse('henshubu');

/** Where it may be told: a stumble is a case, and never one of the best practices, which the network chooses by name. */
export const inConfidenceCollection = 'case-studies' satisfies EntryCollection;

/** Whether an entry is 編集部預かり: told in confidence, and shown with the kind of its institution alone. */
export const isInConfidence = ({ institution }: { institution: string }): boolean =>
  institution === inConfidenceId;
