import type { z } from 'zod';

/** A question of the editor and its answer. */
export type Exchange<
  Request extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = { readonly request: Request; readonly answer: Answer };
