import { z } from 'zod';

const address = z.string().startsWith('/');

const listedFile = z.strictObject({
  /** With the base path; so are all addresses here. */
  address,
  title: z.string(),
  name: z.string(),
  /** PDF, Word … */
  kind: z.string(),
  bytes: z.number(),
  /** SHA-256 in hexadecimal. */
  checksum: z.string(),
  pageCount: z.number().nullable(),
  unit: z.enum(['page', 'slide', 'sheet', 'text', 'picture', 'archive']).nullable(),
  /** Empty where no terms are stated: a picture of a text, the data under a chart. */
  rights: z.string(),
  entry: z.strictObject({
    title: z.string(),
    address,
    /** Whose it is: the institution, or the editors. */
    owner: z.string(),
    /** What every copy of its files says with it. */
    notice: z.string(),
  }),
});
export type ListedFile = z.infer<typeof listedFile>;

const listedBundle = z.strictObject({
  address,
  title: z.string(),
  /** The page to which it belongs. */
  page: address,
  /** The size of the zip. */
  bytes: z.number(),
  files: z.array(address),
});

/** /data/materials.json: every file of an edition, and which of them belong together. */
export const materialsList = z.strictObject({
  /** 控えの日付. */
  day: z.iso.date(),
  /** Whom the files may be given to, where that is not everybody. */
  note: z.string().nullable(),
  bundles: z.array(listedBundle),
  files: z.array(listedFile),
});
export type MaterialsList = z.infer<typeof materialsList>;
