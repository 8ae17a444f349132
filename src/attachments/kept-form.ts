import { z } from 'zod';
import { type AttachmentReading, findingKinds } from './reading.ts';

/** A reading as it is kept: a file on a disk may have been cut short, or changed by anybody. */
const keptReadingForm: z.ZodType<AttachmentReading> = z.strictObject({
  unit: z.enum(['page', 'slide', 'sheet', 'text', 'picture', 'archive']),
  pageCount: z.number().nullable(),
  pages: z.array(z.strictObject({ number: z.number(), label: z.string(), text: z.string() })),
  outline: z.array(
    z.strictObject({ title: z.string(), level: z.number(), page: z.number().nullable() }),
  ),
  searchable: z.enum(['yes', 'scan', 'unmapped', 'unread']),
  findings: z.array(z.strictObject({ kind: z.enum(findingKinds), places: z.array(z.string()) })),
});

/** What is kept of one file, with the code that made it. */
export const keptForms = {
  reading: z.object({ code: z.string(), value: keptReadingForm }),
  /** WebP in base64; null where none can be drawn. */
  picture: z.object({ code: z.string(), value: z.string().nullable() }),
};
/** What is kept of one file. */
export type Kept = { reading: AttachmentReading; picture: string | null };
