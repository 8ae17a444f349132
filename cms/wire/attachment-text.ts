import { z } from 'zod';

/** The text of a file that is attached, page by page, for those who can't or need not open it. */
export const attachmentText = z.object({
  /** What its pages are called. `plain`: a text as it is. */
  unit: z.enum(['page', 'slide', 'sheet', 'text', 'picture', 'archive', 'plain']),
  pageCount: z.int().nullable(),
  /** `no`: pictures of text, letters that the file does not name, or a file that can't be read. */
  searchable: z.enum(['yes', 'no']),
  pages: z.array(z.object({ number: z.int(), label: z.string(), text: z.string() })),
});
export type AttachmentText = z.infer<typeof attachmentText>;
