import { createHash } from 'node:crypto';
import {
  digestBytes,
  type Manifest,
  type PackedFile,
  type PackPart,
  type VersionNote,
} from '../../../src/offline/offline-files.ts';

/** What becomes of a packed file: the same, gone, or other bytes. */
export type PackedNow = 'same' | 'gone' | Uint8Array;

/** More than any part has: a part of which files are missing is never taken whole (src/offline/view/plan-update.ts). */
const neverWhole = Number.MAX_SAFE_INTEGER / 1024;

/**
 * The list of an offline pack without what is gone. The files of a part that has any of it are fetched one by one.
 * @param now what becomes of each file, in the order of the list
 */
export const manifestWithout = (
  manifest: Manifest,
  now: readonly PackedNow[],
  key: string,
): Manifest => {
  const files: PackedFile[] = [];
  const parts: PackPart[] = [];
  let from = 0;
  for (const [count, bytes, digest] of manifest.parts) {
    const before = files.length;
    const ofPart = manifest.files.slice(from, from + count);
    ofPart.forEach((file, index) => {
      const outcome = now[from + index] ?? 'gone';
      if (outcome === 'same') files.push(file);
      else if (outcome !== 'gone') files.push([file[0], outcome.length, digestOf(outcome)]);
    });
    const isWhole = ofPart.every((_, index) => now[from + index] === 'same');
    parts.push([files.length - before, isWhole ? bytes : neverWhole, digest]);
    from += count;
  }
  return { ...versionWithout(manifest, key), parts, files };
};

/** The parts of a pack that hold nothing but what is served as it lies there. */
export const untouchedParts = (
  manifest: Manifest,
  now: readonly PackedNow[],
): readonly PackPart[] => {
  let from = 0;
  return manifest.parts.filter(([count]) => {
    from += count;
    return now.slice(from - count, from).every((outcome) => outcome === 'same');
  });
};

/** A note of a version, under another name: copies learn that there is something new. */
export const versionWithout = <Note extends VersionNote>(note: Note, key: string): Note => ({
  ...note,
  version: digestOf(Buffer.from(`${note.version} ${key}`)),
});

const digestOf = (content: Uint8Array): string =>
  createHash('sha256').update(content).digest().subarray(0, digestBytes).toString('base64url');
