import { z } from 'zod';
import { uploadId } from './upload.ts';
import { fileVersion } from './versions.ts';

/** A path or the end of one. What it may lead to is for the grammar of addresses to say (fileOf). */
export const anyPath = z.string().max(1000);

/** No request with a text is larger; what is shorter and still too long the check says in words. In UTF-16 units. */
export const mostSentText = 1024 * 1024;
const text = z.string().max(mostSentText);

/** The text of an entry, with what Decap calls it. */
export const dataFile = z.strictObject({
  path: anyPath,
  slug: anyPath,
  raw: text,
  newPath: anyPath.optional(),
});

/** A file beside an entry with its bytes, as Decap sends it: what fits into a request with its text. */
const assetInside = z.strictObject({
  path: anyPath,
  content: z.string(),
  encoding: z.literal('base64'),
});
/** A file beside an entry that was sent before, as the editor does. */
const assetSentBefore = z.strictObject({ path: anyPath, upload: uploadId });

export const asset = z.union([assetInside, assetSentBefore]);
export type Asset = z.infer<typeof asset>;

/** By path, the version that the person began from; null where there was nothing. */
export const basedOn = z.record(anyPath, fileVersion.nullable()).default({});

/** A text that is only to be shown as the page that it would be. */
export const previewForm = z.strictObject({
  path: anyPath,
  text,
  /** The names of files that were chosen in the form and are stored with the next save. */
  chosen: z.array(z.string().max(300)).max(500).default([]),
});
