import { z } from 'zod';
import { anyPath } from './sent.ts';

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
