import { z } from 'zod';
import { day } from '../../src/schema/field.ts';
import { fieldProblems } from './field-problem.ts';
import { pinnedNote } from './note.ts';
import { proposalKind, proposalStates } from './stages.ts';
import { contentVersion, fileVersion } from './versions.ts';

/** What a reader of a file sees of it, page by page or section by section. */
export const fileText = z.object({
  unit: z.enum(['page', 'slide', 'sheet', 'text', 'picture', 'archive']),
  pageCount: z.int().nullable(),
  pages: z.array(z.object({ number: z.int(), label: z.string(), text: z.string() })).readonly(),
  /** There is more than is told here. */
  isCut: z.boolean(),
});

/** A file of one version of an entry. */
export const reviewedFile = z.object({
  name: z.string(),
  bytes: z.int(),
  version: fileVersion,
  /** null where it is the same in every version, or has no text. */
  reading: fileText.nullable(),
});
export type ReviewedFile = z.infer<typeof reviewedFile>;

/** One version of an entry: its text as it is stored, and its files. */
export const entryVersion = z.object({
  text: z.string(),
  files: z.array(reviewedFile).readonly(),
});

/** Everything that a review looks at. */
export const review = z.object({
  kind: proposalKind,
  stage: z.enum(Object.keys(proposalStates) as [keyof typeof proposalStates]),
  /** What the proposal says now: sent along with the decision about it. */
  version: contentVersion.nullable(),
  /** How often its files were saved: 第3版. */
  saves: z.int(),
  title: z.string().nullable(),
  begun: z.object({ by: z.string(), byEditors: z.boolean() }),
  changed: z.object({ by: z.string(), at: z.iso.datetime() }),
  /** null where the entry is to go. */
  proposed: entryVersion.nullable(),
  /** What readers see, and since when; null where they see nothing. */
  live: entryVersion.extend({ since: day.nullable() }).nullable(),
  /** What the network's office has looked at last, when it returned or approved it; null where it never did. */
  reviewed: entryVersion.extend({ on: day }).nullable(),
  problems: fieldProblems,
  notes: z.array(pinnedNote).readonly(),
});
export type Review = z.infer<typeof review>;
