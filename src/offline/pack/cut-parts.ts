import { digestOf } from './digest.ts';
import type { SiteFile } from './site-files.ts';

/** Files that are pressed together, under the name of what they hold. */
export type Cut = { readonly name: string; readonly files: readonly SiteFile[] };

/**
 * How large parts are before they are pressed, in bytes: about 60 KB are fetched of one. A change presses the whole part
 * again, and gzip looks back no more than 32 KB: of 5,000 entries larger parts press five in a hundred better, and twice as
 * much anew for each publication.
 */
const leastBytes = 150_000;
const mostBytes = 600_000;
/** Of the digests of files one in sixteen begins so: parts end there, wherever the list begins to differ before. */
const endsPart = /^[A-D]/;

/** A part of these files. */
const cutOf = (files: readonly SiteFile[]): Cut => ({
  name: digestOf(files.map(({ digest }) => digest).join(' ')),
  files,
});

/**
 * Cuts the list of a pack into parts, by what the files hold: where one file changes, the parts around it change, and
 * the others stay as they are.
 * @param files in the order of the pack
 */
export function cutParts(files: readonly SiteFile[]): Cut[] {
  const parts: Cut[] = [];
  let part: SiteFile[] = [];
  let bytes = 0;
  const end = () => {
    parts.push(cutOf(part));
    part = [];
    bytes = 0;
  };
  for (const file of files) {
    part.push(file);
    bytes += file.bytes;
    if (bytes >= mostBytes || (bytes >= leastBytes && endsPart.test(file.digest))) end();
  }
  if (part.length > 0) end();
  return parts;
}
