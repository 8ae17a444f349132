import { z } from 'zod';
import { fieldProblems } from './field-problem.ts';
import { fileVersion } from './versions.ts';

/** A file that somebody else changed meanwhile. */
export const toldConflict = z.object({
  /** From the root of the repository. */
  path: z.string(),
  /** The office as it stands in the history; null where the file's history is unknown. */
  changedBy: z.string().nullable(),
  changedAt: z.iso.datetime().nullable(),
  /** The version that is there now, to be named by whoever saves over it; null where there is no file. */
  current: fileVersion.nullable(),
  /** What a text says now; null for an attachment, and where there is no file. */
  text: z.string().nullable(),
});
export type ToldConflict = z.infer<typeof toldConflict>;

/** The answer where a request was not fulfilled. */
export const refusal = z.object({
  /** One sentence for the person. */
  error: z.string(),
  problems: fieldProblems.optional(),
  conflicts: z.array(toldConflict).readonly().optional(),
  /** It is a draft that was deleted, and can be fetched back from the desk. */
  isDeleted: z.boolean().optional(),
  /** The files, by path, that were sent before and are kept no longer: the rest can be saved without them. */
  gone: z.array(z.string()).readonly().optional(),
});
/** What stands in the answer beside the sentence. */
export type RefusalDetails = Omit<z.input<typeof refusal>, 'error'>;
