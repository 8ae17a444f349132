import { z } from 'zod';

/** Whether readers see an entry as it is published. */
export const publication = z.object({
  state: z.enum(['publishing', 'live', 'failed', 'not-shown']),
  /** Where the entry is read, or will be; null where it is on no page. */
  address: z.string().nullable(),
  message: z.string(),
});
export type Publication = z.infer<typeof publication>;
export type PublicationState = Publication['state'];
