import { z } from 'zod';

/** A problem of an entry, in the words of the check. */
export const fieldProblem = z.object({
  /** Of the check's catalogue, which is not for the editor to know: it says in words what is wrong. */
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  /** Below content/. */
  path: z.string(),
  line: z.int(),
  message: z.string(),
  /** The dotted path of a field (`sources.0.url`), or `body` for the text; absent for a file as a whole. */
  field: z.string().optional(),
});
export type FieldProblem = z.infer<typeof fieldProblem>;

export const fieldProblems = z.array(fieldProblem).readonly();
/** What is wrong with an entry as somebody sees it. */
export const problemList = z.object({ problems: fieldProblems });
