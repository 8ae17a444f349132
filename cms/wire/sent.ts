import { z } from 'zod';
import { fileVersion } from './versions.ts';

/** A path or the end of one. What it may lead to is for the grammar of addresses to say (fileOf). */
export const anyPath = z.string().max(1000);

/** The check says in words what is too long; this only keeps nonsense from being decoded. In UTF-16 units. */
export const mostSentText = 4_000_000;
const text = z.string().max(mostSentText);

/** The text of an entry, with what Decap calls it. */
export const dataFile = z.strictObject({
  path: anyPath,
  slug: anyPath,
  raw: text,
  newPath: anyPath.optional(),
});

/** A file beside an entry. */
export const asset = z.strictObject({
  path: anyPath,
  content: z.string(),
  encoding: z.literal('base64'),
});
export type Asset = z.infer<typeof asset>;

/** By path, the version that the person began from; null where there was nothing. */
export const basedOn = z.record(anyPath, fileVersion.nullable()).default({});

/** A text that is only to be shown as the page that it would be. */
export const previewForm = z.strictObject({ path: anyPath, text });
