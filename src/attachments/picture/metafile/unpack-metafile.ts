import { gunzipSync } from 'fflate';
import { startsWith, viewOf } from '../bytes.ts';

/** More than a drawing of an office unpacks to. */
const mostUnpacked = 64 * 2 ** 20;

/** Unpacks a metafile that is packed (EMZ, WMZ); any other is itself. Null where it cannot be unpacked. */
export const unpackMetafile = (bytes: Uint8Array): Uint8Array | null => {
  if (!startsWith(bytes, '\x1f\x8b')) return bytes;
  // It says at its end how long it is (RFC 1952, 2.3.1).
  const length = bytes.length < 18 ? 0 : viewOf(bytes).getUint32(bytes.length - 4, true);
  if (length === 0 || length > mostUnpacked) return null;
  try {
    return gunzipSync(bytes, { out: new Uint8Array(length) });
  } catch {
    return null;
  }
};
