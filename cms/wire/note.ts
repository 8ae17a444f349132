import { z } from 'zod';
import { anyPath } from './sent.ts';

/** What a note is about: a field (`contact.phone`, `body`) or a file (`file:名前.pdf`), and in it the words that it quotes. */
export const notePlace = z.strictObject({
  field: z.string().regex(/^[^\p{Cc}\p{Cs}]{1,300}$/u),
  quote: z
    .string()
    .regex(/^[^\p{Cc}\p{Cs}]{1,300}$/u)
    .optional(),
});
export type NotePlace = z.infer<typeof notePlace>;

/** A note as the review screen has it. */
export const pinnedNote = z.object({
  id: z.string(),
  text: z.string(),
  /** The office: さくら大学 研究推進課. */
  by: z.string(),
  byEditors: z.boolean(),
  at: z.iso.datetime(),
  isResolved: z.boolean(),
  /** null where it is about the whole. */
  place: notePlace.nullable(),
  /** The note that it answers. */
  answers: z.string().nullable(),
  /** Whether the person who asks may take it away. */
  mayDelete: z.boolean(),
});
export type PinnedNote = z.infer<typeof pinnedNote>;

/** All notes of a proposal, in the order in which they were written; none where there is no proposal. */
export const noteList = z.object({ notes: z.array(pinnedNote).readonly() });

const noteId = z.string().max(64);

/** Writes a note. */
export const newNote = z.strictObject({
  entry: anyPath,
  text: z.string().max(20_000),
  place: notePlace.nullable(),
  answers: noteId.nullable().optional(),
});
/** Says that a note is done, or is not. */
export const noteDone = z.strictObject({ entry: anyPath, id: noteId, isResolved: z.boolean() });
/** Takes a note away. */
export const noteGone = z.strictObject({ entry: anyPath, id: noteId });

/** A note as Decap's form has it; who wrote it and when is for the gateway to say. */
export const writtenNote = z.strictObject({
  content: z.string().max(20_000),
  resolved: z.boolean().optional(),
  id: anyPath.optional(),
  author: z.string().max(300).optional(),
  avatarUrl: z.string().max(1000).nullish(),
  timestamp: z.string().max(100).optional(),
  entrySlug: anyPath.optional(),
});

/** A note as the gateway tells of it. */
export const toldNote = z.object({
  id: z.string(),
  content: z.string(),
  author: z.string(),
  timestamp: z.iso.datetime(),
  entrySlug: z.string(),
  resolved: z.boolean(),
});
