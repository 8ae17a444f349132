import { z } from 'zod';
import { fieldProblems } from './field-problem.ts';

/** Names a file that was sent and is kept for its office until a save takes it: 128 random bits. */
export const uploadId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'UploadId'>();
export type UploadId = z.infer<typeof uploadId>;

/** The answer to a file that was sent and is kept. */
export const keptUpload = z.object({
  upload: uploadId,
  /** In bytes. */
  size: z.int(),
  /** What the person should know of the file, none of which keeps it from being saved. */
  problems: fieldProblems,
});
export type KeptUpload = z.infer<typeof keptUpload>;
