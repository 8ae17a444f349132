import { crc32, inflateRawSync } from 'node:zlib';
import { localPart, type ZipEntry } from './zip-directory.ts';

/**
 * The bytes of a file in a ZIP, in memory of their own.
 * @returns null where it cannot be unpacked, or is not what the directory says: its length, its sum
 */
export const unpackEntry = (entry: ZipEntry, bytes: Uint8Array): Uint8Array | null => {
  const packed = localPart(bytes, entry)?.packed;
  const content = packed ? unpacked(entry, packed) : null;
  return content?.length === entry.size && crc32(content) === entry.crc ? content : null;
};

const unpacked = ({ method, size }: ZipEntry, packed: Uint8Array): Uint8Array | null => {
  // Copied, since who reads it may give its memory away.
  if (method === 0) return packed.length === size ? new Uint8Array(packed) : null;
  if (method !== 8) return null;
  try {
    const { buffer, engine } = inflated(packed, size);
    // What follows its end would be in the file and in nothing that is unpacked of it.
    return engine.bytesWritten === packed.length ? ownMemory(buffer) : null;
  } catch {
    return null;
  }
};

/** Small pieces may lie in memory that others use as well. */
const ownMemory = (piece: Inflated['buffer']): Uint8Array =>
  piece.byteLength === piece.buffer.byteLength
    ? new Uint8Array(piece.buffer)
    : new Uint8Array(piece);

/** @throws Error where there is more than is said, or what is packed is broken */
const inflated = (packed: Uint8Array, size: number): Inflated =>
  // The types know only what it gives without `info`: https://nodejs.org/api/zlib.html#class-options
  inflateRawSync(packed, { maxOutputLength: Math.max(1, size), info: true }) as unknown as Inflated;
type Inflated = { buffer: Uint8Array; engine: { bytesWritten: number } };
