import { z } from 'zod';
import { paragraph } from '../../../src/schema/field.ts';
import { notePlace } from '../../wire/note.ts';
import { contributor } from '../permissions/contributor.ts';

/** The text of a note: a paragraph or a few. */
export const noteText = paragraph;

export const reviewNote = z.strictObject({
  id: z.string().regex(/^[\w-]{1,64}$/),
  by: contributor,
  text: noteText,
  at: z.iso.datetime(),
  changedAt: z.iso.datetime().nullable(),
  isResolved: z.boolean(),
  /** What it is about; null for the whole. Notes that were written before had none. */
  place: notePlace.nullable().default(null),
  /** The note that it answers. */
  answers: z.string().nullable().default(null),
});
export type ReviewNote = z.infer<typeof reviewNote>;
export type ReviewNotes = readonly ReviewNote[];

/** The most notes that a proposal holds; a conversation this long is better held by telephone. */
export const mostNotes = 200;

/** The note with this id; null where it has been deleted. */
export const noteOf = (notes: ReviewNotes, id: string): ReviewNote | null =>
  notes.find((note) => note.id === id) ?? null;

/** Adds a note that is neither changed nor resolved yet; about the whole, where it does not say. */
export const withNote = (
  notes: ReviewNotes,
  note: Pick<ReviewNote, 'id' | 'by' | 'text' | 'at'> &
    Partial<Pick<ReviewNote, 'place' | 'answers'>>,
): ReviewNotes => [
  ...notes,
  { place: null, answers: null, ...note, changedAt: null, isResolved: false },
];

/** Replaces what a note says, or whether it is resolved. */
export const withChangedNote = (
  notes: ReviewNotes,
  id: string,
  change: Partial<Pick<ReviewNote, 'text' | 'changedAt' | 'isResolved'>>,
): ReviewNotes => notes.map((note) => (note.id === id ? { ...note, ...change } : note));

/** Takes a note away. */
export const withoutNote = (notes: ReviewNotes, id: string): ReviewNotes =>
  notes.filter((note) => note.id !== id);
