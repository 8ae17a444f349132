import { gzipSync } from 'fflate';
import { startsWith } from '../bytes.ts';
import { cleanEmf } from './clean-emf.ts';
import { cleanWmf } from './clean-wmf.ts';
import { unpackMetafile } from './unpack-metafile.ts';

/**
 * Copies of a metafile of Windows (EMF, WMF, and either of them packed: EMZ, WMZ) what draws, and nothing of what programs
 * keep beside that. Works in browsers and in Node.
 * @param bytes anything is safe; what it is, is told from them
 * @returns null where it is none, or is broken
 */
export const cleanMetafile = (bytes: Uint8Array): Uint8Array | null => {
  if (!startsWith(bytes, '\x1f\x8b')) return cleanEmf(bytes) ?? cleanWmf(bytes);
  const unpacked = unpackMetafile(bytes);
  const clean = unpacked && (cleanEmf(unpacked) ?? cleanWmf(unpacked));
  if (!unpacked || !clean) return null;
  const isSame =
    clean.length === unpacked.length && clean.every((byte, at) => byte === unpacked[at]);
  // Names and remarks may stand in the head of what is packed (RFC 1952, 2.3.1).
  return isSame && bytes[3] === 0 ? bytes : gzipSync(clean, { mtime: 1 });
};
