import { z } from 'zod';
import { type AttachmentReading, findingKinds } from './reading.ts';

const keptCell = z.strictObject({
  text: z.string(),
  across: z.int().min(2).exactOptional(),
  down: z.int().min(2).exactOptional(),
  head: z.enum(['column', 'row']).exactOptional(),
});
const keptTable = z.strictObject({
  columns: z.int().min(1),
  rows: z.array(z.array(keptCell)),
  blankRows: z.int().min(0),
});
const keptPage = z.strictObject({
  number: z.number(),
  label: z.string(),
  text: z.string(),
  blocks: z
    .array(z.union([z.strictObject({ line: z.string() }), z.strictObject({ table: keptTable })]))
    .exactOptional(),
});

/** A reading as it is kept: a file on a disk may have been cut short, or changed by anybody. */
const keptReadingForm: z.ZodType<AttachmentReading> = z.strictObject({
  unit: z.enum(['page', 'slide', 'sheet', 'text', 'picture', 'archive']),
  pageCount: z.number().nullable(),
  pages: z.array(keptPage),
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
