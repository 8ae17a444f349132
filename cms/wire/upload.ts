import { z } from 'zod';
import { fieldProblem, fieldProblems } from './field-problem.ts';

/** Names a file that was sent and is kept for its office until a save takes it: 128 random bits. */
export const uploadId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'UploadId'>();
export type UploadId = z.infer<typeof uploadId>;

/** Something that was taken out of a file before it was kept: nobody who reads the file needs it. */
export const takenOut = z.object({
  /** 画面に出ない記録 */
  what: z.string(),
  /** Where it was, as the author finds it; empty where it was about the whole file. */
  places: z.array(z.string()).readonly(),
  /** How many places there are besides. */
  more: z.int().min(0),
  /** How the author takes it out, for whoever would rather do that. */
  mend: fieldProblem,
});
export type TakenOut = z.infer<typeof takenOut>;

/** The answer to a file that was sent and is kept. */
export const keptUpload = z.object({
  upload: uploadId,
  /** In bytes, of the file as it is kept. */
  size: z.int(),
  /** What it does not hold any more; what is kept of the file is that and nothing else. */
  taken: z.array(takenOut).readonly(),
  /** What the person should know of the file, none of which keeps it from being saved. */
  problems: fieldProblems,
});
export type KeptUpload = z.infer<typeof keptUpload>;

/** The answer to whoever does not want a file any more that was sent: it is gone, or was already. */
export const droppedUpload = z.object({ isGone: z.literal(true) });
