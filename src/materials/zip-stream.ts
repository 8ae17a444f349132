import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { StoredZip, ZipPiece } from './stored-zip.ts';

/** Bytes from one place up to and with another. */
export type ByteRange = { start: number; end: number };

/** So much of a file is in memory at once. */
const chunkBytes = 256 * 1024;

/** Opens a file of a zip when its turn comes; it may refuse by throwing. */
export type OpenFile<File> = (file: File) => Promise<FileHandle>;

/** Opens files for reading. @param pathOf where the bytes of one lie */
export const openAt =
  <File>(pathOf: (file: File) => string): OpenFile<File> =>
  (file) =>
    open(pathOf(file), 'r');

/**
 * The bytes of a zip, or of a range of it, as somebody takes them: one file is open at a time, and one chunk of it is held.
 * Whoever stops taking them has the file closed (`return`).
 * @throws in the middle where a file cannot be read, or is not the one that was laid out: by its size, and by its sum where
 *   it is read from its beginning to its end
 */
export async function* bytesOfZip<File>(
  zip: StoredZip<File>,
  openFile: OpenFile<File>,
  range: ByteRange = { start: 0, end: zip.bytes - 1 },
): AsyncGenerator<Uint8Array, void, undefined> {
  for (const piece of zip.pieces) {
    const from = Math.max(range.start - piece.start, 0);
    const to = Math.min(range.end + 1 - piece.start, piece.bytes);
    if (from >= to) continue;
    if ('held' in piece) yield piece.held.subarray(from, to);
    else yield* bytesOfFile(piece, await openFile(piece.file), from, to);
  }
}

async function* bytesOfFile<File>(
  piece: Extract<ZipPiece<File>, { crc32: number }>,
  handle: FileHandle,
  from: number,
  to: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    if ((await handle.stat()).size !== piece.bytes) throw new OtherFile(piece.file);
    let sum = 0;
    for (let at = from; at < to; ) {
      const chunk = await readFrom(handle, at, Math.min(chunkBytes, to - at));
      if (chunk.length === 0) throw new OtherFile(piece.file);
      at += chunk.length;
      sum = crc32(chunk, sum);
      // Nothing of a file that is another follows the last of its bytes: the zip ends short.
      if (at === piece.bytes && from === 0 && sum !== piece.crc32) throw new OtherFile(piece.file);
      yield chunk;
    }
  } finally {
    await handle.close();
  }
}

const readFrom = async (handle: FileHandle, at: number, bytes: number): Promise<Uint8Array> => {
  const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(bytes), 0, bytes, at);
  return buffer.subarray(0, bytesRead);
};

/** A file is not the one that was listed. */
export class OtherFile extends Error {
  constructor(file: unknown) {
    super(`It is not the file that was listed: ${JSON.stringify(file)}`);
  }
}
