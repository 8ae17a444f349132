import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import type { BundlePlan, PlannedFile } from './bundle-plan.ts';
import { type StoredZip, storedZip } from './stored-zip.ts';
import { bytesOfZip, openAt } from './zip-stream.ts';

/**
 * Lays out the zip of a bundle. Nothing is compressed: slides and Office files are so already, and so the bytes depend on
 * no compressor, and size and place of everything are known before a file is read.
 */
export function bundleZip({ day, readme, files }: BundlePlan): StoredZip<PlannedFile> {
  const text = Buffer.from(readme.text);
  const first = { path: readme.path, bytes: text.length, crc32: crc32(text), content: text };
  const others = files.map((file) => ({
    path: file.path,
    bytes: file.bytes,
    crc32: Number.parseInt(file.crc32, 16),
    content: file,
  }));
  return storedZip<PlannedFile>(day, [first, ...others]);
}

/** What tells one version of a bundle from every other: its readme says the checksums of its files. */
export const bundleDigest = ({ pieces }: StoredZip<PlannedFile>): string => {
  const digest = createHash('sha256');
  for (const piece of pieces) if ('held' in piece) digest.update(piece.held);
  return digest.digest('base64url');
};

/**
 * Writes the zip of a bundle, file after file, so that its size costs no memory.
 * @param fileAt where the bytes of a planned file lie
 * @param target where the zip is written to; nothing is left there when it fails
 * @throws when a file cannot be read, or is not the one that was listed
 */
export async function writeBundle(
  plan: BundlePlan,
  fileAt: (file: PlannedFile) => string,
  target: string,
): Promise<void> {
  try {
    const bytes = bytesOfZip(bundleZip(plan), openAt(fileAt));
    await pipeline(bytes, createWriteStream(target, { flags: 'wx' }));
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
}
