import { z } from 'zod';

const address = z.string().startsWith('/');

/**
 * A file of an edition: emitted because an entry names it, and all that pages, bundles, copies and lists of readers say of
 * it. The loader makes it, Astro's store keeps it, and everybody else picks what they need.
 */
export const editionFile = z.strictObject({
  /** The name under which it lies beside its entry. */
  name: z.string(),
  /** Where its bytes lie, below the content folder. */
  path: z.string(),
  /** What readers are shown as its name. */
  title: z.string(),
  /** PDF, Word … */
  kind: z.string(),
  bytes: z.int().nonnegative(),
  /** Kind, pages and size as a reader sees them. */
  description: z.string(),
  /** The terms on which it may be used; empty where none are stated: a picture of a text, the data under a chart. */
  rights: z.string(),
  /** SHA-256 in hexadecimal; empty where the bytes are not at hand. */
  checksum: z.string(),
  /** The sum by which a zip knows it (ISO 3309), in eight hexadecimal digits; empty in the same case. */
  crc32: z.string(),
  /** What its pages are called; null where it is not read, as a CSV. */
  unit: z.enum(['page', 'slide', 'sheet', 'text', 'picture', 'archive']).nullable(),
  pageCount: z.number().nullable(),
  /** Whether its text can be searched, and if not why; null where it is not read. */
  searchable: z.enum(['yes', 'scan', 'unmapped', 'unread']).nullable(),
  /** Address on the site, with the base path; so are all addresses here. */
  address,
  /** Of its own page, with its text; null where it has none. */
  page: address.nullable(),
  /** Of its first page as a picture. */
  picture: address.nullable(),
  /** In pixels. */
  pictureSize: z.strictObject({ width: z.number(), height: z.number() }).nullable(),
  /** Its card as HTML, the same in a text and in a list of attachments. */
  card: z.string(),
});
export type EditionFile = z.infer<typeof editionFile>;
